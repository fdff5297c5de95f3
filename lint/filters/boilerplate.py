"""Marks findings inside boilerplate: what is to be taken out need not be mended first."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Category, Rule, Severity


class Boilerplate:
    """What stands in boilerplate that is reported itself is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses findings of other categories that lie inside a shown finding of boilerplate."""
        reported = [f for f in findings if f.category is Category.BOILERPLATE and f.suppressed is None]
        return [_marked(f, reported) for f in findings]


def _hides(boilerplate: Finding, f: Finding) -> bool:
    """Whether a finding goes with the boilerplate around it: not where that is only suggested, and may not be shown."""
    only_suggested = boilerplate.severity is Severity.SUGGESTION and f.severity is not Severity.SUGGESTION
    return boilerplate.place.span.contains(f.place.span) and not only_suggested


def _marked(f: Finding, reported: Sequence[Finding]) -> Finding:
    if f.suppressed is not None or f.category is Category.BOILERPLATE:
        return f
    holder = next((b for b in reported if _hides(b, f)), None)
    return dataclasses.replace(f, suppressed=f"in boilerplate ({holder.rule})") if holder else f
