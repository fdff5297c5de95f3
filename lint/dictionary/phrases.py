"""Known phrases with one word changed: what stands there, and what was meant.

The data (built by tools/phrases.py): ``data/phrases.marisa`` maps a phrase with its slip, in lower case, to the place
of the wrong word, a mark (NAME, SURE) and the right one. A list of a house is read when a rule names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

import marisa_trie

from lint.dictionary.edits import slip_cost
from lint.dictionary.lexicon import load as lexicon
from lint.dictionary.word_classes import related
from lint.text.function_words import FUNCTION_WORDS

LONGEST = 5
"""The most words of a phrase that are compared: of a longer one, those around the open word."""
SHORTEST_WORD = 4
"""Letters of the shortest word of a house's phrase that may be open."""
FARTHEST = 4.0
"""The most that a slip in a house's phrase may cost (powers of ten): one slip, or several that sound alike."""


NAME, SURE = "n", "i"
"""The marks in the file of a name, and of an idiom; a term has none."""


class Near(NamedTuple):
    """A known phrase that stands one word away: how many words it has, which is wrong (from 0), what is right there,
    whether it is a name, and whether it is so well known that nothing else was meant (an idiom, a house’s own)."""

    length: int
    at: int
    right: str
    name: bool
    sure: bool


class Phrases(Protocol):
    """Some known phrases."""

    def near(self, words: Sequence[str], start: int) -> Iterator[Near]:
        """Those that the words (in lower case) from ``start`` on are, but for one word."""
        ...


class Table:
    """The phrases that copydesk brings; the file is mapped, not loaded."""

    def __init__(self) -> None:
        self._trie = marisa_trie.BytesTrie()
        self._trie.mmap(str(Path(__file__).parents[1] / "data" / "phrases.marisa"))

    def near(self, words: Sequence[str], start: int) -> Iterator[Near]:
        """The slips that the table has."""
        if start + 1 == len(words) or not any(self._trie.iterkeys(f"{words[start]} {words[start + 1]}")):
            return
        for length in range(2, min(LONGEST, len(words) - start) + 1):
            for value in self._trie.get(" ".join(words[start : start + length]), ()):
                at, mark, right = chr(value[0]), chr(value[1]), value[2:].decode()
                yield Near(length, int(at), right, mark == NAME, mark == SURE)


@cache
def table() -> Table:
    """The one table of the process."""
    return Table()


class House:
    """Phrases of a house's own list, any word of which may be open."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._slots: dict[tuple[str, ...], list[Near]] = {}
        for phrase in phrases:
            for window, near in _slots(phrase):
                self._slots.setdefault(window, []).append(near)
        self._lengths = sorted({len(window) for window in self._slots})

    def near(self, words: Sequence[str], start: int) -> Iterator[Near]:
        """Phrases of the list with one word a slip away."""
        for length in self._lengths:
            window = tuple(words[start : start + length])
            for at in range(len(window)):
                for near in self._slots.get((*window[:at], "", *window[at + 1 :]), ()):
                    if len(window) == length and is_slip(window[at], near.right):
                        yield near


def _slots(phrase: str) -> Iterator[tuple[tuple[str, ...], Near]]:
    words = tuple(phrase.lower().split())
    name = any(w[:1].isupper() for w in phrase.split()[1:])
    for i, word in enumerate(words):
        if len(word) >= SHORTEST_WORD and word not in FUNCTION_WORDS and len(words) > 1:
            window, at = around(words, i)
            yield (*window[:at], "", *window[at + 1 :]), Near(len(window), at, word, name, True)


def around(words: tuple[str, ...], at: int) -> tuple[tuple[str, ...], int]:
    """The LONGEST words of a phrase around one of them, and its place among these."""
    start = max(0, min(at - LONGEST // 2, len(words) - LONGEST))
    return words[start : start + LONGEST], at - start


def is_slip(word: str, right: str) -> bool:
    """Whether a word (in lower case) is another one by a slip of letters or of sound, and no other form of it."""
    if word == right or not lexicon().in_any_case(word) or related(word, right):
        return False
    return slip_cost(word, right) <= FARTHEST
