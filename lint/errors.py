"""What can go wrong that a person can put right, said in their words."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Where(NamedTuple):
    """A line in a file of rules or configuration; the line is 1-based."""

    file: Path
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class CopydeskError(Exception):
    """A mistake in configuration, rules or usage: the run ends with exit code 2."""

    def __init__(self, message: str, where: Where | None = None) -> None:
        super().__init__(f"{where}: {message}" if where else message)


class ConfigError(CopydeskError):
    """Something in .copydesk.yaml that can't be used."""


class RuleError(CopydeskError):
    """Something in a rule that can't be used."""


class ReadError(Exception):
    """A file that could not be read as text; it becomes a Failure, never clean copy."""


class NotText(ReadError):  # noqa: N818  (it says what the file is)
    """A file that is no text at all."""


class BackendError(Exception):
    """A language engine that is away or broke off; it becomes a Failure, never clean copy."""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that ends a message: the nearest right name, or the names there are when they are few."""
    names = sorted(known)
    close = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean ‘{close[0]}’?"
    if len(names) <= 24:
        return "write one of: " + ", ".join(names)
    return "see ‘copydesk rules’ for the names there are"
