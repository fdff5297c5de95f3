from __future__ import annotations

import re

import pytest

from lint.text.casing import cased, fill, quoted_as


@pytest.mark.parametrize(
    ("suggestion", "found", "expected"),
    [
        ("adviser", "advisor", "adviser"), ("adviser", "Advisor", "Adviser"), ("adviser", "ADVISOR", "ADVISER"),
        ("a", "A", "A"), ("i am", "I'M", "I AM"), ("an", "A", "An"), ("iPhone", "IPHONE", "IPHONE"), ("London", "london", "London"),
        ("", "Advisor", ""), ("adviser", "4", "adviser"), ("McCoy", "Mccoy", "McCoy"), ("adviser", "advisoR", "adviser"),
    ],
)  # fmt: skip
def test_a_suggestion_takes_the_casing_of_what_it_replaces(suggestion: str, found: str, expected: str) -> None:
    assert cased(suggestion, found) == expected


def test_groups_are_filled_in() -> None:
    m = re.search(r"(\d+)th (May)(x)?", "on the 14th May")
    assert fill("$1 $2$3", m) == "14 May"


@pytest.mark.parametrize(
    ("found", "curly", "expected"),
    [("dont", True, "don’t"), ("dont", False, "don't"), ("do’nt", False, "don’t"), ("do'nt", True, "don't")],
)
def test_an_apostrophe_is_that_of_the_text(found: str, curly: bool, expected: str) -> None:
    assert quoted_as("don't", curly, found) == expected
    assert quoted_as("don’t", curly, found) == expected
    assert quoted_as("do", curly, found) == "do"


@pytest.mark.parametrize(
    ("suggestion", "curly", "found"),
    [
        ("don't", None, "dont"),  # nothing is known of the story
        ("don’t", None, "dont"),
        ("don’t o'clock", False, "d’ont o'clok"),  # it has both
        ("don’t", False, "don't"),  # it is about the apostrophe
        ("a ‘plan’", False, "an 'plan'"),  # they are quotation marks
    ],
)
def test_an_apostrophe_may_be_as_it_is_written(suggestion: str, curly: bool | None, found: str) -> None:
    assert quoted_as(suggestion, curly, found) == suggestion
