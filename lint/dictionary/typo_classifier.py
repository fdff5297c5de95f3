"""Whether an unknown word is a slip of the pen, or a word that the dictionaries do not have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from lint.dictionary.edits import slip_cost
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.word_formation import COMMON_NAME

WEIGHTS = {
    "": -0.22,
    "likely": 0.89,
    "ahead": -0.05,
    "written": -2.19,
    "seen": 0.56,
    "known": 3.02,
    "two apart": -2.11,
    "three apart": 0.33,
    "common": 0.35,
    "two words": -2.39,
    "built": -2.62,
    "length": 0.06,
    "short": 0.07,
    "long": 1.35,
    "twice": -6.88,
    "thrice": -1.6,
}
"""Natural log-odds, fitted by tools/slips.py; above 0 a slip is the likelier."""

_ENDINGS = ("ings", "ing", "ers", "er", "ed", "isms", "ism", "ists", "ist", "ees", "ee", "able", "ish", "s", "y")
_BEGINNINGS = ("web", "sub", "under", "over", "out", "non", "un", "il", "re", "co")
_STEM = 4
"""The letters of a word that another one can be built on."""
_COMMON_STEM = 2.5
"""How common (Zipf) it is."""

# The values below are part of the fit: weights and values change together.
_UNLIKELY = -9.0
"""The log-odds where no word is near."""
_FAR_AHEAD = 3.0
"""How far the first word is ahead of the second at most, and where there is no second."""
_FAR_APART = 3
"""Slips that are counted at most, and where no word is near."""
_COMMON = 3.5
"""How common (Zipf) two words are that ran together, and what no word is."""
_SHORT, _LONG = 5, 8
"""Letters at most and at least."""
_EASY = 1.6
"""A slip that costs no more (powers of ten) is one that fingers make …"""
_WELL_KNOWN = 3.3
"""… and nobody takes it for a term where it turns a word at least this common (Zipf) into one that nobody writes."""


@dataclass(frozen=True)
class Evidence:
    """An unknown word and what is known of it: the words that it may have been meant to be (``ranked``: with log-odds,
    the likeliest first), and how often the story has it (``count``)."""

    word: str
    ranked: Sequence[tuple[str, float]]
    count: int
    lexicon: Lexicon
    dialect: str

    @property
    def first(self) -> str:
        """The likeliest word, or "" where none is near."""
        return self.ranked[0][0] if self.ranked else ""

    @property
    def likely(self) -> float:
        """How likely the first word is, in log-odds."""
        return self.ranked[0][1] if self.ranked else _UNLIKELY

    @property
    def ahead(self) -> float:
        """By how much the first word is likelier than the second."""
        return min(self.likely - self.ranked[1][1], _FAR_AHEAD) if len(self.ranked) > 1 else _FAR_AHEAD

    @cached_property
    def written(self) -> float:
        """How often people write the unknown word (Zipf)."""
        return self.lexicon.zipf(self.word)

    @cached_property
    def known(self) -> bool:
        """A known misspelling."""
        return bool(self.lexicon.misspelt(self.word, self.dialect))

    @cached_property
    def apart(self) -> int:
        """How many slips the first word is away."""
        return min(OSA.distance(self.word, self.first.lower()), _FAR_APART) if self.first else _FAR_APART

    @property
    def two(self) -> bool:
        """Two words that ran together."""
        return " " in self.first

    @property
    def common(self) -> float:
        """How common the first word is (Zipf)."""
        return _COMMON if self.two or not self.first else self.lexicon.zipf(self.first)

    @cached_property
    def clear(self) -> bool:
        """A term stands again and again, but so does a misspelling that nobody would take for a term."""
        easy = self.apart == 1 and slip_cost(self.word, self.first.lower()) <= _EASY
        return self.known or (easy and self.lexicon.zipf(self.first) >= _WELL_KNOWN and self.written == 0)

    @property
    def built(self) -> bool:
        """A known word with a living ending or beginning: sentencers, subsites, webpages."""
        word = self.word
        stems = [word[: -len(e)] + add for e in _ENDINGS if word.endswith(e) for add in ("", "e")]
        stems += [word[len(b) :] for b in _BEGINNINGS if word.startswith(b)]
        known = (s for s in stems if len(s) >= _STEM and self.lexicon.anywhere(s))
        return any(self.lexicon.zipf(s) >= _COMMON_STEM for s in known)

    @property
    def lacks_only_capital(self) -> bool:
        """A name that everybody writes with its capital."""
        return self.first.lower() == self.word and self.written >= COMMON_NAME


FEATURES: tuple[tuple[str, Callable[[Evidence], float]], ...] = (
    ("", lambda e: 1.0),
    ("likely", lambda e: e.likely),
    ("ahead", lambda e: e.ahead),
    ("written", lambda e: e.written),
    ("seen", lambda e: e.written > 0),
    ("known", lambda e: e.known),
    ("two apart", lambda e: e.apart == 2),
    ("three apart", lambda e: e.apart == _FAR_APART),
    ("common", lambda e: e.common),
    ("two words", lambda e: e.two),
    ("built", lambda e: e.built),
    ("length", lambda e: len(e.word)),
    ("short", lambda e: len(e.word) <= _SHORT),
    ("long", lambda e: len(e.word) >= _LONG),
    ("twice", lambda e: e.count > 1 and not e.clear),
    ("thrice", lambda e: e.count > 2 and not e.clear),
)
"""What speaks for a slip and against it, each with its name."""


def features(evidence: Evidence) -> dict[str, float]:
    """The features by name."""
    return {name: float(value(evidence)) for name, value in FEATURES}


def log_odds(evidence: Evidence) -> float:
    """The natural log-odds that the word is a slip of the pen."""
    return sum(WEIGHTS[name] * value for name, value in features(evidence).items())


def is_slip(evidence: Evidence) -> bool:
    """Whether the evidence is strong enough for a finding; otherwise the word may be a term of its trade."""
    return evidence.lacks_only_capital or log_odds(evidence) > 0
