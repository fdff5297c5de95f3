"""capitalization: how a heading, or any other kind of block, is cased."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.document import Document
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.patterns import BEGINS, WHOLE, Edges, Pattern, TooSlow, pattern, too_slow
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import quoted_as
from lint.text.quotations import straight
from lint.text.words import WORD


class Options(Base, frozen=True, kw_only=True):
    """``match``: $title, $sentence, $lower, $upper, or a pattern that the whole block must match.

    ``style``: AP or Chicago (of $title); ``threshold``: the share of words that must be right (0.8);
    ``exceptions``: words kept in their own casing; ``indicators``: signs after which a sentence begins (:);
    ``prefix``: a pattern at the beginning that does not count.
    """

    match: str
    style: str = "AP"
    threshold: float = 0.8
    exceptions: list[str] = []
    indicators: list[str] = []
    prefix: str = ""


_SMALL = {
    "AP": set("a an and as at but by for if in nor of off on or per so the to up via yet vs v".split()),
    "Chicago": set(
        "a an and as at but by for from in into nor of off on onto or over per so the through to up via with yet vs v"
        "".split()
    ),
}


class Checker:
    """Holds blocks against the casing that a rule asks for."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules
        self._own: dict[str, dict[str, str]] = {
            r.id: {w.lower(): w for w in map(straight, (*r.options.exceptions, *config.words))} for r in rules
        }
        self._prefixes = {r.id: _pattern(r, "prefix", BEGINS) for r in rules if r.options.prefix}
        self._patterns = {r.id: _pattern(r, "match", WHOLE) for r in rules if not r.options.match.startswith("$")}

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """Blocks that are cased otherwise, each with its right casing where that is known."""
        for rule in self._rules:
            try:
                for block in document.blocks:
                    yield from self._block(rule, document, block.span)
            except TooSlow as e:
                yield too_slow(document, e)

    def _block(self, rule: Rule, document: Document, block: Span) -> Iterator[Match]:
        prefix, whole = self._prefixes.get(rule.id), self._patterns.get(rule.id)
        skip = prefix.first(block.of(document.straight)) if prefix else None
        span = Span(block.start + (skip.end() if skip else 0), block.end)
        if whole:
            if not whole.first(span.of(document.straight)):
                yield match(rule, document, span)
        elif (right := self._right(rule, span.of(document.prose))) is not None:
            yield match(rule, document, span, [right])

    def _right(self, rule: Rule, text: str) -> str | None:
        """The text in the casing asked for, or None when enough of it is so."""
        o: Options = rule.options
        words = list(WORD.finditer(text))
        if not words:
            return None
        wanted = [self._cased(rule, text, words, i) for i in range(len(words))]
        wrong = sum(w[0] != right for w, right in zip(words, wanted, strict=True))
        if wrong == 0 or 1 - wrong / len(words) >= o.threshold:
            return None
        out, at = [], 0
        for m, right in zip(words, wanted, strict=True):
            out += [text[at : m.start()], right]
            at = m.end()
        return "".join([*out, text[at:]])

    def _cased(self, rule: Rule, text: str, words: list[re.Match[str]], i: int) -> str:
        o: Options = rule.options
        m = words[i]
        word, low = m[0], m[0].lower()
        if own := self._own[rule.id].get(straight(low)):
            return quoted_as(own, None, word)
        if o.match == "$upper":
            return word.upper()
        if o.match == "$lower":
            return low
        if word[1:] != low[1:]:
            return word  # an acronym or a brand: NATO, iPhone
        first = i == 0 or any(text[: m.start()].rstrip().endswith(s) for s in (*o.indicators, ".", "?", "!"))
        if o.match == "$sentence":
            if first:
                return word[0].upper() + word[1:]
            return word if not load().anywhere(straight(low)) else low
        small = low in _SMALL.get(o.style, _SMALL["AP"])
        if small and not first and i != len(words) - 1:
            return low
        return word[0].upper() + word[1:]


def _pattern(rule: Rule, key: str, edges: Edges) -> Pattern:
    return pattern(rule, getattr(rule.options, key), rule.where_of(key), edges=edges, ignorecase=False)
