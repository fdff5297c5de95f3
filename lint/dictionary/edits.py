"""Slips of the keyboard and of the ear: what is one slip away from a word, and how likely a slip is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiouy"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHIFT = 0.5
"""How far each row of keys stands to the right of the one above, in keys."""


@cache
def neighbours() -> dict[str, str]:
    """For each letter, those on the keys around it (QWERTY)."""
    keys = {c: (x + _SHIFT * y, y) for y, row in enumerate(_ROWS) for x, c in enumerate(row)}
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


_SOUNDS = [
    (re.compile(p), r)
    for p, r in (
        ("ph", "f"), ("ck|q|c(?=[aoulrtk])|ch(?=[rlm])", "k"), ("c(?=[eiy])|sc(?=[ei])", "s"),
        ("[sct]i(?=on|ou|al|en)", "sh"), ("gh(?=t|$)", ""), ("wh", "w"), ("kn|gn(?=[aeiou])", "n"), ("wr", "r"),
        ("dg|g(?=[eiy])", "j"), ("z", "s"), ("x", "ks"), ("[aeiouy]+", "a"), (r"(.)\1+", r"\1"), ("a$", ""),
    )
]  # fmt: skip


def sound(word: str) -> str:
    """Roughly how a word (in lower case) sounds, all vowels alike: "definately" and "definitely" are the same."""
    for pattern, reading in _SOUNDS:
        word = pattern.sub(reading, word)
    return word


def same_letters(one: str, other: str) -> bool:
    """Whether two words have the same letters, in whatever order: letters were swapped."""
    return sorted(one) == sorted(other)


# ---- how likely a slip is ----------------------------------------------------------------------
#
# Costs are powers of ten: what costs 1 more is ten times as rare. They were set by hand, so that the words that people
# meant come first for the misspellings of newspapers; only their differences count.

_SLIP = 1.55
"""What any slip costs."""
_ANOTHER_SLIP = 2.9
"""What each slip after the first costs: they seldom come together."""

_KINDS = {
    "swapped": -0.5,
    "doubled letter dropped": -0.5,
    "doubled": -0.5,
    "dropped": -0.25,
    "vowel": -0.1,
    "near key": 0.0,
    "key hit too": 0.1,
    "added": 0.3,
    "other key": 0.4,
}
"""What the kind of a single slip adds: fingers swap, double and drop letters oftener than they hit a far key."""


class Pair(NamedTuple):
    """What was written, and what was meant, both in lower case."""

    wrong: str
    right: str

    def sounds_alike(self) -> bool:
        """The ear made the slip."""
        return sound(self.wrong) == sound(self.right)

    def ends_otherwise(self) -> bool:
        """The last letters differ."""
        return self.wrong[-1:] != self.right[-1:]

    def begins_otherwise(self) -> bool:
        """The first letters differ."""
        return self.wrong[:1] != self.right[:1]

    def has_same_letters(self) -> bool:
        """Only their order differs."""
        return same_letters(self.wrong, self.right)

    def has_wrong_plural(self) -> bool:
        """“Citys” for “cities”."""
        return self.wrong.endswith("ys") and self.right == self.wrong[:-2] + "ies"


Costs = tuple[tuple[str, Callable[[Pair], bool], float], ...]

_OF_ONE: Costs = (
    ("sounds alike", Pair.sounds_alike, -0.45),
    ("the end is wrong, which readers see", Pair.ends_otherwise, 0.75),
    ("the first letter is wrong, which writers see", Pair.begins_otherwise, 0.9),
)
"""What else adds to the cost of one slip."""
_OF_SEVERAL: Costs = (
    ("sounds alike", Pair.sounds_alike, -1.2),
    ("only the order is wrong", Pair.has_same_letters, -0.6),
    ("the end is wrong, which readers see", Pair.ends_otherwise, 0.3),
    ("a plural in -ys", Pair.has_wrong_plural, -2.0),
    ("the first letter is wrong, which writers see", Pair.begins_otherwise, 0.9),
)
"""The same for several slips, among which the reason for them counts for more."""


def slip_cost(wrong: str, right: str) -> float:
    """The cost, in powers of ten, of writing ``wrong`` for ``right``: about 1 for the commonest slips."""
    if wrong == right:
        return 0.0
    slips, pair = OSA.distance(wrong, right), Pair(wrong, right)
    cost = _KINDS[kind_of_slip(wrong, right)] if slips == 1 else _ANOTHER_SLIP * (slips - 1)
    return _SLIP + cost + sum(more for _, holds, more in (_OF_ONE if slips == 1 else _OF_SEVERAL) if holds(pair))


def kind_of_slip(wrong: str, right: str) -> str:
    """What kind of slip it is, one of those with a cost; the two are one slip apart."""
    i = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right)))
    if len(wrong) < len(right):
        return "doubled letter dropped" if i and right[i] == right[i - 1] else "dropped"
    if len(wrong) == len(right):
        return "swapped" if same_letters(wrong, right) else _wrong_key(wrong[i], right[i])
    if i and wrong[i] == wrong[i - 1]:
        return "doubled"
    around = wrong[i - 1 : i] + wrong[i + 1 : i + 2]
    return "key hit too" if any(wrong[i] in neighbours().get(c, "") for c in around) else "added"


def _wrong_key(wrong: str, right: str) -> str:
    if right in neighbours().get(wrong, ""):
        return "near key"
    return "vowel" if wrong in _VOWELS and right in _VOWELS else "other key"
