"""The words of a story, as a speller sees them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lint.document import Document
from lint.span import Span
from lint.text.sentences import begins_sentence
from lint.text.words import words

LONGEST = 45
"""A run of more letters than this is no word."""

_HONORIFICS = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Dame The President Minister".split())
_GLUE = re.compile(r"[\w@#\\/&=+*~^%$]")  # a word that touches one of these is a piece of something else


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its text with straight apostrophes and without a possessive ending, its span in the prose, the index of
    its block, whether its capital may come from a sentence that begins there, and whether a hyphen touches it."""

    text: str
    span: Span
    block: int
    start: bool
    hyphenated: bool


class Story:
    """The words of one document, and how often each stands there."""

    def __init__(self, document: Document) -> None:
        self.tokens = [t for i in range(len(document.blocks)) for t in _tokens(document, i)]
        self.counts = Counter(t.text for t in self.tokens)
        self.names = Counter(t.text for t in self.tokens if t.text[0].isupper() and not t.text.isupper())
        self._prose = document.prose

    @cached_property
    def partners(self) -> dict[str, set[str]]:
        """For each name, the names that stand right before or after it; not Mr and its like."""
        found: dict[str, set[str]] = {}
        for one, two in pairwise(self.tokens):
            both = one.text in self.names and two.text in self.names and one.text not in _HONORIFICS
            if both and self._prose[one.span.end : two.span.start] == " ":
                found.setdefault(one.text, set()).add(two.text)
                found.setdefault(two.text, set()).add(one.text)
        return found


def _tokens(document: Document, index: int) -> Iterator[Token]:
    text, base = document.texts[index], document.blocks[index].span.start
    for start, end in words(text):
        word = text[start:end]
        if _is_piece(text, start, end):
            continue
        bare = word[:-2] if word[-2:].lower() == "'s" else word
        if 0 < len(bare) <= LONGEST:
            span = Span(base + start, base + start + len(bare))
            hyphenated = (start > 0 and text[start - 1] in "-‑") or text[end : end + 1] in ("-", "‑")
            yield Token(bare, span, index, word[0].isupper() and begins_sentence(text, start), hyphenated)


def _is_piece(text: str, start: int, end: int) -> bool:
    """Whether the word is a part of a file name, a formula, an abbreviation with stops …"""
    if (start and _GLUE.match(text[start - 1])) or (end < len(text) and _GLUE.match(text[end])):
        return True
    if start > 1 and text[start - 1] == "." and text[start - 2].isalnum():
        return True  # example.com, U.S
    following = text[end + 1 : end + 2]
    return text[end : end + 1] == "." and following.isalnum() and not following.isupper()
