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
        """0 for a suggestion, 2 for an error."""
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
    """One rule as its pack states it. ``options`` is the kind's own Options."""

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
    examples: tuple[Example, ...] = field(default=())

    @property
    def pack(self) -> str:
        """The name of the rule's pack: its id up to the stop."""
        return self.id.partition(".")[0]

    def speaks(self, dialect: str) -> bool:
        """Whether the rule is for texts of this dialect: ``any``, ``en`` or ``en-GB`` are for en-GB."""
        return self.language == "any" or dialect == self.language or dialect.startswith(self.language + "-")

    @property
    def reads_source(self) -> bool:
        """Whether the rule looks at the source as it is written, and not at the prose."""
        return self.scopes == (RAW,)

    def applies_to(self, scope: str) -> bool:
        """Whether the rule looks at blocks of this scope.

        ``text`` is every block; ``headline`` takes in a front matter's title, ``heading`` every headline,
        ``frontmatter`` every ``frontmatter.KEY``; ``~heading`` is every block but headings; ``a & b`` asks for both.
        Text as it is written (``raw``) belongs to the rules that ask for it alone.
        """
        if RAW in (scope, *self.scopes):
            return self.scopes == (scope,)
        return any(all(_takes_in(part.strip(), scope) for part in s.split("&")) for s in self.scopes)


RAW = "raw"
"""The scope of the source as it is written: the markup, addresses and front matter that no prose has."""
_WIDER = {
    "headline": ("heading",),
    "frontmatter.title": ("headline", "heading"),
    "frontmatter.headline": ("headline", "heading"),
}
"""Scopes that take in another one, beside ``text`` and the part before a stop."""


def _takes_in(wanted: str, scope: str) -> bool:
    if wanted.startswith("~"):
        return not _takes_in(wanted[1:], scope)
    return wanted in ("text", scope, *_WIDER.get(scope, ())) or scope.startswith(wanted + ".")
