from __future__ import annotations

import pytest
from rules_of import fixes, rule, run, texts

from lint.rule import Severity

RULE = rule("kind: apostrophe\nexceptions: [sports]")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The theme of this years festival is light.", "year's"),
        ("It was hidden within the governments proposals on tax.", "government's"),
        ("As our page uses Djangos templates, it is quick.", "Django's"),
        ("We looked at all of your customers devices.", "customer's"),
    ],
)
def test_a_plural_before_a_noun_may_lack_its_apostrophe(text: str, right: str) -> None:
    assert fixes(RULE, text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "The governments propose a tax, and years go by.",
        "He runs a sports club in two cities.",
        "The minister's plan and the ministers' plans differ.",
        "# This years festival",
        "The Lloyds building and the Barclays branch.",
    ],
)
def test_plurals_in_their_place_are_left_alone(text: str) -> None:
    assert texts(RULE, text) == []


def test_curly_where_the_story_is_curly() -> None:
    assert fixes(RULE, "It’s the theme of this years festival, and it’s light.") == ["year’s"]


def test_more_evidence_can_be_asked_for() -> None:
    assert texts(rule("kind: apostrophe\nmargin: 99"), "The theme of this years festival is light.") == []


@pytest.mark.parametrize(
    "text",
    [
        "As it stands, the rules state that players may leave.",
        "Thousands have taken to the streets demanding justice and more.",
        "He was seen tending to his roses shirtless in the sun.",
        "She was seen styling the models backstage before the show.",
        "One of the sellers promises to ship the product in a week.",
    ],
)
def test_what_several_may_do_is_a_suggestion(text: str) -> None:
    assert {m.severity for m in run(RULE, text)} <= {Severity.SUGGESTION}


@pytest.mark.parametrize(
    "text",
    [
        "When a user goes, the users home directory is removed as well.",
        "It was hidden within the governments proposals state by state.",
        "The theme of this years state that is light.",
    ],
)
def test_a_noun_that_is_a_verb_too_proves_nothing(text: str) -> None:
    assert {m.severity for m in run(RULE, text)} == {None}
