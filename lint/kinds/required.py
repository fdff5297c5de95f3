"""required: text that a story must have, word for word: an agency's rights line, a helpline note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule
from lint.span import Span
from lint.text.near_duplicates import alike, normal
from lint.text.quotations import straight


class Options(Base, frozen=True, kw_only=True):
    """``text``: what must stand there, verbatim but for white space and the shape of quotation marks; ``once`` (true):
    and not again; ``at``: ``anywhere``, or the last (``end``) or first (``start``) paragraph; ``when``: a pattern; the
    text is required only in a story that it matches. Which files need it is said under ``paths``."""

    text: str
    once: bool = True
    at: Literal["anywhere", "start", "end"] = "anywhere"
    when: str = ""


_NEAR = 0.75
"""A paragraph that shares so many letters with the text is taken for it, with a mistake."""


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        for rule in self._rules:
            if document.blocks and re.search(rule.options.when, document.straight, re.IGNORECASE):
                yield from _check(rule, document)


def _check(rule: Rule, document: Document) -> Iterator[Match]:
    o: Options = rule.options
    wanted = _plain(o.text)
    places = [i for i, text in enumerate(document.texts) if wanted in _plain(text)]
    if not places:
        near = next((i for i, t in enumerate(document.texts) if alike(normal(t), normal(o.text), _NEAR)), None)
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


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", straight(text)).strip()


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
