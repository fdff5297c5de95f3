"""Prints how often each rule is right on text that nobody tuned it on, with its interval, and which break the promise
of their severity.

    python tools/precision.py [--round NAME] [FILE]

FILE (lint/data/rounds.tsv) has a line for each rule of each round; lint/packs/judged.py tells of what. The findings
themselves are not kept, for the texts belong to their publishers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lint.packs.judged import FILE, breaks_promise, by_rule, interval, read


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
