"""What can be known of a pattern without running it: whether it is one, how large it is, and what it needs."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from math import prod
from typing import NamedTuple

import regex

from lint.matching.prefilter import SHORTEST, needed_by, parsed

LARGEST = 50_000
"""The most steps that a pattern may have when its counted repeats are written out: more cost seconds to compile."""
KEPT = 8_192
"""How many patterns are remembered: those of all packs, some times over."""

CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
"""One set of characters: ``[a-z]``."""
_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]()|#]+")
"""Text that means itself."""
_UNIT = re.compile(rf"\\.|{CLASS}|[()]|\{{(\d*)(?:,(\d*))?\}}|.", re.DOTALL)
_COUNT = re.compile(r"\{(\d*)(?:,(\d*))?\}")


class PatternError(Exception):
    """What is wrong with a pattern, said with the place in it (from 0), or None where it has none."""

    def __init__(self, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.at = at


class Syntax(NamedTuple):
    """A valid pattern: the texts of which each match holds one (None: not known), and how many groups it has."""

    needs: frozenset[str] | None
    groups: int


@lru_cache(maxsize=KEPT)
def read(source: str) -> Syntax:
    """Reads one pattern by itself. Raises PatternError."""
    if _PLAIN.fullmatch(source):
        low = source.lower()
        return Syntax(frozenset({low}) if SHORTEST <= len(low) == len(source) else None, 0)
    size = expansion(source)
    if size > LARGEST:
        message = f"it is too large: its counted repeats come to {size:,} steps, and {LARGEST:,} are allowed"
        raise PatternError(message)
    tree = parsed(source)
    if tree is None:  # not a pattern, or one that only the ``regex`` module understands
        return Syntax(None, _compiled(source).groups)
    return Syntax(needed_by(tree), tree.state.groups - 1)


def _compiled(source: str) -> regex.Pattern[str]:
    try:
        with warnings.catch_warnings(action="ignore"):
            return regex.compile(source, regex.VERSION0 | regex.MULTILINE)
    except regex.error as e:
        raise PatternError(e.msg, e.pos) from e
    except (RecursionError, OverflowError) as e:
        raise PatternError("it is too large or too deeply nested") from e


def expansion(source: str) -> int:
    """How many steps a pattern has when each counted repeat is written out at its longest."""
    bound = len(source) * prod(max(_times(m), 1) for m in _COUNT.finditer(source))
    if bound <= LARGEST:
        return bound
    open_groups, total, last = [0], 0, 0
    for m in _UNIT.finditer(source):
        match m[0]:
            case "(":
                open_groups.append(total)
                total, last = 0, 0
            case ")":
                last, total = total, open_groups.pop() + total if open_groups else total
            case _ if m[1] is not None:
                total += last * (max(_times(m), 1) - 1)
                last *= max(_times(m), 1)
            case _:
                last = 1
                total += 1
    return sum(open_groups) + total


def _times(m: re.Match[str]) -> int:
    """The most that a counted repeat asks for."""
    return int(m[2] or m[1] or 1)
