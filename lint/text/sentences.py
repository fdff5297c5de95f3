"""Where sentences begin and end: one definition, for cutting a text into sentences and for judging a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.span import Span

ENDS = ".!?…"
"""Marks that end a sentence."""
CLOSING = "\"')]’”"
"""Marks that close a quotation or a bracket; they follow the mark that ends the sentence within."""
OPENING = "\"'([‘“"
"""Marks that open one; they come before the first word of a sentence."""
_QUOTES = '"“‘'
"""Marks after which a quotation begins, wherever they stand; a straight single one may be an apostrophe."""
_BULLETS = tuple("•·–—*-")
"""Marks that stand before an item of a list, or before an aside."""

_SENTENCE_END = re.compile(rf"[{ENDS}][{re.escape(CLOSING)}]*\s+(?=[{re.escape(OPENING)}]*[A-Z0-9])|\n")


def sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block (``text``: the prose), without white space around; a line is one too."""
    start = block.start
    ends = (m.end() for m in _SENTENCE_END.finditer(text, block.start, block.end) if not _is_abbreviation(text, m))
    for end in [*ends, block.end]:
        sentence = text[start:end].strip()
        if sentence:
            first = text.index(sentence[0], start)
            yield Span(first, first + len(sentence))
        start = end


ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr rev hon gov sen rep gen col lt sgt capt maj cmdr insp cllr inc ltd corp co bros "
    "no vs v approx dept est fig vol pp ed eds etc e.g i.e cf ca al jan feb mar apr jun jul aug sep sept oct "
    "nov dec mt ft ave rd blvd".split()
)
"""Short forms with a stop that a capital may follow within a sentence: Mr. Smith, Spacenews, Inc. All rights."""
_MAY_END = frozenset("inc ltd corp co bros etc st sr jr est no".split())
"""Those that a sentence ends with as well, where a word follows that seldom is a name."""
_OPENS = re.compile(
    r"(?:The|A|An|It|He|She|They|We|You|I|In|On|At|But|And|This|That|There|When|If|For|As|After|His|Her|Their)\b"
)
_INITIALS = re.compile(r"(?!I\Z)[A-Z]|(?:[A-Z]\.)+[A-Z]")
_LAST = re.compile(r"([^\W\d_](?:\.?[^\W\d_])*)\.\Z")


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    """Whether the stop is that of a short form or an initial, and no sentence’s end."""
    if text[end.start()] != "." or "\n" in end[0]:
        return False
    last = _LAST.search(text, max(0, end.start() - _BACK), end.start() + 1)
    if last is None:
        return False
    word = last[1]
    if _INITIALS.fullmatch(word) or word.lower() in _MAY_END:
        return _OPENS.match(text, end.end()) is None
    return word.lower() in ABBREVIATIONS


_BACK = 20
"""No short form is longer."""


def begins_sentence(text: str, at: int) -> bool:
    """Whether a word at ``at`` may have its capital from where it stands: a sentence, line, quotation or item of a
    list begins there. That is so where each of ``sentences`` begins, and after a colon."""
    opening = _back(text, at, OPENING)
    gap = _back_space(text, opening)
    if gap == 0 or "\n" in text[gap:opening]:
        return True
    if gap < opening and (ends_sentence(text, gap) or _follows(text, gap, ":")):
        return True
    return _opens_quotation(text, at) or _follows_bullet(text, at)


def ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends at ``at``, with the marks that close a quotation or a bracket."""
    return _follows(text, at, ENDS)


def _follows(text: str, at: int, marks: str) -> bool:
    """Whether one of ``marks`` stands before ``at``, with nothing but closing marks between."""
    closing = _back(text, at, CLOSING)
    return closing > 0 and text[closing - 1] in marks


def _opens_quotation(text: str, at: int) -> bool:
    marks = text[_back(text, at, _QUOTES + "'") : at]
    return any(mark in _QUOTES for mark in marks)


def _follows_bullet(text: str, at: int) -> bool:
    gap = _back_space(text, at)
    return text.endswith(_BULLETS, 0, gap)


def _back_space(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _back(text: str, at: int, marks: str) -> int:
    """The offset before the run of ``marks`` that ends at ``at``."""
    while at and text[at - 1] in marks:
        at -= 1
    return at


# ---- the same as patterns, for look-arounds --------------------------------------------------------

_OPENING = rf"[{re.escape(OPENING)}]*"
_CLOSING = rf"[{re.escape(CLOSING)}]*"
BEFORE_SENTENCE = rf"(?:(?:\A|[.!?…:]{_CLOSING}\s+)(?:[•·*–—-]\s+)?{_OPENING}|,\s+[\"“‘]+)"
"""What stands before the first word of a sentence: the block's beginning or the last sentence's end, a bullet, marks
that open a quotation or a bracket."""
BEFORE_LINE = rf"(?:\A|\n|(?:[.!?…:;»>|]{_CLOSING}|[-–—])\s+)\W{{0,3}}"
"""What stands before the first word of a line of a page: as before a sentence, or a separator (“Home | Subscribe”), and
up to three signs (an arrow, an emoji)."""
AFTER_SENTENCE = rf"{_CLOSING}(?:\s*\Z|[.!?…]+{_CLOSING}(?:\s|\Z))"
"""What stands after the last word of a sentence."""
