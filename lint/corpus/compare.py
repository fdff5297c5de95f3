"""Many files compared: what each is a fault only beside the others, decided by the kinds that noticed it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from lint.filters import overlaps
from lint.finding import Observation, Report
from lint.kinds import KINDS
from lint.kinds.base import CrossFile
from lint.rule import Rule


class Comparison:
    """What the observations of all files say of each."""

    def __init__(self, reports: Iterable[Report], rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        noticed: dict[str, list[Observation]] = {}
        for report in reports:
            for o in report.observations:
                noticed.setdefault(rules[o.rule].kind, []).append(o)
        self._kinds: dict[str, CrossFile] = {
            kind: across(observations)
            for kind, observations in noticed.items()
            if (across := KINDS[kind].across) is not None
        }

    def of(self, report: Report) -> Report:
        """The report with what its file says otherwise than the others, and without its observations."""
        more = [
            finding
            for kind, across in self._kinds.items()
            for finding in across.decide([o for o in report.observations if self._rules[o.rule].kind == kind])
        ]
        if not more:
            return dataclasses.replace(report, observations=())
        findings = sorted((*report.findings, *more), key=lambda f: (f.place.span, f.rule))
        return dataclasses.replace(report, findings=tuple(overlaps.settled(findings, self._rules)), observations=())


def compared(reports: Sequence[Report], rules: Mapping[str, Rule]) -> list[Report]:
    """All reports, each compared with the others."""
    comparison = Comparison(reports, rules)
    return [comparison.of(report) for report in reports]
