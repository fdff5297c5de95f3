"""Marks a finding that says again what a weightier one says of the same words.

One that suggests nothing and holds another (a sentence that is too long, with a typo in it) says something else:
neither hides the other.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule
from lint.span import Span


class Overlaps:
    """Of findings that overlap, the weightiest is shown."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        self._rules = rules

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses the lighter of findings that overlap."""
        return settled(findings, self._rules)


def settled(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings in their order, those suppressed that overlap a weightier one (a severer one, or one whose pack has
    a lower rank). ``rules``: by id, those that the findings are of."""
    order = sorted(range(len(findings)), key=lambda i: _weight(findings[i], rules))
    reported: list[tuple[Span, str]] = []  # in order, and none overlaps another
    out = list(findings)
    for i in order:
        f = findings[i]
        if f.suppressed is not None:
            continue
        span = f.place.span
        if not f.suggestions and any(_holds(span, g.place.span) for g in findings):
            continue
        at = bisect_left(reported, (span, ""))
        other = next((rule for t, rule in reported[max(0, at - 1) : at + 1] if t.overlaps(span) or t == span), None)
        if other is None:
            reported.insert(at, (span, f.rule))
        else:
            out[i] = dataclasses.replace(f, suppressed=f"overlaps {other}")
    return out


def _holds(span: Span, other: Span) -> bool:
    """Whether one span has the other inside, and more."""
    return span != other and span.contains(other)


def _weight(f: Finding, rules: Mapping[str, Rule]) -> tuple[int, int, int, int]:
    """What a finding is sorted by: the severer first, then the pack of the lower rank, then the longer."""
    rank = rules[f.rule].rank if f.rule in rules else 0
    return (-f.severity.rank, rank, f.place.span.start, -f.place.span.end)
