from __future__ import annotations

import pytest

from lint.dictionary.lexicon import load
from lint.dictionary.typo_classifier import is_slip


def sure(word: str, count: int = 1) -> bool:
    return is_slip(word, load().ranked(word, "en-GB"), count, load(), "en-GB")


@pytest.mark.parametrize(
    "word", ["hsotage", "recieve", "goverment", "informaton", "folllowing", "accomodate", "probem"]
)
def test_a_misspelling_is_a_slip(word: str) -> None:
    assert sure(word)


@pytest.mark.parametrize("word", ["illiberalism", "codenamed", "wimax", "maloti", "undercard", "asclepeion"])
def test_a_word_that_the_dictionaries_lack_is_none(word: str) -> None:
    assert not sure(word)


def test_a_word_that_the_story_has_twice_is_meant() -> None:
    assert sure("gzipped")
    assert not sure("gzipped", count=2)


def test_a_misspelling_that_stands_twice_is_still_one() -> None:
    assert sure("hsotage", count=2)
    assert sure("accomodate", count=3)
