"""Marks findings in words that are spoken of and not used: Spell it “adviser”, not “advisor”.

There the right form stands in the same sentence, and one of the two is set apart (in quotation marks, italics, code),
or they are opposed to each other (“adviser rather than advisor”).
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule
from lint.span import Span
from lint.text.quotations import straight

NEAR = 60
"""So many code points on each side of a form are looked at for what sets it apart."""
FAR = 400
"""Characters to each side of a form within which the other one is looked for: two long sentences."""
_TAGS = "em|i|b|strong|code|q|kbd|samp|var|tt|cite|dfn|mark"
_GAP = r"(?:[\W_]|</?[A-Za-z][^<>]*>)*"
_CONTRAST = r"(?:not|never|rather than|instead of)"
_OPPOSED = re.compile(rf"{_GAP}{_CONTRAST}(?: (?:as|an?|the|to))?{_GAP}", re.IGNORECASE)
_OPPOSED_FIRST = re.compile(rf"\b{_CONTRAST}{_GAP}\Z", re.IGNORECASE)
_TURNED = re.compile(rf"{_GAP}(?:but|(?:it is|it's|use|write|say|always))?{_GAP}", re.IGNORECASE)
"""Between two forms: “adviser, not advisor”; “never advisor but adviser”."""


@cache
def _before(words: int) -> re.Pattern[str]:
    """What begins to set a form apart: a quotation mark, with an article or so many words between, or emphasis."""
    within = rf"(?:(?:an?|the) |(?:[\w'-]+ ){{0,{words}}})"
    stress = rf"(?<!\w)(?P<stress>[*_`])|<(?P<tag>{_TAGS})\b[^<>]*>"
    return re.compile(rf"(?:(?<!\w)(?P<mark>[\"']){within}|{stress})\Z", re.IGNORECASE)


@cache
def _after(words: int) -> re.Pattern[str]:
    """What ends to set it apart; a stop may stand within."""
    within = rf"(?: [\w'-]+){{0,{words}}}[.,;:!?]?"
    return re.compile(rf"{within}(?P<mark>[\"'])|[.,;:!?]?(?:(?P<stress>[*_`])|</(?P<tag>{_TAGS})\s*>)", re.IGNORECASE)


class Mentions:
    """What is only mentioned beside its right form is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses findings whose right form stands in the same sentence, where the words are spoken of."""
        if not any(f.suppressed is None and f.suggestions for f in findings):
            return list(findings)
        text = straight(document.source)
        return [self._marked(f, document, text) for f in findings]

    def _marked(self, f: Finding, document: Document, text: str) -> Finding:
        if f.suppressed is None and any(_is_mention(text, f.place.span, o) for o in _others(f, document, text)):
            return dataclasses.replace(f, suppressed="spoken of, beside the right form")
        return f


def _others(f: Finding, document: Document, text: str) -> Iterator[Span]:
    """Where in its sentence, and not too far away, what a finding suggests stands already."""
    words = [re.escape(s) for s in map(straight, f.suggestions) if s[:1].isalnum() and s[-1:].isalnum()]
    sentence = _sentence(document, f.place.span) if words else None
    if sentence is None:
        return
    start, end = max(sentence.start, f.place.span.start - FAR), min(sentence.end, f.place.span.end + FAR)
    for m in re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE).finditer(text, start, end):
        if not f.place.span.overlaps(Span(*m.span())):
            yield Span(*m.span())


def _sentence(document: Document, place: Span) -> Span | None:
    """The stretch of the source that has the sentence of a finding."""
    index = bisect_right(document.places, place.start, key=lambda s: s.start) - 1
    if index < 0:
        return None
    sentences = document.sentences[index]
    at = bisect_right(sentences, place.start, key=lambda s: document.to_source(s).start) - 1
    found = document.to_source(sentences[at]) if at >= 0 else None
    return found if found and place.start < found.end else None


def _is_mention(text: str, wrong: Span, right: Span) -> bool:
    """Whether one of two forms is set apart, or the two are opposed; a name in italics is no word that is spoken of."""
    beside = 0 if wrong.of(text)[:1].isupper() else 2
    first, second = sorted((wrong, right))
    between = text[first.end : second.start]
    opposed = _OPPOSED.fullmatch(between) or (
        _TURNED.fullmatch(between) and _OPPOSED_FIRST.search(text, max(0, first.start - NEAR), first.start)
    )
    return bool(opposed) or _is_apart(text, right, wrong, words=0) or _is_apart(text, wrong, right, words=beside)


def _is_apart(text: str, span: Span, other: Span, *, words: int) -> bool:
    """Whether a form, and not the other one with it, stands between quotation marks, in italics or in code, with so
    many words on each side at most."""
    before = _before(words).search(text, max(0, span.start - NEAR), span.start)
    after = _after(words).match(text, span.end, span.end + NEAR)
    if before is None or after is None or Span(before.start(), after.end()).contains(other):
        return False
    return _sign(before) == _sign(after)


def _sign(m: re.Match[str]) -> str:
    """The mark or the tag that sets a form apart."""
    return str(m["mark"] or m["stress"] or m["tag"]).lower()
