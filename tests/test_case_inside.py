from __future__ import annotations

import pytest
from rules_of import document_of, rule

from lint.kinds.case_inside import inside

RULE = rule("kind: casing\nstory: true")


def suggested(text: str) -> list[str]:
    """What is said of names that end in two words."""
    return [m.suggestions[0] for m in inside(RULE, {"Hospital", "Commission"}, document_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She is at the Royal devon Hospital.", "Royal Devon Hospital"),
        ("Devon care Hospital is open.", "Devon Care Hospital"),
        ("It is up to the Care quality Commission.", "Care Quality Commission"),
    ],
)
def test_a_small_word_inside_a_name_is_reported(text: str, found: str) -> None:
    assert suggested(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Many quality Hospital beds are free.",  # “Many” begins the sentence
        "He said Devon from Hospital radio came.",  # a little word
        "In Devon told Hospital staff.",  # a verb
        "In Devon joined Hospital staff, and Exeter needs Hospital beds.",
        "The Royal xqzv Hospital is open.",  # no word
        "The Royal dev Hospital is open.",  # too short
        "The Royal devon Hospital of Wales, the Royal devon Hospital Trust and the Royal devon Hospital-based unit.",
        "St Royal’s devon Hospital is open, and O’Royal devon Hospital.",
        "The Royal devon School is open.",  # not in the list
        "THE ROYAL devon HOSPITAL",
    ],
)
def test_what_may_be_no_name_is_left_alone(text: str) -> None:
    assert suggested(text) == []
