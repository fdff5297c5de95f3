"""Marks findings inside direct quotations of rules that leave quotations alone (``in_quotes: false``)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule
from lint.span import Span


def mark(document: Document, findings: Sequence[Finding], rules: dict[str, Rule]) -> list[Finding]:
    if all(rules[f.rule].in_quotes for f in findings):
        return list(findings)
    quoted = [document.to_source(q.span) for q in document.quotations]

    def inside(span: Span) -> bool:
        return any(q.contains(span) for q in quoted)

    return [
        dataclasses.replace(f, suppressed="in a direct quotation")
        if f.suppressed is None and not rules[f.rule].in_quotes and inside(f.place.span)
        else f
        for f in findings
    ]
