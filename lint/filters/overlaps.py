"""Marks a finding that says again what a weightier one says of the same words."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule

_FIRST = ("boilerplate", "house", "confusions", "capitals", "punctuation", "typos", "consistency", "languagetool")
"""Packs in the order in which they win; a newsroom's own packs win over all but boilerplate."""


def mark(document: Document, findings: Sequence[Finding], rules: dict[str, Rule]) -> list[Finding]:
    order = sorted(range(len(findings)), key=lambda i: _weight(findings[i]))
    told: list[Finding] = []
    out = list(findings)
    for i in order:
        f = findings[i]
        if f.suppressed is not None:
            continue
        other = next((t for t in told if t.place.span.overlaps(f.place.span) or t.place.span == f.place.span), None)
        if other is None:
            told.append(f)
        else:
            out[i] = dataclasses.replace(f, suppressed=f"overlaps {other.rule}")
    return out


def _weight(f: Finding) -> tuple[int, int, int, int]:
    pack = f.rule.partition(".")[0]
    rank = _FIRST.index(pack) if pack in _FIRST else 1
    return (-f.severity.rank, rank, f.place.span.start, -f.place.span.end)
