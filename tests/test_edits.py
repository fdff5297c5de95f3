from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint.dictionary.edits import edits, kind_of_slip, neighbours, same_letters, slip_cost, sound

WORDS = st.text(st.sampled_from("abest"), max_size=5)


@given(WORDS)
def test_every_edit_is_one_slip_away(word: str) -> None:
    assert {OSA.distance(word, e) for e in edits(word)} == {1}


@given(WORDS, WORDS)
def test_everything_one_slip_away_is_an_edit(word: str, other: str) -> None:
    assert (other in set(edits(word))) == (OSA.distance(word, other) == 1)


@pytest.mark.parametrize(("key", "around"), [("a", "qwsz"), ("g", "tyfhvb"), ("m", "jkn"), ("p", "ol"), ("q", "wa")])
def test_the_keys_around_a_key(key: str, around: str) -> None:
    assert neighbours()[key] == around


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("definately", "definitely"), ("fone", "phone"), ("bak", "back"), ("sity", "city"), ("siense", "science"),
        ("nashun", "nation"), ("nite", "night"), ("wen", "when"), ("nite", "knight"), ("nome", "gnome"), ("rite", "write"),
        ("juj", "judge"), ("jem", "gem"), ("roze", "rose"), ("taksi", "taxi"), ("krome", "chrome"), ("speshal", "special"),
    ],
)  # fmt: skip
def test_words_that_sound_alike(wrong: str, right: str) -> None:
    assert sound(wrong) == sound(right)


@pytest.mark.parametrize(("one", "other"), [("sign", "sing"), ("city", "kitty"), ("back", "bass"), ("gem", "hem")])
def test_words_that_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_same_letters() -> None:
    assert same_letters("hsotage", "hostage")
    assert not same_letters("hostge", "hostage")


SLIPS = [
    ("hsotage", "hostage", "swapped", 1.05),
    ("hostaeg", "hostage", "swapped", 1.8),
    ("occured", "occurred", "doubled letter dropped", 0.6),
    ("adress", "address", "doubled letter dropped", 0.6),
    ("hosstage", "hostage", "doubled", 0.6),
    ("goverment", "government", "dropped", 1.3),
    ("ostage", "hostage", "dropped", 2.2),
    ("definately", "definitely", "vowel", 1.0),
    ("hostahe", "hostage", "near key", 1.55),
    ("hostabge", "hostage", "key hit too", 1.65),
    ("jhostage", "hostage", "key hit too", 2.55),
    ("hostages", "hostage", "key hit too", 2.4),
    ("hostamge", "hostage", "added", 1.85),
    ("whostage", "hostage", "added", 2.75),
    ("absense", "absence", "other key", 1.5),
    ("hoctage", "hostage", "other key", 1.95),
    ("hosthge", "hostage", "other key", 1.95),
    ("hostame", "hostage", "other key", 1.95),
    ("hostagp", "hostagu", "other key", 2.7),
    ("xostage", "hostagex"[:7], "other key", 2.85),
    ("thhe", "the", "doubled", 0.6),
    ("hostaghe", "hostage", "key hit too", 1.65),
    ("hostpage", "hostage", "added", 1.85),
    ("gostage", "hostage", "near key", 2.45),
]


@pytest.mark.parametrize(("wrong", "right", "kind", "cost"), SLIPS)
def test_one_slip_has_a_kind_and_a_cost(wrong: str, right: str, kind: str, cost: float) -> None:
    assert kind_of_slip(wrong, right) == kind
    assert slip_cost(wrong, right) == pytest.approx(cost)


@pytest.mark.parametrize(
    ("wrong", "right", "cost"),
    [
        ("hsotaeg", "hostage", 1.55 + 2.9 - 0.6 + 0.3),
        ("hosatgs", "hostage", 1.55 + 2.9 + 0.3),
        ("hsotaxe", "hostage", 1.55 + 2.9),
        ("acomodation", "accommodation", 1.55 + 2.9),
        ("citys", "cities", 1.55 + 2.9 - 1.2 - 2.0),
        ("partyss", "parties", 1.55 + 2.9 - 1.2),
        ("partyz", "parties", 1.55 + 2 * 2.9 - 1.2 + 0.3),
        ("cityies", "cites", 1.55 + 2.9 - 1.2),
        ("partais", "parties", 1.55 + 2.9 - 1.2),
        ("ohsatge", "hostage", 1.55 + 2.9 - 0.6 + 0.9),
        ("htsaoge", "hostage", 1.55 + 2 * 2.9 - 0.6),
        ("oshtxe", "hostage", 1.55 + 3 * 2.9 + 0.9),
    ],
)
def test_several_slips_cost_more_unless_something_explains_them(wrong: str, right: str, cost: float) -> None:
    assert slip_cost(wrong, right) == pytest.approx(cost)


def test_no_slip_costs_nothing() -> None:
    assert slip_cost("hostage", "hostage") == 0


@pytest.mark.parametrize("word", ["acb", "bac", "ab", "abcd", "abbc", "xbc", "abx"])
def test_abc_has_these_words_one_slip_away(word: str) -> None:
    assert word in set(edits("abc"))
