from __future__ import annotations

import pytest

from lint.dictionary.edits import slip_cost
from lint.dictionary.lexicon import load
from lint.dictionary.suggestions import one_slip_away, ranked, suggest

LEXICON = load()


def offered(wrong: str, dialect: str = "en-GB", story: dict[str, int] | None = None) -> list[str]:
    return suggest(LEXICON, wrong, dialect, story)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hsotage", "hostage"), ("recieve", "receive"), ("goverment", "government"), ("definately", "definitely"),
        ("occured", "occurred"), ("seperate", "separate"), ("tommorow", "tomorrow"), ("accomodation", "accommodation"),
        ("untill", "until"), ("parliment", "parliament"), ("tothe", "to the"), ("embarassed", "embarrassed"),
    ],
)  # fmt: skip
def test_the_right_word_is_offered_first(wrong: str, right: str) -> None:
    assert offered(wrong)[0] == right


def test_at_most_five_are_offered_and_each_once() -> None:
    words = offered("caht")
    assert len(words) == 5
    assert len({w.lower() for w in words}) == len(words)
    assert suggest(LEXICON, "caht", "en-GB", most=1) == words[:1]


def test_suggestions_are_of_the_dialect() -> None:
    assert offered("colouur", "en-GB")[0] == "colour"
    assert offered("colorr", "en-US")[0] == "color"


def test_no_vulgar_word_is_offered() -> None:
    assert not {w.lower() for w in offered("shiit")} & {"shit", "shits"}


def odds(wrong: str, story: dict[str, int] | None = None) -> dict[str, float]:
    return dict(ranked(LEXICON, wrong, "en-GB", story))


def test_a_word_of_the_story_is_sixteen_times_as_likely() -> None:
    alone, told = odds("quoram"), odds("quoram", {"quorum": 2})
    assert told["quorum"] - alone["quorum"] == pytest.approx(1.2)
    assert odds("quoram", {"quorum": 0})["quorum"] == alone["quorum"]


def test_a_word_that_only_the_story_has_is_offered() -> None:
    assert "Okonjwo" in odds("okonjo", {"Okonjwo": 1})
    assert "Okonjwo" not in odds("okonjo", {"Okonjwos": 1})
    assert "quoram" not in odds("quoram", {"quoram": 3, "Quoram": 1})


def test_what_a_misspelling_is_known_to_stand_for_is_likelier() -> None:
    assert odds("recieve")["receive"] == pytest.approx(LEXICON.zipf("receive") - slip_cost("recieve", "receive") + 2.5)


def test_a_name_is_less_likely_than_a_word_as_common() -> None:
    assert odds("lodnon")["London"] == pytest.approx(LEXICON.zipf("London") - 1.0 - 1.05)


def test_a_name_is_not_offered_beside_the_word() -> None:
    words = odds("marhc")
    assert "march" in words
    assert "March" not in words


def test_words_that_ran_together_are_as_likely_as_the_rarer_of_them() -> None:
    assert odds("saidthe")["said the"] == pytest.approx(LEXICON.zipf("said") - 3.2)
    assert odds("onair")["on air"] == pytest.approx(LEXICON.zipf("air") - 3.2 - 0.8)


@pytest.mark.parametrize("wrong", ["saidhostage", "xthe", "thex", "hostagethe"])
def test_words_that_ran_together_are_common_ones(wrong: str) -> None:
    assert not [w for w in odds(wrong) if " " in w]


@pytest.mark.parametrize(("wrong", "right"), [("amayor", "a mayor"), ("ithink", "i think"), ("mayora", "mayor a")])
def test_one_letter_may_be_a_word(wrong: str, right: str) -> None:
    assert right in odds(wrong)


def test_what_is_far_less_likely_is_not_offered() -> None:
    words = odds("caht")
    assert 3.4 < max(words.values()) - min(words.values()) < 3.5


def test_the_likeliest_is_first() -> None:
    words = ranked(LEXICON, "caht", "en-GB")
    assert [o for _, o in words] == sorted((o for _, o in words), reverse=True)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("hsotaeg", "hostage"), ("hsotaegs", "hostages"), ("gvernmetn", "government"), ("acomodatoin", "accommodation")],
)
def test_common_words_are_found_two_slips_away_and_long_ones_three(wrong: str, right: str) -> None:
    assert right in odds(wrong)


@pytest.mark.parametrize(("wrong", "right"), [("hsotegx", "hostage"), ("xtx", "the")])
def test_shorter_words_are_not(wrong: str, right: str) -> None:
    assert right not in odds(wrong)


def test_words_one_slip_away_are_the_most_common_first() -> None:
    close = one_slip_away(LEXICON, "hosts", "en-GB")
    assert {"host", "ghosts", "posts", "hosts"} & set(close) == {"host", "ghosts", "posts"}
    assert [LEXICON.zipf(w) for w in close] == sorted((LEXICON.zipf(w) for w in close), reverse=True)


def test_a_name_one_slip_away_has_its_capital() -> None:
    assert "London" in one_slip_away(LEXICON, "lodnon", "en-GB")
