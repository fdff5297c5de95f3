"""Whether a plural has lost its apostrophe: “the governments plan”. A small model of the words around; see tools/model.

Trained by tools/model/possessives.py on plurals and on possessives whose apostrophe was taken away.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

BITS = 20


def features(words: Sequence[str], i: int) -> Iterator[str]:
    """What is looked at: two words on each side of the plural at ``i``, their endings, and pairs of them; a word that
    is not there is empty."""
    p2, p1, w, n1, n2 = (words[j] if 0 <= j < len(words) else "" for j in range(i - 2, i + 3))
    yield from (f"a{p2}", f"b{p1}", f"c{w}", f"d{n1}", f"e{n2}")
    yield from (f"f{n1[-3:]}", f"g{n1[-2:]}", f"h{n2[-3:]}", f"i{n2[-2:]}", f"j{p1[-2:]}")
    yield from (f"k{p1} {n1}", f"l{p1} {w}", f"m{w} {n1}", f"n{n1} {n2}", f"o{p2} {p1}")
    yield f"p{n1.endswith('s') and not n1.endswith('ss')}{n2.endswith('s')}"


def slots(words: Sequence[str], i: int) -> list[int]:
    """The places of the features in the table."""
    return [zlib.crc32(f.encode()) & ((1 << BITS) - 1) for f in features(words, i)]


@cache
def _table() -> tuple[Any, float, float]:
    import numpy as np

    with np.load(Path(__file__).parents[1] / "data" / "possessive.npz") as data:
        table = np.zeros(1 << BITS, np.float32)
        table[data["slots"]] = data["weights"].astype(np.float32) * float(data["scale"])
        return table, float(data["bias"]), float(data["threshold"])


def odds(words: Sequence[str], i: int) -> float:
    """Natural log-odds, above the threshold set on clean text, that the plural at ``i`` (words in lower case) is a
    possessive without its apostrophe."""
    table, bias, threshold = _table()
    return float(table[slots(words, i)].sum()) + bias - threshold
