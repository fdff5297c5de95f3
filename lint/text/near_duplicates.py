"""Whether two lines are the same but for small changes: a date, a name, a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

_NUMBER = re.compile(r"\d+")
_SPACE = re.compile(r"[^\w￼@]+")


def normal(line: str) -> str:
    """A line as it is compared: lower case, every number the same, no punctuation."""
    return _SPACE.sub(" ", _NUMBER.sub("0", line.lower())).strip()


def alike(one: str, other: str, least: float) -> bool:
    """Whether two normal lines share enough letters, in order (``least``: 0 to 1)."""
    return Indel.normalized_similarity(one, other, score_cutoff=least) >= least


def best(line: str, lines: Sequence[str], least: float) -> bool:
    """Whether a normal line is alike to one of several."""
    near = (other for other in lines if abs(len(line) - len(other)) <= (1 - least) * (len(line) + len(other)))
    return any(alike(line, other, least) for other in near)
