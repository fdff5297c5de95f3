"""Many files compared: spellings that most of them have otherwise, and paragraphs that stand in several."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from lint.finding import Finding, Place, Report, Spelling
from lint.rule import Category

RELATED = 5
"""The most places of the other spelling that a finding names."""


def minority(reports: Sequence[Report]) -> list[Report]:
    """The reports, with a finding more for each spelling that fewer files have than the other one of its pair.

    Files count, not places, so that one long story outvotes nobody; at a draw nothing is said.
    """
    files: dict[str, tuple[dict[str, Place], dict[str, Place]]] = defaultdict(lambda: ({}, {}))
    for report in reports:
        for s in report.spellings:
            files[s.key][s.side].setdefault(report.path, s.finding.place)
    return [dataclasses.replace(r, findings=_with(r, files), spellings=()) if r.spellings else r for r in reports]


def repeated(reports: Sequence[Report]) -> list[Report]:
    """The reports, with a finding more in each file for a paragraph that stands in others too, unless it is known
    for standing text already."""
    files: dict[str, dict[str, Place]] = defaultdict(dict)
    for report in reports:
        for key, finding in report.paragraphs:
            files[key].setdefault(report.path, finding.place)
    return [dataclasses.replace(r, findings=_repeated(r, files), paragraphs=()) if r.paragraphs else r for r in reports]


def _repeated(report: Report, files: dict[str, dict[str, Place]]) -> tuple[Finding, ...]:
    known = [f.place.span for f in report.findings if f.category is Category.BOILERPLATE and f.suppressed is None]
    more = []
    for key, finding in dict(reversed(report.paragraphs)).items():  # once in each file, at its first place
        others = [p for path, p in files[key].items() if path != report.path]
        if others and not any(finding.place.span.overlaps(s) for s in known):
            message = f"This paragraph stands in {len(others)} more of the checked files."
            more.append(
                dataclasses.replace(
                    finding, category=Category.BOILERPLATE, message=message, related=tuple(others)[:RELATED]
                )
            )
    return tuple(sorted((*report.findings, *more), key=lambda f: (f.place.span, f.rule)))


def _with(report: Report, files: dict[str, tuple[dict[str, Place], dict[str, Place]]]) -> tuple[Finding, ...]:
    def outvoted(s: Spelling) -> bool:
        return len(files[s.key][s.side]) < len(files[s.key][1 - s.side])

    more = [
        dataclasses.replace(s.finding, related=tuple(files[s.key][1 - s.side].values())[:RELATED])
        for s in report.spellings
        if outvoted(s)
    ]
    return tuple(sorted((*report.findings, *more), key=lambda f: (f.place.span, f.rule)))
