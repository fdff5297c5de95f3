"""Trains lint/data/possessive.npz: plurals against possessives that lost their apostrophe, in modern text.

python tools/model/possessives.py CORPUS EVAL
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from calibrate import stories
from corpus import paragraphs
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from lint.context.possessive import BITS, slots
from lint.context.tokens import tokens
from lint.dictionary.lexicon import load
from lint.kinds.apostrophe import may_lack

OUT = Path(__file__).parents[2] / "lint" / "data" / "possessive.npz"
PLURALS = 3
"""One plural in this many is learned from."""
ALARMS = 0.075
"""The alarms per 1,000 words of clean text that set the threshold; read one by one, two in three were real faults."""


def examples(file: Path) -> list[tuple[list[int], int]]:
    found, n = [], 0
    for text in paragraphs(file):
        for words, i, lacks in _cases(text):
            n += not lacks
            if lacks or n % PLURALS == 0:
                found.append((slots(words, i), int(lacks)))
    return found


def _cases(text: str) -> Iterator[tuple[list[str], int, bool]]:
    """Every plural, and every possessive as it would stand without its apostrophe."""
    lexicon = load()
    words: list[str] = []
    lacking: list[bool] = []
    row = list(tokens(text))
    for j, token in enumerate(row):
        if token.text == "'s" and words:
            words[-1] += "s"
            lacking[-1] = not row[j - 1].name
        elif token.text == "'" and words and words[-1].endswith("s") and token.start == row[j - 1].end:
            lacking[-1] = not row[j - 1].name
        else:
            words.append(token.text)
            lacking.append(False)
    for i in range(len(words)):
        if may_lack(words, i, lexicon):
            yield words, i, lacking[i]


def main(corpus: Path, evaluation: Path) -> None:
    files = [f for f in sorted(corpus.glob("*.txt.xz")) if not f.name.startswith("classics")]
    with ProcessPoolExecutor(2) as pool:
        cases = [case for part in pool.map(examples, files) for case in part]
    y = np.array([lacks for _, lacks in cases])
    print(f"{len(cases):,} cases, {y.sum():,} possessives", flush=True)
    rows = np.concatenate([np.full(len(s), r) for r, (s, _) in enumerate(cases)])
    columns = np.concatenate([s for s, _ in cases])
    x = csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), (len(cases), 1 << BITS))
    model = SGDClassifier(loss="log_loss", alpha=1e-6, max_iter=8, tol=None, random_state=1).fit(x, y)
    weights, bias = model.coef_[0], float(model.intercept_[0])
    weights[np.abs(weights) < 0.05] = 0

    plain, lost = list[tuple[float, str]](), list[tuple[float, str]]()
    words = 0
    for texts in stories(evaluation):
        for text in texts:
            words += len(text.split())
            for row, i, lacks in _cases(text):
                odds = float(weights[slots(row, i)].sum()) + bias
                (lost if lacks else plain).append((odds, " ".join(row[max(0, i - 3) : i + 4])))
    plain.sort(reverse=True)
    threshold = max(plain[int(ALARMS * words / 1000)][0], 1.0)
    print(f"threshold {threshold:.2f}: {np.mean([o > threshold for o, _ in lost]):.0%} of {len(lost)} found")
    for odds, around in plain[:40]:
        print(f"  {odds:.1f} {around}")
    used = np.flatnonzero(weights)
    scale = float(np.abs(weights).max()) / 127
    np.savez_compressed(
        OUT, slots=used.astype(np.uint32), weights=np.round(weights[used] / scale).astype(np.int8), scale=scale,
        bias=bias, threshold=threshold,
    )  # fmt: skip
    print(f"{len(used):,} weights, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
