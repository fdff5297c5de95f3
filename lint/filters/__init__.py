"""Filters: each marks findings that need not be shown, and says why; they run in this order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from lint.config.settings import Config
from lint.document import Document
from lint.filters import boilerplate, code, languages, mentions, overlaps, quotations, sic, suppressions
from lint.finding import Finding
from lint.rule import Rule


class Filter(Protocol):
    """Made once for a configuration and the rules that are on, by their ids."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None: ...

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """The findings in their order, some of them suppressed with a reason, and perhaps new ones."""
        ...


FILTERS: tuple[type[Filter], ...] = (
    suppressions.Suppressions,
    quotations.Quotations,
    languages.Languages,
    sic.Sic,
    code.Code,
    mentions.Mentions,
    boilerplate.Boilerplate,
    overlaps.Overlaps,
)
BEFORE_COMPARING: tuple[type[Filter], ...] = (
    suppressions.Suppressions,
    quotations.Quotations,
    languages.Languages,
    sic.Sic,
    code.Code,
    mentions.Mentions,
)
"""Those that judge a finding by itself; what is compared with other files passes these."""


def filters(kinds: Iterable[type[Filter]], config: Config, rules: Mapping[str, Rule]) -> tuple[Filter, ...]:
    """The filters, made for a configuration."""
    return tuple(kind(config, rules) for kind in kinds)
