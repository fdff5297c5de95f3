"""How often runs of words stand in a corpus, a word of them open or not."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64
)
_AT_ONCE = 8_000_000
"""Places of the corpus that are looked at in one go; more would need much memory."""
Run = tuple[str, ...]
Ids = NDArray[np.uint64]


class Corpus:
    """A text of one paragraph a line, as numbers of words; 0 parts the paragraphs."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._ids: dict[str, int] = {}
        places: list[int] = []
        for file in files:
            with lzma.open(file, "rt", encoding="utf-8") as lines:
                for line in lines:
                    words = _TOKEN.findall(line.replace("’", "'").lower())
                    places += [self._ids.setdefault(w, len(self._ids) + 1) for w in words]
                    places.append(0)
        self._text = np.array(places, np.uint64)
        self._counts = np.bincount(self._text.astype(np.int64))
        self.size = int(self._counts[1:].sum())

    def count(self, word: str) -> int:
        """How often a word stands in it."""
        return int(self._counts[self._ids[word]]) if word in self._ids else 0

    def counts(self, runs: Sequence[Run], hole: int | None = None) -> NDArray[np.int64]:
        """How often each of some runs of equal length stands there; ``hole``: whatever stands at that place."""
        if not runs:
            return np.zeros(0, np.int64)
        ids = np.array([[self._ids.get(w, 0) for w in run] for run in runs], np.uint64)
        length = ids.shape[1]
        wanted = _hashed([ids[:, i] for i in range(length)], hole)
        unique = np.unique(wanted)
        totals = np.zeros(len(unique), np.int64)
        for start in range(0, len(self._text) - length + 1, _AT_ONCE):
            end = min(start + _AT_ONCE, len(self._text) - length + 1)
            seen = _hashed([self._text[start + i : end + i] for i in range(length)], hole)
            at = np.minimum(np.searchsorted(unique, seen), len(unique) - 1)
            totals += np.bincount(at[unique[at] == seen], minlength=len(unique))
        known = (np.delete(ids, hole, 1) if hole is not None else ids).all(1)
        return np.where(known, totals[np.searchsorted(unique, wanted)], 0)


def _hashed(columns: Sequence[Ids], hole: int | None) -> Ids:
    total = np.zeros(len(columns[0]), np.uint64)
    for i, column in enumerate(columns):
        if i != hole:
            mixed = (column + np.uint64(1)) * _FACTORS[i]
            mixed ^= mixed >> np.uint64(29)
            mixed *= _FACTORS[(i + 2) % len(_FACTORS)]
            total += mixed ^ (mixed >> np.uint64(32))
    total *= _FACTORS[0]
    return total
