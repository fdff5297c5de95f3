from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from pathlib import Path

import pytest
from conftest import ROOT
from rules_of import HEAD, rule

from lint.config.settings import Config
from lint.config.yaml import parse
from lint.errors import RuleError
from lint.kinds import OPTIONS, groups
from lint.kinds.base import match
from lint.packs.load import load, rule_from_yaml
from lint.packs.pack import Pack, packs_in
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
    (rule,) = load([pack(tmp_path, GOOD)], OPTIONS)
    assert rule.id == "house.adviser"
    assert rule.where.line == 1
    assert rule.severity is Severity.WARNING


def test_a_folder_of_packs_holds_several(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    assert [r.id for r in load([tmp_path], OPTIONS)] == ["house.adviser"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "kind: substitution",
            "kind: substition",
            r"r.yaml:2: unknown kind ‘substition’; did you mean ‘substitution’\?",
        ),
        ("swap:", "swop:", r"r.yaml:3: the kind ‘substitution’ has no ‘swop’; did you mean ‘swap’\?"),
        ("swap: {advisor: adviser}", "swap: [a]", "r.yaml:3: write ‘key: value’ lines below ‘swap’ without dashes"),
        ("swap: {advisor: adviser}", "ignorecase: true", "at least one line under ‘swap:’ or ‘swaps:’"),
        ("      good: The adviser.\n", "", "r.yaml:7: say under ‘good:’ how the text reads"),
        ("  why: because\n", "", "r.yaml:1: the rule ‘adviser’ needs ‘why:’"),
        ("why: because", "why:", "r.yaml:5: there is nothing after ‘why:’; the rule ‘adviser’ needs it"),
        ("why: because", "wyh: because", r"r.yaml:5: there is no key ‘wyh’; did you mean ‘why’\?"),
        ("id: adviser\n  kind: substitution", "kind: substitution", "this rule needs ‘id:’"),
        ("id: adviser", "id: Foo Bar", "r.yaml:1: an id holds a to z, digits and - alone; write id: foo-bar"),
        ("id: adviser", "id: house.adviser", "the name of the pack is put before the id by itself; write id: adviser"),
        ("id: adviser", 'id: "a\\x07b"', r"r.yaml:1: ‘id’ holds a control character \(U\+0007\); take it out"),
        ("message: m", 'message: "a\\x1b[31mb"', "r.yaml:4: ‘message’ holds a control character"),
        ("id: adviser", "id: 10", "‘id’ must be text; put quotation marks around it"),
        (
            "message: m",
            "message: no {word}",
            r"r.yaml:4: the kind ‘substitution’ does not fill \{word\} in ‘message:’; it fills \{match\}, \{suggestion\}",
        ),
        ("why: because", "language: xx\n  why: x", "r.yaml:5: unknown language ‘xx’; write any, en, de … or a dialect"),
        ("why: because", "why: [a]", "‘why’ must be text"),
        (
            "why: because",
            "severity: loud\n  why: x",
            r"unknown severity ‘loud’; write one of: error, suggestion, warning",
        ),
        ("why: because", "scope: titles\n  why: x", "unknown scope ‘titles’"),
        ("why: because", "in_quotes: maybe\n  why: x", "write true or false"),
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
        groups(load([folder], OPTIONS), Config())


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is a rule ‘house.adviser’ already, at .*r.yaml:1; rename this one"):
        load([pack(tmp_path, GOOD + GOOD)], OPTIONS)


def test_a_value_with_a_colon_is_explained(tmp_path: Path) -> None:
    text = GOOD.replace("swap: {advisor: adviser}", "swap: {advisor: adviser}\n  exceptions:\n    - (?: a) b")
    with pytest.raises(RuleError, match="r.yaml:5: put quotation marks around it: a colon"):
        load([pack(tmp_path, text)], OPTIONS)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (
            "extends: existence\nmessage: no\nlevel: error\ntokens: [x]\n",
            "r.yaml:1: this is a rule of Vale; write ‘kind:’ for ‘extends:’, ‘severity:’ for ‘level:’, "
            "and add ‘id:’, ‘why:’, ‘examples:’",
        ),
        (GOOD.replace("kind:", "extends:"), "r.yaml:2: this is a rule of Vale; write ‘kind:’ for ‘extends:’$"),
    ],
)
def test_a_rule_of_vale_is_called_one_and_what_to_change_is_said(tmp_path: Path, rule: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        load([pack(tmp_path, rule)], OPTIONS)


@pytest.mark.parametrize(("kind", "word"), [("occurrence", "count"), ("required", "fault"), ("spelling", "note")])
def test_a_message_may_hold_what_its_kind_fills(kind: str, word: str) -> None:
    own = {"occurrence": "token: x\nmax: 1", "required": "text: x", "spelling": "check: words"}[kind]
    assert rule(f"kind: {kind}\n{own}", f"Mind {{{word}}}.").message == f"Mind {{{word}}}."


@pytest.mark.parametrize("kind", sorted(OPTIONS))
def test_a_kind_declares_all_that_it_fills(kind: str) -> None:
    """What a kind hands to ``match`` besides the arguments that ``match`` names itself."""
    named = inspect.signature(match).parameters
    tree = ast.parse(Path(inspect.getfile(OPTIONS[kind])).read_text())
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    filled = {k.arg for c in calls if getattr(c.func, "id", "") in ("match", "found") for k in c.keywords} - {*named}
    by_hand = {"boilerplate": {"count"}, "languagetool": {"message"}}  # after, or before, the match is made
    assert filled | by_hand.get(kind, set()) == {w for words in OPTIONS[kind].PLACEHOLDERS.values() for w in words}


def test_a_rule_without_a_language_is_for_its_packs_and_a_spellers_is_for_english() -> None:
    marks = parse(HEAD + "message: m\nkind: existence\ntokens: [x]\n", Path("t.yaml"), RuleError)
    assert rule_from_yaml(marks, Pack("p"), OPTIONS).language == "any"
    assert rule_from_yaml(marks, Pack("p", language="de"), OPTIONS).language == "de"
    assert rule("kind: spelling\ncheck: words").language == "en"
    assert rule("kind: spelling\ncheck: words\nlanguage: de").language == "de"


def test_the_readme_tells_every_placeholder() -> None:
    said = (ROOT / "README.md").read_text()
    missing = [
        (kind, word)
        for kind, o in OPTIONS.items()
        for words in o.PLACEHOLDERS.values()
        for word in words
        if f"`{{{word}}}`" not in said
    ]
    assert missing == []


def test_the_pack_yaml_of_the_readme_is_what_a_folder_without_one_is(tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n# rules/house/pack.yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    folder = pack(tmp_path, GOOD)
    (without,) = packs_in(folder)
    (folder / "pack.yaml").write_text(block)
    (said,) = packs_in(folder)
    assert said.lists is not None
    assert dataclasses.replace(said, title="house", lists=None) == without
