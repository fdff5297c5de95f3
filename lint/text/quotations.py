"""Quotation marks: their straight form, and the direct speech between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.span import Span

_STRAIGHT = str.maketrans("‘’ʼ“”", "'''\"\"")


def straight(text: str) -> str:
    """The text with curly quotation marks and apostrophes made straight; the same length."""
    return text.translate(_STRAIGHT)


def mostly_curly(text: str) -> bool | None:
    """Whether apostrophes are curly for the most part; None where there is none."""
    curly, plain = text.count("’"), text.count("'")
    return curly > plain if curly or plain else None


_MARK = re.compile(r"[\"“”]|(?P<opens>(?<![\w’'])[‘'](?=\w))|(?<=[\w.,!?…])['’](?!\w)")


def quotations(prose: str, block: Span) -> Iterator[Span]:
    """Pairs of quotation marks in one paragraph; a quotation that is not closed runs to its end.

    A straight or curly single mark opens only before a word and after none, and closes only where no
    letter follows; an apostrophe at a word's end ("the players’ union") closes nothing that is not open.
    """
    opened: re.Match[str] | None = None
    for m in _MARK.finditer(prose, block.start, block.end):
        if opened is None:
            opened = m if _opens(m, prose, block.end) else None
        elif _is_double(opened) == _is_double(m) and m[0] not in "“‘":
            yield Span(opened.start(), m.end())
            opened = None
        elif m[0] == "“" and _is_double(opened):  # opened again before it was closed: the first one was stray
            opened = m
    if opened is not None and _is_double(opened):
        yield Span(opened.start(), block.end)


def _is_double(mark: re.Match[str]) -> bool:
    return mark[0] in '"“”'


def _opens(mark: re.Match[str], prose: str, end: int) -> bool:
    """Whether a mark begins a quotation where none is open."""
    if _is_double(mark):
        return mark[0] != "”"
    return mark["opens"] is not None and _opens_single(prose, mark.start(), end)


_CLOSES = re.compile(r"[.,!?…]['’](?!\w)|(?<=\w)['’](?=\s(?:[a-z]+ )?(?:said|says|told|asked)\b|[.,;:!?)]|$)")


LONGEST = 2_000
"""A single quotation longer than this many characters is none: an apostrophe was met."""


def _opens_single(prose: str, at: int, end: int) -> bool:
    """A single mark begins a quotation when something in the paragraph can close it ('90s does not)."""
    if prose[at + 1].isdigit():
        return False
    return _CLOSES.search(prose, at + 1, min(end, at + LONGEST)) is not None
