"""Whether an unknown word is a slip of the pen, or a word that the dictionaries do not have."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from lint.dictionary.lexicon import Lexicon, slip
from lint.dictionary.word_formation import COMMON_NAME

_WEIGHTS = {
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


def features(
    word: str, ranked: Sequence[tuple[str, float]], count: int, lexicon: Lexicon, dialect: str
) -> dict[str, float]:
    """What speaks for a slip and against it: the likeliest word meant (``ranked``: with log-odds, the likeliest first),
    how often people write the unknown word, how it is built, how often the story has it (``count``)."""
    first, likely = ranked[0] if ranked else ("", -9.0)
    apart = min(OSA.distance(word, first.lower()), 3) if first else 3
    two = " " in first
    known = bool(lexicon.misspelt(word, dialect))
    # a term stands again and again, but so does a misspelling that nobody would take for a term
    likely_slip = apart == 1 and slip(word, first.lower()) <= 1.6 and lexicon.zipf(first) >= 3.3
    clear = known or (likely_slip and lexicon.zipf(word) == 0)
    return {
        "": 1.0,
        "likely": likely,
        "ahead": min(likely - ranked[1][1], 3.0) if len(ranked) > 1 else 3.0,
        "written": lexicon.zipf(word),
        "seen": float(lexicon.zipf(word) > 0),
        "known": float(known),
        "two apart": float(apart == 2),
        "three apart": float(apart == 3),
        "common": 3.5 if two or not first else lexicon.zipf(first),
        "two words": float(two),
        "built": float(_built(word, lexicon)),
        "length": float(len(word)),
        "short": float(len(word) <= 5),
        "long": float(len(word) >= 8),
        "twice": float(count > 1 and not clear),
        "thrice": float(count > 2 and not clear),
    }


def is_slip(word: str, ranked: Sequence[tuple[str, float]], count: int, lexicon: Lexicon, dialect: str) -> bool:
    """Whether the evidence is strong enough for a finding; otherwise the word may be a term of its trade."""
    if ranked and ranked[0][0].lower() == word and lexicon.zipf(word) >= COMMON_NAME:
        return True  # only the capital is missing
    return sum(_WEIGHTS[n] * v for n, v in features(word, ranked, count, lexicon, dialect).items()) > 0


def _built(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a known word with a living ending or beginning: trailblazed, sentencers, subsites."""
    stems = [word[: -len(e)] + add for e in _ENDINGS if word.endswith(e) for add in ("", "e")]
    stems += [word[len(b) :] for b in _BEGINNINGS if word.startswith(b)]
    return any(len(stem) >= 4 and lexicon.anywhere(stem) and lexicon.zipf(stem) >= 2.5 for stem in stems)
