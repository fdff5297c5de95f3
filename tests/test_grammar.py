from __future__ import annotations

import pytest
from rules_of import fixes, rule, texts

from lint.config.settings import Config
from lint.errors import RuleError
from lint.kinds import groups

AGREES = "kind: grammar\nlines: [{words: '^ (the|these) MODIFIER{0,2} PLURAL (of the? NOUN)? {(is|was|THIRD)}', right: MANY}]"


def form(right: str, found: str) -> str:
    """A rule that finds a word after “so”, and what it is to be."""
    return f'kind: grammar\nlines: [{{words: "so {{{found}}}", right: {right}}}]'


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The visitors was late.", "were"),
        ("The old visitors of the lake is late.", "are"),
        ("These visitors argues.", "argue"),
    ],
)
def test_a_word_is_found_by_what_the_words_before_it_can_be(text: str, right: str) -> None:
    assert fixes(rule(AGREES), text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "The visitor was late.",
        "The visitors, was late.",
        "He said the visitors was late.",
        "The Visitors was late.",
        "The visitors of the lake house plan works is late.",
    ],
    ids=["a noun of one", "a comma", "not the sentence’s beginning", "a name", "more words between"],
)
def test_nothing_is_found_where_a_word_is_something_else(text: str) -> None:
    assert texts(rule(AGREES), text) == []


@pytest.mark.parametrize(
    ("right", "found", "word", "expected"),
    [
        ("ONE", "have", "have", "has"),
        ("ONE", "BASE", "arrive", "arrives"),
        ("MANY", "hasn't", "hasn’t", "haven’t"),
        ("MANY", "THIRD", "argues", "argue"),
        ("BASE", "PAST", "went", "go"),
        ("BASE", "THIRD", "argues", "argue"),
        ("PARTICIPLE", "PAST", "began", "begun"),
        ("PARTICIPLE", "ONLY-BASE", "happen", "happened"),
        ("PLURAL", "COUNTABLE", "child", "children"),
        ("SINGULAR", "ONLY-PLURAL", "cities", "city"),
        ("then", "ADVERB", "slowly", "then"),
    ],
)
def test_the_right_form_is_written(right: str, found: str, word: str, expected: str) -> None:
    assert fixes(rule(form(right, found)), f"Well, so {word} it.") == [expected]


def test_a_form_that_is_not_known_is_no_finding() -> None:
    assert texts(rule(form("BASE", "NOUN")), "Well, so window it.") == []


def test_two_lines_that_find_the_same_word_are_one_finding() -> None:
    lines = "[{words: 'he {were}', right: was}, {words: '^ he {were}', right: was}]"
    assert texts(rule(f"kind: grammar\nlines: {lines}"), "He were late.") == ["were"]


def test_the_suggestion_takes_the_capitals_of_the_word() -> None:
    assert fixes(rule("kind: grammar\nlines: [{words: '{(is)} PLURAL', right: MANY}]"), "Is visitors late?") == ["Are"]


@pytest.mark.parametrize("words", ["the PLURAL has", "{the} PLURAL {has}", "the PLURAL{1,2}"])
def test_one_pair_of_braces_is_needed(words: str) -> None:
    with pytest.raises(RuleError, match="one pair of braces"):
        groups([rule(f"kind: grammar\nlines: [{{words: '{words}', right: MANY}}]")], Config())
