"""Where fixes that find no rest began: the way back through edits, and what is left out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Edit
from lint.fixes.restless import Restless, Way
from lint.formats.base import apart, edited
from lint.span import Lines, Span

EDITS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("xyz", max_size=5)), max_size=4)


@given(st.lists(EDITS, max_size=4), st.data())
def test_what_no_edit_has_touched_is_found_again(rounds: list[list[tuple[int, int, str]]], data: st.DataObject) -> None:
    text, way = "abcdefghijkl", Way()
    for drawn in rounds:
        edits = [Edit(Span(start, min(start + length, len(text))), new) for start, length, new in drawn]
        edits = list(apart([e for e in edits if e.span.start <= len(text)]))
        way.add(edits)
        text = edited(text, edits)
    at = data.draw(st.integers(0, len(text)))
    place = way.back(Span(at, at + 1))
    assert 0 <= place.start <= place.end
    if text[at : at + 1] in "abcdefghijkl":
        assert text[at : at + 1] in place.of("abcdefghijkl")


def test_a_stretch_that_an_edit_put_in_was_all_that_it_replaced() -> None:
    way = Way()
    way.add([Edit(Span(4, 7), "a longer one"), Edit(Span(8, 11), "")])
    assert way.back(Span(6, 8)) == Span(4, 7)
    assert way.back(Span(17, 18)) == Span(8, 12)


def test_of_two_edits_that_overlap_the_one_that_is_made_counts() -> None:
    way = Way()
    way.add([Edit(Span(0, 3), "x"), Edit(Span(2, 5), "yyyyy")])
    assert way.back(Span(3, 4)) == Span(5, 6)


@pytest.mark.parametrize(
    ("rule", "span", "left_out"),
    [
        ("a.b", Span(2, 3), True),
        ("a.b", Span(0, 2), True),
        ("a.b", Span(5, 6), True),
        ("a.b", Span(6, 8), False),
        ("a.c", Span(2, 3), False),
    ],
)
def test_a_rule_is_left_out_where_it_finds_no_rest(rule: str, span: Span, left_out: bool) -> None:
    restless = Restless()
    restless.add([("a.b", Span(2, 5))])
    assert restless.has(rule, span) is left_out


def test_a_rule_that_finds_no_rest_a_second_time_is_left_out_altogether() -> None:
    restless = Restless()
    restless.add([("a.b", Span(2, 5)), ("a.b", Span(12, 15))])
    restless.add([("a.b", Span(7, 8)), ("a.c", Span(7, 8))])
    assert restless.has("a.b", Span(90, 91))
    assert not restless.has("a.c", Span(90, 91))
    (said,) = restless.told(Lines("a\n" * 50))
    assert said.startswith("the fixes of a.b (everywhere), a.c (line 4) were left out")


def test_lines_are_named_a_few_at_most() -> None:
    restless = Restless()
    assert restless.told(Lines("")) == ()
    restless.add([("a.b", Span(2 * n, 2 * n + 1)) for n in range(5)])
    assert "a.b (lines 1, 2, 3, 4, 5) were" in restless.told(Lines("a\n" * 50))[0]
    restless.add([("a.c", Span(2 * n, 2 * n + 1)) for n in range(6)])
    assert "a.c (lines 1, 2, 3, 4, 5 …) were" in restless.told(Lines("a\n" * 50))[0]
