from __future__ import annotations

import pytest

from lint.dictionary.word_classes import Reading, base_of, inflected, letters, readings, regular


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("visitors", Reading.PLURAL),
        ("plans", Reading.PLURAL | Reading.THIRD),
        ("says", Reading.THIRD),
        ("deaths", Reading.PLURAL),
        ("went", Reading.PAST),
        ("of", Reading(0)),
        ("are", Reading(0)),
        ("zzyzx", Reading(0)),
    ],
)
def test_what_a_word_can_be(word: str, expected: Reading) -> None:
    assert readings(word) == expected


@pytest.mark.parametrize(
    ("base", "reading", "form"),
    [
        ("boy", Reading.PLURAL, "boys"),
        ("story", Reading.PLURAL, "stories"),
        ("church", Reading.PLURAL, "churches"),
        ("woman", Reading.PLURAL, "women"),
        ("try", Reading.THIRD, "tries"),
        ("play", Reading.PAST, "played"),
        ("move", Reading.PAST, "moved"),
        ("plan", Reading.PARTICIPLE, "planned"),
        ("carry", Reading.PARTICIPLE, "carried"),
        ("fly", Reading.PARTICIPLE, "flown"),
        ("fly", Reading.PAST, "flew"),
    ],
)
def test_a_base_and_its_form_lead_to_each_other(base: str, reading: Reading, form: str) -> None:
    assert inflected(base, reading) == form
    assert base_of(form, reading) == base


def test_no_base_is_made_up() -> None:
    assert base_of("glass", Reading.PLURAL) is None
    assert base_of("bed", Reading.PAST) is None


def test_the_rules_of_spelling() -> None:
    forms = [regular(b, Reading.PLURAL) for b in ("day", "city", "box", "bus", "dish")]
    assert forms == ["days", "cities", "boxes", "buses", "dishes"]
    assert [regular(b, Reading.PAST) for b in ("stay", "cry", "bake", "walk")] == ["stayed", "cried", "baked", "walked"]


@pytest.mark.parametrize(
    ("word", "first", "expected"),
    [
        ("visitors", False, "p"),
        ("Visitors", True, "p"),
        ("Visitors", False, "N"),
        ("Zyzzogeton", True, "N"),
        ("BBC", True, "N"),
        ("The", True, ""),
        ("club's", False, "O"),
        ("it's", False, ""),
        ("well-known", False, "j"),
        ("£20m", False, "D"),
        ("5%", False, "D"),
        (",", False, ""),
    ],
)
def test_what_a_word_is_as_it_is_written(word: str, first: bool, expected: str) -> None:
    assert letters(word, first) == expected
