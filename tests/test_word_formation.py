from __future__ import annotations

import pytest
from words_of import LEXICON, story, token

from lint.dictionary.reasons import first
from lint.dictionary.word_formation import BUILT, IN_COMPOUND, NEW, Part, Word, Wordhood


def word(text: str, dialect: str = "en-GB") -> Word:
    return Word(text, dialect, LEXICON)


def why(text: str, of: str, *own: str) -> str | None:
    """Why a word is one, where it stands in a text."""
    told = story(text)
    return Wordhood(LEXICON, own).reason(token(told, of), told.document)


@pytest.mark.parametrize(
    ("text", "of", "reason"),
    [
        ("He is an ok man.", "ok", "too short"),
        ("The council met.", "council", "in a dictionary"),
        ("A color faded.", "color", "in a dictionary"),
        ("The mayor'd gone.", "mayor'd", "a contraction"),
        ("He can't go.", "can't", "in a dictionary"),
        ("It gov't said.", "gov't", "a contraction"),
        ("He met Khalil al-Hayya.", "al", "too short"),
        ("He met Usama bin Laden.", "bin", "in a dictionary"),
        ("He met Said abu Omar.", "abu", "a particle of a name"),
        ("He met the abu there.", "abu", None),
        ("He met Hana bint al-Omar.", "bint", "a particle of a name"),
        ("It is an Anna-liesl film.", "liesl", "part of a compound"),
        ("It is a liesl film.", "liesl", None),
        ("A superbright lamp.", "superbright", "built of known words"),
        ("The quo held.", "quo", "a new word"),
        ("Further hsotage talks", "hsotage", None),
    ],
)
def test_why_a_word_is_one(text: str, of: str, reason: str | None) -> None:
    assert why(text, of) == reason


def test_the_newsrooms_own_words_are_words() -> None:
    assert why("Further hsotage talks", "hsotage", "hsotage") == "the newsroom’s own"


def test_south_africas_own_words_are_words_there() -> None:
    assert word("bakkie", "en-ZA").is_in_dictionary()
    assert not word("bakkie", "en-GB").is_in_dictionary()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("antitax", "two words"),
        ("unpriced", "a beginning or an ending"),
        ("untax", "too short"),
        ("goverment", "a slip of a word"),
        ("lifehood", "a beginning or an ending"),
        ("spongegate", "a beginning or an ending"),
        ("superclubs", "a beginning or an ending"),
        ("housebuilders", "two words"),
        ("webstreamed", "two words"),
        ("townmapping", "two words"),
        ("sofaceiling", "two words"),
        ("saidhostage", None),
        ("hostagethe", None),
        ("templating", "an ending of grammar"),
        ("compromisable", "an ending of grammar"),
        ("qwzxting", None),
        ("antiqwzx", None),
        ("mayorxyz", None),
    ],
)
def test_what_says_that_a_word_is_built(text: str, reason: str | None) -> None:
    spoke = first(BUILT, word(text))
    assert (spoke.name if spoke else None) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hsotage", "rare"),
        ("covariation", "rare"),
        ("scientology", "many write it"),
        ("monday", "a name"),
        ("quo", "many write it"),
        ("doesnt", "a slip of a commoner word"),
        ("mum'll", "rare"),
    ],
)
def test_what_says_that_a_word_is_new(text: str, reason: str) -> None:
    spoke = first(NEW, word(text))
    assert spoke is not None
    assert spoke.name == reason


@pytest.mark.parametrize(
    ("head", "text", "tail", "reason"),
    [
        ("London", "bsed", "", "a slip after a name"),
        ("tea", "bsed", "", "short"),
        ("", "lnog", "term", "a slip before its other half"),
        ("", "lnog", "", "short"),
        ("tea", "abcdf", "", "nothing is near it"),
        ("", "natoinale", "Xyzzy", "beside a name"),
        ("Xyzzy", "natoinale", "", "beside a name"),
        ("Tea", "linkde", "", "a slip of a common word"),
        ("co", "ordinated", "", "known as a whole"),
        ("middle", "calss", "", "a slip after its other half"),
        ("tea", "linkde", "", "a slip of a common word"),
        ("tea", "modafinil", "", "nothing is near it"),
        ("neo", "diese", "", "a slip of a common word"),
    ],
)
def test_what_says_that_a_part_of_a_compound_is_right(head: str, text: str, tail: str, reason: str) -> None:
    spoke = first(IN_COMPOUND, Part(word(text), head, tail))
    assert spoke is not None
    assert spoke.name == reason
