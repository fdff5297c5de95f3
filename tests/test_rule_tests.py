from __future__ import annotations

from pathlib import Path

from lint.config.settings import Config
from lint.config.yaml import parse
from lint.errors import RuleError
from lint.kinds import OPTIONS
from lint.packs.load import _rule
from lint.rule_tests import prove


def complaints(examples: str) -> list[str]:
    head = "id: t\nwhy: because\nmessage: m\nkind: substitution\nswap: {advisor: adviser}\nexamples:\n"
    rule = _rule(parse(head + examples, Path("r.yaml"), RuleError), "house", OPTIONS)
    return [complaint for _, complaint in prove([rule], Config())]


def complaints_of(body: str) -> list[str]:
    rule = _rule(parse("id: test\nwhy: because\nmessage: m\n" + body, Path("r.yaml"), RuleError), "house", OPTIONS)
    return [complaint for _, complaint in prove([rule], Config())]


def test_examples_that_hold_give_no_complaint() -> None:
    assert complaints("- {bad: 'The [[advisor]] left.', good: The adviser left.}\n- {ok: An adviser.}") == []


def test_a_bad_example_without_a_finding() -> None:
    assert "finds nothing" in complaints("- {bad: 'The [[adviser]] left.'}\n- {ok: x y z}")[0]


def test_a_mark_in_the_wrong_place() -> None:
    assert "the mark is around ‘The’" in complaints("- {bad: '[[The]] advisor left.'}\n- {ok: x}")[0]


def test_two_findings_where_one_is_marked() -> None:
    assert "finds 2 things" in complaints("- {bad: 'The [[advisor]] left the advisor.'}\n- {ok: x}")[0]


def test_a_suggestion_that_is_not_the_good_one() -> None:
    assert "suggests" in complaints("- {bad: 'The [[advisor]] left.', good: The councillor left.}")[0]


def test_a_finding_in_what_should_be_right() -> None:
    assert "should be right" in complaints("- {bad: 'The [[advisor]] left.'}\n- {ok: Another advisor.}")[0]


def test_what_is_found_is_shown_as_the_source_has_it() -> None:
    body = "kind: existence\ntokens: ['follow .+ now']\nexamples: [{bad: '[[follow @us]] now', good: y}, {ok: follow @us now}]"
    assert complaints_of(body) == [
        "house.test: finds ‘follow @us now’, but the mark is around ‘follow @us’",
        "house.test: finds ‘follow @us now’ in what should be right: “follow @us now”",
    ]


def test_a_rule_for_addresses_is_told_of_scope_raw() -> None:
    body = "kind: existence\nnonword: true\ntokens: ['@us']\nexamples: [{bad: 'Follow [[@us]] now.'}, {ok: y}]"
    assert complaints_of(body) == [
        "house.test: finds nothing in “Follow @us now.”; ‘scope: raw’ sees addresses, handles and markup"
    ]
    assert complaints_of(body + "\nscope: raw") == []
