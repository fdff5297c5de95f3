from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint.dictionary.reasons import first
from lint.dictionary.story import LONGEST, PIECES, Story
from lint.formats import parse
from lint.span import Span


def story(text: str) -> Story:
    return Story(parse("a.md", text, "en-GB"))


def texts(text: str) -> list[str]:
    return [t.text for t in story(text).tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s ‘plan’ and the players’ wives", ["The", "mayor", "plan", "and", "the", "players", "wives"]),
        ("THE MAYOR’S plan, don’t", ["THE", "MAYOR", "plan", "don't"]),
        ("a co-ordinated plan", ["a", "co", "ordinated", "plan"]),
        ("x86, a_b, a/b, @mayor, #plan, q=r, 5kg, q&a", []),
        ("the U.S plan at example.com. So", ["the", "U", "plan", "at", "So"]),
        ("he left.He came", ["he", "left", "came"]),
        ("he left. He came.", ["he", "left", "He", "came"]),
        ("left.\n\nright", ["left", "right"]),
        ("It cost £5m", ["It", "cost"]),
        ("the end .co is", ["the", "end", "co", "is"]),
        (".co is", ["co", "is"]),
        ("a.co is", ["is"]),
        ('"a.co is', ["is"]),
        ("he left.he came", ["he", "came"]),
        ("he left.4", ["he"]),
        ("’s and 's", ["s", "and", "s"]),
        ("/a b", ["b"]),
        ("Left.\n", ["Left"]),
    ],
)
def test_the_words_of_a_story(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_run_of_letters_without_end_is_no_word() -> None:
    assert texts("a" * LONGEST) == ["a" * LONGEST]
    assert texts("b" + "a" * LONGEST) == []
    assert LONGEST == 45


def test_where_a_word_stands() -> None:
    tokens = story("# Head\n\nThe mayor’s long-term “Plan”. Then Smith").tokens
    by_text = {t.text: t for t in tokens}
    document = story("# Head\n\nThe mayor’s long-term “Plan”. Then Smith").document
    assert all(t.span.of(document.straight) == t.text for t in tokens)
    assert [t.block for t in tokens] == [0, 1, 1, 1, 1, 1, 1, 1]
    assert [t.text for t in tokens if t.start] == ["Head", "The", "Plan", "Then"]
    assert [t.text for t in tokens if t.hyphenated] == ["long", "term"]
    assert not by_text["mayor"].start


def test_a_hyphen_of_any_kind_joins() -> None:
    assert [t.text for t in story("a long‑term plan – soon").tokens if t.hyphenated] == ["long", "term"]


def test_words_are_counted_and_names_among_them() -> None:
    of = story("The mayor met Okonjwo. BBC and Okonjwo met the mayor, a B.")
    assert of.counts["mayor"] == 2
    assert of.names["Okonjwo"] == 2
    assert of.names["BBC"] == 0
    assert of.names["mayor"] == 0


def test_words_by_their_casing() -> None:
    of = story("The mayor of X met an iPhone user, a BBC man, Ó, ex-Mr x.")
    assert [t.text for t in of.lower] == ["mayor", "of", "met", "an", "user", "man", "ex"]
    assert [t.text for t in of.capitalised] == ["The", "iPhone", "Mr"]


def test_partners_are_names_side_by_side() -> None:
    of = story("Maria Gonzalez met Mr Okonjwo, Bola Ade and Maria\nLopez. Later Bola, Ade")
    assert of.partners["Maria"] == {"Gonzalez"}
    assert of.partners["Gonzalez"] == {"Maria"}
    assert of.partners["Ade"] == {"Bola"}
    assert "Okonjwo" not in of.partners
    assert "Mr" not in of.partners
    assert "met" not in of.partners


def test_a_word_with_a_letter_in_brackets_is_no_word_of_its_own() -> None:
    assert [t.text for t in story("He said “[w]ith it”, hono[u]r, [sic] and [a] b.").tokens if len(t.text) > 1] == [
        "He", "said", "it", "sic", "and",
    ]  # fmt: skip


def test_a_word_costs_no_more_in_a_long_paragraph() -> None:
    text = "word " * 2_000_000
    started = time.process_time()
    assert [first(PIECES, (text, Span(at, at + 4))) for at in range(0, 250, 5)] == [None] * 50
    assert time.process_time() - started < 0.05


NAMES = st.lists(st.text("Aab", min_size=1, max_size=5).map(lambda end: "Ba" + end), max_size=12)


@given(NAMES, st.text("Bab", min_size=1, max_size=6))
@settings(deadline=None)
def test_no_name_one_slip_away_is_missed(names: list[str], word: str) -> None:
    told = story("The " + " and ".join(names))
    near = told.near(word)
    assert [n for n in told.names if OSA.distance(n, word) <= 1] == [n for n in near if OSA.distance(n, word) <= 1]
    assert len(near) == len(set(near))
