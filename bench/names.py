"""Measures how many misspelt names are found: one letter changed in one of three or more mentions of a name.

python bench/names.py STORIES.jsonl.gz …      stories as {"text": …}, one a line
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.linter import Linter

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
CASES = 200


def changed(word: str, rng: random.Random) -> str:
    """One slip inside a word: two letters swapped, one dropped, doubled, or taken for another of its kind."""
    i = rng.randrange(1, len(word) - 1)
    match rng.choice("swap drop double other".split()):
        case "swap":
            return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        case "drop":
            return word[:i] + word[i + 1 :]
        case "double":
            return word[:i] + word[i] + word[i:]
    kind = "aeiou" if word[i] in "aeiou" else "bcdfghjklmnpqrstvwxz"
    return word[:i] + rng.choice(kind) + word[i + 1 :]


def main() -> None:
    texts = []
    for name in sys.argv[1:]:
        opener = gzip.open if name.endswith(".gz") else open
        with opener(Path(name), "rt", encoding="utf-8", newline="\n") as lines:
            texts += [json.loads(line)["text"] for line in lines if line.strip()]
    rng, lexicon = random.Random(5), load()
    linter = Linter(Config(only=("typos.name",)))
    words = sum(len(t.split()) for t in texts)
    alarms = [f for t in texts for f in linter.check_text(t).shown()]
    rng.shuffle(texts)
    found = right = cases = 0
    for text in texts:
        counts = Counter(m[0] for m in NAME.finditer(text))
        often = [m for m in NAME.finditer(text) if counts[m[0]] >= 3 and not lexicon.anywhere(m[0].lower())]
        if not often or cases == CASES:
            continue
        m = rng.choice(often)
        wrong = changed(m[0], rng)
        if wrong == m[0]:
            continue
        cases += 1
        report = linter.check_text(text[: m.start()] + wrong + text[m.end() :])
        hits = [f for f in report.shown() if f.place.span.start < m.end() and m.start() < f.place.span.end]
        found += bool(hits)
        right += any(f.suggestions[:1] == (m[0],) for f in hits)
        if not hits:
            print(f"missed: {m[0]} → {wrong} ({counts[m[0]]})")
    print(f"{cases} changed names: {found / cases:.1%} found, {right / cases:.1%} with the right name first")
    print(f"{1000 * len(alarms) / words:.3f} alarms per 1,000 words in {words:,} unchanged words")


if __name__ == "__main__":
    main()
