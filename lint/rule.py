"""A rule: what it looks for, what it says, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from lint.errors import Where

ANY = "any"
"""The language of a rule that every text may break."""


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
    """A text with its fault between [[ and ]] and the text put right, or a text that is right (``ok``).

    ``derived``: what the rule suggests for the fault is the text put right.
    """

    bad: str | None
    good: str | None
    ok: str | None
    where: Where
    derived: bool = False

    def unmarked(self) -> tuple[str, int, int]:
        """The faulty text without its marks, and the fault's start and end (code points)."""
        assert self.bad is not None
        before, _, rest = self.bad.partition("[[")
        fault, _, after = rest.partition("]]")
        return before + fault + after, len(before), len(before) + len(fault)


class Origin(NamedTuple):
    """A file that says something of a rule, and the line (1-based) of each key and item of the rule in it."""

    file: Path
    lines: Mapping[tuple[object, ...], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its pack states it. ``options`` is the kind's own Options; ``rank`` is its pack's: of two findings of
    equal severity on the same words, the one with the lower rank is shown.

    ``lists``: the lists of words that its patterns may name, each as a pattern. ``origins``: where it is written, the
    last word first: a configuration that changes its options goes before the rule's own file.
    """

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
    language: str = ANY
    rank: int = 0
    examples: tuple[Example, ...] = field(default=())
    lists: Mapping[str, str] = field(default_factory=dict, repr=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False, repr=False)

    def where_of(self, *path: object) -> Where:
        """Where an option, or something in it, is written: ``where_of("tokens", 3)`` is the fourth token's line."""
        for origin in self.origins:
            if path[:1] in origin.lines:
                end = next(n for n in range(len(path), 0, -1) if path[:n] in origin.lines)
                return Where(origin.file, origin.lines[path[:end]])
        return self.where

    @property
    def pack(self) -> str:
        """The name of the rule's pack: its id up to the stop."""
        return self.id.partition(".")[0]

    def speaks(self, dialect: str) -> bool:
        """Whether the rule is for texts of this dialect: ``any``, ``en`` or ``en-GB`` are for en-GB."""
        return self.language == ANY or dialect == self.language or dialect.startswith(self.language + "-")

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
