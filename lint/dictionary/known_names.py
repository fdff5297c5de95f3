"""Full names that are known everywhere, and names that are one slip away from one (“Kier Starmer”, “Barrack Obama”).

Both words are looked up as a pair: a surname that few people bear says who is meant, and so does a first name beside a
surname that nobody bears. Data: tools/known_names.py.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import marisa_trie
from rapidfuzz.distance import OSA

from lint.dictionary.edits import same_letters
from lint.dictionary.lexicon import Lexicon

SURNAME, COMMON_SURNAME, GIVEN, COMMON_GIVEN = 1, 2, 4, 8
"""What the data says of a single name: that people bear it as a surname or first name, and that many do."""
_SHORTEST = 4
"""Shorter names are one letter apart (Ann, Anne)."""
_COMMON_WORD = 4.3
"""A word that is so common (Zipf) has forms in other languages."""
_ARTICLES = frozenset("El La Le Los Las Il".split())
_SHARED = 4
"""A surname of more known people than this says less of who is meant."""
_WRITTEN = 1.0
"""A surname that people write this often (Zipf) is some other one, unless its letters are those of the known one."""

_COMMONER = 1.0
"""A surname with its letters swapped is the known one only if that is commoner by this much (Zipf): Merkle and Merkel,
but not Hutson and Huston."""

_FIRMS = frozenset("Corp Inc Ltd".split())
"""Short forms that are no names."""
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i"})


class Misnamed(NamedTuple):
    """Which of two words is wrong (0 or 1), what it should be, and whether nobody else may be meant."""

    which: int
    right: str
    sure: bool


@cache
def load() -> KnownNames:
    """The known names of the process."""
    return KnownNames()


class KnownNames:
    """Pairs of first name and surname, and how common single names are."""

    def __init__(self) -> None:
        data = Path(__file__).parents[1] / "data"
        self._pairs = marisa_trie.Trie()
        self._pairs.mmap(str(data / "known_names.marisa"))
        self._bearers = marisa_trie.RecordTrie("<B")
        self._bearers.mmap(str(data / "bearers.marisa"))

    def bears(self, name: str, what: int) -> bool:
        """Whether people bear a single name so (SURNAME, COMMON_GIVEN …)."""
        found = self._bearers.get(name)
        return bool(found and found[0][0] & what)

    def knows(self, name: str) -> bool:
        """Whether two words are a name that is known everywhere."""
        return name in self._pairs

    @cached_property
    def _firsts(self) -> Mapping[str, set[str]]:
        """First names by surname."""
        return self._by(1, 0)

    @cached_property
    def _lasts(self) -> Mapping[str, set[str]]:
        """Surnames by first name."""
        return self._by(0, 1)

    def _by(self, key: int, value: int) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for pair in self._pairs.iterkeys():
            words = pair.split(" ")
            found.setdefault(words[key], set()).add(words[value])
        return found

    def misnamed(self, first: str, last: str, lexicon: Lexicon) -> Misnamed | None:
        """Which word of a name is a slip, where the other says who is meant; None for a name that may be right."""
        first, last = first.removesuffix("."), last.removesuffix(".")
        if f"{first} {last}" in self._pairs:
            return None
        found = [*self._wrong_first(first, last, lexicon), *self._wrong_last(first, last, lexicon)]
        return next((m for m in found if m.sure), found[0]) if found else None

    def _wrong_first(self, first: str, last: str, lexicon: Lexicon) -> Iterator[Misnamed]:
        firsts = self._firsts.get(last, ())
        rare = not self.bears(last, COMMON_SURNAME) and len(firsts) <= _SHARED
        word = lexicon.anywhere(first.lower())
        for right in sorted(firsts):
            if _is_slip(first, right) and not right.startswith(first):  # Pete, Peter
                both_words = word and lexicon.anywhere(right.lower())  # Meeting Point, Melting Point
                yield Misnamed(0, right, rare and not both_words and not self.bears(first, COMMON_GIVEN))

    def _wrong_last(self, first: str, last: str, lexicon: Lexicon) -> Iterator[Misnamed]:
        for right in sorted(self._lasts.get(first, ())):
            if _is_slip(last, right) and not self.bears(last, COMMON_SURNAME):
                other = self._is_other(first, last, right, lexicon)
                less = lexicon.zipf(right) >= lexicon.zipf(last) + _COMMONER or not self.bears(last, SURNAME)
                yield Misnamed(1, right, (same_letters(last, right) and less) or not other)

    def _is_other(self, first: str, last: str, right: str, lexicon: Lexicon) -> bool:
        """Whether the two words may be a name of their own: a common first name with a surname that people bear or that
        is written, or two words (“Golden Glove”)."""
        word = lexicon.anywhere(last.lower())
        meant = lexicon.anywhere(right.lower())
        if (word and meant) or (meant and lexicon.zipf(right) >= _COMMON_WORD) or first in _ARTICLES:
            return True  # Golden Glove, Karolinska Institutet, El Lodo
        borne = self.bears(last, SURNAME) or (not word and lexicon.zipf(last) >= _WRITTEN)
        return borne and self.bears(first, COMMON_GIVEN)


_FORMS = ("s", "n", "a", "e")
"""What makes another word of a name: a plural, a people (Dakotan), a woman’s form (Sorokina, Justine)."""


def _is_slip(word: str, right: str) -> bool:
    """One letter too many, too few, wrong or swapped: no accent, capital or form of the other alone."""
    if min(len(word), len(right)) < _SHORTEST or word[0] != right[0] or word in _FIRMS:
        return False
    one, other = plain(word), plain(right)
    if one == _spelt_out(right) or any(one + end == other or other + end == one for end in _FORMS):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _spelt_out(name: str) -> str:
    """As German is written without its own letters: Boerse."""
    return plain(name.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"))


def plain(name: str) -> str:
    """A name in small letters and without accents, which are a matter of style."""
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(_STROKES)
