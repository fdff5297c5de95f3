"""golden/<case>/story.* → page.txt: the page that a person sees, carets under the text. --update writes it anew."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from conftest import ROOT, copydesk

import lint
from lint.reporters import REPORTERS
from lint.reporters.options import Options
from lint.rule import Severity

CASES = sorted((Path(__file__).parent / "golden").iterdir())


@pytest.mark.engine
@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_the_page(case: Path, full_linter: lint.Linter, request: pytest.FixtureRequest) -> None:
    (story,) = case.glob("story.*")
    report = full_linter.check_text(story.read_text(), story.name)
    page = io.StringIO()
    REPORTERS["text"]([report], page, Options(Severity.WARNING, False, 100))
    expected = case / "page.txt"
    if request.config.getoption("--update"):
        expected.write_text(page.getvalue())
    assert page.getvalue() == expected.read_text()


@pytest.mark.engine
def test_the_page_in_the_readme_is_what_the_command_prints() -> None:
    command = "check examples/ceasefire.md"
    page = (ROOT / "README.md").read_text().partition(f"$ copydesk {command}\n")[2].partition("```")[0]
    assert page == copydesk(*command.split(), cwd=ROOT).stdout
