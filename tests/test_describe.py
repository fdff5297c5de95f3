from __future__ import annotations

import dataclasses

import pytest
from rules_of import rule

from lint.packs.describe import as_data, explanation, heading, listing, matching
from lint.packs.pack import Pack
from lint.rule import Severity

RULE = dataclasses.replace(
    rule("kind: existence\ntokens: [very]"), why="It is weak. It adds\nnothing.", language="en", url="https://x.y"
)


OTHER = dataclasses.replace(RULE, id="house.a", why="The short word says the same.")
HOUSE = Pack("house", "House style")


def test_a_list_names_the_pack_then_each_rule_its_level_and_the_first_sentence_of_its_why() -> None:
    assert list(listing([HOUSE, Pack("empty")], [RULE, OTHER], {RULE.id: RULE})) == [
        "house: House style (2 rules, 1 on)",
        "  house.a     off         The short word says the same",
        "  house.test  warning     It is weak",
    ]


def test_packs_are_separated_by_a_line() -> None:
    moved = dataclasses.replace(OTHER, id="desk.a")
    lines = list(listing([HOUSE, Pack("desk")], [RULE, moved], {}))
    assert [line for line in lines if not line.startswith(" ")] == [
        "desk (1 rule, off)",
        "",
        "house: House style (1 rule, off)",
    ]


def test_a_pack_of_a_package_says_so() -> None:
    assert heading(Pack("g", "Gazette", source="gazette-style"), [RULE], {RULE.id: RULE}) == (
        "g: Gazette (1 rule; from the package gazette-style)"
    )


@pytest.mark.parametrize(
    ("word", "found"), [("HOUSE.A", ["a"]), ("short", ["a"]), ("very", ["test", "a"]), ("[[", []), ("zebra", [])]
)
def test_a_search_looks_into_all_that_a_rule_says(word: str, found: list[str]) -> None:
    assert [r.id.partition(".")[2] for r in matching([RULE, OTHER], word)] == found


def test_a_program_gets_packs_and_rules() -> None:
    data = as_data([HOUSE], [RULE, OTHER], {RULE.id: dataclasses.replace(RULE, severity=Severity.ERROR)})
    assert data["packs"] == [{"name": "house", "title": "House style", "default": False, "source": ""}]
    off, on = data["rules"]
    assert (off["id"], off["on"], off["severity"]) == ("house.a", False, "warning")
    assert (on["id"], on["on"], on["severity"], on["kind"], on["pack"]) == (
        "house.test",
        True,
        "error",
        "existence",
        "house",
    )
    assert on["examples"] == [{"bad": "[[x]]", "good": "y"}]
    assert on["where"]["file"] == "test.yaml"
    assert (on["why"], on["url"], on["message"]) == ("It is weak. It adds nothing.", "https://x.y", "m")


def test_an_explanation_tells_all_that_the_rule_says() -> None:
    told = list(explanation(RULE, on=False))
    assert "why        It is weak. It adds nothing." in told
    assert "severity   warning (off)" in told
    assert "language   en" in told
    assert "url        https://x.y" in told
    assert "wrong      [[x]]" in told
    assert "right      y" in told
    assert "option     tokens: very" in told
    assert told[-1].startswith("defined    test.yaml:")


def test_a_long_option_is_cut() -> None:
    long = rule("kind: existence\ntokens: [" + ", ".join(["word"] * 200) + "]")
    (option,) = [line for line in explanation(long, on=True) if line.startswith("option     tokens")]
    assert len(option) < 340
    assert option.endswith("…")
