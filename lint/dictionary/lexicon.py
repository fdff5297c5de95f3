"""What is a word: every form that a dialect's dictionary knows, and how common it is.

The data (built by tools/lexicon.py): ``data/lexicon.marisa`` maps a form, in its own casing, to the dialects that
spell it so and to how common it is; ``data/misspellings.marisa`` maps a known misspelling to what was meant.

How common a word is, is said in Zipf units everywhere: log10 of occurrences per thousand million words; "the" has 7.7.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import marisa_trie

from lint.config.settings import DIALECTS

STEPS = 25
"""The file has a word's Zipf value in so many steps a unit, so that it fits a byte."""

RARE = 1 << len(DIALECTS)
"""The bit of a word that only a large word list has: right where it stands, and never a correction."""
_BITS = {dialect: 1 << i for i, dialect in enumerate(DIALECTS)}
_ANYWHERE = sum(_BITS.values()) - _BITS["en-ZA"]
"""The dialects whose words count in every story. South Africa's list is no younger than the others but far broader: it
has 10,000 forms that no other has ("time-work", "school-day", "bakkie"), so that it counts in its own stories alone."""


@cache
def load() -> Lexicon:
    """The one lexicon of the process."""
    return Lexicon()


class Lexicon:
    """Reads are safe from many threads; the file is mapped, not loaded."""

    def __init__(self) -> None:
        data = Path(__file__).parents[1] / "data"
        self._trie = marisa_trie.RecordTrie("<BB")
        self._trie.mmap(str(data / "lexicon.marisa"))
        self._misspellings = marisa_trie.BytesTrie()
        self._misspellings.mmap(str(data / "misspellings.marisa"))

    def dialects(self, form: str) -> int:
        """Bits of the dialects whose dictionaries have this very form (casing counts), in the order of DIALECTS."""
        found = self._trie.get(form)
        return found[0][0] if found else 0

    def has(self, form: str, dialect: str) -> bool:
        """Whether the dialect's dictionary has this very form."""
        return bool(self.dialects(form) & _BITS[dialect])

    def anywhere(self, form: str) -> bool:
        """Whether a dictionary has this very form, South Africa's own words left out."""
        return self.dialects(form) & _ANYWHERE != 0

    def is_rare(self, form: str) -> bool:
        """Whether a large word list alone has the form (“ginnel”, “fettled”)."""
        return self.dialects(form) == RARE

    def zipf(self, word: str) -> float:
        """How common a word is, whatever its casing, in Zipf units: 0 for one that was never seen."""
        found = self._trie.get(word) or self._trie.get(word.lower())
        return found[0][1] / STEPS if found else 0.0

    def in_any_case(self, word: str) -> bool:
        """Whether a dictionary has the word, in this casing or another one that it may stand in for."""
        low = word.lower()
        return any(self.anywhere(form) for form in (word, low, low.capitalize(), low.upper()))

    def misspelt(self, word: str, dialect: str) -> list[str]:
        """What a known misspelling (in lower case) is known to have been meant to be, in the dialect's spelling."""
        found = self._misspellings.get(word)
        right = found[0].decode().split(",") if found else []
        return [w for w in right if " " in w or self.has(w, dialect)]

    def entries(self, least: float) -> Iterator[tuple[str, float]]:
        """The words of all dictionaries that are at least so common, each with its Zipf value."""
        for word, (mask, steps) in self._trie.iteritems():
            if mask & ~RARE and steps / STEPS >= least:
                yield word, steps / STEPS

    def __contains__(self, form: str) -> bool:
        """Whether the form is known at all, be it only as one that people write."""
        return form in self._trie
