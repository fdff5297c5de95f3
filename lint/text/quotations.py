"""Direct speech: pairs of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.span import Span

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


def _opens_single(prose: str, at: int, end: int) -> bool:
    """A single mark begins a quotation when something in the paragraph can close it ('90s does not)."""
    if prose[at + 1].isdigit():
        return False
    return _CLOSES.search(prose, at + 1, min(end, at + 2000)) is not None
