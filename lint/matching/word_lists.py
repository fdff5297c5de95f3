"""Lists of words that have a name: ``<vehicle>`` in a pattern stands for any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lint.errors import did_you_mean
from lint.matching.syntax import CLASS, LARGEST, PatternError

NAME = re.compile(r"[A-Za-z][\w-]*")
"""How a list may be called."""
_REFERENCE = re.compile(rf"\\[gkL]<[^>]*>|\\.|{CLASS}|\(\?P?<[A-Za-z_]\w*>|<(?P<name>{NAME.pattern})>", re.DOTALL)
"""A list's name between < and >, and what looks like one: a named group, something after a backslash, a set."""
_GROUP = re.compile(rf"\\.|{CLASS}|(?P<opens>\((?!\?))", re.DOTALL)


def expand(source: str, lists: Mapping[str, str]) -> str:
    """The pattern with the names of lists replaced. Raises PatternError for a list that is not there, and for what
    gets too large: lists that name others twice each grow without end."""

    def put(m: re.Match[str]) -> str:
        name = m["name"]
        if name is None:
            return m[0]
        if name not in lists:
            raise _unknown(name, lists)
        return lists[name]

    if "<" not in source:
        return source
    _refuse_large(sum(len(put(m)) for m in _REFERENCE.finditer(source)))
    return _REFERENCE.sub(put, source)


def _refuse_large(size: int) -> None:
    if size > LARGEST:
        raise PatternError(f"it is too large: its lists come to {size:,} characters, and {LARGEST:,} are allowed")


def literal(text: str) -> str:
    """The pattern of a text that means itself, and names no list."""
    return re.escape(text).replace("<", r"\<")


def _unknown(name: str, lists: Iterable[str]) -> PatternError:
    known = list(lists)
    hint = did_you_mean(name, known) if known else "write ‘- lists: {" + name + ": [one, another]}’ above"
    return PatternError(f"there is no list <{name}>; {hint} (a < meant as itself has a backslash before it)")


def masked(source: str) -> str:
    """The pattern with a word as long as it in place of each list's name, so that positions stay what they are."""
    return _REFERENCE.sub(lambda m: "x" * len(m[0]) if m["name"] else m[0], source) if "<" in source else source


def uncaptured(source: str) -> str:
    """The pattern with plain brackets that count for nothing: ``(a|b)`` is read as ``(?:a|b)``."""
    return _GROUP.sub(lambda m: "(?:" if m["opens"] else m[0], source) if "(" in source else source


def alternatives(words: list[str]) -> str:
    """The pattern that any one of several words or patterns matches."""
    return words[0] if len(words) == 1 and NAME.fullmatch(words[0]) else f"(?:{'|'.join(words)})"


def resolve(name: str, lists: Mapping[str, list[str]], inside: tuple[str, ...] = ()) -> str:
    """The pattern that a list stands for; its items may name other lists.

    Raises PatternError for a list that is not there, and for one that holds itself.
    """
    if name in inside:
        raise PatternError(f"the list <{name}> holds itself: {' → '.join((*inside, name))}; take one of them out")
    named = {m["name"] for item in lists[name] for m in _REFERENCE.finditer(item) if m["name"]}
    if unknown := named - lists.keys():
        raise _unknown(min(unknown), lists)
    known = {n: resolve(n, lists, (*inside, name)) for n in named}
    items = []
    size = 0
    for item in lists[name]:
        items.append(uncaptured(expand(item, known)))
        size += len(items[-1])
        _refuse_large(size)
    return alternatives(items)
