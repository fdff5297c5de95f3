"""What must stand beside a word, and what must not: look-arounds, written from words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lint.matching.syntax import CLASS
from lint.text.sentences import AFTER_SENTENCE, BEFORE_SENTENCE

_SPACE = re.compile(rf"(\\.|{CLASS})| +(?P<counted>(?=[?*+{{]))?", re.DOTALL)
_ATTACHED_AFTER = re.compile(r"\\?[-,;:!'’%/…]|\\[.?)\]]|\[[-,;:.!?'’ ]+\]")
"""A pattern that begins with one of these stands right behind the word: “-winning”, “, who”, “%”."""
_ATTACHED_BEFORE = re.compile(r"(?:\\?[-'’/£€#@]|\\[(\[$])\Z")
"""A pattern that ends with one of these stands right before the word: “ex-”, “£”."""
_EDGE = r"(?:(?<!\w)|(?!\w))"
"""Not inside a word."""
SIDES = ("before", "after", "not_before", "not_after")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands around a match. Each is a pattern, found at words' edges; white space may stand between.

    ``before``: the match stands before one of these; ``after``: after one of these; ``not_…``: before or after none of
    these. ``starts``, ``ends``: it stands at the beginning or the end of a sentence.
    """

    before: Sequence[str] = ()
    after: Sequence[str] = ()
    not_before: Sequence[str] = ()
    not_after: Sequence[str] = ()
    starts: bool = False
    ends: bool = False

    @property
    def behind(self) -> str:
        """The look-behind."""
        starts = rf"(?<={BEFORE_SENTENCE})" if self.starts else ""
        after = f"(?<={_any(map(_left, self.after))})" if self.after else ""
        return starts + after + (f"(?<!{_any(map(_left, self.not_after))})" if self.not_after else "")

    @property
    def ahead(self) -> str:
        """The look-ahead."""
        ends = f"(?={AFTER_SENTENCE})" if self.ends else ""
        before = f"(?={_any(map(_right, self.before))})" if self.before else ""
        return ends + before + (f"(?!{_any(map(_right, self.not_before))})" if self.not_before else "")


def _any(items: Iterable[tuple[str, str, str]]) -> str:
    """One pattern of several, those with the same edges together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for left, item, right in items:
        alike.setdefault((left, right), []).append(item)
    return "|".join(f"{left}(?:{'|'.join(items)}){right}" for (left, right), items in alike.items())


def _right(item: str) -> tuple[str, str, str]:
    """What stands right of the match: the gap, itself, its far edge."""
    return "" if _ATTACHED_AFTER.match(item) else r"\s+", item, _EDGE


def _left(item: str) -> tuple[str, str, str]:
    """What stands left of the match: its far edge, itself, the gap."""
    return _EDGE, item, "" if _ATTACHED_BEFORE.search(item) else r"\s+"


def spaced(pattern: str) -> str:
    """The pattern with any white space, a line's end too, where it has spaces; “ ?” may be none, as ever."""
    return _SPACE.sub(_space, pattern) if " " in pattern else pattern


def _space(m: re.Match[str]) -> str:
    return m[1] or (r"\s+" if m["counted"] is None else r"(?:\s+)")


GAP = 140
"""The most characters that “ … ” stands for."""


def gapped(pattern: str) -> str:
    """The pattern with “ … ” read as: any words of the same sentence between."""
    return pattern.replace(" … ", rf"(?!\w)[^.!?]{{0,{GAP}}}(?<!\w)")
