from __future__ import annotations

import pytest

from lint.dictionary.lexicon import edits, load, slip, sound

LEXICON = load()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hsotage", "hostage"), ("recieve", "receive"), ("goverment", "government"), ("definately", "definitely"),
        ("occured", "occurred"), ("seperate", "separate"), ("tommorow", "tomorrow"), ("accomodation", "accommodation"),
        ("untill", "until"), ("parliment", "parliament"), ("tothe", "to the"), ("embarassed", "embarrassed"),
    ],
)  # fmt: skip
def test_the_right_word_is_offered_first(wrong: str, right: str) -> None:
    assert LEXICON.suggest(wrong, "en-GB")[0] == right


def test_at_most_five_are_offered_and_each_once() -> None:
    offered = LEXICON.suggest("caht", "en-GB")
    assert 1 <= len(offered) <= 5
    assert len({w.lower() for w in offered}) == len(offered)


def test_a_word_of_the_story_is_preferred() -> None:
    assert LEXICON.suggest("quoram", "en-GB", {"Quorum": 3, "quorum": 2})[0].lower() == "quorum"


@pytest.mark.parametrize(
    ("dialect", "right", "wrong"),
    [("en-GB", "colour", "color"), ("en-US", "color", "colour"), ("en-AU", "centre", "center"), ("en-CA", "centre", "tyre"),
     ("en-NZ", "organise", "theater"), ("en-ZA", "labour", "labor")],
)  # fmt: skip
def test_each_dialect_has_its_own_spelling(dialect: str, right: str, wrong: str) -> None:
    assert LEXICON.has(right, dialect)
    assert not LEXICON.has(wrong, dialect)


def test_suggestions_are_of_the_dialect() -> None:
    assert LEXICON.suggest("colouur", "en-GB")[0] == "colour"
    assert LEXICON.suggest("colorr", "en-US")[0] == "color"


def test_the_commoner_slip_costs_less() -> None:
    assert slip("hsotage", "hostage") < slip("hostzge", "hostage")
    assert slip("ostage", "hostage") > slip("hostge", "hostage")
    assert slip("same", "same") == 0


def test_words_that_sound_alike() -> None:
    assert sound("definately") == sound("definitely")
    assert sound("phone") == sound("fone")


def test_every_slip_is_one_edit() -> None:
    found = set(edits("ab"))
    assert {"b", "a", "ba", "aab", "xb", "abz"} <= found
    assert "ab" not in found - {"ab"}


def test_brands() -> None:
    assert LEXICON.brand("Youtube") == "YouTube"
    assert LEXICON.brand("GutHub") == "GitHub"
    assert LEXICON.brand("Mcdonald") is None


def test_no_vulgar_word_is_offered() -> None:
    assert not {w.lower() for w in LEXICON.suggest("shiit", "en-GB")} & {"shit", "shits"}
