"""Patterns as in .gitignore, matched in time that grows with the name and no faster, whoever wrote them.

What ``pathspec`` makes of ``*a*a*a*b`` tries every way to share a name among its stars, and takes hours over a name of
200 letters. Of all ways the one in which each star takes as little as it can is as good as any: where another star
follows, the pieces are put in atomic groups, which try no other. It is the same with ``**`` and folders.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from typing import Any

import pathspec
from pathspec.util import lookup_pattern

_Base: Any = lookup_pattern("gitignore")
_ESCAPED_OR_NOT = re.compile(r"\\.|\[\^(?!/)", re.DOTALL)
_STARS = re.compile(r"(?:\[\^/\]\*)+")
_ONE = r"(?:\\.|\[(?!\^/\]\*)\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[\](){}.*+?^$|/])"
"""What matches one character of a name: itself, an escaped one or a set of them."""
_BEFORE_A_STAR = re.compile(rf"\[\^/\]\*({_ONE}+)(?=\[\^/\]\*)", re.DOTALL)
_TOP, _BELOW = "(?:.+/)?", "(?:/.+)?"
"""How ``**`` is written, at the beginning and further on."""
_ANY = rf"(?:{re.escape(_TOP)}|{re.escape(_BELOW)})"
_BEFORE_ANY = re.compile(rf"({_ANY})((?:(?!{_ANY}).)+)(?={_ANY})", re.DOTALL)


class _Pattern(_Base):  # type: ignore[misc]
    """One line of a .gitignore."""

    __slots__ = ()

    @classmethod
    def pattern_to_regex(cls, pattern: str) -> tuple[str | None, bool | None]:
        source, include = super().pattern_to_regex(pattern)
        return source and linear(source), include


def specification(globs: Iterable[str]) -> pathspec.PathSpec[Any]:
    """Patterns made ready. Raises ValueError and re.error for what is none."""
    with warnings.catch_warnings(action="ignore"):  # sets in sets, as in [[:alpha:]]
        return pathspec.PathSpec.from_lines(_Pattern, globs, backend="simple")


def linear(source: str) -> str:
    """A regular expression of ``pathspec`` that tries no way twice. A set of what may not be there, ``[!a]``, holds no
    slash in it, as git has it."""
    source = _STARS.sub("[^/]*", names_alone(source))
    source = _BEFORE_A_STAR.sub(r"(?>[^/]*?\1)", source)
    return _BEFORE_ANY.sub(lambda m: f"(?>{_LEAST[m[1]]}{m[2]}(?=/))", source)


def names_alone(source: str) -> str:
    """A regular expression whose sets match no slash."""
    return _ESCAPED_OR_NOT.sub(lambda m: "[^/" if m[0] == "[^" else m[0], source)


_LEAST = {_TOP: "(?:.+?/)??", _BELOW: "(?:/.+?)??"}
"""The same, taking as few folders as it can."""
