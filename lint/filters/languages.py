"""Marks findings in what is written in another language: an English rule has nothing to say of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import ANY, Rule
from lint.span import Span
from lint.text.languages import foreign


class Languages:
    """What an English rule finds in a French sentence is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        self._english = frozenset(r.id for r in rules.values() if r.language != ANY)

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses findings of English rules that lie in another language."""
        if not any(f.rule in self._english and f.suppressed is None for f in findings):
            return list(findings)
        runs = [document.to_source(s) for block in document.sentences for s in foreign(document.straight, block)]
        return [self._marked(f, runs) for f in findings]

    def _marked(self, f: Finding, runs: Sequence[Span]) -> Finding:
        if f.suppressed is None and f.rule in self._english and any(r.contains(f.place.span) for r in runs):
            return dataclasses.replace(f, suppressed="in another language")
        return f
