"""What all reporters are told, and how they count.

Every reporter owes: each finding of ``report.shown(options.least)`` with its rule and its place, each of
``report.failures``, each of ``report.notes``; ANSI only with ``options.colour``; an empty suggestion takes the
words out, no suggestion at all is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lint.finding import Report
from lint.rule import Rule, Severity


@dataclass(frozen=True, slots=True)
class Options:
    """``least``: the lowest severity that is shown; ``colour``: whether the stream takes ANSI colours;
    ``width``: columns of the page; ``version``: copydesk's own; ``left_out``: how many files were not read, by
    reason; ``rules``: all rules of the run by id, for a format that explains what it reports."""

    least: Severity = Severity.WARNING
    colour: bool = False
    width: int = 100
    version: str = ""
    left_out: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all reports of a run; ``read``: files that were read, of all that were to be; ``hidden``:
    suggestions that were not asked for; ``left_out``: files by the reason why they were not read."""

    files: int
    read: int
    words: int
    by_severity: Counter[str]
    suppressed: int
    hidden: int
    failures: int
    with_findings: int
    left_out: Mapping[str, int]

    @classmethod
    def of(cls, reports: Sequence[Report], options: Options) -> Summary:
        """Counts; ``options`` say what is shown and what was left out."""
        least = options.least
        shown = [f for r in reports for f in r.shown(least)]
        everything = [f for r in reports for f in r.findings]
        return cls(
            files=len(reports),
            read=sum(r.was_read for r in reports),
            words=sum(r.words for r in reports),
            by_severity=Counter(str(f.severity) for f in shown),
            suppressed=sum(f.suppressed is not None for f in everything),
            hidden=sum(f.suppressed is None and f.severity.rank < least.rank for f in everything),
            failures=sum(len(r.failures) for r in reports),
            with_findings=sum(bool(r.shown(least)) for r in reports),
            left_out=options.left_out,
        )

    @property
    def findings(self) -> int:
        """How many findings are shown, of all severities."""
        return sum(self.by_severity.values())
