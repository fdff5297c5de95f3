from __future__ import annotations

import pytest

from lint.span import Lines
from lint.text.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\t\n", []),
        ("\ufeff\n", []),
        ("One\ntwo", ["One\ntwo"]),
        ("\ufeffOne\n", ["One"]),
        ("One \r\n \r\n  Two\r\rThree\n\n", ["One", "  Two", "Three"]),
    ],
)
def test_paragraphs_are_what_empty_lines_separate(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in paragraphs(text, Lines(text))] == found


def test_a_long_run_of_white_space_costs_no_more_than_its_length() -> None:
    text = " " * 300_000 + "\n" + "x" + "\n \n" * 50_000
    assert len(list(paragraphs(text, Lines(text)))) == 1
