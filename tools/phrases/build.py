"""Builds lint/data/phrases.marisa: known phrases with one word changed, where the change is likelier a slip than meant.

    PYTHONPATH=tools/model python tools/phrases/build.py --wordnet FOLDER CORPUS.txt.xz…

FOLDER has WordNet’s data files (Debian: wordnet-base, /usr/share/wordnet). For every open word of a phrase, the words
that slips make of it are tried. How often the phrase stands in the corpus among all that has its other words, and
how often what is written stands beside its neighbours there, say how much likelier the phrase was meant.
"""

from __future__ import annotations

import argparse
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import marisa_trie
from candidates import curated, homophones, languagetool
from ngrams import Corpus, Run
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist
from sources import Slot, phrases, slots

from lint.dictionary.edits import edits, slip_cost
from lint.dictionary.lexicon import load
from lint.dictionary.phrases import NAME, SURE
from lint.dictionary.word_classes import related
from lint.text.function_words import FUNCTION_WORDS

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "lint" / "data" / "phrases.marisa"
NEEDED = {"idiom": -0.5, "title": -0.5, "term": 1.0, "name": 1.0}
"""How much likelier (powers of ten) the phrase must be by its sort …"""
MARKS = {"idiom": SURE, "title": NAME, "term": "-", "name": NAME}
"""What says in the file of which sort a phrase is."""
OF_TWO = 1.5
"""… and where it has two words, which must belong together besides."""
TOGETHER_FIRST, TOGETHER_OTHER, OFTEN = 0.5, 0.3, 3
"""Of two words that belong together, one has the other in this share of its places, or the open one in that; and they
stand together at least so often."""
MAY_STAND = 0.03
"""What is written stands in at most this share of the phrase’s places."""
SOUNDS, SAME_BEGINNING = 2.5, 3.5
"""What it costs (as ``slip_cost``) to write a word that sounds alike, or one that begins alike."""
BEGINNING, LONGER = 5, 4
"""Letters that begin alike, and by how many more one may be longer."""
WIDE = 4
"""From so many words on, a phrase of our own lists is known with two letters changed."""
KEPT = 0.8
"""How far the corpus is believed on what follows a word; the rest is how common the word is."""


class Try(NamedTuple):
    """A word that a slip makes of the right one."""

    slot: Slot
    word: str
    cost: float


class Slips:
    """What slips make of a word: other words of the dictionary, each with the cost of the slip."""

    def __init__(self) -> None:
        self._words = sorted({w.lower() for w, _ in load().entries(0.0) if w.isalpha() and len(w) > 2})
        self._known = set(self._words)
        self._alike: defaultdict[str, set[str]] = defaultdict(set)
        groups = curated(HERE.parent / "model" / "pairs.txt")
        for one, other in [*homophones(self._known), *languagetool(), *((a, b) for _, a, b in groups)]:
            self._alike[one].add(other)
        self._beginnings: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._beginnings[word[:BEGINNING]].append(word)
        self._near: dict[str, dict[str, float]] = {}
        self._far: dict[str, dict[str, float]] = {}

    def of(self, slot: Slot) -> Mapping[str, float]:
        """Those of the right word of a slot."""
        right = slot.right
        if right not in self._near:
            self._near[right] = {w: slip_cost(w, right) for w in edits(right) if w in self._known}
            self._near[right] |= dict.fromkeys(self._alike[right] & self._known, SOUNDS)
        found = dict(self._near[right])
        if len(slot.words) > 2:
            for word in self._beginnings[right[:BEGINNING]] if len(right) > BEGINNING else ():
                if abs(len(word) - len(right)) <= LONGER:
                    found.setdefault(word, SAME_BEGINNING)
        if slot.ours and len(slot.words) >= WIDE:
            found = {**self._far.get(right, {}), **found}
        return {w: cost for w, cost in found.items() if self._is_other(w, slot)}

    def widen(self, rights: Iterable[str]) -> None:
        """Looks for the words that two slips make of each of some words."""
        listed = sorted(rights)
        for at in range(0, len(listed), 100):
            some = listed[at : at + 100]
            distances = cdist(some, self._words, scorer=OSA.distance, score_cutoff=2, dtype="uint8")
            for right, row in zip(some, distances, strict=True):
                words = (self._words[i] for i in (row <= 2).nonzero()[0])
                self._far[right] = {w: slip_cost(w, right) for w in words if len(w) >= BEGINNING}

    @staticmethod
    def _is_other(word: str, slot: Slot) -> bool:
        """Whether a word is another one, and not a form or a spelling of the right one."""
        forms = related(word, slot.right) and not (slot.sort == "title" and len(slot.words) > 2)
        return word != slot.right and word not in FUNCTION_WORDS and not forms and spelt(word) != spelt(slot.right)


_SPELLINGS = [("our", "or"), ("is", "iz"), ("ys", "yz"), ("ae", "e"), ("oe", "e"), ("tre", "ter"), ("ogue", "og"),
              ("mme", "m"), ("nce", "nse"), ("ph", "f"), ("ey", "y")]  # fmt: skip


def spelt(word: str) -> str:
    """A word as it would be spelt without accents, if all dialects did it alike."""
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word)


class Evidence:
    """What the corpus has on slots and on tries, counted all at once."""

    def __init__(self, corpus: Corpus, tries: Sequence[Try]) -> None:
        self._corpus = corpus
        whole = {t.slot.words for t in tries} | {t.slot.with_word(t.word) for t in tries}
        beside = {pair for t in tries for pair in _pairs(t)}
        self._runs = self._counted([*whole, *beside])
        self._open: dict[tuple[Run, int], int] = {}
        groups: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
        for slot in {t.slot for t in tries}:
            groups[len(slot.words), slot.at].append(slot.words)
        for (_, at), runs in groups.items():
            self._open |= {(r, at): int(n) for r, n in zip(runs, corpus.counts(runs, at), strict=True)}

    def _counted(self, runs: Iterable[Run]) -> dict[Run, int]:
        by_length: defaultdict[int, set[Run]] = defaultdict(set)
        for run in runs:
            by_length[len(run)].add(run)
        lists = [list(group) for group in by_length.values()]
        return {r: int(n) for group in lists for r, n in zip(group, self._corpus.counts(group), strict=True)}

    def likelier(self, t: Try) -> float | None:
        """How much likelier the phrase was meant than what is written, in powers of ten; None where what is written
        stands by itself, or where two words do not belong together."""
        words = t.slot.words
        known, places = self._runs[words], self._open[words, t.slot.at]
        if self._runs[t.slot.with_word(t.word)] > MAY_STAND * known:
            return None
        if len(words) == 2 and not self._belong(known, places, t.slot.right):
            return None
        meant = (known + 0.5) / (places + 1) if t.slot.ours else (known + 0.02) / (places + 5)
        return math.log10(meant / self._written(t)) - t.cost

    def _belong(self, known: int, places: int, right: str) -> bool:
        share = known / max(places, 1), known / max(self._corpus.count(right), 1)
        return known >= OFTEN and (share[0] >= TOGETHER_FIRST or share[1] >= TOGETHER_OTHER)

    def _written(self, t: Try) -> float:
        """How likely the written word is beside its neighbours."""
        alone = max(self._corpus.count(t.word) / self._corpus.size, 10 ** (load().zipf(t.word) - 9), 1e-8)
        product = alone
        for pair in _pairs(t):
            neighbour = pair[0] if pair[1] == t.word else pair[1]
            product *= (KEPT * self._runs[pair] / max(self._corpus.count(neighbour), 20)) / alone + 1 - KEPT
        return product


def _pairs(t: Try) -> Iterator[Run]:
    words, at = t.slot.with_word(t.word), t.slot.at
    if at:
        yield words[at - 1 : at + 1]
    if at + 1 < len(words):
        yield words[at : at + 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("corpus", nargs="+", type=Path)
    options = parser.parse_args()
    known = phrases(options.wordnet)
    places, slips = slots(known), Slips()
    slips.widen({s.right for s in places if s.ours and len(s.words) >= WIDE and len(s.right) >= BEGINNING})
    tries = [Try(s, w, cost) for s in places for w, cost in slips.of(s).items() if s.with_word(w) not in known]
    print(f"{len(known):,} phrases, {len(places):,} open words, {len(tries):,} words tried")
    evidence = Evidence(Corpus(options.corpus), tries)
    best: dict[str, tuple[float, Slot]] = {}
    for t in tries:
        odds = evidence.likelier(t)
        if odds is not None and odds >= max(NEEDED[t.slot.sort], OF_TWO if len(t.slot.words) == 2 else -math.inf):
            key = " ".join(t.slot.with_word(t.word))
            best[key] = max(best.get(key, (-math.inf, t.slot)), (odds, t.slot))
    values = ((k, f"{s.at}{MARKS[s.sort]}{s.right}".encode()) for k, (_, s) in best.items())
    marisa_trie.BytesTrie(values).save(str(OUT))
    print(f"{OUT.name}: {len(best):,} slips, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
