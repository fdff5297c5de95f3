"""Compares two LanguageTool backends on texts: how often they say the same under the rules that are on.

    python tools/agreement.py [--against local|URL] [--every N] FILE.jsonl…      lines with a ‘text’ or an ‘after’

Prints, for each file, the share of texts with the same findings, and each difference.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import lint
from lint.config.settings import Config, LanguageTool
from lint.finding import Report

KEYS = ("text", "after")


def texts(file: Path, every: int) -> Iterator[str]:
    for i, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        if i % every == 0:
            item = json.loads(line)
            yield from (item[k] for k in KEYS if isinstance(item.get(k), str))


def found(report: Report) -> set[tuple[int, int, str, tuple[str, ...]]]:
    if report.failures:
        raise SystemExit(f"not checked: {report.failures[0].message}")
    return {(f.place.span.start, f.place.span.end, f.rule, f.suggestions[:1]) for f in report.findings}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", default="local")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    one, other = (
        lint.load(Config(packs=("languagetool",), languagetool=LanguageTool(b))) for b in ("embedded", options.against)
    )
    for file in options.files:
        chosen = list(texts(file, options.every))
        with ThreadPoolExecutor(2) as pool:
            pairs = pool.map(
                lambda t: (t, found(one.check_text(t, "t.md")), found(other.check_text(t, "t.md"))), chosen
            )
        same = findings = shared = 0
        kinds: Counter[str] = Counter()
        for text, ours, theirs in pairs:
            same += ours == theirs
            findings += len(ours | theirs)
            shared += len(ours & theirs)
            for sign, more in (("-", theirs - ours), ("+", ours - theirs)):
                for start, end, rule, suggestion in sorted(more):
                    around = f"{text[max(0, start - 40) : start]}[[{text[start:end]}]]{text[end : end + 30]}"
                    print(f"  {sign} {rule}: {around!r} -> {suggestion}")
                    kinds[f"{sign}{rule}"] += 1
        print(f"{file.stem}: {same} of {len(chosen)} texts the same; {shared} of {findings} findings; {dict(kinds)}")


if __name__ == "__main__":
    main()
