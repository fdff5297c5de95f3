"""grammar: words in a form that their neighbours do not take, found by what each word can be."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from lint.config.settings import Config
from lint.dictionary.word_classes import Reading, base_of, inflected, letters
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import Proven, match
from lint.matching.patterns import Line as Source
from lint.matching.patterns import Pattern, TooSlow, any_of, too_slow
from lint.matching.prefilter import Index
from lint.matching.word_patterns import TARGET, WHOLE_WORDS, Coded, coded, coded_pattern
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased


class Line(Proven, frozen=True, kw_only=True):
    """``words``: a pattern over words and classes of words, with what is found in braces; ``right``: what to write, or
    the form of it that is right: PLURAL or SINGULAR of a noun, ONE, MANY, BASE or PARTICIPLE of a verb."""

    words: str
    right: str

    def __str__(self) -> str:
        return self.words


class Options(Base, frozen=True, kw_only=True):
    """``lines``: what is found, each with what to write and its example."""

    NEEDS_GOOD: ClassVar[bool] = True
    LANGUAGE: ClassVar[str] = "en"

    lines: list[Line]


class Checker:
    """Reads each sentence once for all rules."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._patterns = [_pattern(r, i) for r in rules for i in range(len(r.options.lines))]
        self._index = Index([p.needs for p in self._patterns])

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """What is found, each with its right form, and a Failure for a pattern that took too long."""
        found: set[tuple[str, Span]] = set()
        known: dict[Span, Coded] = {}
        for entry, sentence in self._candidates(document):
            p = self._patterns[entry]
            if sentence not in known:
                known[sentence] = coded(document.straight, sentence, letters)
            try:
                matches = p.find(known[sentence].text)
            except TooSlow as e:
                yield too_slow(document, e)
                continue
            for m in matches:
                span = known[sentence].place(*m.span(TARGET))
                right = _right(p.note, span.of(document.straight).lower())
                if right and (p.rule.id, span) not in found:
                    found.add((p.rule.id, span))
                    text = span.of(document.prose)
                    yield match(p.rule, document, span, [cased(right, text)])

    def _candidates(self, document: Document) -> list[tuple[int, Span]]:
        """The patterns, each with a sentence that has the text it needs."""
        sentences = [s for block in document.sentences for s in block]
        starts = [s.start for s in sentences]
        pairs = {(entry, s) for entry in self._index.always for s in sentences}
        for entry, start, _ in self._index.hits(document.folded):
            if nth := bisect_right(starts, start):
                pairs.add((entry, sentences[nth - 1]))
        return sorted(pairs)


_TARGET = re.compile(r"\{(?!\d)[^{}]+\}")


def _pattern(rule: Rule, index: int) -> Pattern:
    line, where = rule.options.lines[index], rule.where_of("lines", index, "words")
    if len(_TARGET.findall(line.words)) != 1:
        raise RuleError("put what is found into one pair of braces: ‘the PLURAL {has}’", where)
    source = [Source(line.words, where)]
    return any_of(rule, source, edges=WHOLE_WORDS, ignorecase=False, note=line.right, read_as=coded_pattern)


_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
          "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip
_SINGULAR_VERBS = {many: one for one, many in _VERBS.items()}


_FORMS: dict[str, Callable[[str], str | None]] = {
    "ONE": lambda word: _SINGULAR_VERBS.get(word) or inflected(word, Reading.THIRD),
    "MANY": lambda word: _VERBS.get(word) or base_of(word, Reading.THIRD),
    "BASE": lambda word: base_of(word, Reading.THIRD) or base_of(word, Reading.PAST),
    "PARTICIPLE": lambda word: inflected(base_of(word, Reading.PAST) or word, Reading.PARTICIPLE),
    "PLURAL": lambda word: inflected(word, Reading.PLURAL),
    "SINGULAR": lambda word: base_of(word, Reading.PLURAL),
}
"""What makes each form of a word in lower case; None where it is not known."""


def _right(note: str, word: str) -> str | None:
    """What to write for a word: what the line says, or the form that it names."""
    return _FORMS[note](word) if note in _FORMS else note
