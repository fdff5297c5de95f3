"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.span import Span

_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|\n")


def sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block (``text``: the prose with straight quotation marks), without white space around."""
    start = block.start
    for end in [*(m.end() for m in _SENTENCE_END.finditer(text, block.start, block.end)), block.end]:
        stripped = text[start:end].rstrip()
        if stripped:
            yield Span(start, start + len(stripped))
        start = end


# ---- the same as patterns, for look-arounds --------------------------------------------------------

_OPENING = r"[\"'“‘(\[]*"
_CLOSING = r"[\"'’”)\]]*"
BEFORE_SENTENCE = rf"(?:(?:\A|[.!?…:]{_CLOSING}\s+)(?:[•·*–—-]\s+)?{_OPENING}|,\s+[\"“‘]+)"
"""What stands before the first word of a sentence: the block's beginning or the last sentence's end, a bullet, marks
that open a quotation or a bracket."""
BEFORE_LINE = rf"(?:\A|\n|(?:[.!?…:;»>|]{_CLOSING}|[-–—])\s+)\W{{0,3}}"
"""What stands before the first word of a line of a page: as before a sentence, or a separator (“Home | Subscribe”), and
up to three signs (an arrow, an emoji)."""
AFTER_SENTENCE = rf"{_CLOSING}(?:\s*\Z|[.!?…]+{_CLOSING}(?:\s|\Z))"
"""What stands after the last word of a sentence."""
_LOOSE = r"(?:\n\s*)[\"'“‘(\[]*|[\"“‘]['\"“‘]*|[•·–—*-]\s*"
"""Where a capital is owed to the place although no sentence need begin there: a quotation, an item, a new line."""
SENTENCE_START = re.compile(rf"(?:{BEFORE_SENTENCE}|{_LOOSE})$")


def begins_sentence(text: str, at: int) -> bool:
    """Whether a word at ``at`` may have its capital from where it stands: a sentence, quotation or list begins."""
    return SENTENCE_START.search(text[max(0, at - 12) : at]) is not None or at == 0
