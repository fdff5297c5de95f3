"""boilerplate: standing text that was left in the copy. The finding is the whole sentence or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from lint.config import Config
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure, Match
from lint.kinds.checker import Options as Base
from lint.kinds.checker import match
from lint.kinds.patterns import Pattern, Patterns, found, pattern
from lint.rule import Rule
from lint.span import Span


class Options(Base, frozen=True, kw_only=True):
    """``any``: patterns, each of which marks a sentence as standing text; ``whole``: patterns that a whole paragraph
    must match; ``all``: patterns that must all stand in one sentence.

    ``unless``: patterns that clear the sentence (reported speech); ``max_words``: a longer sentence is a story's own
    (60); ``covers``: ``sentence`` (the whole paragraph when half of it is furniture) or always ``paragraph``.
    """

    any: list[str] = []
    whole: list[str] = []
    all: list[str] = []
    unless: list[str] = []
    max_words: int = 60
    covers: Literal["sentence", "paragraph"] = "sentence"


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        patterns: list[Pattern] = []
        self._all: dict[str, list[Any]] = {}
        self._unless: dict[str, Any] = {}
        for r in rules:
            o: Options = r.options
            if not (o.any or o.whole or o.all):
                raise RuleError(f"the rule ‘{r.id}’ needs ‘any:’, ‘whole:’ or ‘all:’", r.where)
            patterns += [pattern(r, p, words=False, note="any") for p in o.any]
            patterns += [pattern(r, rf"\A\W*(?:{p})\W*\Z", words=False, note="whole") for p in o.whole]
            if o.all:
                first, *others = [pattern(r, p, words=False, note="all") for p in o.all]
                patterns.append(first)
                self._all[r.id] = [p.search for p in others]
            if o.unless:
                self._unless[r.id] = pattern(r, "|".join(f"(?:{u})" for u in o.unless), words=False).search
        self._patterns = Patterns(patterns)

    def check(self, document: Document) -> Iterator[Match | Failure]:
        units: dict[tuple[str, int], list[Span]] = {}
        rules: dict[str, Rule] = {}
        for item in self._patterns.find(document):
            if isinstance(item, Failure):
                yield item
                continue
            p, index, _, span = item
            block = document.blocks[index].span
            unit = block if p.note == "whole" else _sentence(document.straight, block, span)
            text = unit.of(document.straight)
            if len(text.split()) <= p.rule.options.max_words and not self._cleared(p, text):
                rules[p.rule.id] = p.rule
                units.setdefault((p.rule.id, index), []).append(unit)
        for (name, index), spans in units.items():
            for span in _furniture(document, document.blocks[index].span, spans, rules[name].options.covers):
                yield match(rules[name], document, span)

    def _cleared(self, p: Pattern, sentence: str) -> bool:
        if p.note == "all" and not all(found(s, sentence) for s in self._all[p.rule.id]):
            return True
        unless = self._unless.get(p.rule.id)
        return unless is not None and bool(found(unless, sentence))


def _furniture(document: Document, block: Span, spans: list[Span], covers: str) -> list[Span]:
    """The sentences found, neighbours joined; the whole paragraph when they are half of it or more."""
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and not document.straight[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    if covers == "paragraph" or sum(s.end - s.start for s in joined) >= 0.5 * (block.end - block.start):
        return [block]
    return joined


_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|\n")


def _sentence(text: str, block: Span, span: Span) -> Span:
    """The sentence of the block that holds ``span``, without white space at its edges."""
    start, end = block.start, block.end
    for m in _SENTENCE_END.finditer(text, block.start, block.end):
        if m.end() <= span.start:
            start = m.end()
        elif m.start() >= span.end - 1:
            end = m.end()
            break
    stripped = text[start:end].rstrip()
    return Span(start, start + len(stripped))


def build(rules: Sequence[Rule], config: Config) -> Checker:
    return Checker(rules, config)
