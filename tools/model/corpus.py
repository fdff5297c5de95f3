"""Reads the corpus (one paragraph a line, xz) into numbers: the words, and which of them are names."""

from __future__ import annotations

import lzma
from array import array
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from lint.context.tokens import NAME, NUMBER, PAD, UNKNOWN, tokens

Array = np.ndarray[Any, np.dtype[Any]]
WINDOW = 12
"""Words on each side that the model looks at."""
HELD_OUT = 44
"""One paragraph in this many is kept from training."""
_STRAIGHT = str.maketrans("‘’ʼ“”", "'''\"\"")


def paragraphs(file: Path) -> Iterator[str]:
    with lzma.open(file, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n").translate(_STRAIGHT)


def _encode(file: Path) -> tuple[Array, Array, list[str], Counter[str]]:
    """A file's words by their number in a vocabulary of its own, a flag for names and numbers, and the counts."""
    numbers: dict[str, int] = {"": 0}
    words, flags = array("i"), array("b")
    counts: Counter[str] = Counter()
    for text in paragraphs(file):
        words.extend([0] * WINDOW)
        flags.extend([0] * WINDOW)
        for token in tokens(text):
            words.append(numbers.setdefault(token.text, len(numbers)))
            flags.append(token.name + 2 * token.text[0].isdigit() + 4 * token.opens)
            if not token.name:
                counts[token.text] += 1
    words.extend([0] * WINDOW)
    flags.extend([0] * WINDOW)
    return np.frombuffer(words, np.int32), np.frombuffer(flags, np.int8), list(numbers), counts


def read(folder: Path, size: int, cache: Path) -> tuple[dict[str, Array], dict[str, Array], list[str]]:
    """Every file's word numbers and flags, and the vocabulary: the ``size`` commonest words that are no names."""
    files = sorted(folder.glob("*.txt.xz"))
    if not (cache / "vocabulary.txt").exists():
        with ProcessPoolExecutor(2) as pool:
            read_in = dict(zip(files, pool.map(_encode, files), strict=True))
        total: Counter[str] = Counter()
        for *_, counts in read_in.values():
            total.update({w: n for w, n in counts.items() if not w[0].isdigit()})
        vocabulary = ["<edge>", "<rare>", "<name>", "<number>", *(w for w, _ in total.most_common(size - 4))]
        known = {w: i for i, w in enumerate(vocabulary)}
        for file, (words, flags, own, _) in read_in.items():
            to = np.array([known.get(w, UNKNOWN) for w in own], np.int32)
            to[0] = PAD
            ids = to[words]
            ids[(ids == UNKNOWN) & (flags & 1 > 0)] = NAME
            ids[flags & 2 > 0] = NUMBER
            np.save(cache / f"{file.name}.ids.npy", ids)
            np.save(cache / f"{file.name}.flags.npy", flags)
        (cache / "vocabulary.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    vocabulary = (cache / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return _loaded(files, "ids", cache), _loaded(files, "flags", cache), vocabulary


def _loaded(files: list[Path], what: str, cache: Path) -> dict[str, Array]:
    return {f.name: np.load(cache / f"{f.name}.{what}.npy") for f in files}
