"""Marks findings inside boilerplate: what is to be taken out need not be mended first."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Category, Rule


class Boilerplate:
    """What stands in boilerplate that is reported itself is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses findings of other categories that lie inside a shown finding of boilerplate."""
        reported = [f for f in findings if f.category is Category.BOILERPLATE and f.suppressed is None]
        return [_marked(f, reported) for f in findings]


def _marked(f: Finding, reported: Sequence[Finding]) -> Finding:
    if f.suppressed is not None or f.category is Category.BOILERPLATE:
        return f
    holder = next((b for b in reported if b.place.span.contains(f.place.span)), None)
    return dataclasses.replace(f, suppressed=f"in boilerplate ({holder.rule})") if holder else f
