from __future__ import annotations

import pytest

from lint.span import Span
from lint.text.function_words import FUNCTION_WORDS, NEVER_NAMES, NOT_POSSESSED, RUN_TOGETHER
from lint.text.words import stands_alone, words


def found(text: str, *, in_compounds: bool = True) -> bool:
    """Whether “corbridge” stands alone in a text."""
    start = text.index("corbridge")
    return stands_alone(text, Span(start, start + len("corbridge")), in_compounds=in_compounds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank.", ["The", "ferry", "sank"]),
        ("the players’ wives’ clubs", ["the", "players", "wives", "clubs"]),
        ("It's so, don’t; rockʼn", ["It's", "so", "don’t", "rockʼn"]),
        ("'quoted' 4x4 a_b", ["quoted", "x", "a", "b"]),
        ("Zürich’s café", ["Zürich’s", "café"]),
    ],
)
def test_a_word_is_letters_with_apostrophes_inside(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text, Span(0, len(text)))] == expected


def test_only_the_words_of_the_block_are_read() -> None:
    text = "one two three"
    assert [span.of(text) for span in words(text, Span(4, 7))] == ["two"]


@pytest.mark.parametrize(
    "text",
    ["corbridge", "in corbridge.", "“corbridge”", "ex-corbridge", "corbridge-born", "corbridge. it", "(corbridge)"],
)
def test_a_phrase_stands_alone(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "corbridge://x",
        "xcorbridge", "corbridges", "non-corbridge", "_corbridge", "corbridge_", "a/corbridge", "corbridge/a", "x.corbridge",
        "@corbridge", "#corbridge", "corbridge@paper", "corbridge.example", "corbridge2", "x-corbridge",
    ],
)  # fmt: skip
def test_a_piece_of_something_else_does_not(text: str) -> None:
    assert found(text) is False


@pytest.mark.parametrize("text", ["ex-corbridge", "corbridge-born", "non-corbridge"])
def test_a_hyphen_may_be_forbidden(text: str) -> None:
    assert found(text, in_compounds=False) is False
    assert found("in corbridge.", in_compounds=False)


def test_the_sets_of_function_words_differ_where_they_must() -> None:
    assert NEVER_NAMES < FUNCTION_WORDS < RUN_TOGETHER
    assert "own" in FUNCTION_WORDS - NOT_POSSESSED
    assert {"never", "were"} < NOT_POSSESSED
    assert "said" in RUN_TOGETHER
    assert "may" not in NEVER_NAMES
