from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.settings import Config
from lint.config.yaml import parse
from lint.errors import RuleError
from lint.kinds import OPTIONS
from lint.packs.load import rule_from_yaml
from lint.packs.pack import Pack
from lint.rule_tests import prove, unused


def complaints(examples: str) -> list[str]:
    head = "id: t\nwhy: because\nmessage: m\nkind: substitution\nswap: {advisor: adviser}\nexamples:\n"
    rule = rule_from_yaml(parse(head + examples, Path("r.yaml"), RuleError), Pack("house"), OPTIONS)
    return [complaint for _, complaint in prove([rule], Config())]


def complaints_of(body: str) -> list[str]:
    text = "id: test\nwhy: because\nmessage: m\n" + body
    rule = rule_from_yaml(parse(text, Path("r.yaml"), RuleError), Pack("house"), OPTIONS)
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


def test_a_pattern_without_end_is_a_complaint() -> None:
    body = "kind: boilerplate\nany: [a]\nunless: ['(a|aa)+b']\nexamples:\n- {bad: '[[a]] %s!'}\n- {ok: x}" % ("a" * 60)
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr("lint.matching.patterns.TIMEOUT", 0.05)
        assert "the pattern took longer than 0.05 s" in complaints_of(body)[0]


# ---- lines that no example uses --------------------------------------------------------------------


def idle(body: str) -> list[str]:
    """What is said of the lines of a rule, each behind its line number in the body."""
    text = "id: t\nwhy: because\nmessage: m\n" + body
    rule = rule_from_yaml(parse(text, Path("r.yaml"), RuleError), Pack("house"), OPTIONS)
    assert list(prove([rule], Config())) == []
    return [f"{where.line - 3}: {says.partition('‘')[2].partition('’')[0]}" for where, says in unused([rule], Config())]


SWAP = "kind: substitution\nswap:\n  advisor: adviser\n  utilise: use\nexamples:\n- {bad: 'An [[advisor]].', good: An adviser.}\n"


def test_a_swap_without_an_example_is_named() -> None:
    assert idle(SWAP) == ["4: utilise: use"]
    assert idle(SWAP + "- {bad: 'To [[utilise]] it.', good: To use it.}") == []


def test_a_line_of_swaps_without_an_example_is_named() -> None:
    body = "kind: substitution\nswaps:\n- {wrong: price, right: prize, after: Nobel, example: 'A Nobel [[price]].'}\n"
    assert idle(body) == []
    assert idle(body + "- {wrong: prise, right: prize}") == ["4: prise → prize"]


def test_what_takes_something_out_is_used_by_what_is_right() -> None:
    line = "{wrong: price, right: prize, not_after: [share], example: 'The [[price]].'%s}"
    body = f"kind: substitution\nswaps:\n- {line}\n"
    assert idle(body % "") == ["3: not_after: ['share']"]
    assert idle(body % ", ok: The share price.") == []


def test_an_exception_is_used_where_it_excuses() -> None:
    body = "kind: existence\ntokens: [MP]\nexceptions:\n- MPs\n- MP for Hull\nexamples:\n- {bad: 'An [[MP]].'}\n"
    assert idle(body + "- {ok: The MP for Hull.}") == ["4: MPs"]


def test_lines_of_boilerplate_are_used_one_by_one() -> None:
    body = "kind: boilerplate\nany: [read more, share it]\nunless: [he said]\nweak: [more]\nlines: [Ring the desk today.]\n"
    examples = (
        "examples:\n- {bad: '[[Do read more.]]'}\n- {bad: '[[Please share it.]]'}\n- {ok: 'Read more, he said.'}\n"
    )
    assert idle(body + examples) == ["4: more", "5: Ring the desk today."]
    assert idle(body + examples + "- {bad: '[[Ring the desk today]]'}") == ["4: more"]


def test_pairs_and_phrases_are_lines_too() -> None:
    body = "kind: consistency\neither: {adviser: advisor, grey: gray}\nexamples:\n- {bad: 'An adviser and an [[advisor]].'}\n- {ok: x}"
    assert idle(body) == ["2: grey: gray"]
    body = "kind: casing\nphrases: [Prime Minister, Home Secretary]\nexamples:\n- {bad: 'The [[prime Minister]].'}\n- {ok: x}"
    assert idle(body) == ["2: Home Secretary"]


def test_the_only_line_is_used_by_the_example() -> None:
    assert idle("kind: existence\ntokens: [cat]\nexamples:\n- {bad: 'A [[cat]].'}\n- {ok: x}") == []


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
