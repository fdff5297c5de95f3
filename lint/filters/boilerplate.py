"""Marks findings inside boilerplate: what is to be taken out need not be mended first."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from lint.document import Document
from lint.finding import Finding
from lint.rule import Category, Rule


def mark(document: Document, findings: Sequence[Finding], rules: dict[str, Rule]) -> list[Finding]:
    furniture = [f for f in findings if f.category is Category.BOILERPLATE and f.suppressed is None]
    out = []
    for f in findings:
        holder = next(
            (b for b in furniture if f.category is not Category.BOILERPLATE and b.place.span.contains(f.place.span)),
            None,
        )
        if f.suppressed is None and holder is not None:
            f = dataclasses.replace(f, suppressed=f"in boilerplate ({holder.rule})")
        out.append(f)
    return out
