"""Measures the kind confusion pair by pair: in held-out text, the right word is swapped for the wrong.

PYTHONPATH=tools/model python bench/confusions.py CORPUS [TABLE.md]
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path

from calibrate import held_out

from lint.context.model import Model, load
from lint.context.tokens import Token, tokens

EACH = 20
LEAST = 8
"""A pair with fewer held-out places than this is not judged."""


def places(texts: list[str], words: set[str], rng: random.Random) -> dict[str, list[tuple[str, Token]]]:
    """Up to EACH places of each word, no two in one paragraph."""
    found: dict[str, list[tuple[str, Token]]] = defaultdict(list)
    rng.shuffle(texts)
    for text in texts:
        seen = set()
        for token in tokens(text):
            word = token.text
            if word in words and not token.name and word not in seen and len(found[word]) < EACH:
                seen.add(word)
                found[word].append((text, token))
    return found


def slips_at(model: Model, text: str, start: int) -> dict[str, bool]:
    """What is said to be meant there, and whether as a finding or as a suggestion."""
    return {s.meant: s.sure >= 0 for s in model.slips([text]) if s.start == start}


def main() -> None:
    model, rng = load(), random.Random(9)
    pairs = [
        (model.targets[w], model.targets[r], int(t))
        for w, r, t in zip(model.wrong, model.right, model.tier, strict=True)
        if t in (0, 1, 5)
    ]
    found = places(held_out(Path(sys.argv[1])), {r for _, r, _ in pairs}, rng)
    false = [sure for spots in found.values() for t, k in spots for sure in slips_at(model, t, k.start).values()]
    rows: list[tuple[int, str, str, int, int, int]] = []
    for wrong, right, tier in pairs:
        spots = found.get(right, [])
        if len(spots) < LEAST:
            continue
        hits = surely = 0
        for text, token in spots:
            shown = wrong.capitalize() if text[token.start].isupper() else wrong
            swapped = text[: token.start] + shown + text[token.end :]
            told = slips_at(model, swapped, token.start)
            hits += right in told
            surely += told.get(right, False)
        rows.append((tier, wrong, right, len(spots), surely, hits))
    for tier, name in ((0, "everyday"), (1, "curated"), (5, "little words")):
        part = [r for r in rows if r[0] == tier]
        tried, surely, hits = (sum(column) for column in list(zip(*part, strict=True))[3:])
        good = sum(r[5] / r[3] >= 0.7 for r in part)
        print(f"{name}: of {tried} found {surely / tried:.1%}, with suggestions {hits / tried:.1%}; ", end="")
        print(f"{good} of {len(part)} pairs at 70 % or more")
    tried = sum(map(len, found.values()))
    print(f"where nothing was swapped: {sum(false)} findings ({sum(false) / tried:.2%}), ", end="")
    print(f"{len(false)} with suggestions ({len(false) / tried:.2%}) in {tried} places")
    if len(sys.argv) > 2:
        lines = ["| written | meant | places | found | with suggestions |", "|---|---|---|---|---|"]
        lines += [f"| {w} | {r} | {n} | {s / n:.0%} | {h / n:.0%} |" for _, w, r, n, s, h in sorted(rows)]
        Path(sys.argv[2]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
