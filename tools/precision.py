"""Prints how often each rule is right on text that nobody tuned it on, with its interval, and which break the promise
of their severity.

    python tools/precision.py [--round NAME] [FILE]

FILE (tools/rounds.tsv) has a line for each rule of each round: the round, the rule, its severity there, and how many of
its findings were right, a matter of taste, and wrong. The findings themselves are not kept, for the texts belong to
their publishers. docs/precision.md tells what the rounds were.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "rounds.tsv"
PROMISED = {"error": 0.97, "warning": 0.90, "suggestion": 0.50}
"""The share of findings that are right, by severity (CONTRIBUTING.md)."""
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--round", help="one round alone")
    options = parser.parse_args()
    judged = [j for j in read(options.file) if options.round in (None, j.round)]
    print(f"{'rule':34} {'severity':10} {'right':>6} {'taste':>6} {'wrong':>6}  not wrong, 95% interval")
    for one in by_rule(judged):
        low, high = interval(one.right + one.taste, one.all)
        mark = "  breaks its promise" if breaks_promise(one) else ""
        share = (one.right + one.taste) / one.all
        counts = f"{one.right:6} {one.taste:6} {one.wrong:6}"
        print(f"{one.rule:34} {one.severity:10} {counts}  {share:4.0%} ({low:.0%} to {high:.0%}){mark}")


if __name__ == "__main__":
    main()
