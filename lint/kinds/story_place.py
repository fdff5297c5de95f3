"""Whether a line that reads like boilerplate stands where boilerplate is left behind: in a story, as a paragraph of its
own; not in a page that is about newsletters, a heading, an index, or the middle of what somebody tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.document import DUMMY, Document
from lint.formats import format_of, html, plain
from lint.rule import Rule, Severity
from lint.span import Span

PROSE_WORDS = 8
"""A paragraph of at least so many words that ends as a sentence is prose …"""
PROSE = 2
"""… and a document with at least so many of them is a story."""
_ENDS = (".", "!", "?", '."', '!"', '?"', ".'", "!'", "?'", ".)")
_QUOTES = ('"', "'")
_TITLES = ("headline", "frontmatter", "alt", "table")
"""Scopes in which nothing is boilerplate: what the page is about, and what a picture or a table says."""
BESIDES = 8
"""So few other words in a paragraph make no prose."""
LABEL = 4
"""A label has at most so many words."""
_FORMULA = 3
"""A paragraph that stands so often is a formula of the page, and was not pasted twice by mistake."""


def is_story(document: Document) -> bool:
    """Whether a document has paragraphs of prose that a reader reads in a row."""
    prose = 0
    for block, text in zip(document.blocks, document.texts, strict=True):
        prose += block.scope in ("paragraph", "quote") and text.endswith(_ENDS) and len(text.split()) >= PROSE_WORDS
        if prose >= PROSE:
            return True
    return False


_FURNITURE = re.compile(r"<(footer|nav)\b[^<>]*+>(?:(?!</\1\b).)*+", re.DOTALL | re.IGNORECASE)


def furniture(document: Document) -> list[Span]:
    """Where a page has its own foot and menus, in its source: what stands there was put there."""
    page = format_of(document.path) is html.FORMAT
    return [Span(*m.span()) for m in _FURNITURE.finditer(document.source)] if page else []


def is_possible(document: Document, index: int, span: Span, furniture: Sequence[Span] = ()) -> bool:
    """Whether what stands there can be boilerplate at all."""
    at = document.places[index].start
    if any(f.start <= at < f.end for f in furniture):
        return False
    scope = document.blocks[index].scope
    if scope.startswith(_TITLES) and not (scope == "headline" and _is_plain(document)):
        return False
    if scope == "heading" and not _is_plain(document) and not _leads_a_list(document, index):
        return False
    return not span.of(document.straight).startswith(_QUOTES)  # somebody’s words


def severity(rule: Rule, document: Document, index: int, span: Span, *, story: bool) -> Severity | None:
    """A suggestion where the evidence is weak: no story, or a later sentence of a paragraph, which may be meant."""
    if not rule.options.needs_story or (story and _is_most_of(document.straight, document.blocks[index].span, span)):
        return None
    return Severity.SUGGESTION


def _is_most_of(prose: str, block: Span, span: Span) -> bool:
    """Whether a paragraph begins with it, or has but a few words besides, or ends with a label (“… Read more”)."""
    besides = len(prose[block.start : span.start].split()) + len(prose[span.end : block.end].split())
    label = span.end == block.end and len(span.of(prose).split()) <= LABEL
    return span.start == block.start or besides <= BESIDES or label


def is_pasted(document: Document, index: int, times: int) -> bool:
    """Whether a paragraph that stands there ``times`` times was pasted by mistake: prose, without code or addresses."""
    block, text = document.blocks[index], document.texts[index]
    return block.scope in ("paragraph", "quote") and text.endswith(_ENDS) and DUMMY not in text and times < _FORMULA


def _is_plain(document: Document) -> bool:
    """Plain text has no headings but short lines."""
    return format_of(document.path) is plain.FORMAT


def _leads_a_list(document: Document, index: int) -> bool:
    """Whether a heading has a list after it, or nothing: the label of what was left behind."""
    following = document.blocks[index + 1 : index + 2]
    return not following or following[0].scope == "list"
