"""required: text that a story must have, word for word: an agency's rights line, a helpline note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import Literal

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Failure, Match
from lint.formats import parse
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.patterns import ANYWHERE, TooSlow, pattern, too_slow
from lint.rule import RAW, Rule
from lint.span import Span
from lint.text.near_duplicates import alike, normal
from lint.text.quotations import straight


class Options(Base, frozen=True, kw_only=True):
    """``text``: what must be there, as a reader sees it or as it is written with its markup, verbatim but for white
    space and the shape of quotation marks; ``once`` (true): and not again; ``at``: ``anywhere``, or the last (``end``)
    or first (``start``) paragraph; ``when``: a pattern; the text is required only in a story that it matches. Which
    files need it is said under ``paths``."""

    PLACEHOLDERS = {"message": ("fault",)}

    text: str
    once: bool = True
    at: Literal["anywhere", "start", "end"] = "anywhere"
    when: str = ""


_NEAR = 0.75
"""A paragraph that shares so many letters with the text is taken for it, with a mistake."""


class Checker:
    """Says what is wrong with the required text of each rule, where anything is."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = [(r, pattern(r, r.options.when, r.where_of("when"), edges=ANYWHERE)) for r in rules]

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """At most one finding a rule, and one for each time that the text is there again."""
        for rule, when in self._rules if document.blocks else ():
            try:
                due = when.first(document.straight) is not None
            except TooSlow as e:
                yield too_slow(document, e)
                continue
            if due:
                yield from _check(rule, document)


def _check(rule: Rule, document: Document) -> Iterator[Match]:
    o: Options = rule.options
    places = [i for i in range(len(document.blocks)) if _has(document, i, o.text)]
    if not places:
        visible = (document.written(b.span) for b in document.blocks)
        near = next((i for i, t in enumerate(visible) if alike(normal(t), normal(o.text), _NEAR)), None)
        if near is None:
            last = document.blocks[-1].span
            yield match(
                rule, document, Span(max(last.start, last.end - 1), last.end), fault=f"‘{_short(o.text)}’ is missing"
            )
        else:
            yield match(
                rule, document, document.blocks[near].span, [o.text], fault="the required text is not word for word"
            )
        return
    for again in places[1:] if o.once else ():
        first = document.blocks[places[0]].span
        yield match(
            rule, document, document.blocks[again].span, related=[first], fault="the required text stands twice"
        )
    due = {"start": 0, "end": len(document.blocks) - 1}.get(o.at)
    if due is not None and due not in places:
        where = "first" if o.at == "start" else "last"
        yield match(
            rule, document, document.blocks[places[0]].span, fault=f"the required text must be the {where} paragraph"
        )


def _has(document: Document, index: int, text: str) -> bool:
    """Whether a block has the text: as a reader sees it, or in the source with its markup (not in a comment)."""
    block = document.blocks[index]
    visible = _plain(document.written(block.span))
    if _plain(text) in visible:
        return True
    if block.scope == RAW:
        return False
    read = _read(PurePath(document.path).suffix, text)
    return (read != "" and read in visible) or _plain(text) in _plain(document.with_markup(block.span))


@lru_cache(maxsize=256)
def _read(ending: str, text: str) -> str:
    """What a reader sees of a text that is a paragraph of its own, in the format of files with this ending; "" where
    the text is more than one paragraph."""
    document = parse("text" + ending, text, "en-GB")
    return _plain(document.written(document.blocks[0].span)) if len(document.blocks) == 1 else ""


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", straight(text)).strip()


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
