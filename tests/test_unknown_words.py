from __future__ import annotations

import pytest
from words_of import LEXICON, story

from lint.dictionary.unknown_words import Verdict, verdicts
from lint.dictionary.word_formation import Wordhood


def judged(text: str) -> dict[str, Verdict]:
    """What each unknown word of a text is."""
    of = story(text)
    wordhood = Wordhood(LEXICON, ())
    unknown = [t for t in of.lower if wordhood.reason(t, of.document) is None]
    return {token.text: verdict for token, verdict in verdicts(unknown, of, LEXICON)}


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
        ("They ate maloti mbeki qzwxa there.", "maloti", False, "among unknown words"),
        ("They ate hsotage mbeki qzwxa there.", "hsotage", True, "a slip of the pen"),
        ("They ate maloti qzwxa there.", "maloti", False, "a term"),
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
    assert judged("They ate maloti, qzwxa and mbxki there.")["maloti"].reason == near
    assert judged("They ate maloti, qzwxa and, when they could get hold of it, mbxki there.")["maloti"].reason != near
    assert judged("They ate maloti\n\nqzwxa\n\nmbxki there.")["maloti"].reason != near
    assert judged("They ate maloti, maloti and maloti there.")["maloti"].reason != near
