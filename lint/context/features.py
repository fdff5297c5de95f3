"""What speaks for one word and against another, besides the model of context: a row of numbers for each pair.

The trigram model is the one that pocketsphinx ships (BSD).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from lint.context.tokens import Token
from lint.dictionary.edits import kind_of_slip
from lint.dictionary.lexicon import Lexicon
from lint.text.words import PATTERN, WORD

FEATURES = (
    "one", "context", "context to 4", "context over 6", "trigrams", "trigrams to 2", "lesser", "apostrophe",
    "everyday", "curated", "homophone", "languagetool",
    "dropped", "doubled", "added", "swapped", "near key", "other key", "first letter",
    "common wrong", "common right", "short", "twice", "meant stands", "capitals", "opens", "little",
)  # fmt: skip


def row(wrong: str, right: str, context: float, trigrams: float, tier: int, lexicon: Lexicon) -> list[float]:
    """FEATURES of a pair, but for the last five, which the document tells."""
    slip = _slip_of(wrong, right)
    return [
        1.0, context, min(context, 4), max(context - 6, 0), trigrams, min(trigrams, 2), min(context, trigrams),
        trigrams if "'" in wrong else 0,
        tier == 0, tier in (1, 5), tier == 2, tier == 3,
        slip == "dropped", slip == "doubled", slip == "added", slip == "swapped", slip == "near key",
        slip == "other key", wrong[0] != right[0], lexicon.zipf(wrong), lexicon.zipf(right), len(wrong) <= 3,
        0, 0, 0, 0, 0,
    ]  # fmt: skip


@lru_cache(maxsize=65_536)
def _slip_of(wrong: str, right: str) -> str:
    """What kind of slip of the keyboard turns ``right`` into ``wrong``, or "" for more than one."""
    if OSA.distance(wrong, right, score_cutoff=1) != 1:
        return ""
    kind = kind_of_slip(wrong, right)
    return _TRAINED.get(kind, kind)


_TRAINED = {"doubled letter dropped": "dropped", "key hit too": "added", "vowel": "other key"}
"""Kinds of slips that the model was not taught to tell apart."""


class Words:
    """What a document's words say of one another, and the trigram model's reading of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._lists: dict[int, tuple[list[str], dict[int, int]]] = {}
        self.counts: Counter[str] = Counter()
        self.capitals: set[str] = set()
        for text in texts:
            for m in WORD.finditer(text):
                low = m[0].lower()
                self.counts[low] += 1
                if m[0][0].isupper() and text[max(0, m.start() - 2) : m.start()][:1].islower():
                    self.capitals.add(low)

    def trigrams(self, n: int, token: Token, right: str) -> float:
        """How much likelier ``right`` is in the five words around, in natural log-odds, from -10 to 15."""
        words, where = self._words(n)
        i = where.get(token.start)
        if i is None:
            return 0.0
        before = _until_stop(words[max(0, i - 2) : i][::-1])[::-1]
        after = _until_stop(words[i + 1 : i + 3])
        change = _logprob([*before, right, *after], len(before)) - _logprob([*before, token.text, *after], len(before))
        return max(-10.0, min(15.0, change))

    def _words(self, n: int) -> tuple[list[str], dict[int, int]]:
        if n not in self._lists:
            words: list[str] = []
            where: dict[int, int] = {}
            for m in _WORD_OR_STOP.finditer(self._texts[n]):
                where[m.start()] = len(words)
                words.append(m[0].lower())
            self._lists[n] = (words, where)
        return self._lists[n]


_WORD_OR_STOP = re.compile(rf"{PATTERN}|[.?!]")
_NOWHERE = -18.0
"""The log-probability of a word that the trigram model does not know."""


def _until_stop(words: list[str]) -> list[str]:
    return next((words[:i] for i, w in enumerate(words) if w in ".?!"), words)


def _logprob(words: list[str], first: int) -> float:
    """The log-probability of the words from ``first`` on, each after the two before it."""
    model, total = _trigram_model(), 0.0
    for i in range(first, len(words)):
        history = words[max(0, i - 2) : i][::-1]
        p = model.prob([words[i], *history])
        total += p * 1e-4 if p > -500_000_000 else _NOWHERE
    return total


@cache
def _trigram_model() -> Any:
    import pocketsphinx

    folder = Path(pocketsphinx.__file__).parent / "model" / "en-us"
    return pocketsphinx.NGramModel.readfile(str(folder / "en-us.lm.bin"))
