from __future__ import annotations

import pytest
from words_of import LEXICON, LexiconWith, story

from lint.dictionary.lexicon import Lexicon
from lint.dictionary.unknown_words import Verdict, verdicts
from lint.dictionary.word_formation import Wordhood


def judged(text: str, lexicon: Lexicon = LEXICON) -> dict[str, Verdict]:
    """What each unknown word of a text is."""
    of = story(text)
    wordhood = Wordhood(lexicon, ())
    unknown = [t for t in of.lower if wordhood.reason(t, of.document) is None]
    return {token.text: verdict for token, verdict in verdicts(unknown, of, lexicon)}


NOIDA = "Officials in Greater Noida met. Later {} noida voted."


@pytest.mark.parametrize(
    ("text", "word", "sure", "reason"),
    [
        ("Further hsotage talks", "hsotage", True, "a slip of the pen"),
        ("Patients took modafinil.", "modafinil", False, "a term"),
        ("They met on monday.", "monday", True, "a slip of the pen"),
        ("See it on soundclound now.", "soundclound", True, "a brand"),
        (NOIDA.format("Greater"), "noida", True, "a name that lost its capital"),
        (NOIDA.format("the poor"), "noida", False, "a term"),
        ("They ate malotha mbeki qzwxa there.", "malotha", False, "among unknown words"),
        ("They ate hsotage mbeki qzwxa there.", "hsotage", True, "a slip of the pen"),
        ("They ate malotha qzwxa there.", "malotha", False, "a term"),
    ],
)
def test_what_an_unknown_word_is(text: str, word: str, sure: bool, reason: str) -> None:
    verdict = judged(text)[word]
    assert (verdict.sure, verdict.reason) == (sure, reason)


def test_a_name_that_lost_its_capital_is_offered_with_it() -> None:
    assert judged(NOIDA.format("Greater"))["noida"].offered == ["Noida"]
    assert judged("Greater Noida met. Greater noida met.")["noida"].reason != "a name that lost its capital"


def test_a_brand_is_offered_alone_and_only_for_a_long_word() -> None:
    assert judged("See it on soundclound now.")["soundclound"].offered == ["SoundCloud"]
    assert judged("See it on githbu now.")["githbu"].reason != "a brand"


def test_at_most_five_are_offered() -> None:
    assert len(judged("The caht sat.")["caht"].offered) == 5


def test_an_unknown_word_is_no_correction_of_another() -> None:
    found = judged("He became an infopreneur. Today’s infopreneurs sell what they know.")
    assert "infopreneurs" not in found["infopreneur"].offered
    assert "infopreneur" not in found["infopreneurs"].offered


def test_all_forms_of_a_word_are_counted() -> None:
    assert judged("The gzipped file.")["gzipped"].sure
    assert not judged("The gzipped file is gzipped.")["gzipped"].sure


def test_strangers_stand_in_one_paragraph_and_close_together() -> None:
    near = "among unknown words"
    assert judged("They ate malotha, qzwxa and mbxki there.")["malotha"].reason == near
    assert judged("They ate malotha, qzwxa and, when they could get hold of it, mbxki there.")["malotha"].reason != near
    assert judged("They ate malotha\n\nqzwxa\n\nmbxki there.")["malotha"].reason != near
    assert judged("They ate malotha, malotha and malotha there.")["malotha"].reason != near


@pytest.mark.parametrize(("common", "reason"), [(3.3, "a slip of the pen"), (3.29, "among unknown words")])
def test_a_common_word_is_meant_even_among_strangers(common: float, reason: str) -> None:
    lexicon = LexiconWith({"brqxk": common})
    assert judged("They ate brqkx mbqki qzwxa there.", lexicon)["brqkx"].reason == reason


def test_a_common_word_two_slips_away_is_not_meant_among_strangers() -> None:
    found = judged("They ate hsotaegs mbqki qzwxa there.")
    assert found["hsotaegs"].offered == ["hostages"]
    assert found["hsotaegs"].reason == "among unknown words"


@pytest.mark.parametrize(("apart", "near"), [(39, True), (40, False)])
def test_strangers_begin_within_forty_characters(apart: int, near: bool) -> None:
    gap = ("the " * 20)[: apart - len("malotha  qzwxa ")].rstrip().ljust(apart - len("malotha  qzwxa "), ".")
    text = f"They ate malotha qzwxa {gap} mbxki there."
    assert text.index("mbxki") - text.index("malotha") == apart
    assert (judged(text)["malotha"].reason == "among unknown words") is near


@pytest.mark.parametrize(("form", "brand"), [("Brqxkwv", True), ("Brqxkw", False)])
def test_a_short_word_is_no_brand(form: str, brand: bool) -> None:
    lexicon = LexiconWith({form[:3] + form[3:].capitalize(): 3.0})
    assert (judged(f"See {form.lower()} there.", lexicon)[form.lower()].reason == "a brand") is brand


def test_a_name_that_begins_a_sentence_is_no_evidence() -> None:
    assert judged("Officials in Greater Noida met. Greater noida voted.")["noida"].reason == "a term"
    assert judged("Noida met. They saw Greater noida.")["noida"].reason == "a term"
