"""casing: a lower-case word inside a title or a name, and one phrase cased two ways in one story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.kinds.case_variants import Place, place_of, two_ways
from lint.matching.prefilter import Index
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import quoted_as
from lint.text.sentences import begins_sentence
from lint.text.words import stands_alone


class Options(Base, frozen=True, kw_only=True):
    """``phrases``, and ``file`` beside the rule with one a line: phrases in their right casing.

    ``lower``: whether the phrase may also stand wholly in lower case (a title: "the prime minister").
    ``named``: those of the phrases that have their capitals before a name, at the head of a sentence too, unless the
    story has one of them in lower case before a name.
    ``story``: compares the phrases of the story with one another instead; the majority wins.
    A text all in capitals, and headings with a capital on every word, are left alone.
    """

    phrases: list[str] = []
    file: str = ""
    lower: bool = True
    named: list[str] = []
    story: bool = False

    def files(self) -> tuple[str, ...]:
        return (self.file,) if self.file else ()


@dataclass(frozen=True, slots=True)
class _Phrase:
    rule: Rule
    right: str


_LETTERS = re.compile(r"[^\W\d_][^\W_]*")
_NAME = re.compile(r" [A-Z][a-z]+ [A-Z]")


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._phrases = [_Phrase(r, p) for r in rules for p in dict.fromkeys(_phrases(r))]
        self._index = Index([frozenset({p.right.lower().replace("’", "'")}) for p in self._phrases])
        self._story = [r for r in rules if r.options.story]

    def check(self, document: Document) -> Iterator[Match]:
        found = sorted(self._fixed(document), key=lambda m: (m.span.start, -m.span.end))
        reported: dict[str, list[Span]] = {}
        for m in (*found, *(m for rule in self._story for m in two_ways(rule, document))):
            earlier = reported.setdefault(m.rule.id, [])
            if not any(m.span.overlaps(s) for s in earlier):
                earlier.append(m.span)
                yield m

    def _fixed(self, document: Document) -> Iterator[Match]:
        """Phrases of the lists in a casing that is neither theirs nor one that is allowed."""
        hits = [
            (Span(start, end), entry)
            for entry, start, end in self._index.hits(document.folded)
            if stands_alone(document.folded, Span(start, end))
        ]
        seen = {span.of(document.straight) for span, _ in hits}
        titled, untitled = self._titled(hits, document)
        for span, entry in hits:
            phrase = self._phrases[entry]
            index = document.block_at(span.start)
            if index is None or place_of(document, index) is not Place.PROSE:
                continue
            if any(s != span and s.contains(span) for s, _ in hits):
                continue  # "Security Council" inside "National Security Council"
            found = span.of(document.straight)
            text = document.texts[index]
            at = span.start - document.blocks[index].span.start
            opens = begins_sentence(text, at) and not text.endswith("ex-", 0, at)
            shape = _shape(found, phrase.right, opens)
            if shape == "lower" and found[0].isupper() and phrase.right in seen and phrase.right.lower() not in seen:
                shape = "mixed"  # “Home secretary Charles Clarke” in a story of “the Home Secretary”
            if shape == "lower" and found[0].isupper() and _NAME.match(text, at + len(found)):
                always = phrase.right in phrase.rule.options.named and phrase.rule.id not in untitled
                if always or phrase.rule.id in titled:
                    shape = "mixed"  # … or in a story of “the Foreign Secretary”
            if shape == "mixed" or (shape == "lower" and not phrase.rule.options.lower):
                right = quoted_as(phrase.right, document.curly, span.of(document.prose))
                yield match(phrase.rule, document, span, [right])

    def _titled(self, hits: list[tuple[Span, int]], document: Document) -> tuple[set[str], set[str]]:
        """The rules of whose phrases the story has one with its capitals before a name, in mid-sentence, and none in
        lower case before a name (“the prime minister” alone says nothing); and those with one in lower case."""
        capitals, lower = set(), set()
        for span, entry in hits:
            phrase, found = self._phrases[entry], span.of(document.straight)
            if not _NAME.match(document.straight, span.end):
                continue
            if found == phrase.right and not begins_sentence(document.straight, span.start):
                capitals.add(phrase.rule.id)
            elif found.islower():
                lower.add(phrase.rule.id)
        return capitals - lower, lower


def _phrases(rule: Rule) -> Iterator[str]:
    o: Options = rule.options
    if not (o.phrases or o.file or o.story):
        raise RuleError(f"the rule ‘{rule.id}’ needs ‘phrases:’, ‘file:’ or ‘story: true’", rule.where)
    yield from o.phrases
    if o.file:
        file = Path(rule.where.file).parent / o.file
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeError) as e:
            raise RuleError(f"{file} can't be read: {getattr(e, 'strerror', None) or e}", rule.where) from e
        yield from (p for line in lines if (p := line.partition("#")[0].strip()))


def _shape(found: str, right: str, start: bool) -> str:
    """``right``, ``upper``, ``lower`` (but for the capital of a sentence), or ``mixed``."""
    if found == right:
        return "right"
    if found.isupper():
        return "upper"
    capitals = [
        a[0].isupper() for a, b in zip(_LETTERS.findall(found), _LETTERS.findall(right), strict=False) if b[0].isupper()
    ]
    if not any(capitals[1:]) and (not capitals[:1] or not capitals[0] or (start and not _always(right))):
        return "lower"
    return "mixed"


def _always(right: str) -> bool:
    """Whether the first word has a capital anywhere (European), so that none is owed to the sentence."""
    first = right.partition(" ")[0]
    return not load().anywhere(first.lower())
