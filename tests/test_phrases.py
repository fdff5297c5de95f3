from __future__ import annotations

import pytest

from lint.dictionary.phrases import House, Near, around, is_slip, table


def test_the_table_knows_the_place_and_the_right_word() -> None:
    words = "he is in the throws of it".split()
    assert list(table().near(words, 2)) == [Near(4, 2, "throes", False, True)]
    assert list(table().near(words, 3)) == []
    assert list(table().near(words, len(words) - 1)) == []


def test_a_phrase_of_a_house_has_any_longer_word_open() -> None:
    house = House(["quarter past seven"])
    assert list(house.near(["quarter", "pass", "seven"], 0)) == [Near(3, 1, "past", False, True)]
    assert list(house.near(["quarter", "pass", "eight"], 0)) == []
    assert list(house.near(["quarter", "pass"], 0)) == []
    assert list(House(["the end"]).near(["the", "and"], 0)) == []


def test_a_phrase_with_a_capital_after_its_first_word_is_a_name() -> None:
    assert [n.name for n in House(["Quarter Past"]).near(["quarter", "pass"], 0)] == [True]
    assert [n.name for n in House(["Quarter past"]).near(["quarter", "pass"], 0)] == [False]


@pytest.mark.parametrize(
    ("at", "expected"),
    [(0, (("a", "b", "c", "d", "e"), 0)), (3, (("b", "c", "d", "e", "f"), 2)), (5, (("b", "c", "d", "e", "f"), 4))],
)
def test_the_words_around_one_of_a_long_phrase(at: int, expected: tuple[tuple[str, ...], int]) -> None:
    assert around(("a", "b", "c", "d", "e", "f"), at) == expected


@pytest.mark.parametrize(
    ("word", "right", "slip"),
    [
        ("throws", "throes", True),
        ("manor", "manner", True),
        ("throes", "throes", False),
        ("throess", "throes", False),
        ("weapons", "weapon", False),
        ("window", "throes", False),
    ],
    ids=["a letter", "the sound", "itself", "no word", "a form of it", "another word"],
)
def test_what_is_a_slip(word: str, right: str, slip: bool) -> None:
    assert is_slip(word, right) is slip
