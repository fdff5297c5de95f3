"""Every example of every pack: one finding at the mark, the first suggestion gives what is good, the rest is clean."""

from __future__ import annotations

from itertools import groupby

import pytest

from lint.config.settings import Config
from lint.kinds import OPTIONS
from lint.packs.select import catalogue
from lint.rule import Rule
from lint.rule_tests import prove, unused

CATALOGUE = catalogue(Config(), OPTIONS)
RULES = CATALOGUE.rules


OURS = [r for r in RULES if r.kind != "languagetool"]
FILES = [list(rules) for _, rules in groupby(OURS, key=lambda r: r.where.file)]


@pytest.mark.parametrize("rules", FILES, ids=lambda rules: f"{rules[0].pack}/{rules[0].where.file.stem}")
def test_the_examples_hold(rules: list[Rule]) -> None:
    complaints = [f"{where}: {complaint}" for where, complaint in prove(rules, Config())]
    assert complaints == [], "\n".join(complaints)


def test_every_line_is_used_by_an_example() -> None:
    idle = [f"{where}: {complaint}" for where, complaint in unused(RULES, Config())]
    assert idle == [], "\n".join(idle)


@pytest.mark.engine
def test_the_examples_of_languagetools_rules_hold() -> None:
    rules = [r for r in RULES if r.kind == "languagetool"]
    assert [complaint for _, complaint in prove(rules, Config())] == []


def test_every_pack_has_rules_a_title_and_a_rank_of_its_own() -> None:
    assert {r.pack for r in RULES} == {p.name for p in CATALOGUE.packs}
    assert all(p.title != p.name for p in CATALOGUE.packs)
    assert len({p.rank for p in CATALOGUE.packs}) == len(CATALOGUE.packs)


def test_a_rule_explains_itself() -> None:
    assert [r.id for r in RULES if len(r.why.split()) < 2 or len(r.why) >= 600] == []
    assert [r.id for r in RULES if not r.message.strip()] == []


def test_there_are_sixty_confusions_and_more() -> None:
    assert sum(r.pack == "confusions" for r in RULES) >= 60
