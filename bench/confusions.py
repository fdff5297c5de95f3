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
from lint.context.reading import Token, tokens

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


def slips_at(model: Model, text: str, start: int) -> set[str]:
    return {s.meant for s in model.slips([text]) if s.start == start}


def main() -> None:
    model, rng = load(), random.Random(9)
    pairs = [
        (model.targets[w], model.targets[r], int(t))
        for w, r, t in zip(model.wrong, model.right, model.tier, strict=True)
        if t in (0, 1, 5)
    ]
    found = places(held_out(Path(sys.argv[1])), {r for _, r, _ in pairs}, rng)
    false = {w: sum(bool(slips_at(model, t, k.start)) for t, k in spots) for w, spots in found.items()}
    rows, totals = [], defaultdict(lambda: [0, 0])
    for wrong, right, tier in pairs:
        spots = found.get(right, [])
        if len(spots) < LEAST:
            continue
        hits = 0
        for text, token in spots:
            shown = wrong.capitalize() if text[token.start].isupper() else wrong
            swapped = text[: token.start] + shown + text[token.end :]
            hits += right in slips_at(model, swapped, token.start)
        rows.append((tier, wrong, right, len(spots), hits))
        totals[tier][0] += hits
        totals[tier][1] += len(spots)
    for tier, name in ((0, "everyday"), (1, "curated"), (5, "little words")):
        hits, tried = totals[tier]
        good = [h / n >= 0.7 for t, _, _, n, h in rows if t == tier]
        print(f"{name}: {hits / tried:.1%} of {tried} found; {sum(good)} of {len(good)} pairs at 70% or more")
    tried = sum(map(len, found.values()))
    print(f"alarms where nothing was swapped: {sum(false.values())} of {tried}, {sum(false.values()) / tried:.2%}")
    if len(sys.argv) > 2:
        lines = ["| written | meant | places | found |", "|---|---|---|---|"]
        lines += [f"| {w} | {r} | {n} | {h / n:.0%} |" for _, w, r, n, h in sorted(rows)]
        Path(sys.argv[2]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
