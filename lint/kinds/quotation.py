"""quotation: double quotation marks that have no partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lint.config.settings import Config
from lint.document import DUMMY, Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule
from lint.span import Span


class Options(Base, frozen=True):
    """No keys of its own.

    Each block is looked at for itself; a quotation of several paragraphs may be opened in each of them and closed in
    the last. Single quotation marks are left alone: they might be apostrophes.
    """


_MARK = re.compile(r"[“”\"]")
_FOREIGN = re.compile(r"[„«»‹›「『]|``|''|\{[%{]|[%}]\}")
"""Marks of another way to quote, whose partner a double mark may be, and of code."""
_LETTER = re.compile(r"[^\W_]")
_OPENS, _CLOSES = 1, -1
REACH = 12
"""A quotation that is opened and closed within so many blocks (with a list in it, say) has its partner."""


class _Mark(NamedTuple):
    at: int
    way: int


@dataclass(frozen=True, slots=True)
class _Block:
    """What is left over of the marks of a block, whether it begins with one that opens, and whether it has marks that
    can't be read."""

    left: Sequence[_Mark] = ()
    begins: bool = False
    unclear: bool = False


class Checker:
    """Pairs quotation marks."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        """Marks without a partner."""
        if not _MARK.search(document.prose):
            return
        blocks = [b for b, text in zip(document.blocks, document.texts, strict=True) if _LETTER.search(text)]
        for at in _alone([_left(document.prose, b.span) for b in blocks]):
            for rule in self._rules:
                yield match(rule, document, Span(at, at + 1))


def _left(prose: str, span: Span) -> _Block:
    """Pairs the marks of a block."""
    text = span.of(prose)
    found = [_Mark(m.start(), _way(text, m.start())) for m in _MARK.finditer(text)]
    if not found:
        return _Block()
    if any(not mark.way for mark in found) or _FOREIGN.search(text):
        return _Block(unclear=True)
    left = _unpaired(found)
    begins = found[0] == (0, _OPENS)
    if left and any(text[mark.at - 1 : mark.at].isdigit() for mark in found):  # inches: a 6" gap
        return _Block(begins=begins, unclear=True)
    return _Block([_Mark(span.start + mark.at, mark.way) for mark in left], begins)


def _unpaired(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks that are left over, in their order, when each that closes is paired with the last that opened."""
    opened: list[_Mark] = []
    left: list[_Mark] = []
    for mark in marks:
        if mark.way == _OPENS:
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            left.append(mark)
    return left + opened


def _way(text: str, at: int) -> int:
    """Whether a mark opens or closes, by what stands around it; 0 where that can't be told."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == '"' and DUMMY in (before, after):
        return 0
    opens = (not before or before.isspace() or before in "([—–-/‘'") and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or not after.isalnum())
    if opens != closes:
        return _OPENS if opens else _CLOSES
    return {"“": _OPENS, "”": _CLOSES}.get(text[at], 0)


def _alone(blocks: Sequence[_Block]) -> Iterator[int]:
    """Where marks stand that have no partner, in their block or in the blocks around."""
    paired: set[int] = set()
    for i, block in enumerate(blocks):
        for mark in block.left:
            if mark.at in paired:
                continue
            if mark.way == _OPENS and mark is block.left[-1] and _goes_on(blocks[i + 1 : i + 1 + REACH], paired):
                continue
            yield mark.at


def _goes_on(following: Sequence[_Block], paired: set[int]) -> bool:
    """Whether what is open before these blocks is opened again in the first of them, or closed in one, as far as can
    be told; the mark that closes it is added to ``paired``."""
    last = next((b for b in following if b.left or b.unclear), None)
    if last is not None and last.left and last.left[0].way == _CLOSES:
        paired.add(last.left[0].at)
        return True
    return (last is not None and last.unclear) or any(b.begins for b in following[:1])
