from __future__ import annotations

import pytest

from lint.dictionary.known_names import COMMON_SURNAME, GIVEN, SURNAME, load
from lint.dictionary.lexicon import load as lexicon


@pytest.mark.parametrize(
    ("name", "which", "right"),
    [
        ("Kier Starmer", 0, "Keir"),
        ("Barrack Obama", 0, "Barack"),
        ("Hilary Clinton", 0, "Hillary"),
        ("Angela Merkle", 1, "Merkel"),
        ("Warren Buffet", 1, "Buffett"),
        ("British Colombia", 1, "Columbia"),
    ],
)
def test_a_slip_in_a_well_known_name(name: str, which: int, right: str) -> None:
    first, last = name.split()
    assert load().misnamed(first, last, lexicon()) == (which, right, True)


@pytest.mark.parametrize(
    "name",
    [
        "Keir Starmer",
        "Mo Salah",
        "Jane Browne",
        "José Mourinho",
        "Jose Mourinho",
        "South Dakota",
        "Pete Brook",
        "Intel Corp",
        "Deutsche Boerse",
    ],
)
def test_right_names_accents_forms_and_short_forms_are_left_alone(name: str) -> None:
    first, last = name.split()
    assert load().misnamed(first, last, lexicon()) is None


@pytest.mark.parametrize("name", ["Phillip Hammond", "Golden Glove", "Meeting Point"])
def test_where_others_bear_the_name_it_is_not_sure(name: str) -> None:
    first, last = name.split()
    found = load().misnamed(first, last, lexicon())
    assert found is not None
    assert not found.sure


def test_what_people_bear() -> None:
    names = load()
    assert names.bears("Smith", COMMON_SURNAME)
    assert names.bears("Ann", GIVEN)
    assert not names.bears("Starmer", SURNAME)
