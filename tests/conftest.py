"""Shared by all tests: the --update switch, and linters that are loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

import lint
from lint.config.settings import LanguageTool

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the golden tests got as what they expect")


@pytest.fixture(scope="session")
def linter() -> lint.Linter:
    """The default profile without the language engine: fast."""
    return lint.load(lint.Config(languagetool=LanguageTool("off")))


@pytest.fixture(scope="session")
def full_linter() -> lint.Linter:
    """The default profile, LanguageTool included."""
    return lint.load(lint.Config())
