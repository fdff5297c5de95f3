from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import OFF, copydesk, process

import lint
from lint.cli.exits import MISTAKE, NOT_CHECKED


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("Further hsotage talks are due.\n")
    (tmp_path / "b.txt").write_text("All is well on this fine day.\n")
    return tmp_path


@pytest.mark.slow
def test_findings_give_one_and_clean_copy_nought(drafts: Path) -> None:
    done = process("check", *OFF, ".", cwd=drafts)
    assert done.returncode == 1
    assert "hsotage → hostage" in done.stdout
    assert "1 error in 1 of 2 files" in done.stdout
    done = process("check", *OFF, "b.txt", cwd=drafts)
    assert done.returncode == 0
    assert done.stdout.startswith("Clean copy: 1 file")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("suggestion", 1), ("never", 0)])
def test_fail_on_chooses_the_level(drafts: Path, fail_on: str, code: int) -> None:
    assert copydesk("check", *OFF, "--fail-on", fail_on, ".", cwd=drafts).returncode == code


def test_a_warning_does_not_fail_on_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The adviser met an advisor today.\n")
    assert copydesk("check", *OFF, "--fail-on", "error", ".", cwd=tmp_path).returncode == 0
    assert copydesk("check", *OFF, ".", cwd=tmp_path).returncode == 1


def test_suggestions_are_shown_on_request(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The color of the coat faded.\n")
    done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert (done.returncode, "color" in done.stdout, "1 suggestion not shown" in done.stdout) == (0, False, True)
    done = copydesk("check", *OFF, "--suggestions", ".", cwd=tmp_path)
    assert (done.returncode, "color → colour" in done.stdout) == (0, True)


def test_json_is_the_contract(drafts: Path) -> None:
    done = copydesk("check", *OFF, "--format", "json", ".", cwd=drafts)
    page = json.loads(done.stdout)
    assert (page["version"], page["tool"]["name"], page["summary"]["errors"]) == (1, "copydesk", 1)
    (finding,) = page["files"][0]["findings"]
    assert (finding["start"], finding["end"]) == (8, 15)
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (1, 9, 1, 16)
    assert finding["suggestions"][0] == "hostage"
    assert finding["suppressed"] is None
    assert finding["fixable"] is True
    assert finding["fix"] == {"start": 8, "end": 15, "text": "hostage"}
    assert page["files"][1] == {"path": "b.txt", "findings": [], "failures": [], "notes": []}


def test_github_annotations(drafts: Path) -> None:
    done = copydesk("check", *OFF, "--format", "github", ".", cwd=drafts)
    assert done.stdout.startswith(
        "::error file=a.md,line=1,endLine=1,col=9,endColumn=16,title=typos.spelling::No dictionary"
    )


def test_output_goes_to_a_file(drafts: Path) -> None:
    done = copydesk("check", *OFF, "--output", "page.txt", ".", cwd=drafts)
    assert (done.returncode, done.stdout) == (1, "")
    assert "hsotage" in (drafts / "page.txt").read_text()
    done = copydesk("check", *OFF, "--output", "no/such/page.txt", ".", cwd=drafts)
    assert done.returncode == 2
    assert "can't be written" in done.stderr


def test_standard_input(tmp_path: Path) -> None:
    done = copydesk(
        "check", *OFF, "-", "--stdin-filename", "x.html", cwd=tmp_path, stdin=b"<p>The hsotage &eacute;</p>"
    )
    assert done.returncode == 1
    assert "x.html" in done.stdout
    assert "1:8" in done.stdout


def test_one_rule_or_one_pack(drafts: Path) -> None:
    (drafts / "a.md").write_text("The hsotage of the the talks.\n")
    done = copydesk("check", "--rule", "punctuation.doubled-word", "a.md", cwd=drafts)
    assert "doubled-word" in done.stdout
    assert "hsotage →" not in done.stdout
    done = copydesk("check", "--pack", "typos", "a.md", cwd=drafts)
    assert "hsotage →" in done.stdout
    assert "doubled-word" not in done.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["check", "--rule", "typos.speling", "."], "did you mean ‘typos.spelling’?"),
        (["check", "--pack", "typo", "."], "did you mean ‘typos’?"),
        (["check", "--dialect", "en-UK", "."], "en-GB"),
        (["check", "--format", "xml", "."], "text"),
        (["check", "--config", "none.yaml", "."], "none.yaml:1: can't be read"),
        (["rules", "typos.speling"], "did you mean"),
        (["rules", "test", "none"], "there is no folder none"),
        (["chekc"], "did you mean ‘check’?"),
        (["check", "--nonsense"], "there is no option ‘--nonsense’ here"),
    ],
)
def test_a_mistake_gives_two_and_says_what_to_write(drafts: Path, args: list[str], says: str) -> None:
    done = copydesk(*args, cwd=drafts)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_configuration_gives_two_with_file_and_line(drafts: Path) -> None:
    (drafts / ".copydesk.yaml").write_text("dialect: en-GB\nfail_om: never\n")
    done = copydesk("check", ".", cwd=drafts)
    assert done.returncode == 2
    assert ".copydesk.yaml:2: there is no setting ‘fail_om’ here; did you mean ‘fail_on’?" in done.stderr


def test_the_configuration_beside_the_file_counts(drafts: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (drafts / ".copydesk.yaml").write_text("words: [hsotage]\n")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert copydesk("check", *OFF, str(drafts), cwd=elsewhere).returncode == 0


def test_no_colour_without_a_terminal(drafts: Path) -> None:
    assert "\x1b" not in copydesk("check", *OFF, ".", cwd=drafts).stdout


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["rules", "--help"], ["init", "--help"]])
def test_every_help_has_an_example(tmp_path: Path, args: list[str]) -> None:
    done = copydesk(*args, cwd=tmp_path)
    assert done.returncode == 0
    assert "Example" in done.stdout
    assert "copydesk " in done.stdout.partition("Example")[2]


def test_the_version(tmp_path: Path) -> None:
    assert copydesk("--version", cwd=tmp_path).stdout.strip() == f"copydesk, version {lint.__version__}"


def test_the_catalogue_and_one_rule(tmp_path: Path) -> None:
    done = copydesk("rules", cwd=tmp_path)
    assert done.returncode == 0
    assert any(line.startswith("  typos.spelling ") and " error " in line for line in done.stdout.splitlines())
    done = copydesk("rules", "typos.spelling", cwd=tmp_path)
    for word in ("message", "why", "wrong", "right", "option", "check: words", "defined"):
        assert word in done.stdout


def test_rules_test_runs_anybodys_pack(tmp_path: Path) -> None:
    assert copydesk("init", cwd=tmp_path).returncode == 0
    done = copydesk("rules", "test", "rules/house", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1 rule, 2 examples: all hold\n")
    file = tmp_path / "rules/house/example.yaml"
    file.write_text(file.read_text().replace("good: The council will use", "good: The council may use"))
    done = copydesk("rules", "test", "rules/house", cwd=tmp_path)
    assert done.returncode == 1
    assert "rules/house/example.yaml:11: house.utilise: suggests" in done.stdout


def test_init_writes_what_works_and_overwrites_nothing(tmp_path: Path) -> None:
    done = copydesk("init", cwd=tmp_path)
    assert "wrote .copydesk.yaml" in done.stdout
    assert "pre-commit" in done.stdout
    assert "copydesk check --format github ." in done.stdout
    (tmp_path / "a.md").write_text("They will utilise the hall.\n")
    done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert (done.returncode, "utilise → use" in done.stdout) == (1, True)
    (tmp_path / ".copydesk.yaml").write_text("dialect: en-AU\n")
    assert "kept" in copydesk("init", cwd=tmp_path).stdout
    assert (tmp_path / ".copydesk.yaml").read_text() == "dialect: en-AU\n"


def test_what_could_not_be_checked_gives_three(drafts: Path) -> None:
    done = copydesk("check", *OFF, "a.md", "none.md", cwd=drafts)
    assert done.returncode == 3
    assert "hsotage → hostage" in done.stdout
    assert "there is no such file" in done.stdout
    assert copydesk("check", *OFF, "--fail-on", "never", "none.md", cwd=drafts).returncode == 3


@pytest.mark.slow
def test_a_reader_that_has_seen_enough_is_no_error(drafts: Path) -> None:
    command = f"{sys.executable} -m lint rules | head -1; exit ${{PIPESTATUS[0]}}"
    environment = {**os.environ, "PYTHONPATH": str(Path(lint.__file__).parent.parent)}
    done = subprocess.run(["bash", "-c", command], cwd=drafts, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--languagetool", "locl"), "unknown backend ‘locl’; write auto, embedded, local, off or http://HOST:PORT"),
        (("--dialect", "fr"), "does not speak fr; use a server: --languagetool local"),
        (("--dialect", "xx"), "unknown dialect ‘xx’; write one of: en-GB"),
    ],
)
def test_a_backend_or_a_language_that_there_is_not(arguments: tuple[str, ...], said: str, drafts: Path) -> None:
    done = copydesk("check", *arguments, cwd=drafts)
    assert done.returncode == MISTAKE
    assert said in done.stderr


def test_a_server_that_is_away_gives_three_and_the_findings(drafts: Path) -> None:
    done = copydesk("check", "--languagetool", "http://127.0.0.1:1", cwd=drafts)
    assert done.returncode == NOT_CHECKED
    assert "hsotage" in done.stdout
    assert "nothing answers at http://127.0.0.1:1" in done.stdout + done.stderr


def test_packs_that_are_not_for_a_language_are_told_once(drafts: Path) -> None:
    done = copydesk("check", "--dialect", "de-DE", "--languagetool", "off", cwd=drafts)
    assert done.returncode == 0
    assert done.stderr.count("not for de-DE, and left out: capitals") == 1


# ---- fix -----------------------------------------------------------------------------------------


@pytest.fixture
def to_fix(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes("Café: the the hsotage talks.\r\n\r\nFollow us on Twitter.\r\n".encode())
    (tmp_path / "b.txt").write_text("All is well on this fine day.\n")
    return tmp_path


def test_fix_does_what_is_safe_and_says_what_is_left(to_fix: Path) -> None:
    done = copydesk("fix", *OFF, ".", cwd=to_fix)
    assert done.returncode == 0
    assert (to_fix / "a.md").read_bytes() == "Café: the hsotage talks.\r\n\r\nFollow us on Twitter.\r\n".encode()
    assert done.stdout == (
        "a.md\n  1:7     the the → the  punctuation.doubled-word\n\n"
        "1 more needs an editor’s eye: copydesk fix --unsafe --diff\n1 fix in 1 of 2 files, 15 words read.\n"
    )


def test_fix_unsafe_does_the_rest_and_a_second_run_nothing(to_fix: Path) -> None:
    done = copydesk("fix", *OFF, "--unsafe", "--suggestions", ".", cwd=to_fix)
    assert (to_fix / "a.md").read_bytes() == "Café: the hostage talks.\r\n".encode()
    assert "3:1     take out: Follow us on Twitter.  boilerplate.social" in done.stdout
    assert copydesk("fix", *OFF, "--unsafe", ".", cwd=to_fix).stdout == "Nothing to fix: 2 files, 11 words read.\n"


def test_diff_changes_nothing_and_gives_one(to_fix: Path) -> None:
    before = (to_fix / "a.md").read_bytes()
    done = copydesk("fix", *OFF, "--diff", ".", cwd=to_fix)
    assert (done.returncode, (to_fix / "a.md").read_bytes()) == (1, before)
    assert "-Café: the the hsotage talks.\r\n+Café: the hsotage talks.\r\n" in done.stdout
    assert "1 fix to make in 1 of 2 files, 15 words read." in done.stderr
    assert copydesk("fix", *OFF, "--diff", "b.txt", cwd=to_fix).returncode == 0


@pytest.mark.slow
def test_standard_input_is_fixed_to_standard_output(tmp_path: Path) -> None:
    done = process("fix", *OFF, "-", cwd=tmp_path, stdin="Café: the the talks.\r\n".encode())
    assert (done.returncode, done.stdout) == (0, "Café: the talks.\r\n")
    assert "the the → the" in done.stderr


def test_standard_input_that_is_no_text_comes_out_as_it_came(tmp_path: Path) -> None:
    done = copydesk("fix", *OFF, "-", cwd=tmp_path, stdin=b"a\0b")
    assert (done.returncode, done.stdout) == (NOT_CHECKED, "a\0b")
    assert "NUL" in done.stderr


def test_what_cannot_be_fixed_is_three(tmp_path: Path) -> None:
    done = copydesk("fix", *OFF, "missing.md", cwd=tmp_path)
    assert done.returncode == NOT_CHECKED
    assert "there is no such file" in done.stdout
