"""What is a word: every form that a dialect's dictionary knows, how common it is, and what a slip was meant to be.

The data (built by tools/lexicon.py): ``data/lexicon.marisa`` maps a form, in its own casing, to the dialects that
spell it so and to its Zipf frequency (log10 of occurrences per thousand million words; "the" is 7.7);
``data/misspellings.marisa`` maps a known misspelling to what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

import marisa_trie
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

_BITS = {"en-GB": 1, "en-US": 2, "en-AU": 4, "en-CA": 8, "en-NZ": 16, "en-ZA": 32}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@cache
def load() -> Lexicon:
    return Lexicon()


class Lexicon:
    """Reads are safe from many threads; the file is mapped, not loaded."""

    def __init__(self) -> None:
        data = Path(__file__).parents[1] / "data"
        self._trie = marisa_trie.RecordTrie("<BB")
        self._trie.mmap(str(data / "lexicon.marisa"))
        self._misspellings = marisa_trie.BytesTrie()
        self._misspellings.mmap(str(data / "misspellings.marisa"))

    # ---- words -------------------------------------------------------------------------------

    def dialects(self, form: str) -> int:
        """Bits of the dialects whose dictionaries have this very form (casing counts)."""
        found = self._trie.get(form)
        return found[0][0] if found else 0

    def has(self, form: str, dialect: str) -> bool:
        return bool(self.dialects(form) & _BITS[dialect])

    def anywhere(self, form: str) -> bool:
        return self.dialects(form) & 31 != 0

    def zipf(self, word: str) -> float:
        """How common a word is, whatever its casing: 0 for one that was never seen, 7.7 for "the"."""
        found = self._trie.get(word) or self._trie.get(word.lower())
        return found[0][1] / 25 if found else 0.0

    def in_any_case(self, word: str) -> bool:
        """Whether a dictionary has the word, in this casing or another one that it may stand in for."""
        low = word.lower()
        return (
            self.anywhere(word) or self.anywhere(low) or self.anywhere(low.capitalize()) or self.anywhere(low.upper())
        )

    @cached_property
    def _common(self) -> dict[int, list[str]]:
        """The words that a misspelling two edits away may have been meant to be, by length."""
        by_length: dict[int, list[str]] = {}
        for word, (mask, zipf) in self._trie.iteritems():
            if mask and zipf >= 45 and word.isalpha():
                by_length.setdefault(len(word), []).append(word)
        return by_length

    @cached_property
    def brands(self) -> dict[str, str]:
        """Names with a capital inside (GitHub, iPhone), by their lower case; not McDonald, which has two spellings."""
        found = {}
        for word, (mask, zipf) in self._trie.iteritems():
            if (
                mask
                and len(word) > 4
                and zipf >= 25
                and _BRAND.fullmatch(word)
                and not self._trie.get(word.capitalize())
            ):
                found[word.lower()] = word
        return found

    def brand(self, form: str) -> str | None:
        """The brand that ``form`` is, in its right casing, or is one slip away from (not at either end)."""
        low = form.lower()
        if low in self.brands:
            return self.brands[low]
        ends = low[:1], low[-1:]
        return next((self.brands[e] for e in edits(low) if e in self.brands and (e[:1], e[-1:]) == ends), None)

    # ---- suggestions -------------------------------------------------------------------------

    def misspelt(self, word: str, dialect: str) -> list[str]:
        """What a known misspelling (in lower case) is known to have been meant to be, in the dialect's spelling."""
        found = self._misspellings.get(word)
        right = found[0].decode().split(",") if found else []
        return [w for w in right if " " in w or self.has(w, dialect)]

    def suggest(self, wrong: str, dialect: str, story: Mapping[str, int] | None = None, most: int = 5) -> list[str]:
        """What ``wrong`` was probably meant to be, the likeliest first, in lower case or the word's own capitals."""
        return [word for word, _ in self.ranked(wrong, dialect, story)][:most]

    def ranked(self, wrong: str, dialect: str, story: Mapping[str, int] | None = None) -> list[tuple[str, float]]:
        """The words that ``wrong`` may have been meant to be, the likeliest first, each with its log-odds (base 10, up
        to a constant).

        Ranked by what the word is known to be written for, how common that is, how likely the slip (swapped, doubled
        or dropped letters, neighbouring keys, sounds alike; the first letter is seldom wrong), and whether the story
        has it (``story``: counts).
        """
        story = story or {}
        low = wrong.lower()
        said = {w for w in story if w.lower() != low and OSA.distance(w.lower(), low, score_cutoff=1) <= 1}
        known = self.misspelt(low, dialect)
        pool = {*self._pool(low, dialect), *said, *known}
        pool = {w for w in pool if w != wrong and not _NEVER_OFFERED.match(w)}
        pool -= {w for w in pool if w != w.lower() and w.lower() in pool}
        scored = {w: self._likely(low, w, story) + (_KNOWN if w in known else 0) for w in pool}
        ranked = sorted(scored, key=lambda w: (-scored[w], w))
        return [(w, scored[w]) for w in ranked if scored[w] > scored[ranked[0]] - 3.5]

    def close(self, word: str, dialect: str) -> list[str]:
        """Known words exactly one slip away from ``word`` (lower case), the most common first."""
        near = [w for w in _near(self, word, dialect) if w.lower() != word and not _NEVER_OFFERED.match(w)]
        return sorted(near, key=lambda w: (-self.zipf(w), w))

    def _pool(self, low: str, dialect: str) -> frozenset[str]:
        return _near(self, low, dialect) | _far(self, low, dialect) | set(self._splits(low, dialect))

    def _forms(self, low: str, dialect: str) -> Iterator[str]:
        if self.has(low, dialect):
            yield low
        elif (name := low.capitalize()) and self.has(name, dialect):
            yield name

    def _splits(self, low: str, dialect: str) -> Iterator[str]:
        """Two words that ran together; both must be common."""
        for i in range(1, len(low)):
            left, right = low[:i], low[i:]
            if (
                (len(left) > 1 or left in "ai")
                and (len(right) > 1 or right == "a")
                and self.has(left, dialect)
                and self.has(right, dialect)
                and min(self.zipf(left), self.zipf(right)) >= 4.2
            ):
                yield f"{left} {right}"

    def _likely(self, wrong: str, right: str, story: Mapping[str, int]) -> float:
        """A log-odds, base 10, up to a constant, that ``right`` was meant."""
        if " " in right:
            left, _, rest = right.partition(" ")
            return min(self.zipf(left), self.zipf(rest)) - 3.2 - (0.8 if min(len(left), len(rest)) < 3 else 0)
        known = self.zipf(right)
        if right[:1].isupper():
            known -= 1.0
        said = story.get(right, 0)
        return known + (1.2 if said else 0) - slip(wrong, right.lower())


@lru_cache(maxsize=16_384)
def _near(lexicon: Lexicon, low: str, dialect: str) -> frozenset[str]:
    """Known words at most one slip away."""
    return frozenset(w for e in (low, *edits(low)) for w in lexicon._forms(e, dialect))


@lru_cache(maxsize=4_096)
def _far(lexicon: Lexicon, low: str, dialect: str) -> frozenset[str]:
    """Common words two slips away, three for a long word."""
    if len(low) < 4:
        return frozenset()
    most = 2 if len(low) < 9 else 3
    pool = [w for n in range(len(low) - most, len(low) + most + 1) for w in lexicon._common.get(n, ())]
    found = extract(low, pool, scorer=OSA.distance, score_cutoff=most, limit=40)
    return frozenset(w for w, _, _ in found if lexicon.has(w, dialect))


@cache
def neighbours() -> dict[str, str]:
    """For each letter, those on the keys around it (QWERTY)."""
    keys = {c: (x + 0.5 * y, y) for y, row in enumerate(_ROWS) for x, c in enumerate(row)}
    return {
        a: "".join(b for b, (x2, y2) in keys.items() if a != b and abs(x - x2) <= 1 and abs(y - y2) <= 1)
        for a, (x, y) in keys.items()
    }


def edits(word: str) -> Iterator[str]:
    """Every text one slip away: a letter dropped, added, changed, or two swapped."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
            for c in _LETTERS:
                if c != tail[0]:
                    yield head + c + tail[1:]
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        for c in _LETTERS:
            yield head + c + tail


_KNOWN = 2.5
"""How much likelier, in powers of ten, a word is when the misspelling is known to stand for it."""
_NEVER_OFFERED = re.compile(
    r"(?:fuck|shit|cunt|nigg|fag|wank|bitch|slut|whore|pube|pubic|tit$|tits|arse|asshole|cocks?$|dyke)", re.I
)
_BRAND = re.compile(r"(?!Mc|Mac|De|La|Le|Du|Di|Fitz|Van|Von|O')[A-Za-z][a-z]+[A-Z][A-Za-z]*|i[A-Z][a-z]+|e[A-Z][a-z]+")

_SOUNDS = [
    (re.compile(p), r)
    for p, r in (
        ("ph", "f"), ("ck|q|c(?=[aoulrtk])|ch(?=[rlm])", "k"), ("c(?=[eiy])|sc(?=[ei])", "s"),
        ("[sct]i(?=on|ou|al|en)", "sh"), ("gh(?=t|$)", ""), ("wh", "w"), ("kn|gn(?=[aeiou])", "n"), ("wr", "r"),
        ("dg|g(?=[eiy])", "j"), ("z", "s"), ("x", "ks"), ("[aeiouy]+", "a"), (r"(.)\1+", r"\1"), ("a$", ""),
    )
]  # fmt: skip


def sound(word: str) -> str:
    """Roughly how a word sounds, all vowels alike: "definately" and "definitely" are the same."""
    for pattern, reading in _SOUNDS:
        word = pattern.sub(reading, word)
    return word


def slip(wrong: str, right: str) -> float:
    """The cost, in powers of ten, of writing ``wrong`` for ``right``: about 1 for the commonest slips."""
    if wrong == right:
        return 0.0
    distance = OSA.distance(wrong, right)
    alike = sound(wrong) == sound(right)
    if distance <= 1:
        cost = 1.55 + _one(wrong, right) - (0.45 if alike else 0)
        if wrong[-1:] != right[-1:]:
            cost += 0.75
    else:
        cost = 1.55 + 2.9 * (distance - 1) - (1.2 if alike else 0)
        if sorted(wrong) == sorted(right):
            cost -= 0.6
        if wrong[-1:] != right[-1:]:
            cost += 0.3
        if wrong.endswith("ys") and right == wrong[:-2] + "ies":
            cost -= 2.0
    if wrong[:1] != right[:1]:
        cost += 0.9
    return cost


def _one(wrong: str, right: str) -> float:
    """What kind of single slip it is."""
    i = 0
    while i < min(len(wrong), len(right)) and wrong[i] == right[i]:
        i += 1
    if len(wrong) == len(right):
        if sorted(wrong) == sorted(right):
            return -0.5  # two letters swapped
        a, b = wrong[i], right[i]
        if b in neighbours().get(a, ""):
            return 0.0
        return -0.1 if a in "aeiouy" and b in "aeiouy" else 0.4
    if len(wrong) < len(right):  # a letter dropped
        doubled = i < len(right) and i > 0 and right[i] == right[i - 1]
        return -0.5 if doubled else -0.25
    doubled = i > 0 and wrong[i] == wrong[i - 1]
    if doubled:
        return -0.5
    return 0.1 if any(wrong[i] in neighbours().get(c, "") for c in wrong[i - 1 : i] + wrong[i + 1 : i + 2]) else 0.3
