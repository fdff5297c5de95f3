"""First half of ``make model``: reads the corpus, gathers the pairs, trains the model of context."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from candidates import WEIGHTS, pairs
from corpus import HELD_OUT, Array, read
from network import Negatives, Text, fresh, train

from lint.dictionary.lexicon import load

VOCABULARY, NARROW, WIDTH, EPOCHS = 45_000, 12_000, 80, 6
LEAST = 25
"""A word that the corpus has less often than this is no target: there is too little to learn from."""


def main(corpus: Path, cache: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    ids_by_file, flags_by_file, vocabulary = read(corpus, VOCABULARY, cache)
    names = sorted(ids_by_file)
    ids = np.concatenate([ids_by_file[n] for n in names])
    flags = np.concatenate([flags_by_file[n] for n in names])
    old = np.concatenate([np.full(len(ids_by_file[n]), n.startswith("classics")) for n in names])

    free = ids[(flags & 1) == 0]
    counts = np.bincount(free, minlength=len(vocabulary))
    words = {w for i, w in enumerate(vocabulary) if i > 3 and counts[i] >= LEAST and w[0].isalpha()}
    found = pairs(words, Path(__file__).parent, load())
    targets = sorted({w for pair in found for w in pair})
    number = {w: i for i, w in enumerate(targets)}
    print(f"{len(found):,} pairs over {len(targets):,} words; tiers {np.bincount(list(found.values()))}", flush=True)

    against, drawn = _negatives(found, targets, number)
    id_of = {w: i for i, w in enumerate(vocabulary)}
    to_target = np.full(len(vocabulary), -1, np.int32)
    for w, i in number.items():
        to_target[id_of[w]] = i
    edge = np.flatnonzero(ids == 0)
    held = _held_out(ids)
    place = to_target[ids]
    place[(flags & 1) > 0] = -1
    place[edge] = -1
    keep = np.minimum(1, np.sqrt(15_000 / np.maximum(counts, 1))).astype(np.float32)
    chances = np.where(held, 0, keep[ids] * np.where(old, 0.5, 1)).astype(np.float32)
    chances[:12] = chances[-12:] = 0

    rng = np.random.default_rng(7)
    net = fresh(len(vocabulary), len(targets), WIDTH, NARROW, rng)
    train(net, Text(ids, place), chances, against, EPOCHS, rng)
    kept = keep[[id_of[w] for w in targets]]
    pair_list = sorted(found)
    wrong = np.array([number[w] for w, _ in pair_list], np.int32)
    right = np.array([number[r] for _, r in pair_list], np.int32)
    tier = np.array([found[p] for p in pair_list], np.int8)
    # How much oftener the one was drawn as an example against the other than the other way round.
    sampling = np.array(
        [
            np.log(kept[number[a]] * drawn.get((a, w), 1e-6)) - np.log(kept[number[w]] * drawn.get((w, a), 1e-6))
            for w, a in pair_list
        ],
        np.float32,
    )
    np.savez(
        cache / "trained.npz", near=net.near, far=net.far, out=net.out, bias=net.bias,
        wrong=wrong, right=right, tier=tier, sampling=sampling,
    )  # fmt: skip
    (cache / "targets.txt").write_text("\n".join(targets), encoding="utf-8")


def _negatives(
    found: dict[tuple[str, str], int], targets: list[str], number: dict[str, int]
) -> tuple[Negatives, dict[tuple[str, str], float]]:
    """For each target the words it is drawn against, with cumulative odds; both directions of a pair count."""
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), tier in found.items():
        for one, two in ((a, b), (b, a)):
            weights[one][two] = max(weights[one].get(two, 0), WEIGHTS[tier])
    start, other, odds = [0], list[int](), list[float]()
    drawn: dict[tuple[str, str], float] = {}
    for w in targets:
        total = sum(weights[w].values())
        running = 0.0
        for two, weight in weights[w].items():
            running += weight / total
            other.append(number[two])
            odds.append(running)
            drawn[(w, two)] = weight / total
        odds[-1] = 1.0
        start.append(len(other))
    return Negatives(np.array(start, np.int64), np.array(other, np.int32), np.array(odds, np.float32)), drawn


def _held_out(ids: Array) -> Array:
    """Whether each place lies in a paragraph that is kept from training."""
    begins = (ids != 0) & (np.concatenate([[0], ids[:-1]]) == 0)
    held: Array = np.cumsum(begins) % HELD_OUT == 0
    return held


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
