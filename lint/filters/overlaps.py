"""Marks a finding that says again what a weightier one says of the same words.

One that suggests nothing and holds another (a sentence that is too long, with a typo in it) says something else:
neither hides the other.
"""

from __future__ import annotations

import dataclasses
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

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
    holding = _holding({f.place.span for f in findings})
    for i in order:
        f = findings[i]
        if f.suppressed is not None:
            continue
        span = f.place.span
        if not f.suggestions and span in holding:
            continue
        at = bisect_left(reported, (span, ""))
        other = next((rule for t, rule in reported[max(0, at - 1) : at + 1] if t.overlaps(span) or t == span), None)
        if other is None:
            reported.insert(at, (span, f.rule))
        else:
            out[i] = dataclasses.replace(f, suppressed=f"overlaps {other}")
    return out


def _holding(spans: set[Span]) -> set[Span]:
    """Those that have another inside, and more. Seen from the end of the text, a span holds one that begins with it or
    later and ends with it or sooner; of those that begin together, the shorter come first."""
    ordered = sorted(spans)
    holding = {after for before, after in pairwise(ordered) if before.start == after.start}
    first_end = math.inf
    for span in reversed(ordered):
        if first_end <= span.end:
            holding.add(span)
        first_end = min(first_end, span.end)
    return holding


def _weight(f: Finding, rules: Mapping[str, Rule]) -> tuple[int, int, int, int]:
    """What a finding is sorted by: the severer first, then the pack of the lower rank, then the longer."""
    rank = rules[f.rule].rank if f.rule in rules else 0
    return (-f.severity.rank, rank, f.place.span.start, -f.place.span.end)
