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


def test_examples_that_hold_give_no_complaint() -> None:
    assert complaints("- {bad: 'The [[advisor]] left.', good: The adviser left.}\n- {ok: An adviser.}") == []


def test_a_bad_example_without_a_finding() -> None:
    assert "finds nothing" in complaints("- {bad: 'The [[adviser]] left.', good: x}\n- {ok: x y z}")[0]


def test_a_mark_in_the_wrong_place() -> None:
    assert "the mark is around ‘The’" in complaints("- {bad: '[[The]] advisor left.', good: x}\n- {ok: x}")[0]


def test_two_findings_where_one_is_marked() -> None:
    assert "finds 2 things" in complaints("- {bad: 'The [[advisor]] left the advisor.', good: x}\n- {ok: x}")[0]


def test_a_suggestion_that_is_not_the_good_one() -> None:
    assert "suggests" in complaints("- {bad: 'The [[advisor]] left.', good: The councillor left.}")[0]


def test_a_finding_in_what_should_be_right() -> None:
    assert (
        "should be right"
        in complaints("- {bad: 'The [[advisor]] left.', good: The adviser left.}\n- {ok: Another advisor.}")[0]
    )
