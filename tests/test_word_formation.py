from __future__ import annotations

import pytest
from words_of import LEXICON, LexiconWith, story, token

from lint.dictionary.lexicon import Lexicon
from lint.dictionary.reasons import first
from lint.dictionary.word_formation import BUILT, IN_COMPOUND, NEW, Part, Word, Wordhood


def word(text: str, dialect: str = "en-GB", lexicon: Lexicon = LEXICON) -> Word:
    return Word(text, dialect, lexicon)


def why(text: str, of: str, *own: str) -> str | None:
    """Why a word is one, where it stands in a text."""
    told = story(text)
    return Wordhood(LEXICON, own).reason(token(told, of), told.document)


def built(text: str, lexicon: Lexicon = LEXICON) -> tuple[str, bool] | None:
    """The reason that says whether a word is built, and what it says."""
    reason = first(BUILT, word(text, lexicon=lexicon))
    return (reason.name, reason.verdict) if reason else None


def new(text: str, lexicon: Lexicon = LEXICON) -> tuple[str, bool] | None:
    reason = first(NEW, word(text, lexicon=lexicon))
    return (reason.name, reason.verdict) if reason else None


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
        ("A mushroom, Amanita virosa, is deadly.", "virosa", "a species"),
        ("A mushroom, A. virosa, is deadly.", "virosa", "a species"),
        ("A mushroom, London virosa, is deadly.", "virosa", None),
        ("A spider, Isopeda vasta, is shy.", "vasta", "a species"),
        ("A mushroom, Amanita virosk, is deadly.", "virosk", None),
        ("In all, the Amanita thsis is deadly.", "thsis", None),
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


AFFIXED, TWO, FORMED = ("a beginning or an ending", True), ("two words", True), ("an ending of grammar", True)
SHORT, SLIP = ("too short", False), ("a slip of a word", False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("antitax", TWO),
        ("unpriced", AFFIXED),
        ("untax", SHORT),
        ("goverment", SLIP),
        ("lifehood", AFFIXED),
        ("spongegate", AFFIXED),
        ("superclubs", AFFIXED),
        ("housebuilders", TWO),
        ("webstreamed", TWO),
        ("townmapping", TWO),
        ("saidhostage", None),
        ("hostagethe", None),
        ("templating", FORMED),
        ("compromisable", FORMED),
        ("qwzxting", None),
        ("antiqwzx", None),
        ("mayorxyz", None),
    ],
)
def test_what_says_that_a_word_is_built(text: str, reason: tuple[str, bool] | None) -> None:
    assert built(text) == reason


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("antibrqx", {"brqx": 2.5}, AFFIXED),
        ("antibrqx", {"brqx": 2.49}, None),
        ("antiqbrx", {"brqx": 6.0}, None),
        ("interqxz", {"qxz": 6.0}, TWO),
        ("brqxgate", {"brqx": 2.5}, AFFIXED),
        ("antibrqxs", {"brqx": 2.5}, AFFIXED),
        ("antibrqs", {"brq": 2.5}, None),
        ("antibrqss", {"brqs": 2.5}, None),
        ("antibrqxa", {"brqx": 2.5}, None),
        ("antibrqx", {"antibrqy": 2.0, "brqx": 5.0}, SLIP),
        ("antibrqx", {"antibrqy": 1.99, "brqx": 5.0}, AFFIXED),
        ("brqxing", {"brqx": 3.0}, FORMED),
        ("brqxing", {"brqx": 2.99}, None),
        ("brqxing", {"brqxe": 3.0}, FORMED),
        ("brqxing", {"brqxe": 2.99}, None),
        ("brqxing", {"brqx": 3.0, "brqxingt": 1.0}, None),
        ("brqxqzt", {"brqx": 6.0}, None),
        ("brqxkwvz", {"brqx": 3.5, "kwvz": 3.0}, TWO),
        ("brqxkwvz", {"brqx": 3.49, "kwvz": 3.0}, None),
        ("brqxkwvz", {"brqx": 3.5, "kwvz": 2.99}, None),
        ("brqkwvz", {"brq": 4.3, "kwvz": 3.0}, TWO),
        ("brqkwvz", {"brq": 4.29, "kwvz": 3.0}, None),
        ("kwvzbrq", {"brq": 4.3, "kwvz": 3.5}, TWO),
        ("kwvzbrq", {"brq": 4.29, "kwvz": 3.5}, None),
        ("kwvzxbr", {"br": 7.0, "kwvzx": 7.0}, None),
        ("brkwvzx", {"br": 7.0, "kwvzx": 7.0}, None),
        ("brqxkwvzs", {"brqx": 3.5, "kwvz": 3.0}, TWO),
        ("brqxkwvzed", {"brqx": 3.5, "kwvz": 3.0}, TWO),
        ("brqxkwvzing", {"brqx": 3.5, "kwvz": 3.0}, TWO),
        ("brqxgave", {"brqx": 6.0}, None),
    ],
)
def test_how_common_and_long_the_parts_of_a_built_word_are(
    text: str, words: dict[str, float], reason: tuple[str, bool] | None
) -> None:
    assert built(text, LexiconWith(words)) == reason


@pytest.mark.parametrize("text", ["antibrqx", "brqxkwvz", "brqxing"])
def test_what_people_only_write_is_no_part_of_a_word(text: str) -> None:
    assert built(text, LexiconWith({}, {"brqx": 6.0, "kwvz": 6.0})) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hsotage", ("rare", False)),
        ("covariation", ("rare", False)),
        ("scientology", ("many write it", True)),
        ("monday", ("a name", False)),
        ("quo", ("many write it", True)),
        ("doesnt", ("a slip of a commoner word", False)),
    ],
)
def test_what_says_that_a_word_is_new(text: str, reason: tuple[str, bool]) -> None:
    assert new(text) == reason


@pytest.mark.parametrize(
    ("text", "written", "words", "reason"),
    [
        ("brqxkwv", 2.9, {}, ("many write it", True)),
        ("brqxkwv", 2.89, {}, ("rare", False)),
        ("brqx'kw", 2.9, {}, ("an apostrophe", False)),
        ("brqxkwv", 4.0, {"Brqxkwv": 4.0}, ("a name", False)),
        ("brqxkwv", 3.99, {"Brqxkwv": 3.99}, ("many write it", True)),
        ("brqxkwv", 3.0, {"brqxkwy": 3.8}, ("a slip of a commoner word", False)),
        ("brqxkwv", 3.0, {"brqxkwy": 3.79}, ("many write it", True)),
    ],
)
def test_how_common_a_new_word_is(text: str, written: float, words: dict[str, float], reason: tuple[str, bool]) -> None:
    assert new(text, LexiconWith(words, {text: written})) == reason


def test_a_word_may_be_built_or_new() -> None:
    wordhood = Wordhood(LexiconWith({}, {"brqxkwv": 3.0}), ())
    assert wordhood.is_built_or_new("superclubs", "en-GB")
    assert wordhood.is_built_or_new("brqxkwv", "en-GB")
    assert wordhood.is_built_or_new("hsotage", "en-GB") is False


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("mayor'd", True), ("ca'n't", False), ("can't", True), ("gov't", True), ("sha'n't", False), ("qwzx's", False),
     ("mayor", False), ("wo", False), ("y'all", True), ("mayor't", False)],
)  # fmt: skip
def test_a_contraction_is_of_a_known_word(text: str, is_one: bool) -> None:
    assert word(text).is_contraction() is is_one


@pytest.mark.parametrize(
    ("head", "text", "tail", "reason"),
    [
        ("London", "bsed", "", ("a slip after a name", False)),
        ("tea", "bsed", "", ("short", True)),
        ("", "lnog", "term", ("a slip before its other half", False)),
        ("", "lnog", "", ("short", True)),
        ("tea", "abcdf", "", ("nothing is near it", True)),
        ("", "natoinale", "Xyzzy", ("beside a name", True)),
        ("Xyzzy", "natoinale", "", ("beside a name", True)),
        ("Tea", "linkde", "", ("a slip of a common word", False)),
        ("co", "ordinated", "", ("known as a whole", True)),
        ("middle", "calss", "", ("a slip after its other half", False)),
        ("tea", "modafinil", "", ("nothing is near it", True)),
    ],
)
def test_what_says_that_a_part_of_a_compound_is_right(
    head: str, text: str, tail: str, reason: tuple[str, bool]
) -> None:
    spoke = first(IN_COMPOUND, Part(word(text), head, tail))
    assert spoke is not None
    assert (spoke.name, spoke.verdict) == reason


@pytest.mark.parametrize(("common", "reason"), [(3.5, "a slip of a common word"), (3.49, "nothing is near it")])
def test_how_common_a_word_is_that_a_part_is_a_slip_of(common: float, reason: str) -> None:
    spoke = first(IN_COMPOUND, Part(word("brqxk", lexicon=LexiconWith({"brqxt": common})), "tea", ""))
    assert spoke is not None
    assert spoke.name == reason


@pytest.mark.parametrize(
    ("text", "of", "reason"),
    [
        ("The lnog-term plan", "lnog", None),
        ("The lnog–term plan", "lnog", None),
        ("a tea-linkde thing", "linkde", None),
        ("a Xyzzy-linkde thing", "linkde", "part of a compound"),
        ("a linkde-Xyzzy thing", "linkde", "part of a compound"),
        ("a linkde‑Xyzzy thing", "linkde", "part of a compound"),
        ("He met Khaled ibn-Omar", "ibn", "a particle of a name"),
        ("He met Khaled ibn al-Omar", "ibn", "a particle of a name"),
        ("He met Khaled abu‑Omar", "abu", "a particle of a name"),
        ("He met Khaled abu the abu", "abu", None),
        ("He met bqx Omar", "bqx", None),
    ],
)
def test_where_a_word_stands_may_say_what_it_is(text: str, of: str, reason: str | None) -> None:
    assert why(text, of) == reason
