"""What a misspelt word was meant to be: the words near it, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from lint.dictionary.edits import edits, slip_cost
from lint.dictionary.lexicon import Lexicon

MOST = 5
"""Suggestions that a reader looks through."""

# Log-odds are base 10, as Zipf values are: 1 more is ten times as likely.
_KNOWN = 2.5
"""How much likelier a word is when the misspelling is known to stand for it."""
_IN_STORY = 1.2
"""How much likelier a word is that the story has elsewhere."""
_CAPITAL = 1.0
"""How much less likely a name is than a word as common: few lose their capital and a letter at once."""
_SPLIT = 3.2
"""What a missing space costs, against the rarer of the two words."""
_SPLIT_LITTLE = 0.8
"""What more it costs when one of the two is a letter or two, which are found by chance in every word."""
_LITTLE = 3
"""The letters from which a word is not found by chance."""
_RUN_TOGETHER = 4.2
"""Two words that ran together are both at least this common (Zipf)."""
_FAR_BEHIND = 3.5
"""A word that is less likely than the first by this much is not offered."""

_COMMON = 1.8
"""Two slips and more are thought of only for a word at least this common (Zipf)."""
_SHORTEST = 4
"""Two slips make any other word of a shorter one."""
_LONG = 9
"""A word of this many letters may have three slips."""
_SLIPS, _SLIPS_IN_LONG = 2, 3
_NEAREST = 40
"""How many words several slips away are weighed."""

_NEVER_OFFERED = re.compile(
    r"(?:fuck|shit|cunt|nigg|fag|wank|bitch|slut|whore|pube|pubic|tit$|tits|arse|asshole|cocks?$|dyke)", re.I
)


def suggest(
    lexicon: Lexicon, wrong: str, dialect: str, story: Mapping[str, int] | None = None, most: int = MOST
) -> list[str]:
    """What ``wrong`` was probably meant to be, the likeliest first, in lower case or the word's own capitals."""
    return [word for word, _ in ranked(lexicon, wrong, dialect, story)][:most]


def ranked(
    lexicon: Lexicon, wrong: str, dialect: str, story: Mapping[str, int] | None = None
) -> list[tuple[str, float]]:
    """The words that ``wrong`` may have been meant to be, the likeliest first, each with its log-odds (base 10, up to a
    constant).

    Ranked by what the word is known to be written for, how common that is, how likely the slip (swapped, doubled or
    dropped letters, neighbouring keys, sounds alike; the first letter is seldom wrong), and whether the story has it
    (``story``: counts).
    """
    story = story or {}
    low = wrong.lower()
    known = lexicon.misspelt(low, dialect)
    pool = {w for w in {*_pool(lexicon, low, dialect), *_in_story(low, story), *known} if w != wrong and _fit(w)}
    pool -= {w for w in pool if w != w.lower() and w.lower() in pool}
    odds = {w: _odds(lexicon, low, w, story) + (_KNOWN if w in known else 0) for w in pool}
    best = sorted(odds, key=lambda w: (-odds[w], w))
    return [(w, odds[w]) for w in best if odds[w] > odds[best[0]] - _FAR_BEHIND]


def one_slip_away(lexicon: Lexicon, word: str, dialect: str) -> list[str]:
    """Known words exactly one slip away from ``word`` (lower case), the most common first."""
    near = [w for w in _near(lexicon, word, dialect) if w.lower() != word and _fit(w)]
    return sorted(near, key=lambda w: (-lexicon.zipf(w), w))


def _fit(word: str) -> bool:
    """Whether a newsroom may be offered it."""
    return _NEVER_OFFERED.match(word) is None


def _odds(lexicon: Lexicon, wrong: str, right: str, story: Mapping[str, int]) -> float:
    """A log-odds, base 10, up to a constant, that ``right`` was meant."""
    if " " in right:
        left, _, rest = right.partition(" ")
        little = min(len(left), len(rest)) < _LITTLE
        return min(lexicon.zipf(left), lexicon.zipf(rest)) - _SPLIT - (_SPLIT_LITTLE if little else 0)
    common = lexicon.zipf(right) - (_CAPITAL if right[:1].isupper() else 0)
    return common + (_IN_STORY if story.get(right) else 0) - slip_cost(wrong, right.lower())


# ---- the words that come into question -----------------------------------------------------------


def _pool(lexicon: Lexicon, low: str, dialect: str) -> frozenset[str]:
    return _near(lexicon, low, dialect) | _far(lexicon, low, dialect) | set(_splits(lexicon, low, dialect))


def _in_story(low: str, story: Mapping[str, int]) -> set[str]:
    return {w for w in story if w.lower() != low and OSA.distance(w.lower(), low, score_cutoff=1) <= 1}


@lru_cache(maxsize=16_384)
def _near(lexicon: Lexicon, low: str, dialect: str) -> frozenset[str]:
    """Known words at most one slip away."""
    return frozenset(w for e in (low, *edits(low)) for w in _forms(lexicon, e, dialect))


@lru_cache(maxsize=4_096)
def _far(lexicon: Lexicon, low: str, dialect: str) -> frozenset[str]:
    """Common words two slips away, three for a long word."""
    if len(low) < _SHORTEST:
        return frozenset()
    most = _SLIPS_IN_LONG if len(low) >= _LONG else _SLIPS
    pool = [w for n in range(len(low) - most, len(low) + most + 1) for w in _common(lexicon).get(n, ())]
    found = extract(low, pool, scorer=OSA.distance, score_cutoff=most, limit=_NEAREST)
    return frozenset(w for w, _, _ in found if lexicon.has(w, dialect))


@cache
def _common(lexicon: Lexicon) -> dict[int, list[str]]:
    """The words that several slips may have been made of, by length."""
    by_length: dict[int, list[str]] = {}
    for word, _ in lexicon.entries(_COMMON):
        if word.isalpha():
            by_length.setdefault(len(word), []).append(word)
    return by_length


def _forms(lexicon: Lexicon, low: str, dialect: str) -> Iterator[str]:
    if lexicon.has(low, dialect):
        yield low
    elif (name := low.capitalize()) and lexicon.has(name, dialect):
        yield name


def _splits(lexicon: Lexicon, low: str, dialect: str) -> Iterator[str]:
    """Two words that ran together; both must be common."""
    for i in range(1, len(low)):
        left, right = low[:i], low[i:]
        if (len(left) > 1 or left in "ai") and (len(right) > 1 or right == "a"):
            both = lexicon.has(left, dialect) and lexicon.has(right, dialect)
            if both and min(lexicon.zipf(left), lexicon.zipf(right)) >= _RUN_TOGETHER:
                yield f"{left} {right}"
