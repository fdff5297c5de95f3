from __future__ import annotations

import pytest
from words_of import LEXICON, LexiconWith

from lint.dictionary.lexicon import Lexicon
from lint.dictionary.suggestions import ranked
from lint.dictionary.typo_classifier import Evidence, features, is_slip, log_odds


def evidence(word: str, count: int = 1, lexicon: Lexicon = LEXICON) -> Evidence:
    return Evidence(word, ranked(lexicon, word, "en-GB"), count, lexicon, "en-GB")


@pytest.mark.parametrize(
    "word", ["hsotage", "recieve", "goverment", "informaton", "folllowing", "accomodate", "probem"]
)
def test_a_misspelling_is_a_slip(word: str) -> None:
    assert is_slip(evidence(word))


@pytest.mark.parametrize("word", ["illiberalism", "codenamed", "wimax", "maloti", "undercard", "asclepeion"])
def test_a_word_that_the_dictionaries_lack_is_none(word: str) -> None:
    assert not is_slip(evidence(word))


def test_a_word_that_the_story_has_twice_is_meant() -> None:
    assert is_slip(evidence("gzipped"))
    assert not is_slip(evidence("gzipped", count=2))


def test_a_misspelling_that_stands_twice_is_still_one() -> None:
    assert is_slip(evidence("hsotage", count=2))
    assert is_slip(evidence("accomodate", count=3))


def test_a_name_that_everybody_knows_lacks_only_its_capital() -> None:
    assert evidence("monday").lacks_only_capital
    assert is_slip(evidence("monday", count=3))
    assert not evidence("lodnon").lacks_only_capital
    assert not evidence("hanoverian").lacks_only_capital


@pytest.mark.parametrize(
    ("word", "count", "expected"),
    [
        ("hsotage", 1, {"": 1, "known": 0, "two apart": 0, "three apart": 0, "seen": 0, "two words": 0, "long": 0, "short": 0, "length": 7}),
        ("recieve", 3, {"known": 1, "seen": 1, "twice": 0, "thrice": 0}),
        ("gzipped", 2, {"twice": 1, "thrice": 0}),
        ("gzipped", 3, {"twice": 1, "thrice": 1}),
        ("hsotaegs", 1, {"two apart": 1, "three apart": 0, "long": 1}),
        ("acommodatoinxs", 1, {"two apart": 0, "three apart": 1}),
        ("saidthe", 1, {"two words": 1, "common": 3.5}),
        ("qzwxv", 1, {"likely": -9.0, "ahead": 3.0, "common": 3.5, "three apart": 1, "short": 1, "length": 5}),
        ("qzwxvq", 1, {"short": 0}),
        ("goverment", 1, {"ahead": 3.0}),
        ("webpages", 1, {"built": 1}),
        ("subsites", 1, {"built": 1}),
        ("sentencers", 1, {"built": 1}),
        ("outqwzx", 1, {"built": 0}),
    ],
)  # fmt: skip
def test_what_speaks_for_and_against(word: str, count: int, expected: dict[str, float]) -> None:
    found = features(evidence(word, count))
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_the_second_word_is_behind() -> None:
    near = ranked(LEXICON, "caht", "en-GB")
    assert evidence("caht").ahead == pytest.approx(near[0][1] - near[1][1])


@pytest.mark.parametrize(
    ("word", "words", "written", "clear"),
    [
        ("brqkxwv", {"brqxkwv": 3.3}, 0.0, True),
        ("brqkxwv", {"brqxkwv": 3.29}, 0.0, False),
        ("brqkxwv", {"brqxkwv": 3.3}, 0.04, False),
        ("brqxkwq", {"brqxkwv": 3.3}, 0.0, False),  # a key far away: not easy
        ("brqxowv", {"brqxkwv": 5.0}, 0.0, True),  # 1.55: a key nearby
        ("brqxklwv", {"brqxkwv": 5.0}, 0.0, False),  # 1.65: a key hit too
        ("brqkxvw", {"brqxkwv": 6.0}, 0.0, False),  # two slips
        ("recieve", {}, 2.0, True),  # known
    ],
)
def test_what_nobody_takes_for_a_term(word: str, words: dict[str, float], written: float, clear: bool) -> None:
    assert evidence(word, lexicon=LexiconWith(words, {word: written})).clear is clear


@pytest.mark.parametrize(
    ("words", "written", "only"),
    [
        ({"Brqxkwv": 4.0}, 4.0, True),
        ({"Brqxkwv": 3.99}, 3.99, False),
        ({"Brqxkwt": 4.0}, 4.0, False),
    ],
)
def test_a_name_that_lacks_its_capital_is_common(words: dict[str, float], written: float, only: bool) -> None:
    assert evidence("brqxkwv", lexicon=LexiconWith(words, {"brqxkwv": written})).lacks_only_capital is only


@pytest.mark.parametrize(
    ("word", "words", "is_built"),
    [
        ("brqxing", {"brqx": 2.5}, True),
        ("brqxing", {"brqx": 2.49}, False),
        ("brqxing", {"brqxe": 2.5}, True),
        ("brqing", {"brq": 6.0}, False),
        ("outbrqx", {"brqx": 2.5}, True),
        ("outbrq", {"brq": 6.0}, False),
        ("xutbrqx", {"brqx": 6.0}, False),
        ("brqxqzz", {"brqx": 6.0}, False),
    ],
)
def test_a_built_word_stands_on_a_common_one(word: str, words: dict[str, float], is_built: bool) -> None:
    assert evidence(word, lexicon=LexiconWith(words)).built is is_built


def test_what_people_only_write_is_no_stem() -> None:
    assert not evidence("brqxing", lexicon=LexiconWith({}, {"brqx": 6.0})).built


def test_a_word_that_is_ever_written_has_been_seen() -> None:
    assert features(evidence("brqxkwv", lexicon=LexiconWith({}, {"brqxkwv": 0.04})))["seen"] == 1


ODDS = [
    ("hsotage", 1, 3.98),
    ("recieve", 1, 5.28),
    ("gzipped", 1, 2.28),
    ("gzipped", 3, -6.20),
    ("saidthe", 1, 1.38),
    ("hsotaegs", 1, 0.44),
    ("acommodatoinxs", 1, -0.08),
    ("subsites", 1, -2.91),
    ("qzwxv", 1, -6.46),
]


@pytest.mark.parametrize(("word", "count", "expected"), ODDS)
def test_the_weights_are_those_that_were_fitted(word: str, count: int, expected: float) -> None:
    assert log_odds(evidence(word, count)) == pytest.approx(expected, abs=0.005)
