"""What was found: a Match in the prose, a Finding in the source, a Failure, and the Report of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lint.rule import Category, Rule, Safety, Severity
from lint.span import Span

READER = "reader"
"""The component of a Failure whose file could not be read."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a checker yields. Spans lie in the prose; suggestions replace the whole span.

    ``severity``: where the evidence is weak, one below the rule's own; it never raises it.
    """

    rule: Rule
    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    related: tuple[Span, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file: the span in code points, start and end as (line, column), 1-based."""

    path: str
    span: Span
    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line that a fault begins on, or what of it is near; ``start``, ``end``: where the fault is in ``text``.

    Before, in and after the fault it has at most EXCERPT code points of the line; a longer fault is cut and ends
    with “…”.
    """

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, source: str, span: Span) -> Excerpt:
        """The excerpt for a stretch of a source; of a stretch over several lines, the part on the first."""
        end = _line_end(source, span.start, span.end)
        fault = source[span.start : end]
        if len(fault) > EXCERPT:
            fault = fault[: EXCERPT - 1] + "…"
        before = re.split(r"[\r\n]", source[max(0, span.start - EXCERPT) : span.start])[-1]
        after = source[end : _line_end(source, end, end + EXCERPT)]
        return cls(before + fault + after, len(before), len(before) + len(fault))


EXCERPT = 300
"""More than any page is wide, so that a reporter never needs the source."""


def _line_end(source: str, start: int, end: int) -> int:
    """Where a stretch of the source ends, if it ends with its first line."""
    found = re.compile(r"[\r\n]").search(source, start, end)
    return found.start() if found else min(end, len(source))


@dataclass(frozen=True, slots=True)
class Edit:
    """What a fix does to the source: puts ``text`` in the place of ``span``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in the source. ``suppressed`` says why it need not be shown, or is None; ``edit`` makes the first
    suggestion come true, and is None where that can't be done without harm (in a direct quotation, across markup)."""

    rule: str
    category: Category
    place: Place
    text: str
    excerpt: Excerpt
    message: str
    severity: Severity
    fingerprint: str
    suggestions: tuple[str, ...] = ()
    safety: Safety = Safety.UNSAFE
    edit: Edit | None = None
    related: tuple[Place, ...] = ()
    suppressed: str | None = None

    @property
    def fixable(self) -> bool:
        """Whether ``copydesk fix`` can make the first suggestion come true."""
        return self.edit is not None


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be checked: the rule (or reader, writer, engine) that could not, and why."""

    path: str
    component: str
    message: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a checker notices that is a fault only beside other files: the match it would be, what is compared
    (``key``), and which way it is done here (``side``)."""

    match: Match
    key: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """A Note of one file, ready to be compared: the rule, what is compared, which way it is done in this file, and
    the finding that it is if the other files decide so."""

    rule: str
    key: str
    side: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known of one file. It is never clean when it is not complete, nor when nothing was read.

    ``skipped``: why nothing of the file was read (it is empty, it is not text), where that is no failure.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    words: int = 0
    observations: tuple[Observation, ...] = ()
    skipped: str = ""

    @property
    def was_read(self) -> bool:
        """Whether there was a text to check."""
        return not self.skipped and not any(f.component == READER for f in self.failures)

    @property
    def complete(self) -> bool:
        """Whether all was checked."""
        return not self.failures

    def shown(self, least: Severity = Severity.WARNING) -> tuple[Finding, ...]:
        """The findings that are not suppressed and matter at least this much."""
        return tuple(f for f in self.findings if f.suppressed is None and f.severity.rank >= least.rank)
