from __future__ import annotations

from pathlib import Path

import pytest
from test_load import GOOD, pack

import lint
from lint.config.load import loads
from lint.config.settings import Config
from lint.errors import ConfigError
from lint.kinds import OPTIONS
from lint.packs.select import catalogue, select
from lint.rule import Severity


def ids(text: str, root: Path) -> set[str]:
    """The rules that a configuration switches on."""
    config = loads(text, root)
    return {r.id for r in select(catalogue(config, OPTIONS), config, OPTIONS)}


def test_settings_change_level_and_options_and_keep_the_rest(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    config = loads("packs: [./house]\nrules:\n  house.adviser: {level: error, ignorecase: false}", tmp_path)
    (rule,) = select(catalogue(config, OPTIONS), config, OPTIONS)
    assert rule.severity is Severity.ERROR
    assert rule.options.ignorecase is False
    assert rule.options.swap == {"advisor": "adviser"}


def test_what_a_rule_leaves_alone_is_added_to(tmp_path: Path) -> None:
    config = "packs: [punctuation]\nrules:\n  punctuation.doubled-word: {exceptions: [night night], max: 0}\n"
    linter = lint.load(loads(config + "languagetool: off", tmp_path))
    report = linter.check_text("He said night night. She had had enough of the the talks.", "a.md")
    assert [f.text for f in report.shown()] == ["the the"]


def test_a_rule_outside_the_chosen_packs_runs_when_it_is_named(tmp_path: Path) -> None:
    known = catalogue(Config(), OPTIONS)
    config = loads("packs: [typos]\nrules: {capitals.title: warning, typos.name: off}", tmp_path)
    chosen = {r.id for r in select(known, config, OPTIONS)}
    assert "capitals.title" in chosen
    assert "typos.name" not in chosen
    assert "capitals.institution" not in chosen


def test_copydesks_own_packs_are_read_once_and_a_newsrooms_each_time(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    config = loads("packs: [default, ./house]", tmp_path)
    first, second = (catalogue(config, OPTIONS) for _ in range(2))
    again = [a.id for a, b in zip(first.rules, second.rules, strict=True) if a is not b]
    assert again == ["house.adviser"]


def test_a_newsrooms_own_folder_joins_the_defaults(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    config = loads("packs: [default, ./house]", tmp_path)
    chosen = {r.id for r in select(catalogue(config, OPTIONS), config, OPTIONS)}
    assert {"house.adviser", "typos.spelling"} <= chosen


def test_a_pack_that_is_off_by_default_waits_to_be_named(tmp_path: Path) -> None:
    (pack(tmp_path, GOOD) / "pack.yaml").write_text("title: Trials\ndefault: false\n")
    (tmp_path / "rules").mkdir()
    (tmp_path / "house").rename(tmp_path / "rules" / "trial")
    assert ids("packs: [./rules]", tmp_path) == set()
    assert ids("packs: [./rules, trial]", tmp_path) == {"trial.adviser"}
    assert ids("packs: [./rules/trial]", tmp_path) == {"trial.adviser"}


def test_one_folder_may_be_named_twice(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    assert ids("packs: [./house, ./house/]", tmp_path) == {"house.adviser"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rules: {typo: off}", r"copydesk.yaml:1: there is no rule or pack ‘typo’; did you mean ‘typos’\?"),
        (
            "rules:\n  typos.speling: off",
            r"copydesk.yaml:2: there is no rule ‘typos.speling’; did you mean ‘typos.spelling’",
        ),
        ("packs: [typo]", r"copydesk.yaml:1: there is no pack ‘typo’; did you mean ‘typos’\?"),
        (
            "rules:\n  typos.spelling: {chek: words}",
            r"copydesk.yaml:2: the kind ‘spelling’ has no ‘chek’; did you mean ‘check’",
        ),
        ("rules:\n  typos.spelling:\n    ignore: foo", r"copydesk.yaml:3: write a list: ignore: \[foo\]"),
    ],
)
def test_a_near_miss_in_the_configuration_gets_the_right_name(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        ids(text, tmp_path)


def test_a_folder_that_is_written_like_a_pack_is_recognised(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    with pytest.raises(ConfigError, match=r"copydesk.yaml:1: there is no pack ‘house’; a folder is written ./house"):
        ids("packs: [house]", tmp_path)


def test_a_pack_in_place_of_a_rule_is_called_one() -> None:
    config = Config(only=("typos",))
    with pytest.raises(ConfigError, match="‘typos’ is a pack, not a rule; write --pack typos"):
        select(catalogue(Config(), OPTIONS), config, OPTIONS)
