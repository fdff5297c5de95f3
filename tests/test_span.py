from __future__ import annotations

import pytest

from lint.span import Lines, Span, Units


def test_lines_end_with_any_of_three_line_ends() -> None:
    lines = Lines("a\nb\r\nc\rd")
    assert [lines.place(i) for i in (0, 2, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]


def test_a_column_counts_code_points() -> None:
    assert Lines("é😀x").place(2) == (1, 3)


@pytest.mark.parametrize(("encoding", "text"), [("utf-8", "aé😀z"), ("utf-16", "aé😀z")])
def test_units_count_as_the_encoding_does(encoding: str, text: str) -> None:
    units = Units(text, encoding)
    size = 1 if encoding == "utf-8" else 2
    codec = "utf-8" if encoding == "utf-8" else "utf-16-le"
    for i in range(len(text) + 1):
        n = len(text[:i].encode(codec)) // size
        assert units.to_units(i) == n
        assert units.to_points(n) == i


def test_a_unit_inside_a_character_becomes_its_end() -> None:
    assert Units("😀x", "utf-8").to_points(2) == 1


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 3).overlaps(Span(2, 3))
    assert Span(0, 3).contains(Span(1, 3))
