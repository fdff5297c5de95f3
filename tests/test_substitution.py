from __future__ import annotations

import pytest
from rules_of import fixes, rule, run, texts

ADVISOR = "kind: substitution\nswap: {advisor: adviser, 'in order to': to, 'in order': tidy}"


@pytest.mark.parametrize(
    ("text", "fix"), [("advisor", "adviser"), ("Advisor", "Adviser"), ("ADVISOR", "ADVISER"), ("in order to", "to")]
)
def test_the_suggestion_takes_the_casing_of_what_it_replaces(text: str, fix: str) -> None:
    assert fixes(rule(ADVISOR), text) == [fix]


def test_the_longest_goes_first() -> None:
    assert texts(rule(ADVISOR), "All in order to go, in order.") == ["in order to", "in order"]


def test_several_suggestions_and_groups() -> None:
    r = rule("kind: substitution\nswap: {'(\\w+)-wise': $1|as for $1}")
    assert run(r, "time-wise")[0].suggestions == ("time", "as for time")


def test_what_is_right_already_is_left_alone() -> None:
    assert texts(rule("kind: substitution\nswap: {'e-?mail': email}"), "An email, an e-mail") == ["e-mail"]


def test_the_apostrophe_is_that_of_the_story() -> None:
    r = rule("kind: substitution\nswap: {dont: don't}")
    assert fixes(r, "I dont. It’s so.") == ["don’t"]
    assert fixes(r, "I dont. It's so.") == ["don't"]


def test_the_message_is_filled_in() -> None:
    r = rule("kind: substitution\nswap: {advisor: adviser}", message="Write {suggestion}, not {match}.")
    assert run(r, "advisor")[0].message == "Write adviser, not advisor."
    r = rule("kind: substitution\nswap: {advisor: adviser}", message="Use '%s' instead of '%s'.")
    assert run(r, "advisor")[0].message == "Use 'adviser' instead of 'advisor'."
