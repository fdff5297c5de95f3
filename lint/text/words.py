"""What a word is: the only pattern of one, and whether a stretch of text stands as words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.span import Span

PATTERN = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
"""A word: letters, with apostrophes inside it."""
WORD = re.compile(PATTERN)


def words(text: str, block: Span) -> Iterator[Span]:
    """The words of a block, with the apostrophes inside them: “the players’ wives’ clubs” has four."""
    return (Span(*m.span()) for m in WORD.finditer(text, *block))


_JOINS_BEFORE = ("_", "/", ".", "@", "#", "-")
_JOINS_AFTER = ("_", "/", "@")
"""Signs that make a word a piece of something else: a path, an address, a handle, a compound."""
_PREFIX = "ex-"


def stands_alone(text: str, span: Span, *, in_compounds: bool = True) -> bool:
    """Whether a phrase found in a text (in lower case) stands there as words of its own, not as a piece of a longer
    word, a path, an address or a file’s name.

    A hyphen may follow it (“Brexit-weary”), and ex- may stand before it, unless ``in_compounds`` is False: then no
    hyphen may touch it on either side.
    """
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if in_compounds and text.endswith(_PREFIX, 0, span.start):
        before = ""
    if after == "." and text[span.end + 1 : span.end + 2].isalnum():
        return False
    if after == "-" and not in_compounds:
        return False
    if text.startswith("://", span.end):
        return False
    return not (before.isalnum() or after.isalnum() or before in _JOINS_BEFORE or after in _JOINS_AFTER)
