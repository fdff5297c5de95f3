"""What stands beside the code: workflows, forms, hooks and pages say what is true of this checkout."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, copydesk

import lint
from lint.cli.templates import SNIPPETS

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PAGES = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs"]
HOOKS = [ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml"]
YAML = [*(ROOT / ".github").rglob("*.yml"), *HOOKS]


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text())


@pytest.mark.parametrize("file", YAML, ids=lambda p: p.name)
def test_it_is_yaml(file: Path) -> None:
    assert yaml.safe_load(file.read_text())


def test_the_versions_of_python_that_are_tried_begin_with_the_oldest_that_is_promised() -> None:
    versions = loaded(".github/workflows/ci.yml")["jobs"]["quick"]["strategy"]["matrix"]["python"]
    assert PROJECT["project"]["requires-python"] == f">={versions[0]}"


def test_the_version_is_one() -> None:
    assert PROJECT["project"]["version"] == lint.__version__


def test_the_forms_ask_for_what_is_needed() -> None:
    for name in ("false-alarm", "missed-fault"):
        form = loaded(f".github/ISSUE_TEMPLATE/{name}.yml")
        needed = [part["id"] for part in form["body"] if part.get("validations", {}).get("required")]
        assert {"text", "version"} <= set(needed)


def test_the_hooks_that_others_use_name_commands_that_there_are() -> None:
    for hook in loaded(".pre-commit-hooks.yaml"):
        command, *_ = hook["entry"].removeprefix("copydesk ").split()
        assert copydesk(command, "--help", cwd=ROOT).returncode == 0


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_what_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text()
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets
    named = re.findall(r"`((?:lint|tests|tools|docs|\.ci)/[\w./-]+)`", text) + re.findall(r"\]\(([\w./-]+)\)", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_no_page_names_a_tag_that_is_not_there() -> None:
    assert not re.search(r"rev: v\d", (ROOT / "README.md").read_text() + SNIPPETS)


def test_the_changelog_has_a_place_for_what_comes() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert headings[0] == "Unreleased"


@pytest.mark.engine
def test_the_pages_are_clean_copy() -> None:
    done = copydesk("check", *PAGES, cwd=ROOT)
    assert done.returncode == 0, done.stdout
