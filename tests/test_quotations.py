from __future__ import annotations

import pytest

from lint.span import Span
from lint.text.quotations import mostly_curly, quotations, straight


def quoted(text: str) -> list[str]:
    return [s.of(text) for s in quotations(text, Span(0, len(text)))]


def test_curly_marks_are_made_straight_and_nothing_else() -> None:
    assert straight("“Don’t,” she said, ‘not ʼem’—‹no›") == "\"Don't,\" she said, 'not 'em'—‹no›"


@pytest.mark.parametrize(("text", "curly"), [("“No”", None), ("don’t", True), ("don't", False), ("’n'", False)])
def test_apostrophes_are_what_most_of_them_are(text: str, curly: bool | None) -> None:
    assert mostly_curly(text) is curly


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ("He said ‘no,’ and left.", ["‘no,’"]),
        ("He said 'no.' Then he left.", ["'no.'"]),
        ("The ‘quick fix’ said nothing.", ["‘quick fix’"]),
        ("‘We left’ the mayor said.", []),
        ("the players’ union and the ’90s", []),
        ("the players' union of the '90s, it said.", []),
        ("‘90s music, they said, ‘is back.’", ["‘is back.’"]),
        ("“It runs to the end", ["“It runs to the end"]),
        ("no opening” mark", []),
        ("“stray “It rose,” he said", ["“It rose,”"]),
        ("“He said ‘no’ to it,” she said.", ["“He said ‘no’ to it,”"]),
        ("‘He said “no” to it,’ she said.", ["‘He said “no” to it,’"]),
        ("‘open and never closed", []),
        ("rock ‘n roll and ‘more", []),
        ("‘We left’ he quickly told us", []),
        ("‘We left’ Smith", []),
        ("‘We left’ she told us", ["‘We left’"]),
        ("‘We left’", ["‘We left’"]),
    ],
)
def test_direct_speech_is_between_its_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_single_mark_must_be_closed_within_2000_characters() -> None:
    assert quoted("‘" + "word " * 390 + "end.’ he") != []
    assert quoted("‘" + "word " * 410 + "end.’ he") == []


def test_only_the_block_is_read() -> None:
    text = "“one” “two” “three”"
    assert [s.of(text) for s in quotations(text, Span(6, 11))] == ["“two”"]
