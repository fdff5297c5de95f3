"""A rule: what it looks for, what it says, and the examples that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lint.errors import Where


class Severity(StrEnum):
    """How much a finding matters. A suggestion is shown on request and never fails a run by default."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {Severity.SUGGESTION: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Category(StrEnum):
    """What sort of fault a rule looks for."""

    SPELLING = "spelling"
    CONFUSION = "confusion"
    GRAMMAR = "grammar"
    CAPITALS = "capitals"
    CONSISTENCY = "consistency"
    PUNCTUATION = "punctuation"
    BOILERPLATE = "boilerplate"
    STYLE = "style"


class Safety(StrEnum):
    """Whether a fix may be made without an editor looking at it."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its fault between [[ and ]] and the text put right, or a text that is right (``ok``)."""

    bad: str | None
    good: str | None
    ok: str | None
    where: Where

    def unmarked(self) -> tuple[str, int, int]:
        """The faulty text without its marks, and the fault's start and end (code points)."""
        assert self.bad is not None
        before, _, rest = self.bad.partition("[[")
        fault, _, after = rest.partition("]]")
        return before + fault + after, len(before), len(before) + len(fault)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its pack states it. ``options`` is the kind's own Options; ``rank`` is its pack's: of two findings of
    equal severity on the same words, the one with the lower rank is shown."""

    id: str
    kind: str
    message: str
    severity: Severity
    category: Category
    why: str
    options: Any
    where: Where
    url: str = ""
    scopes: tuple[str, ...] = ("text",)
    in_quotes: bool = True
    safety: Safety = Safety.UNSAFE
    language: str = "any"
    rank: int = 0
    examples: tuple[Example, ...] = field(default=())

    @property
    def pack(self) -> str:
        return self.id.partition(".")[0]

    def speaks(self, dialect: str) -> bool:
        """Whether the rule is for texts of this dialect: ``any``, ``en`` or ``en-GB`` are for en-GB."""
        return self.language == "any" or dialect == self.language or dialect.startswith(self.language + "-")

    def applies_to(self, scope: str) -> bool:
        """Whether the rule looks at blocks of this scope.

        ``text`` is every block, ``heading`` takes in ``headline``, ``frontmatter`` every
        ``frontmatter.KEY``; ``~heading`` is every block but headings; ``a & b`` asks for both.
        """
        return any(all(_scope(part.strip(), scope) for part in s.split("&")) for s in self.scopes)


def _scope(wanted: str, scope: str) -> bool:
    if wanted.startswith("~"):
        return not _scope(wanted[1:], scope)
    return (
        wanted == "text"
        or wanted == scope
        or scope.startswith(wanted + ".")
        or (wanted == "heading" and scope in ("headline", "frontmatter.title", "frontmatter.headline"))
    )
