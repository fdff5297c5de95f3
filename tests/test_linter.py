from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import lint
from lint.config.load import loads
from lint.config.settings import Config, LanguageTool
from lint.document import Document
from lint.formats import parse


def test_what_is_no_text_is_the_callers_mistake() -> None:
    with pytest.raises(TypeError, match="takes a str, not NoneType"):
        lint.load().check_text(None)  # type: ignore[arg-type]


def test_from_python(tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").write_text("languagetool: off\nwords: [Barnea]\n")
    linter = lint.load(tmp_path / ".copydesk.yaml")
    report = linter.check_text("Further hsotage talks.", path="draft.md")
    (finding,) = report.shown()
    assert (finding.rule, finding.text, finding.suggestions[0]) == ("typos.spelling", "hsotage", "hostage")
    (tmp_path / "a.md").write_text("Further hsotage talks.")
    assert linter.check_file(tmp_path / "a.md").shown()[0].text == "hsotage"
    assert {r.id for r in linter.rules} >= {"typos.spelling"}


def test_paths_lay_settings_over_the_rest(tmp_path: Path) -> None:
    linter = lint.load(
        loads(
            "languagetool: off\npaths:\n  'opinion/*': {rules: {typos: off}}\n  '*.html': {words: [hsotage]}", tmp_path
        )
    )
    assert linter.check_text("The hsotage.", str(tmp_path / "opinion/a.md")).shown() == ()
    assert linter.check_text("The hsotage.", str(tmp_path / "a.html")).shown() == ()
    assert len(linter.check_text("The hsotage.", str(tmp_path / "news/a.md")).shown()) == 1


@pytest.mark.engine
def test_one_linter_serves_many_threads(full_linter: lint.Linter) -> None:
    text = "He was a honest man of the the goverment. " * 5
    expected = full_linter.check_text(text, "a.md")
    reports: list[lint.Report] = []
    threads = [threading.Thread(target=lambda: reports.append(full_linter.check_text(text, "a.md"))) for _ in range(6)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert reports == [expected] * 6


def test_a_text_that_can_t_be_parsed_is_a_failure(linter: lint.Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str, text: str, dialect: str) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("lint.linter.parse", broken)
    report = linter.check_text("x", "a.md")
    assert "ZeroDivisionError" in report.failures[0].message


def test_languagetool_off_runs_none_of_its_rules() -> None:
    linter = lint.load(Config(languagetool=LanguageTool("off")))
    assert not [r for r in linter.rules if r.kind == "languagetool"]


OPENED = """
import os, sys
import lint

linter = lint.load(lint.Config())
linter.warm_up()
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event in ("open", "import") else None)
report = linter.check_text("Mr Zelensky met Mr Zelenksy. The goverments plan was to loose it there way; he are here.", "a.md")
assert report.complete and report.findings
print(sorted(o for o in opened if "lint" in o or "lt_py" in o or o.endswith((".npz", ".bin", ".xml"))))
"""


@pytest.mark.engine
@pytest.mark.slow
def test_after_a_warm_up_a_check_loads_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_time_that_reading_takes_is_part_of_the_limit(linter: lint.Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*args: str) -> Document:
        time.sleep(0.05)
        return parse(*args)

    monkeypatch.setattr("lint.linter.parse", slowly)
    monkeypatch.setattr("lint.linter.SECONDS", 0.05)
    report = linter.check_text("The hsotage talks.")
    assert {f.message for f in report.failures} == {"left out: the file took too long"}


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_half_a_surrogate_pair_hinders_no_rule(linter: lint.Linter, path: str) -> None:
    report = linter.check_text("The talks \ud800 hsotage are due.", path)
    assert [f.text for f in report.findings] == ["hsotage"]
    assert report.complete
