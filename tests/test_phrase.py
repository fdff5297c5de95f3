from __future__ import annotations

from pathlib import Path

import pytest
from rules_of import fixes, rule, run, texts

from lint.config.yaml import parse as parse_yaml
from lint.errors import RuleError
from lint.kinds import OPTIONS
from lint.packs.load import rule_from_yaml
from lint.packs.pack import Pack
from lint.rule import Rule, Severity

KNOWN = rule("kind: phrase", message="‘{phrase}’")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The country is in the throws of a crisis.", "throes"),
        ("He saw A Midsummer Night’s Cream at last.", "Dream"),
        ("THEY ARE IN THE THROWS OF A CRISIS.", "THROES"),
    ],
)
def test_a_word_one_slip_from_a_known_phrase(text: str, right: str) -> None:
    assert fixes(KNOWN, text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "The country is in the throes of a crisis.",
        "He is in the Throws of the house.",
        "She saw a midsummer night’s cream at last.",
        "They are in the throws, of a sort.",
        "# In the throws of a crisis",
        "In the throws of a crisis.\n\nIn the throws of a game.\n\nIn the throws of it.",
    ],
    ids=["right", "a name in a phrase", "no name", "a comma", "a heading", "thrice in the story"],
)
def test_what_is_left_alone(text: str) -> None:
    assert texts(KNOWN, text) == []


def test_a_word_in_two_known_phrases_is_one_finding() -> None:
    assert texts(KNOWN, "He put his bet foot forward.") == ["bet"]


def test_what_stands_twice_may_be_a_caption() -> None:
    assert len(texts(KNOWN, "In the throws of a crisis.\n\nIn the throws of a game.")) == 2


def test_a_name_is_a_suggestion() -> None:
    name, idiom = run(KNOWN, "He saw A Midsummer Night’s Cream in the throws of a crisis.")
    assert (name.severity, idiom.severity) == (Severity.SUGGESTION, None)


def test_the_message_has_the_phrase_put_right() -> None:
    (m,) = run(KNOWN, "They are in the\nthrows of a crisis.")
    assert m.message == "‘in the throes of’"


def test_exceptions_are_never_touched() -> None:
    assert texts(rule("kind: phrase\nexceptions: [throws]"), "It is in the throws of a crisis.") == []


@pytest.fixture
def house(tmp_path: Path) -> Rule:
    (tmp_path / "phrases.txt").write_text(
        "Mersey Gateway Bridge\nold mill lane of the lower and upper town\n# a remark\n"
    )
    text = "id: ours\nkind: phrase\nfile: phrases.txt\nmessage: m\nwhy: because\nexamples: [{bad: '[[x]]', good: y}]\n"
    return rule_from_yaml(parse_yaml(text, tmp_path / "rules.yaml", RuleError), Pack("house"), OPTIONS)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("On the Mersey Getaway Bridge today.", ["Gateway"]),
        ("On the Mersey Gateway Bride today.", ["Bridge"]),
        ("On the Mersey Gateway Bridge today.", []),
        ("On the Mersey gateway bride today.", []),
        ("On the Mersey Gateway Station today.", []),
        ("On the Mersey Gateway Bridges today.", []),
        ("The old mill lane of the lowed and upper town.", ["lower"]),
        ("The old mile lane of the lower and upper town.", ["mill"]),
    ],
)
def test_a_list_of_the_house(house: Rule, text: str, right: list[str]) -> None:
    assert fixes(house, text) == right


def test_a_name_of_the_house_is_as_loud_as_its_rule(house: Rule) -> None:
    assert [m.severity for m in run(house, "On the Mersey Gateway Bride today.")] == [None]


def test_the_list_of_a_house_is_read_instead_of_ours(house: Rule) -> None:
    assert texts(house, "It is in the throws of a crisis.") == []
