"""Marks findings inside direct quotations of rules that leave quotations alone (``in_quotes: false``)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule
from lint.span import Span


class Quotations:
    """What stands in direct speech is suppressed where the rule leaves quotations alone."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        self._silent = frozenset(r.id for r in rules.values() if not r.in_quotes)

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses findings of such rules that lie inside a direct quotation."""
        if not any(f.rule in self._silent for f in findings):
            return list(findings)
        quoted = [document.to_source(q.span) for q in document.quotations]
        return [self._marked(f, quoted) for f in findings]

    def _marked(self, f: Finding, quoted: Sequence[Span]) -> Finding:
        if f.suppressed is None and f.rule in self._silent and any(q.contains(f.place.span) for q in quoted):
            return dataclasses.replace(f, suppressed="in a direct quotation")
        return f
