from __future__ import annotations

import pytest

from lint.text.sounds import article_before


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("8 8am 80th 800m 8,000 11 11th 11,500 18 18-year-old $11m £8.5m", "an"),
        ("1 10 100m 110 180 1,100 1,800 £100m 7am 0.8", "a"),
        ("1800 1150", None),
        ("FA MP MPs HMRC NHS MSP M25 MI5 HS2 X-ray F-word LA EU", "an"),
        ("BBC TV UK UN USB U-turn u-turn B-road DNA NATO Nato FIFA 3D", "a"),
        ("RAF MEP LED FAQ a s i b-b-backed", None),
        ("hotel historic herb Uber Uighur uk uv mph nth", None),
    ],
)
def test_the_sound_decides(words: str, article: str | None) -> None:
    assert {w: article_before(w) for w in words.split()} == dict.fromkeys(words.split(), article)


@pytest.mark.parametrize(
    "words",
    [
        "apple hour honest heir honour Yves unimportant unarmed unissued unironic unidentified onerous Urdu utter us",
        "european euphoria ewe ouija one once oneself union unanimous universe ukulele usual utopia urine uranium uvula",
    ],
)
def test_a_vowels_letter_is_not_its_sound(words: str) -> None:
    wanted = "an" if words.startswith("apple") else "a"
    heard = {w: article_before(w) for w in words.split() if w != "us"}
    assert heard == dict.fromkeys(heard, wanted)
