"""Filters: each marks findings that need not be shown, and says why. They run in this order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lint.document import Document
from lint.filters import boilerplate, overlaps, quotations, suppressions
from lint.finding import Finding
from lint.rule import Rule

Filter = Callable[[Document, Sequence[Finding], dict[str, Rule]], list[Finding]]

FILTERS: tuple[Filter, ...] = (suppressions.mark, quotations.mark, boilerplate.mark, overlaps.mark)
