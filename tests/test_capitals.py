from __future__ import annotations

import pytest
from words_of import LEXICON, story

from lint.dictionary.capitals import misspelt


def said(text: str) -> dict[str, list[str]]:
    return {t.text: meant for t, meant in misspelt(story(text), LEXICON)}


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("PENGIUN COLONY SAVED FROM FIRE", "PENGIUN", "PENGUIN"),
        ("GOVERMENT PUBLISHES REPORT ON HOSTAGES", "GOVERMENT", "GOVERNMENT"),  # known as a misspelling
        ("COUNCL TALKS FAIL AGAIN", "COUNCL", "COUNCIL"),
        ("PLANNING COMMITTEA MEETS AGAIN", "COMMITTEA", "COMMITTEE"),  # long enough for another letter
        ("GUYMRI, Armenia – The mayor of Gyumri left.", "GUYMRI", "GYUMRI"),
        ("MERREDEN, Kent – The mayor of Merrenden left.", "MERREDEN", "MERRENDEN"),
    ],
)
def test_a_word_in_capitals_is_spelt_as_others_are(text: str, word: str, meant: str) -> None:
    assert said(text)[word][0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "The PENGIUN COLONY WAS SAVED",  # not all in capitals
        "PENGIUN COLONY SAVED",  # too few known words
        "COUNXIL TALKS FAIL AGAIN",  # another letter, as names and abbreviations have
        "UNCTAD TALKS FAIL AGAIN",
        "TEHX TALKS FAIL AGAIN",  # an abbreviation
        "PENGIUN-LIKE COLONY SAVED FROM FIRE",
        "GYUMRIS, Armenia – The mayor of Gyumri left.",  # its plural
        "GYAMRI, Armenia – The mayor of Gyumri left.",  # another letter
        "NATION TALKS FAIL AGAIN",
    ],
)
def test_abbreviations_and_names_are_left_alone(text: str) -> None:
    assert said(text) == {}
