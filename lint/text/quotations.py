"""Quotation marks: their straight form, and the direct speech between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.span import Span

_STRAIGHT = str.maketrans("‘’ʼ“”", "'''\"\"")


def straight(text: str) -> str:
    """The text with curly quotation marks and apostrophes made straight; the same length."""
    return text.translate(_STRAIGHT)


_MARK = re.compile(r"[\"“”]|(?P<opens>(?<![\w’'])[‘'](?=\w))|(?<=[\w.,!?…])['’](?!\w)")


def quotations(prose: str, block: Span) -> Iterator[Span]:
    """Pairs of quotation marks in one paragraph; a quotation that is not closed runs to its end.

    A straight or curly single mark opens only before a word and after none, and closes only where no
    letter follows; an apostrophe at a word's end ("the players’ union") closes nothing that is not open.
    """
    opened: int | None = None
    kind = ""
    for m in _MARK.finditer(prose, block.start, block.end):
        mark = m[0]
        double = mark in '"“”'
        if opened is None:
            if mark == "”" or (not double and not (m["opens"] and _opens_single(prose, m.start(), block.end))):
                continue
            opened, kind = m.start(), '"' if double else "'"
        elif (kind == '"') == double and mark not in "“‘":
            yield Span(opened, m.end())
            opened = None
        elif mark == "“" and kind == '"':  # opened again before it was closed: the first one was stray
            opened = m.start()
    if opened is not None and kind == '"':
        yield Span(opened, block.end)


_CLOSES = re.compile(r"[.,!?…]['’](?!\w)|(?<=\w)['’](?=\s(?:[a-z]+ )?(?:said|says|told|asked)\b|[.,;:!?)]|$)")


_LONGEST = 2000
"""A single quotation longer than this many characters is none: an apostrophe was met."""


def _opens_single(prose: str, at: int, end: int) -> bool:
    """A single mark begins a quotation when something in the paragraph can close it ('90s does not)."""
    if prose[at + 1].isdigit():
        return False
    return _CLOSES.search(prose, at + 1, min(end, at + _LONGEST)) is not None
