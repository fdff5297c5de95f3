from __future__ import annotations

import pytest
from words_of import LEXICON, LexiconWith

from lint.dictionary.edits import slip_cost
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.suggestions import one_slip_away, ranked, suggest


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


def odds(wrong: str, story: dict[str, int] | None = None, lexicon: Lexicon = LEXICON) -> dict[str, float]:
    return dict(ranked(lexicon, wrong, "en-GB", story))


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


# ---- how common and how long words are ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "words", "found"),
    [
        ("brkqvx", {"brqkxv": 1.8}, True),  # two slips
        ("brkqvx", {"brqkxv": 1.79}, False),
        ("bqrkxvzj", {"brqkvxjz": 3.0}, False),  # three, in eight letters
        ("bqrkxvzjm", {"brqkvxjzm": 3.0}, True),  # three, in nine
        ("bqrkxvzjmhf", {"brqkvxjzfmd": 3.0}, False),  # five
        ("qrbx", {"rqxb": 3.0}, True),  # two, in four letters
        ("qxb", {"xqd": 3.0}, False),  # two, in three letters
        ("brkqv", {"brqkxvj": 3.0}, False),
        ("brqkv", {"brqkvxj": 3.0}, True),  # two letters more
        ("brqkvxj", {"brqkv": 3.0}, True),  # two letters less
    ],
)
def test_which_words_several_slips_away_are_thought_of(wrong: str, words: dict[str, float], found: bool) -> None:
    assert (next(iter(words)) in odds(wrong, lexicon=LexiconWith(words))) is found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [(4.2, 4.2, True), (4.19, 5.0, False), (5.0, 4.19, False)],
)
def test_both_words_that_ran_together_are_common(left: float, right: float, found: bool) -> None:
    lexicon = LexiconWith({"brqx": left, "kwvz": right})
    assert ("brqx kwvz" in odds("brqxkwvz", lexicon=lexicon)) is found


def test_words_that_ran_together_are_words() -> None:
    assert not odds("brqxkwvz", lexicon=LexiconWith({"brqx": 5.0}, {"kwvz": 5.0}))
    assert not odds("brqxkwvz", lexicon=LexiconWith({"kwvz": 5.0}, {"brqx": 5.0}))


@pytest.mark.parametrize(
    ("wrong", "words", "found"),
    [
        ("abrqx", {"brqx": 5.0}, "a brqx"),
        ("brqxa", {"brqx": 5.0}, "brqx a"),
        ("brqxi", {"brqx": 5.0}, None),
        ("kbrqx", {"brqx": 5.0, "k": 6.0}, None),
        ("brqxk", {"brqx": 5.0, "k": 6.0}, None),
        ("kobrqx", {"brqx": 5.0, "ko": 6.0}, "ko brqx"),
        ("brqxko", {"brqx": 5.0, "ko": 6.0}, "brqx ko"),
    ],
)
def test_which_letters_are_words(wrong: str, words: dict[str, float], found: str | None) -> None:
    assert [w for w in odds(wrong, lexicon=LexiconWith(words)) if " " in w] == ([found] if found else [])


@pytest.mark.parametrize(("behind", "found"), [(3.49, True), (3.51, False)])
def test_how_far_behind_a_word_may_be(behind: float, found: bool) -> None:
    lexicon = LexiconWith({"brqxkw": 6.0, "brqxkv": 6.0 - behind})
    assert ("brqxkv" in odds("brqxkc", lexicon=LexiconWith({"brqxkm": 6.0, "brqxkn": 6.0 - behind}))) is False
    costs = slip_cost("brqxkt", "brqxkw") - slip_cost("brqxkt", "brqxkv")
    assert costs == 0
    assert ("brqxkv" in odds("brqxkt", lexicon=lexicon)) is found


def test_the_word_itself_is_not_offered() -> None:
    assert "hostage" not in odds("hostage")
    assert "hostage" not in one_slip_away(LEXICON, "hostage", "en-GB")


def test_words_of_the_story_are_one_slip_away() -> None:
    assert "brqkxvz" in odds("brqxkvz", {"brqkxvz": 1})
    assert "brqkxzv" not in odds("brqxkvz", {"brqkxzv": 1})
    assert "BRQXKVZ" not in odds("brqxkvz", {"BRQXKVZ": 1})


def test_no_vulgar_word_is_near() -> None:
    assert "shit" not in one_slip_away(LEXICON, "shiit", "en-GB")
