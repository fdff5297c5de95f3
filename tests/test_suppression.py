"""A directive that does nothing is a finding, at the word that is wrong."""

from __future__ import annotations

import dataclasses

import pytest

import lint
from lint.config.settings import Config, LanguageTool
from lint.engine import RuleSet
from lint.engine import lint as checked
from lint.errors import RuleError
from lint.finding import Finding, Match
from lint.formats import parse
from lint.kinds import KINDS, groups
from lint.kinds.base import RuleGroup

OFF = Config(languagetool=LanguageTool("off"))


def found(linter: lint.Linter, text: str, path: str = "a.md") -> list[Finding]:
    return [f for f in linter.check_text(text, path).shown() if f.rule == "copydesk.suppression"]


def said(linter: lint.Linter, text: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(f.text, f.message.partition(";")[0]) for f in found(linter, text, path)]


NOTHING = "This switches nothing off"
UNUSED = "This switches nothing off here"


@pytest.mark.parametrize(
    ("directive", "wrong", "right"),
    [
        ("copydesk: ingore typos", "ingore", "ignore"),
        ("copydesk: ignorefile", "ignorefile", "ignore-file"),
        ("copydesk: disable typos.spelling", "disable", "off"),
        ("copydesk: noqa", "noqa", "ignore-line"),
        ("copydesk: xyzzy", "xyzzy", ""),
        ("copydesk: xyzzy typos.spelling", "xyzzy", ""),
        ("copydesk:", "copydesk", ""),
    ],
)
def test_a_misspelt_directive_is_told_with_what_was_meant(
    linter: lint.Linter, directive: str, wrong: str, right: str
) -> None:
    (f,) = found(linter, f"<!-- {directive} -->\n\nThe council met.")
    assert (f.text, f.suggestions) == (wrong, (right,) if right else ())
    assert f"copydesk: {right}’" in f.message or (not right and "ignore-line, ignore-file" in f.message)
    assert f.severity is lint.Severity.WARNING


@pytest.mark.parametrize(
    "directive", ["copydesk ignore", "copydesk ignore-line typos", "copydesk off", "copydsk: ignore", "copy-desk: off"]
)
def test_so_is_one_that_begins_wrong(linter: lint.Linter, directive: str) -> None:
    (f,) = found(linter, f"<!-- {directive} -->\n\nThe council met.")
    assert f.suggestions == ()
    assert "write ‘copydesk: " in f.message


@pytest.mark.parametrize(
    "remark",
    [
        "copydesk: please look at this again",
        "copydesk on duty is Sam",
        "copy: ignore",
        "Copyright: the Argus",
        "copydesk",
        "ignore",
    ],
)
def test_a_remark_to_people_is_none(linter: lint.Linter, remark: str) -> None:
    assert found(linter, f"<!-- {remark} -->\n\nThe council met.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!-- copydesk: off typos -->\n\nThe hsotage.", [("typos", "No ‘on’ follows this ‘off’")]),
        ("<!-- copydesk: off -->\n\nThe hsotage.", [("off", "No ‘on’ follows this ‘off’")]),
        ("<!-- copydesk: off typos -->\n\nThe hsotage.\n\n<!-- copydesk: on -->", []),
        ("<!-- copydesk: off typos, punctuation -->\n\nThe hsotage the the.\n\n<!-- copydesk: on typos -->",
         [("punctuation", "No ‘on’ follows this ‘off’")]),
        ("A\n\n<!-- copydesk: on -->", [("on", "Nothing is switched off here that ‘on’ could switch on again")]),
        ("<!-- copydesk: off typos -->\n\nThe hsotage\n\n<!-- copydesk: on typos, punctuation -->",
         [("punctuation", "Nothing is switched off here that ‘on’ could switch on again")]),
    ],
)  # fmt: skip
def test_what_is_not_closed_or_not_opened_is_told(linter: lint.Linter, text: str, told: list[tuple[str, str]]) -> None:
    assert said(linter, text) == told


def test_a_name_that_no_rule_has_is_told_once_a_directive(linter: lint.Linter) -> None:
    (f,) = found(linter, "<!-- copydesk: ignore typos.speling because it is old -->\n\nThe hsotage.")
    assert (f.text, f.suggestions) == ("typos.speling", ("typos.spelling",))
    assert "did you mean ‘typos.spelling’?" in f.message
    assert said(linter, "<!-- copydesk: ignore typos -- because it is old -->\n\nThe hsotage.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!-- copydesk: ignore typos -->\n\nThe hostage.\n\nThe hsotage.", [("typos", UNUSED)]),
        ("<!-- copydesk: ignore typos, punctuation -->\n\nThe hsotage.", [("punctuation", UNUSED)]),
        ("<!-- copydesk: ignore-line typos -->\nThe hsotage.", [("typos", UNUSED)]),
        ("<!-- copydesk: ignore-file typos.spelling -->\n\nThe hostage.", [("typos.spelling", UNUSED)]),
        ("---\ncopydesk-ignore: [typos]\n---\n\nThe hostage.", [("typos", UNUSED)]),
        ("<!-- copydesk: off typos -->\n\nA\n\n<!-- copydesk: on typos -->\n\nThe hsotage.", [("typos", UNUSED)]),
        ("<!-- copydesk: ignore typos -->\n\nThe hsotage.", []),
        ("<!-- copydesk: ignore copydesk.suppression -->\n\nThe hostage.", []),
        ("<!-- copydesk: ignore languagetool -->\n\nThe hostage.", []),
        ("<!-- copydesk: ignore -->\n\nThe hostage.", []),
    ],
)
def test_what_switches_nothing_off_is_told_where_its_rule_was_run(
    linter: lint.Linter, text: str, told: list[tuple[str, str]]
) -> None:
    assert said(linter, text) == told


def _checked(text: str, *kept: RuleGroup, config: Config = OFF) -> list[str]:
    linter = lint.load(config)
    rule_set = RuleSet(
        [*groups([r for r in linter.rules if r.id in ("copydesk.suppression", "typos.spelling")], config), *kept],
        config,
    )
    return [f.message for f in checked(parse("a.md", text, "en-GB"), rule_set).shown() if "suppression" in f.rule]


TEXT = "<!-- copydesk: ignore typos -->\n\nThe hostage.\n\n<!-- copydesk: ignore -->\n\nThe council."


def test_without_a_name_it_is_of_no_use_only_where_all_rules_were_run() -> None:
    assert len(_checked(TEXT)) == 1
    assert len(_checked(TEXT, config=Config(languagetool=LanguageTool("embedded")))) == 2


def test_nothing_is_of_no_use_in_a_file_that_was_not_fully_checked() -> None:
    class Broken:
        def __init__(self, rules: object, config: object) -> None: ...

        def check(self, document: object) -> list[Match]:
            raise ValueError

    (rule,) = (r for r in lint.load(OFF).rules if r.id == "typos.spelling")
    kind = KINDS["spelling"]._replace(checker=Broken)
    assert _checked(TEXT, RuleGroup(kind, (dataclasses.replace(rule, id="house.broken"),), OFF)) == []


def test_it_can_be_switched_off_and_asks_for_the_raw_text() -> None:
    linter = lint.load(dataclasses.replace(OFF, packs=("typos",)))
    assert linter.check_text("<!-- copydesk: ingore -->\n\nThe hostage.", "a.md").findings == ()
    (rule,) = (r for r in lint.load(OFF).rules if r.id == "copydesk.suppression")
    with pytest.raises(RuleError, match="scope: raw"):
        groups([dataclasses.replace(rule, scopes=("text",))], OFF)


def test_what_other_files_decide_is_of_use(tmp_path: object) -> None:
    linter = lint.load(dataclasses.replace(OFF, across=True))
    text = "<!-- copydesk: ignore consistency -->\n\nThey organise it."
    assert said(linter, text) == []
