"""One small word inside a name that ends as names of institutions do (“the Care quality Commission”)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import regex

from lint.dictionary.lexicon import load
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import match
from lint.kinds.case_variants import Place, place_of
from lint.rule import Rule
from lint.span import Span
from lint.text.function_words import NOT_POSSESSED
from lint.text.sentences import begins_sentence

_BROKEN = regex.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z]+) (?P<low>[a-z]{4,}) (?P<last>[A-Z][a-z]+)(?! (?:of|for) |[ -][A-Z]|['’-]\w)"
)
_VERBS = ("ed", "ing", "s")
"""Endings of verbs, which stand between two names more often than parts of one do (“Barnet beat”, “Leeds joined”)."""
_OFTEN_VERBS = frozenset(
    "told said left gave made took held kept lost sold sent paid went beat meet face host join".split()
)


def inside(rule: Rule, last: Collection[str], document: Document) -> Iterator[Match]:
    """Names that end in one of some words, and have a word in small letters before it."""
    for index, block in enumerate(document.blocks):
        if place_of(document, index) is Place.PROSE:
            text = document.texts[index]
            for m in _BROKEN.finditer(text, overlapped=True):
                if m["last"] in last and _is_name(text, m):
                    span = Span(block.span.start + m.start(), block.span.start + m.end())
                    yield match(rule, document, span, [f"{m['first']} {m['low'].capitalize()} {m['last']}"])


def _is_name(text: str, m: regex.Match[str]) -> bool:
    """Whether the first word is a part of a name, and the small one none that holds a sentence together."""
    low = m["low"]
    if low in NOT_POSSESSED or low in _OFTEN_VERBS or low.endswith(_VERBS) or not _is_word(low):
        return False
    return not begins_sentence(text, m.start()) or not load().anywhere(m["first"].lower())


def _is_word(low: str) -> bool:
    return load().anywhere(low) or load().in_any_case(low.capitalize())
