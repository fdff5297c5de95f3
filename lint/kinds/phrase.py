"""phrase: a word that stands one slip away from a known phrase or name (“in the throws of”)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.dictionary.phrases import House, Near, Phrases, table
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import lines_of, match
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import cased
from lint.text.quotations import straight
from lint.text.sentences import begins_sentence


class Options(Base, frozen=True, kw_only=True):
    """``file``: a list of phrases and names beside the rule, one a line, capitals as they are written; without it, the
    phrases that copydesk knows. ``exceptions``: words that are never touched.

    ``{phrase}`` in the message is the phrase put right. What a story writes three times is left alone. A name or a
    term that copydesk knows is a suggestion: others are called nearly so on purpose (a film, a shop).
    """

    PLACEHOLDERS = {"message": ("phrase",)}
    LANGUAGE = "en"

    file: str = ""
    exceptions: list[str] = []

    def files(self) -> tuple[str, ...]:
        """The list, if there is one."""
        return (self.file,) if self.file else ()


_HEADINGS = ("heading", "headline")
"""Blocks that play with titles on purpose."""
_JOINS = frozenset({" ", "\n", "-", "\u00a0"})
"""What may stand between the words of a phrase."""
_MEANT = 3
"""So often in one story, it is no slip; a caption may say again what the text says."""


class Checker:
    """Looks up each run of words among the slips of known phrases."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = [(r, _phrases(r), frozenset(straight(w).lower() for w in r.options.exceptions)) for r in rules]

    def check(self, document: Document) -> Iterator[Match]:
        """The wrong words, each with the right one."""
        for rule, phrases, exceptions in self._rules:
            found = [hit for run in _runs(document) for hit in _hits(document, run, phrases)]
            times = Counter(document.folded[spans[0].start : spans[-1].end] for spans, _ in found)
            for spans, near in found:
                span = spans[near.at]
                known = times[document.folded[spans[0].start : spans[-1].end]] >= _MEANT
                if not known and span.of(document.folded) not in exceptions:
                    yield _match(rule, document, spans, near)


def _phrases(rule: Rule) -> Phrases:
    return House(straight(line) for line, _ in lines_of(rule, rule.options.file)) if rule.options.file else table()


def _runs(document: Document) -> Iterator[list[Span]]:
    """The words of each block that nothing but a space or a hyphen parts."""
    for block, spans in zip(document.blocks, document.words, strict=True):
        run: list[Span] = []
        for span in spans if block.scope not in _HEADINGS else ():
            if run and document.prose[run[-1].end : span.start] not in _JOINS:
                yield run
                run = []
            run.append(span)
        yield run


def _hits(document: Document, run: list[Span], phrases: Phrases) -> Iterator[tuple[list[Span], Near]]:
    """The phrases, each with its words; one for each wrong word."""
    words = [span.of(document.folded) for span in run]
    found: dict[int, tuple[list[Span], Near]] = {}
    for start in range(len(words)):
        for near in phrases.near(words, start):
            spans = run[start : start + near.length]
            if _fits(document, spans, near):
                found.setdefault(start + near.at, (spans, near))
    yield from found.values()


def _fits(document: Document, spans: list[Span], near: Near) -> bool:
    """Whether the wrong word has its capital where the phrase is a name, and none where it is not."""
    word = spans[near.at].of(document.prose)
    if near.name:
        return word[0].isupper()
    plain = word.islower() or begins_sentence(document.straight, spans[near.at].start)
    return plain or all(span.of(document.prose).isupper() for span in spans)


def _match(rule: Rule, document: Document, spans: list[Span], near: Near) -> Match:
    span = spans[near.at]
    found = span.of(document.prose)
    right = cased(near.right, found)
    before = document.prose[spans[0].start : span.start]
    phrase = " ".join(f"{before}{right}{document.prose[span.end : spans[-1].end]}".split())
    severity = None if near.sure else Severity.SUGGESTION
    return match(rule, document, span, [right], severity=severity, phrase=phrase)
