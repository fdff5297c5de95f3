from __future__ import annotations

import pytest
from words_of import LEXICON, story, token

from lint.dictionary.capitalised import Capitalised
from lint.dictionary.name_readings import ANOTHER_NAME, NOT_FAMOUS, SLIP_OF_WORD, Reading
from lint.dictionary.proper_names import Naming, Verdict
from lint.dictionary.reasons import first
from lint.dictionary.word_formation import Wordhood


def judged(text: str, word: str, *own: str) -> Verdict:
    of = story(text)
    return Naming(LEXICON, Wordhood(LEXICON, own), own).judge(token(of, word), of)


def reading(text: str, word: str, meant: str) -> Reading:
    of = story(text)
    return Reading(Capitalised(token(of, word), of, LEXICON, Wordhood(LEXICON, ()), ()), meant)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("He met O'Nelil there.", "O'Nelil", "an apostrophe"),
        ("Thes figures are new.", "Thes", "a little word at the beginning of a sentence"),
        ("Thes and Thes are new.", "Thes", "a short name"),
        ("Thes-based figures are new.", "Thes", "a short name"),
        ("He met Noj there.", "Noj", "too short"),
        ("He met Masy there.", "Masy", "a short name"),
        ("He met Masyo there.", "Masyo", "a name that nobody knows"),
        ("He met London there.", "London", "in a dictionary"),
        ("The Hendersons left.", "Hendersons", "a family"),
        ("Superbright lamps shone.", "Superbright", "a word at the beginning of a sentence"),
        ("The Superbright lamps shone.", "Superbright", "a name that nobody knows"),
        ("The Servce met.", "Servce", "a known misspelling"),
        ("He met Broen there.", "Broen", "a name that people have"),
    ],
)
def test_what_kind_of_word_it_is(text: str, word: str, kind: str) -> None:
    assert judged(text, word).kind == kind


def test_the_newsrooms_own_names_are_right() -> None:
    assert judged("He went to Lodnon in May.", "Lodnon", "lodnon") == Verdict(
        [], "the newsroom’s own", "the newsroom’s own"
    )


@pytest.mark.parametrize(
    ("text", "word", "candidates", "reason"),
    [
        ("Thes figures are new.", "Thes", ["The", "These"], "a little word is near"),
        ("Wiht luck, they hold.", "Wiht", ["With"], "a little word is near"),
        (
            "Ms Okonjwo and Mr Okonjwo met. Mr Okonwjo left.",
            "Okonwjo",
            ["Okonjwo"],
            "the story has another spelling oftener",
        ),
        ("Keir Starmer, Keir Starmer and Kier Starmer met.", "Kier", ["Keir"], "the story has the person oftener"),
        ("Bola Lusy and Bola Lusy met. Ade Lusu left.", "Lusu", ["Lusy"], "the story has the person oftener"),
        ("The Postal Servce met.", "Servce", ["Service", "Serve"], "a known misspelling"),
        (
            "The Service and Service of Servce met.",
            "Servce",
            ["Service", "Serve"],
            "the story has another spelling oftener",
        ),
        ("The mayor and Brown, Brown, Broen met.", "Broen", ["Brown"], "the story has the person oftener"),
        ("He moved to Lodnon in May.", "Lodnon", ["London"], "a common word is near"),
        ("Later Daavid came.", "Daavid", ["David"], "a famous name is near"),
        ("Mr Netanyhau left.", "Netanyhau", ["Netanyahu"], "a famous name is near"),
        ("He met Masyo there.", "Masyo", [], "a name that nobody knows"),
    ],
)
def test_what_was_meant_and_why(text: str, word: str, candidates: list[str], reason: str) -> None:
    verdict = judged(text, word)
    assert verdict.candidates == candidates
    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The vote went to Okonjwo and Okonjwos.", "Okonjwos"),
        ("Keir Starmer, Keir Starmer and Kier Smith met.", "Kier"),
        ("Jean Smith, Jean Smith and Joan Smith met.", "Joan"),
        ("Rob Smith, Rob Smith and Robe Smith met.", "Robe"),
        ("Gordon Brown, Gordon Brown and Nils Broen met.", "Broen"),
        ("Ade Masi, Bola Masi and Maso met.", "Masi"),
        ("Okonjwo and Okonwjo met.", "Okonwjo"),
        ("Lodnon and Lodnon met.", "Lodnon"),
        ("He saw the Lodnon-based firm.", "Lodnon"),
        ("He went with the Barneas.", "Barneas"),
        ("Later Daavids came.", "Daavids"),
        ("Noje agreed.", "Noje"),
        ("Ofer did not.", "Ofer"),
    ],
)
def test_names_that_are_left_alone(text: str, word: str) -> None:
    assert judged(text, word).candidates == []


@pytest.mark.parametrize(
    ("text", "word", "meant", "reason"),
    [
        ("The National Acdemy met.", "Acdemy", "academy", "a surname that lacks a letter of a very common word"),
        ("The United Stattes met.", "Stattes", "states", "a surname"),
        ("The Geological Suvey met.", "Suvey", "survey", "a surname"),
        ("Definately he left.", "Definately", "definitely", "sounds alike"),
        ("Outputing it was hard.", "Outputing", "outputting", "sounds alike"),
        ("He saw the Collaery.", "Collaery", "colliery", "a rare word"),
        ("He met Riberto there.", "Riberto", "Roberto", "a rare word"),
        ("The old Whtie paper", "Whtie", "white", "letters swapped"),
        ("Reslts are out.", "Reslts", "results", "an ordinary word"),
        ("The old Reslts are out.", "Reslts", "results", "an ordinary word"),
        ("He left on Ocober 3.", "Ocober", "October", "a month or a day"),
        ("in old Zeaaland now", "Zeaaland", "Zealand", "long, and the end is right"),
        ("the old Governmenr met", "Governmenr", "government", "very long, and no end of a name"),
        ("the old Governmena met", "Governmena", "government", None),
        ("he met Clyme there", "Clyme", "Clyde", None),
    ],
)
def test_what_says_that_it_is_a_slip_of_a_word(text: str, word: str, meant: str, reason: str | None) -> None:
    spoke = first(SLIP_OF_WORD, reading(text, word, meant))
    assert (spoke.name if spoke else None) == reason


@pytest.mark.parametrize(
    ("text", "word", "meant", "reason"),
    [
        ("Keir Starmer and Kier Smith met.", "Kier", "Keir", "another person"),
        ("Keir Starmer and Kier Starmer met.", "Kier", "Keir", None),
        ("Rob Smith and Robe Smith met.", "Robe", "Rob", "one is longer"),
        ("Robe Smith and Rob Smith met.", "Rob", "Robe", "one is longer"),
        ("White Smith and Whate Smith met.", "Whate", "White", "a word"),
        ("Anna Smith and Anne Smith met.", "Anne", "Anna", "two common names"),
        ("Brain Smith and Brian Smith met.", "Brian", "Brain", "a word"),
    ],
)
def test_why_an_oftener_name_is_another_one(text: str, word: str, meant: str, reason: str | None) -> None:
    spoke = first(ANOTHER_NAME, reading(text, word, meant))
    assert (spoke.name if spoke else None) == reason


@pytest.mark.parametrize(
    ("word", "meant", "reason"),
    [
        ("Daavid", "david", None),
        ("Daxid", "david", "other letters"),
        ("Counncil", "council", "a word"),
        ("Livinn", "livin", "a word without its g"),
    ],
)
def test_why_a_famous_name_was_not_meant(word: str, meant: str, reason: str | None) -> None:
    spoke = first(NOT_FAMOUS, reading(f"Later {word} came.", word, meant))
    assert (spoke.name if spoke else None) == reason
