"""Runs over folders with configurations of their own, as a value and through the command."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

import click
import pytest
from click.testing import CliRunner

from lint.cli import copydesk
from lint.cli.exits import FOUND, MISTAKE, NOT_CHECKED, OK
from lint.errors import CopydeskError
from lint.finding import Report
from lint.reporters import REPORTERS
from lint.reporters.options import Options
from lint.run import NothingRead, Run

TOP = 'packs: [typos]\nlanguagetool: "off"\n'


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two desks under one roof: one knows a word, the other has no typos."""
    story = "Further hsotage talks. The goverment met.\n"
    files = {
        ".copydesk.yaml": TOP,
        "a/.copydesk.yaml": "extends: ../.copydesk.yaml\nwords: [hsotage]\n",
        "a/x.md": story,
        "b/.copydesk.yml": "extends: ../.copydesk.yaml\nrules: {typos.spelling: suggestion}\nexclude: [old/]\n",
        "b/y.md": story,
        "b/old/z.md": story,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def invoke(*args: str, stdin: bytes = b"") -> tuple[object, str, str]:
    """Exit code, standard output and standard error; a mistake is MISTAKE with its message."""
    done = CliRunner().invoke(copydesk, args, input=stdin, standalone_mode=False)
    if isinstance(done.exception, CopydeskError | click.UsageError):
        return MISTAKE, done.stdout, f"copydesk: {done.exception}"
    assert done.exception is None, done.exception
    return done.return_value, done.stdout, done.stderr


def found(*paths: str) -> list[tuple[str, str, str]]:
    reports = Run(paths).prepare().reports()
    return [(r.path, f.text, str(f.severity)) for r in reports for f in r.findings]


def test_each_file_is_checked_under_its_own_configuration(newsroom: Path) -> None:
    expected = [
        ("a/x.md", "goverment", "error"),
        ("b/y.md", "hsotage", "suggestion"),
        ("b/y.md", "goverment", "suggestion"),
    ]
    assert found("a/x.md", "b/y.md") == expected
    assert found("b/y.md", "a/x.md") == expected
    assert found(".") == expected
    assert found("b", "a") == expected


def test_a_configuration_that_is_given_holds_for_all_files(newsroom: Path) -> None:
    run = Run((".",), config_file=newsroom / "a" / ".copydesk.yaml").prepare()
    assert [(r.path, len(r.findings)) for r in run.reports()] == [("a/x.md", 1), ("b/old/z.md", 1), ("b/y.md", 1)]


def test_what_linters_have_in_common_is_made_once(newsroom: Path) -> None:
    (newsroom / "c").mkdir()
    (newsroom / "c" / ".copydesk.yaml").write_text("extends: ../.copydesk.yaml\nfail_on: error\n")
    for name in ("top.md", "c/w.md"):
        (newsroom / name).write_text("All is well.\n")
    files = {f.path.as_posix(): linter for f, linter in Run((".",)).prepare().files}
    assert files["a/x.md"] is not files["c/w.md"]
    assert len({id(linter.catalogue) for linter in files.values()}) == 1
    assert files["top.md"].rules[0] is files["c/w.md"].rules[0]


def test_the_engine_serves_configurations_that_differ_in_words(newsroom: Path) -> None:
    (newsroom / ".copydesk.yaml").write_text("packs: [typos, languagetool]\n")
    linters = [linter for _, linter in Run(("a/x.md", "b/y.md")).prepare().files]
    engines = [[g for g in linter._setup(()).rule_set.groups if g.kind.shared] for linter in linters]
    assert len(engines[0]) == 1
    assert engines[0][0].checker is engines[1][0].checker


def test_fail_on_is_that_of_the_files_own_configuration(newsroom: Path) -> None:
    assert invoke("check", "b/y.md")[0] == OK
    (newsroom / "b" / ".copydesk.yml").write_text("extends: ../.copydesk.yaml\nfail_on: never\n")
    assert invoke("check", "b/y.md")[0] == OK
    assert invoke("check", "b/y.md", "a/x.md")[0] == FOUND
    assert invoke("check", "--fail-on", "error", "b/y.md")[0] == FOUND
    assert invoke("check", "--fail-on", "never", ".")[0] == OK


def test_suggestions_that_fail_a_file_are_shown_for_that_file_alone(newsroom: Path) -> None:
    (newsroom / "b" / ".copydesk.yml").write_text(
        "rules: {typos: suggestion}\nfail_on: suggestion\nlanguagetool: off\n"
    )
    (newsroom / "a" / ".copydesk.yaml").write_text(TOP + "rules: {typos: suggestion}\n")
    code, page, _ = invoke("check", ".")
    assert (code, "b/y.md" in page, "a/x.md" in page) == (FOUND, True, False)


def test_files_of_several_configurations_are_compared_with_one_another(newsroom: Path) -> None:
    (newsroom / ".copydesk.yaml").write_text("packs: [consistency]\nlanguagetool: off\nconsistency: {across: files}\n")
    (newsroom / "b" / ".copydesk.yml").write_text("extends: ../.copydesk.yaml\nwords: [Barnea]\n")
    for name, text in (("a/x.md", "An adviser left."), ("a/w.md", "The adviser."), ("b/y.md", "One advisor left.")):
        (newsroom / name).write_text(text)
    assert found("b/y.md", "a") == [("b/y.md", "advisor", "warning")]
    fixes = Run(("b/y.md", "a")).prepare().fixes(unsafe=True)
    assert [f.after for f in fixes] == ["The adviser.", "An adviser left.", "One adviser left."]


def test_a_mistake_in_any_configuration_shows_before_the_first_file(newsroom: Path) -> None:
    (newsroom / "b" / ".copydesk.yml").write_text("rules: {typos.speling: off}\n")
    with pytest.raises(CopydeskError, match=r"b/.copydesk.yml:1: there is no rule ‘typos.speling’"):
        Run((".",)).prepare()


# ---- nothing read is never clean -----------------------------------------------------------------


def test_the_last_line_says_what_was_read_and_left_out(newsroom: Path) -> None:
    (newsroom / "a" / "k.docx").write_bytes(b"")
    (newsroom / "a" / "empty.md").write_text("\n")
    said = "2 files, 12 words read; 3 files left out (1 .docx, 1 excluded, 1 empty)."
    code, page, _ = invoke("check", ".")
    assert (code, page.splitlines()[-1]) == (
        FOUND,
        "1 error in 1 of " + said + " 2 suggestions not shown (--suggestions).",
    )
    assert invoke("fix", "--diff", ".")[2].splitlines()[-1] == "Nothing to fix: " + said
    code, page, _ = invoke("check", "--format", "github", ".")
    assert page.splitlines()[-1].startswith("1 error in 1 of " + said)
    summary = json.loads(invoke("check", "--format", "json", ".")[1])["summary"]
    assert (summary["read"], summary["left_out"]) == (2, {".docx": 1, "excluded": 1, "empty": 1})
    code, page, complaint = invoke("check", "--output", "page.txt", ".")
    assert (page, complaint.splitlines()[-1].startswith("1 error in 1 of " + said)) == ("", True)


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "nothing was read in d: there are no files; copydesk reads"),
        ({"a.docx": "", "b.docx": "", "c.adoc": ""}, "nothing was read in d: 2 .docx (d/a.docx, d/b.docx), 1 .adoc (d/c.adoc); copydesk reads"),
        ({"a.png": ""}, "in d: 1 of another kind (d/a.png); copydesk reads .txt"),
        ({".copydesk.yaml": "exclude: ['*']", "a.md": "x"}, "nothing was read in d: 1 excluded (d/a.md)"),
        ({".gitignore": "*.md", ".git": "", "a.md": "x"}, "nothing was read in d: 1 in .gitignore (d/a.md)"),
        ({".a.md": "x"}, "nothing was read in d: 1 hidden (d/.a.md)"),
        ({"a.md": "\ufeff\n"}, "nothing was read in d: 1 empty (d/a.md)"),
        ({f"{i}.pdf": "" for i in range(5)}, "5 .pdf (d/0.pdf, d/1.pdf, d/2.pdf …)"),
    ],
)  # fmt: skip
def test_a_folder_in_which_nothing_is_read_is_a_mistake(
    command: str, files: dict[str, str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".copydesk.yaml").write_text(TOP)
    Path("d").mkdir()
    for name, text in files.items():
        Path("d", name).write_text(text)
    code, page, complaint = invoke(command, "d")
    assert (code, says in complaint, "Clean copy" in page) == (MISTAKE, True, False), complaint


@pytest.mark.parametrize("stdin", [b"", b" \n", b"\xef\xbb\xbf\n"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_an_empty_standard_input_is_a_mistake(command: str, stdin: bytes, newsroom: Path) -> None:
    assert invoke(command, "-", stdin=stdin)[::2] == (MISTAKE, "copydesk: nothing was read: standard input is empty")


def test_a_hook_may_hand_over_nothing_but_what_is_excluded(newsroom: Path) -> None:
    for command in ("check", "fix"):
        code, page, _ = invoke(command, "--force-exclude", "b/old/z.md")
        assert (code, page) == (OK, "Nothing was read; 1 file left out (1 excluded).\n")
    with pytest.raises(NothingRead, match="1 excluded"):
        Run(("b/old",), force_exclude=True).prepare()
    assert invoke("check", "b/old/z.md")[0] == OK  # named by a person: read, and only suggestions in it


def test_a_word_file_that_is_named_is_called_one(newsroom: Path) -> None:
    Path("a.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    code, page, _ = invoke("check", "a.docx")
    assert code == NOT_CHECKED
    assert "not checked  is a Word file; copydesk reads .txt .md" in page
    assert page.endswith("Nothing was read. 1 thing could not be checked.\n")


def test_a_folder_that_cannot_be_searched_is_a_failure(newsroom: Path, locked: Callable[[str], None]) -> None:
    locked("a")
    code, page, _ = invoke("check", "a", "b/y.md")
    assert (code, "this folder can't be searched: permission denied" in page) == (NOT_CHECKED, True)


def test_an_address_is_no_file(newsroom: Path) -> None:
    for command in ("check", "fix"):
        complaint = invoke(command, "https://example.org/story")[2]
        assert "copydesk reads files, not addresses: save https://example.org/story" in complaint


# ---- standard input ------------------------------------------------------------------------------


def test_standard_input_is_called_so_and_read_under_the_configuration_here(newsroom: Path) -> None:
    code, page, _ = invoke("check", "-", stdin=b"# Further hsotage talks.\n")
    assert (code, page.splitlines()[0], "hsotage" in page) == (FOUND, "standard input", True)


def test_a_name_for_standard_input_brings_format_and_configuration(newsroom: Path) -> None:
    code, page, _ = invoke(
        "check", "-", "--stdin-filename", "a/new.html", stdin=b"<p>Further hsotage <b>goverment</b></p>"
    )
    assert (code, page.splitlines()[0], "hsotage →" in page, "1:23" in page) == (FOUND, "a/new.html", False, True)


# ---- notes, and the settings of a file -----------------------------------------------------------


def test_a_pattern_that_matches_nothing_is_noted_where_its_whole_folder_was_read(newsroom: Path) -> None:
    config = "extends: ../.copydesk.yaml\nexclude: [old/, older/]\npaths: {'*.html': {}, y.md: {}}\n"
    (newsroom / "b" / ".copydesk.yml").write_text(config)
    for path, notes in ((".", 2), ("b", 2), ("b/y.md", 0), ("a", 0)):
        said = list(Run((path,)).prepare().notes())
        assert len(said) == notes, (path, said)
    where = newsroom / "b" / ".copydesk.yml"
    assert invoke("check", "b")[2].splitlines() == [
        f"copydesk: {where}:2: ‘older/’ in ‘exclude’ matches nothing here",
        f"copydesk: {where}:3: ‘*.html’ in ‘paths’ matches nothing here",
    ]


def test_config_tells_what_holds_and_where_it_comes_from(newsroom: Path) -> None:
    (newsroom / "a" / ".copydesk.yaml").write_text(
        "extends: ../.copydesk.yaml\nwords: [hsotage]\npaths:\n  new*:\n    dialect: en-AU\n  '*.txt': {words: [x]}\n"
    )
    code, page, _ = invoke("config", "a/new.md", "--pack", "capitals")
    lines = [tuple(part.strip() for part in line.split(" # ")) for line in page.splitlines()]
    assert code == OK
    for line in (
        ("# what holds for a/new.md",),
        ("# from a/.copydesk.yaml",),
        ("# which extends .copydesk.yaml",),
        ("dialect: en-AU", "a/.copydesk.yaml:5"),
        ("fail_on: warning", "default"),
        ("- capitals", "command line"),
        ("backend: off", ".copydesk.yaml:2"),
        ("timeout: 60", "default"),
        ("- hsotage", "a/.copydesk.yaml:2"),
        ('"new*":', "a/.copydesk.yaml:4 (holds)"),
        ('"*.txt":', "a/.copydesk.yaml:6 (does not hold)"),
    ):
        assert line in lines, page


def test_config_of_a_folder_and_of_an_excluded_file(newsroom: Path) -> None:
    assert "# what holds in .\n# from .copydesk.yaml\n" in invoke("config")[1]
    assert invoke("config", "b/old/z.md")[1].splitlines()[-1] == "# this file is excluded"
    assert "excluded" not in invoke("config", "b/y.md")[1]


def test_config_without_a_file_tells_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "# from no file: these are the defaults" in invoke("config")[1]


def test_config_shortens_a_long_list_of_words(newsroom: Path) -> None:
    (newsroom / "words.txt").write_text("\n".join(f"word{i:02}" for i in range(20)))
    (newsroom / ".copydesk.yaml").write_text("words: words.txt\n")
    page = invoke("config")[1]
    assert "- word07" in page
    assert "words.txt:8\n  # and 12 more\n" in page


def test_the_time_of_each_rule_is_printed(newsroom: Path) -> None:
    code, out, err = invoke("check", "--profile", "a/x.md")
    plain = invoke("check", "a/x.md")
    assert (code, out) == plain[:2]
    rows = [line.split() for line in err.splitlines() if line.endswith("typos.spelling")]
    assert len(rows) == 1
    assert float(rows[0][0]) >= 0
    assert "typos.spelling" not in plain[2]


def test_one_run_writes_several_formats(newsroom: Path) -> None:
    code, out, _ = invoke("check", "a/x.md", "--format", "text", "--format", "json=report.json")
    assert code == FOUND
    assert "goverment → government" in out
    assert json.loads(Path("report.json").read_text())["summary"]["findings"] == 1


@pytest.mark.parametrize(
    ("formats", "says"),
    [
        (["jsn"], "unknown format ‘jsn’; did you mean ‘json’?"),
        (["text", "json"], "write the others to files: json=report.json"),
    ],
)
def test_a_format_that_cannot_be_written_is_a_mistake(newsroom: Path, formats: list[str], says: str) -> None:
    code, _, err = invoke("check", "a/x.md", *(word for f in formats for word in ("--format", f)))
    assert code == MISTAKE
    assert says in err


def test_a_format_of_output_is_told_the_rules(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(reports: Sequence[Report], stream: TextIO, options: Options) -> None:
        stream.writelines(options.rules[f.rule].why for r in reports for f in r.shown())

    monkeypatch.setitem(REPORTERS, "reasons", write)
    assert "dictionary" in invoke("check", "a/x.md", "--format", "reasons")[1]
