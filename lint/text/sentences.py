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


SENTENCE_START = re.compile(r"(?:^|[.!?…:]['\"’”)\]]*\s+|\n\s*)[\"'“‘(\[]*$|[\"“‘]['\"“‘]*$|[•·–—*-]\s*$")


def begins_sentence(text: str, at: int) -> bool:
    """Whether a word at ``at`` may have its capital from where it stands: a sentence, quotation or list begins."""
    return SENTENCE_START.search(text[max(0, at - 12) : at]) is not None or at == 0
