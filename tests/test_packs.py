from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.load import loads
from lint.config.settings import Config
from lint.errors import RuleError
from lint.kinds import OPTIONS, groups
from lint.packs import load as packs
from lint.rule import Severity

GOOD = """\
- id: adviser
  kind: substitution
  swap: {advisor: adviser}
  message: m
  why: because
  examples:
    - bad: The [[advisor]].
      good: The adviser.
    - ok: The adviser.
"""


def pack(folder: Path, text: str) -> Path:
    (folder / "house").mkdir(exist_ok=True)
    (folder / "house" / "r.yaml").write_text(text)
    return folder / "house"


def test_a_rule_is_named_after_its_folder(tmp_path: Path) -> None:
    (rule,) = packs.load([pack(tmp_path, GOOD)], OPTIONS)
    assert rule.id == "house.adviser"
    assert rule.where.line == 1
    assert rule.severity is Severity.WARNING


def test_a_folder_of_packs_holds_several(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    assert [r.id for r in packs.load([tmp_path], OPTIONS)] == ["house.adviser"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "kind: substitution",
            "kind: substition",
            r"r.yaml:2: there is no kind ‘substition’; did you mean ‘substitution’\?",
        ),
        ("swap:", "swop:", r"r.yaml:3: the kind ‘substitution’ has no ‘swop’; did you mean ‘swap’\?"),
        ("swap: {advisor: adviser}", "swap: [a]", "r.yaml:3: ‘swap’ can't be used: expected `object`"),
        ("swap: {advisor: adviser}", "ignorecase: true", "at least one line under ‘swap:’ or ‘swaps:’"),
        ("      good: The adviser.\n", "", "r.yaml:7: say under ‘good:’ how the text reads"),
        ("  why: because\n", "", "needs ‘why:’"),
        ("why: because", "why: [a]", "‘why’ must be text"),
        (
            "why: because",
            "severity: loud\n  why: x",
            r"‘loud’ is no severity; write one of: error, suggestion, warning",
        ),
        ("why: because", "scope: titles\n  why: x", "there is no scope ‘titles’"),
        ("why: because", "in_quotes: maybe\n  why: x", "must be true or false"),
        (
            "    - bad: The [[advisor]].\n      good: The adviser.\n",
            "",
            "at least one ‘bad’ example and one that is right",
        ),
        ("The [[advisor]].", "The advisor.", r"mark the fault in ‘bad’ with \[\[ and \]\]"),
        ("- ok: The adviser.", "- fine: The adviser.", "an example is ‘bad:’"),
        (
            "swap: {advisor: adviser}",
            "swap: {'a(b': c}",
            "r.yaml:3: ‘a.b’ is not a valid pattern: missing . at its end",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(tmp_path: Path, old: str, new: str, says: str) -> None:

    folder = pack(tmp_path, GOOD.replace(old, new))
    with pytest.raises(RuleError, match=says):
        groups(packs.load([folder], OPTIONS), Config())


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="stands already at .*r.yaml:1"):
        packs.load([pack(tmp_path, GOOD + GOOD)], OPTIONS)


def test_a_value_with_a_colon_is_explained(tmp_path: Path) -> None:
    text = GOOD.replace("swap: {advisor: adviser}", "swap: {advisor: adviser}\n  exceptions:\n    - (?: a) b")
    with pytest.raises(RuleError, match="put it in quotes: a colon"):
        packs.load([pack(tmp_path, text)], OPTIONS)


def test_settings_change_level_and_options_and_keep_the_rest(tmp_path: Path) -> None:
    rules = packs.load([pack(tmp_path, GOOD)], OPTIONS)
    config = loads("packs: [house]\nrules:\n  house.adviser: {level: error, ignorecase: false}", tmp_path)
    (rule,) = packs.select(rules, config, OPTIONS)
    assert rule.severity is Severity.ERROR
    assert rule.options.ignorecase is False
    assert rule.options.swap == {"advisor": "adviser"}


def test_a_rule_outside_the_chosen_packs_runs_when_it_is_named(tmp_path: Path) -> None:
    catalogue = packs.catalogue(Config(), OPTIONS)
    config = loads("packs: [typos]\nrules: {capitals.title: warning, typos.name: off}", tmp_path)
    chosen = {r.id for r in packs.select(catalogue, config, OPTIONS)}
    assert "capitals.title" in chosen
    assert "typos.name" not in chosen
    assert "capitals.institution" not in chosen


def test_a_newsrooms_own_folder_joins_the_defaults(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    config = loads("packs: [default, ./house]", tmp_path)
    chosen = {r.id for r in packs.select(packs.catalogue(config, OPTIONS), config, OPTIONS)}
    assert {"house.adviser", "typos.spelling"} <= chosen
