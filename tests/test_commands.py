from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from click.testing import CliRunner
from test_load import GOOD

import lint
from lint.cli import copydesk, main
from lint.config.load import load
from lint.config.settings import LanguageTool

OFF = ("--languagetool", "off")


class Said(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a story."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "story.md").write_text("Further hsotage talks are due.\n")
    (tmp_path / ".copydesk.yaml").write_text("languagetool: off\npacks: [typos]\n")
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The whole command, in this process."""

    def run(*args: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["copydesk", *args])
        with pytest.raises(SystemExit) as ended:
            main()
        return Said(int(ended.value.code or 0), *capsys.readouterr())

    return run


def commands() -> list[tuple[str, ...]]:
    """Every command and sub-command."""
    names: list[tuple[str, ...]] = []
    for name, command in copydesk.commands.items():
        names.append((name,))
        if isinstance(command, click.Group):
            names += [(name, sub) for sub in command.commands]
    return names


# ---- help ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [(), *commands()], ids=" ".join)
def test_help_shows_whole_sentences_and_an_example(args: tuple[str, ...]) -> None:
    done = CliRunner().invoke(copydesk, [*args, "--help"], terminal_width=80)
    assert done.exit_code == 0
    assert not re.search(r"[a-z]\.\.\.$", done.output, re.M)
    assert "Example" in done.output
    assert max(map(len, done.output.splitlines())) <= 80


@pytest.mark.parametrize("args", commands(), ids=" ".join)
def test_every_command_has_a_sentence_that_fits_a_line(args: tuple[str, ...]) -> None:
    command: click.Command = copydesk
    for name in args:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    says = command.short_help or ""
    assert re.fullmatch(r"[A-Z].*[^.]\.", says)
    assert len(says) <= 62


def test_help_lists_the_most_used_command_first() -> None:
    listed = CliRunner().invoke(copydesk, ["--help"]).output.partition("Commands:")[2].split()
    assert listed[0] == "check"


@pytest.mark.parametrize(
    ("args", "same"),
    [
        (("help",), ("--help",)),
        (("help", "fix"), ("fix", "--help")),
        (("help", "languagetool", "install"), ("languagetool", "install", "--help")),
        (("version",), ("--version",)),
        (("-V",), ("--version",)),
    ],
)
def test_help_and_version_are_understood_in_every_form(args: tuple[str, ...], same: tuple[str, ...]) -> None:
    one, other = (CliRunner().invoke(copydesk, list(a)) for a in (args, same))
    assert (one.exit_code, one.output) == (0, other.output)
    assert one.output


# ---- near misses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args", [("drafts/story.md",), ("drafts",), ("drafts/",), ("--fail-on", "warning", "drafts"), (*OFF, "drafts")]
)
def test_a_path_or_an_option_by_itself_is_checked(args: tuple[str, ...], desk: Path, run: Run) -> None:
    done = run(*args)
    assert done.code == 1
    assert "hsotage → hostage" in done.out


def test_a_file_that_is_missing_is_looked_for(desk: Path, run: Run) -> None:
    done = run("missing.md")
    assert done.code == 3
    assert "no such file" in done.out


def test_standard_input_by_itself_is_checked(desk: Path) -> None:
    done = CliRunner().invoke(copydesk, ["-"], input=b"Further hsotage talks are due.\n")
    assert "hsotage → hostage" in done.output


def test_a_command_comes_before_a_folder_of_its_name(desk: Path, run: Run) -> None:
    (desk / "rules").mkdir()
    assert "typos.spelling" in run("rules", "typos").out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("chekc", "drafts"), "there is no command ‘chekc’; did you mean ‘check’?"),
        (("lint", "drafts"), "there is no command ‘lint’; did you mean ‘copydesk check’?"),
        (("format",), "did you mean ‘copydesk fix’?"),
        (("Test",), "did you mean ‘copydesk rules test’?"),
        (("learn", "drafts"), "did you mean ‘copydesk boilerplate learn’?"),
        (("zebra",), "there is no command ‘zebra’; write one of: boilerplate, check"),
        (("help", "chekc"), "did you mean ‘check’?"),
        (("languagetool", "instal"), "there is no command ‘instal’; did you mean ‘install’?"),
        (("boilerplate", "test"), "there is no command ‘test’; write one of: learn"),
        (("check", "--fix", "drafts"), "there is no option ‘--fix’ here; write copydesk fix\n"),
        (("--fix", "drafts"), "there is no option ‘--fix’ here; write copydesk fix\n"),
        (("check", "--diff"), "write copydesk fix --diff"),
        (("check", "--json"), "write --format json"),
        (("check", "-q"), "for the exit code alone"),
        (("check", "-V"), "write copydesk --version"),
        (("fix", "--dry-run"), "write --diff"),
        (("fix", "--ignore", "typos"), "write rules: {ID: off} in .copydesk.yaml"),
        (("rules", "--pack", "typos"), "write copydesk rules PACK"),
        (("check", "--confg", "x"), "there is no option ‘--confg’ here; did you mean ‘--config’?"),
        (("languagetool", "install", "--nonsense"), "see copydesk languagetool install --help"),
    ],
)
def test_a_near_miss_gets_the_right_name(args: tuple[str, ...], says: str, desk: Path, run: Run) -> None:
    done = run(*args)
    assert done.code == 2
    assert says in done.err


def test_the_options_that_are_written_instead_exist() -> None:
    from lint.cli import commands as table

    for name, hints in table._OF_ONE.items():
        own = {o for p in copydesk.commands[name].params for o in p.opts}
        assert not own & {*hints}
        for hint in (*hints.values(), *table._OF_ALL.values()):
            words = hint.split()
            command = words[1] if words[0] == "copydesk" and words[1] in copydesk.commands else name
            if words[0].startswith("--") and hint not in table._OF_ALL.values():
                assert words[0] in own, hint
            elif "--" in hint and words[0] == "copydesk" and words[1] in copydesk.commands:
                known = {o for p in copydesk.commands[command].params for o in p.opts}
                assert {w for w in words if w.startswith("--")} <= known, hint
    for synonym in table._SYNONYMS.values():
        assert synonym.split()[0] in copydesk.commands


# ---- rules ---------------------------------------------------------------------------------------


def test_the_rules_of_one_pack(desk: Path, run: Run) -> None:
    lines = run("rules", "typos").out.splitlines()
    assert lines[0] == f"typos: Misspelt words and names ({len(lines) - 1} rules)"
    assert all(line.startswith("  typos.") for line in lines[1:])


def test_all_rules_by_pack(desk: Path, run: Run) -> None:
    heads = [line for line in run("rules").out.splitlines() if line and not line.startswith(" ")]
    assert [h.partition(":")[0] for h in heads] == sorted(h.partition(":")[0] for h in heads)
    assert "confusions: Right words in the wrong place" in "\n".join(heads)
    assert ", off)" in heads[0]  # only typos is on here


def test_one_rule_is_explained(desk: Path, run: Run) -> None:
    out = run("rules", "typos.spelling").out
    assert out.startswith("typos.spelling\nmessage")
    assert "typos.name" not in out


def test_rules_are_found_by_a_word(desk: Path, run: Run) -> None:
    out = run("rules", "--search", "STATIONERY").out
    assert "confusions.stationary" in out
    assert "typos." not in out
    done = run("rules", "--search", "zqxj")
    assert (done.code, "no rule holds ‘zqxj’" in done.err) == (2, True)


def test_rules_for_a_program(desk: Path, run: Run) -> None:
    page = json.loads(run("rules", "--json").out)
    rules = {r["id"]: r for r in page["rules"]}
    assert (page["version"], len(page["packs"])) == (1, 9)
    assert rules["typos.spelling"]["on"] is True
    assert rules["capitals.title"]["on"] is False
    assert json.loads(run("rules", "--json", "--search", "zqxj").out)["rules"] == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("typo", "there is no rule or pack ‘typo’; did you mean ‘typos’?"),
        ("typos.speling", "there is no rule ‘typos.speling’; did you mean ‘typos.spelling’?"),
    ],
)
def test_a_rule_or_pack_that_there_is_not(name: str, says: str, desk: Path, run: Run) -> None:
    done = run("rules", name)
    assert (done.code, says in done.err) == (2, True)


def test_one_rule_with_one_example_is_singular(desk: Path, run: Run) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "r.yaml").write_text(GOOD)
    assert run("rules", "test", "house").out == "1 rule, 2 examples: all hold\n"
    assert run("rules", "test", "house/r.yaml").out == "1 rule, 2 examples: all hold\n"
    assert run("rules", "test", "typos").err.endswith("there is no folder typos; name a folder of rules\n")


# ---- init ----------------------------------------------------------------------------------------


def test_the_rule_that_init_writes_holds_and_leaves_quotations_alone(desk: Path, run: Run) -> None:
    assert run("init", "new").code == 0
    assert run("rules", "test", "new/rules/house").out == "1 rule, 2 examples: all hold\n"
    linter = lint.load(replace(load(desk / "new" / ".copydesk.yaml"), languagetool=LanguageTool("off")))
    report = linter.check_text("They utilise it. “We utilise it,” she said.")
    assert [(f.text, f.place.start) for f in report.shown() if f.rule == "house.utilise"] == [("utilise", (1, 6))]


# ---- fix -----------------------------------------------------------------------------------------


def test_fixes_that_undo_each_other_are_told_by_name_and_no_failure(desk: Path, run: Run) -> None:
    (desk / "house").mkdir()
    (desk / "house/r.yaml").write_text(
        "- id: r\n  kind: substitution\n  swap: {one: two, two: one, grey: gray}\n  message: m\n  why: w\n"
        "  examples: [{bad: '[[one]]', good: two}, {bad: '[[two]]', good: one}, {bad: '[[grey]]', good: gray}]\n"
    )
    (desk / "a.md").write_text("A grey day.\n\nIt is one.\n")
    fix = ("fix", "--pack", "./house", "--unsafe")
    difference = run(*fix, "--diff", "a.md")
    assert (difference.code, "+A gray day." in difference.out) == (1, True)
    done = run(*fix, "a.md")
    assert (done.code, (desk / "a.md").read_text()) == (0, "A gray day.\n\nIt is one.\n")
    assert "note  the fixes of house.r (line 3) were left out, for they undo each other or have no end" in done.out
    assert "1 finding can’t be fixed: copydesk check" in done.out
    assert run("check", "--pack", "./house", "a.md").code == 1
