"""Marks a finding that says again what a weightier one says of the same words."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Sequence

from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule
from lint.span import Span


def mark(document: Document, findings: Sequence[Finding], rules: dict[str, Rule]) -> list[Finding]:
    """The findings; of those that overlap, all but the weightiest are marked."""
    order = sorted(range(len(findings)), key=lambda i: _weight(findings[i], rules))
    told: list[tuple[Span, str]] = []  # in order, and none overlaps another
    out = list(findings)
    for i in order:
        f = findings[i]
        if f.suppressed is not None:
            continue
        span = f.place.span
        at = bisect_left(told, (span, ""))
        other = next((rule for t, rule in told[max(0, at - 1) : at + 1] if t.overlaps(span) or t == span), None)
        if other is None:
            told.insert(at, (span, f.rule))
        else:
            out[i] = dataclasses.replace(f, suppressed=f"overlaps {other}")
    return out


def _weight(f: Finding, rules: dict[str, Rule]) -> tuple[int, int, int, int]:
    """What a finding is sorted by: the graver first, then the pack of the lower rank, then the longer."""
    rank = rules[f.rule].rank if f.rule in rules else 0
    return (-f.severity.rank, rank, f.place.span.start, -f.place.span.end)
