"""Every example of every pack: one finding at the mark, the first suggestion gives what is good, the rest is clean."""

from __future__ import annotations

import pytest

from lint.config.settings import DEFAULT_PACKS, Config
from lint.kinds import OPTIONS
from lint.packs import load as packs
from lint.rule import Rule
from lint.rule_tests import prove, unused

RULES = packs.catalogue(Config(), OPTIONS)


@pytest.mark.parametrize("rule", [r for r in RULES if r.kind != "languagetool"], ids=lambda r: r.id)
def test_the_examples_hold(rule: Rule) -> None:
    assert [complaint for _, complaint in prove([rule], Config())] == []


UNUSED_LINES = 887
"""The lines of the built-in packs that no example uses. They are being deleted or given an example: it must shrink."""


def test_every_line_is_used_by_an_example() -> None:
    idle = [f"{where}: {complaint}" for where, complaint in unused(RULES, Config())]
    assert len(idle) <= UNUSED_LINES, "\n".join(idle)


@pytest.mark.engine
def test_the_examples_of_languagetools_rules_hold() -> None:
    rules = [r for r in RULES if r.kind == "languagetool"]
    assert [complaint for _, complaint in prove(rules, Config())] == []


def test_every_pack_of_the_default_profile_has_rules() -> None:
    assert {r.pack for r in RULES} == set(DEFAULT_PACKS)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert len(rule.why.split()) > 1
    assert rule.message.strip()
    assert len(rule.why) < 600


def test_there_are_sixty_confusions_and_more() -> None:
    assert sum(r.pack == "confusions" for r in RULES) >= 60
