"""Which rules can match at all: the literal text that a pattern needs, and one search for all of it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import ahocorasick_rs

_parser: Any = re._parser  # type: ignore[attr-defined]  # the only parser of patterns there is
SHORTEST = 2
"""A single letter stands everywhere and rules out nothing."""


def required(pattern: str) -> frozenset[str] | None:
    """Texts in lower case of which every match of ``pattern`` holds at least one; None when none are known.

    A pattern that only the ``regex`` module understands has none.
    """
    tree = parsed(pattern)
    return needed_by(tree) if tree is not None else None


def parsed(pattern: str) -> Any:
    """The pattern as the standard library reads it; None for what it does not understand."""
    try:
        with warnings.catch_warnings(action="ignore"):  # the two dialects of patterns will differ some day
            return _parser.parse(pattern, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError):
        return None


def needed_by(tree: Any) -> frozenset[str] | None:
    """``required`` for a pattern that is parsed."""
    found = _of(tree)
    return found if found and min(map(len, found)) >= SHORTEST else None


def _of(items: Iterable[Any]) -> frozenset[str] | None:
    candidates: list[frozenset[str]] = []
    run = ""
    for op, value in items:
        name = str(op)
        char = _char(name, value)
        if char is not None:
            run += char
            continue
        if name == "AT":
            continue
        if run:
            candidates.append(frozenset({run}))
            run = ""
        inner = _inner(name, value)
        if inner:
            candidates.append(inner)
    if run:
        candidates.append(frozenset({run}))
    return max(candidates, key=lambda c: (min(map(len, c)), -len(c)), default=None)


def _char(name: str, value: Any) -> str | None:
    if name == "LITERAL":
        low = chr(value).lower()
        return low if len(low) == 1 else None
    if name == "IN":
        chars = {chr(v).lower() if str(o) == "LITERAL" else None for o, v in value}
        if len(chars) == 1 and (char := chars.pop()) is not None and len(char) == 1:
            return char
    return None


def _inner(name: str, value: Any) -> frozenset[str] | None:
    match name:
        case "BRANCH":
            parts = [_of(branch) for branch in value[1]]
            if all(parts):
                return frozenset().union(*(p for p in parts if p))
        case "SUBPATTERN":
            return _of(value[-1])
        case "ATOMIC_GROUP":
            return _of(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            if value[0] >= 1:
                return _of(value[2])
        case "ASSERT":
            return _of(value[1])
    return None


class Index:
    """Finds, in one pass over a text in lower case, which of many entries can match where."""

    def __init__(self, needs: Sequence[frozenset[str] | None]) -> None:
        self.always = [i for i, need in enumerate(needs) if need is None]
        owners: dict[str, list[int]] = {}
        for i, need in enumerate(needs):
            for literal in need or ():
                owners.setdefault(literal, []).append(i)
        self._owners = list(owners.values())
        self._search = ahocorasick_rs.AhoCorasick(list(owners)) if owners else None

    def hits(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """(entry, start, end) of every literal found."""
        if self._search is None:
            return
        for pattern, start, end in self._search.find_matches_as_indexes(folded, overlapping=True):
            for entry in self._owners[pattern]:
                yield entry, start, end
