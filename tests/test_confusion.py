from __future__ import annotations

import pytest
from rules_of import rule, run, texts

from lint.rule import Severity

ALL = rule("kind: confusion", message="{match} for {suggestion}: {evidence}")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("He singed a new contract with the club on Monday.", "singed", "signed"),
        ("She was accused of pubic disorder by the police.", "pubic", "public"),
        ("Seven versions of the virus are know to exist in Asia.", "know", "known"),
        ("The team of doctors who where in the room said nothing.", "where", "were"),
        ("Police took the men form the house to the station.", "form", "from"),
    ],
)
def test_a_right_word_in_the_wrong_place_is_found(text: str, wrong: str, right: str) -> None:
    (m,) = run(ALL, text)
    assert (m.span.of(text), m.suggestions) == (wrong, (right,))
    assert m.severity is None
    assert "the words around" in m.message


@pytest.mark.parametrize(
    "text",
    [
        "He signed a new contract with the club on Monday.",
        "The child lay in a manger, and the manager knew that the virus exists.",
        "They were there with their friends, and you know where the form is from.",
        "Mr Singed met Ms Pubic at the Form Gallery on Monday.",
        "# He singed a new contract with the club",
        "Le singed chat est dans le jardin avec la petite fille.",
    ],
)
def test_what_is_right_a_name_a_heading_or_foreign_is_left_alone(text: str) -> None:
    assert texts(ALL, text) == []


def test_a_rule_can_be_kept_to_some_words_and_away_from_others() -> None:
    text = "He singed a new contract with the club, which is know to exist."
    assert texts(rule("kind: confusion\nwords: [[singed, signed]]"), text) == ["singed"]
    assert "singed" not in texts(rule("kind: confusion\nexceptions: [singed]"), text)
    assert texts(rule("kind: confusion\nmargin: 50"), text) == []


def test_asking_for_more_evidence_never_shows_more() -> None:
    text = "He singed a new contract with the club. Sofas looked like they could seat a small party and a bed was there too."
    shown = [len(texts(rule(f"kind: confusion\nmargin: {margin}"), text)) for margin in (-0.001, 0, 0.001, 3, 50)]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] == shown[1] == shown[2] == 2


def test_two_rules_for_the_same_words_both_report() -> None:
    one, two = rule("kind: confusion\nwords: [[singed, signed]]"), rule("kind: confusion")
    assert len(texts([one, two], "He singed a new contract with the club.")) == 2


def test_the_suggestion_takes_the_casing() -> None:
    (m,) = run(ALL, "Form the house to the station they walked in silence.")
    assert m.suggestions == ("From",)


def test_weak_evidence_is_only_a_suggestion() -> None:
    (m,) = run(ALL, "Sofas looked like they could seat a small party and a bed was there too.")
    assert (m.suggestions, m.severity) == (("set",), Severity.SUGGESTION)
