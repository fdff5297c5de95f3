"""How often each rule was right on text that nobody tuned it on: what was counted, by round and by rule.

``lint/data/rounds.tsv`` has a line for each rule of each round: the round, the rule, its severity there, and how many
of its findings were right, a matter of taste, and wrong. docs/precision.md tells what the rounds were.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from math import sqrt
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[1] / "data" / "rounds.tsv"
PROMISED = {"error": 0.97, "warning": 0.90, "suggestion": 0.50}
"""The share of findings that are right, by severity: what a severity promises."""
Z = 1.96
"""Standard deviations of a 95% interval."""


class Judged(NamedTuple):
    """What was found of a rule in a round."""

    round: str
    rule: str
    severity: str
    right: int
    taste: int
    wrong: int

    @property
    def all(self) -> int:
        """The findings that were judged."""
        return self.right + self.taste + self.wrong


def read(file: Path) -> list[Judged]:
    """The lines of a file of rounds. Raises ValueError for one that is none."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t") if row and not row[0].startswith("#")]
    return [Judged(round_, rule, severity, *map(int, counts)) for round_, rule, severity, *counts in rows]


def interval(right: int, of: int) -> tuple[float, float]:
    """Between which shares the true one lies in 95 of 100 cases (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    share, z2 = right / of, Z * Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def by_rule(judged: Iterable[Judged]) -> Iterator[Judged]:
    """The sums over all rounds, a rule at a severity each; those with most findings first."""
    sums: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        sums[one.rule, one.severity].append(one)
    found = (
        Judged("", rule, severity, sum(j.right for j in js), sum(j.taste for j in js), sum(j.wrong for j in js))
        for (rule, severity), js in sums.items()
    )
    yield from sorted(found, key=lambda j: (-j.all, j.rule))


def breaks_promise(one: Judged) -> bool:
    """Whether even the upper end of the interval lies below what the severity promises."""
    return interval(one.right + one.taste, one.all)[1] < PROMISED[one.severity]


@cache
def _sums() -> dict[tuple[str, str], Judged]:
    return {(j.rule, j.severity): j for j in by_rule(read(FILE))}


def record(rule: str, severity: str) -> str:
    """What was counted of a rule at its severity, in words; "" where nothing was."""
    if (one := _sums().get((rule, severity))) is None:
        return ""
    not_wrong = one.right + one.taste
    low, high = interval(not_wrong, one.all)
    return f"not wrong in {not_wrong} of {one.all} findings in texts that it was not made on ({low:.0%} to {high:.0%})"
