from __future__ import annotations

import pytest

from lint.dictionary.lexicon import load

LEXICON = load()


@pytest.mark.parametrize(
    ("dialect", "right", "wrong"),
    [("en-GB", "colour", "color"), ("en-US", "color", "colour"), ("en-AU", "centre", "center"), ("en-CA", "centre", "tyre"),
     ("en-NZ", "organise", "theater"), ("en-ZA", "labour", "labor")],
)  # fmt: skip
def test_each_dialect_has_its_own_spelling(dialect: str, right: str, wrong: str) -> None:
    assert LEXICON.has(right, dialect)
    assert not LEXICON.has(wrong, dialect)


def test_dialects_are_bits_in_the_order_of_the_settings() -> None:
    assert LEXICON.dialects("theater") == 0b000010
    assert LEXICON.dialects("hsotage") == 0


@pytest.mark.parametrize("form", ["bakkie", "school-day", "voetsek"])
def test_a_word_of_south_africa_alone_counts_there_alone(form: str) -> None:
    assert LEXICON.has(form, "en-ZA")
    assert not LEXICON.anywhere(form)


@pytest.mark.parametrize("form", ["theater", "colour", "Monday"])
def test_a_word_of_any_other_dialect_counts_everywhere(form: str) -> None:
    assert LEXICON.anywhere(form)


def test_how_common_a_word_is_does_not_depend_on_its_casing() -> None:
    assert LEXICON.zipf("the") == pytest.approx(7.72, abs=0.05)
    assert LEXICON.zipf("The") == LEXICON.zipf("the")
    assert LEXICON.zipf("hsotage") == 0


@pytest.mark.parametrize("word", ["monday", "MONDAY", "Monday", "nato", "Hostage", "colour"])
def test_a_word_is_known_in_any_case(word: str) -> None:
    assert LEXICON.in_any_case(word)


@pytest.mark.parametrize("word", ["hsotage", "Lodnon", "bakkie"])
def test_what_no_dictionary_has_is_known_in_no_case(word: str) -> None:
    assert not LEXICON.in_any_case(word)


def test_what_a_known_misspelling_stands_for_is_in_the_dialect() -> None:
    assert LEXICON.misspelt("recieve", "en-GB") == ["receive"]
    assert LEXICON.misspelt("alot", "en-GB") == ["a lot", "allot"]
    assert LEXICON.misspelt("hostage", "en-GB") == []
    assert LEXICON.misspelt("colum", "en-GB") == ["column"]


def test_entries_are_the_words_of_dictionaries_that_are_so_common() -> None:
    common = dict(LEXICON.entries(6.0))
    assert common["the"] == LEXICON.zipf("the")
    assert min(common.values()) >= 6.0
    assert "council" not in common
    exactly = LEXICON.zipf("hostage")
    assert "hostage" in dict(LEXICON.entries(exactly))
    assert all(LEXICON.dialects(word) for word in common)


def test_a_form_may_be_known_that_no_dictionary_has() -> None:
    assert "hostage" in LEXICON
    assert "starbucks" in LEXICON
    assert LEXICON.dialects("starbucks") == 0
    assert "hsotage" not in LEXICON
