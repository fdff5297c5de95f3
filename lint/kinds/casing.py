"""casing: a lower-case word inside a title or a name, and one phrase cased two ways in one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.config import Config
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Match
from lint.kinds.checker import Options as Base
from lint.kinds.checker import begins_sentence, match, quoted_as
from lint.kinds.literals import Index
from lint.rule import Rule
from lint.span import Span


class Options(Base, frozen=True, kw_only=True):
    """``phrases``, and ``file`` beside the rule with one a line: phrases in their right casing.

    ``lower``: whether the phrase may also stand wholly in lower case (a title: "the prime minister").
    ``story``: compares the phrases of the story with one another instead; the majority wins.
    A text all in capitals, and headings, where capitals follow other laws, are left alone.
    """

    phrases: list[str] = []
    file: str = ""
    lower: bool = True
    story: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    rule: Rule
    right: str


_LETTERS = re.compile(r"[^\W\d_][^\W_]*")


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._phrases = [_Phrase(r, p) for r in rules for p in dict.fromkeys(_phrases(r))]
        self._index = Index([frozenset({p.right.lower().replace("’", "'")}) for p in self._phrases])
        self._story = [r for r in rules if r.options.story]

    def check(self, document: Document) -> Iterator[Match]:
        told: list[Span] = []
        for m in sorted(self._fixed(document), key=lambda m: (m.span.start, -m.span.end)):
            if not any(m.span.overlaps(s) for s in told):
                told.append(m.span)
                yield m
        for rule in self._story:
            for m in _two_ways(rule, document):
                if not any(m.span.overlaps(s) for s in told):
                    told.append(m.span)
                    yield m

    def _fixed(self, document: Document) -> Iterator[Match]:
        """Phrases of the lists in a casing that is neither theirs nor one that is allowed."""
        hits = [
            (Span(start, end), entry)
            for entry, start, end in self._index.hits(document.folded)
            if _whole(document.folded, start, end)
        ]
        for span, entry in hits:
            phrase = self._phrases[entry]
            index = document.block_at(span.start)
            if index is None or not _looked_at(phrase.rule, document, index):
                continue
            if any(s != span and s.contains(span) for s, _ in hits):
                continue  # "Security Council" inside "National Security Council"
            found = span.of(document.straight)
            text = document.texts[index]
            at = span.start - document.blocks[index].span.start
            shape = _shape(found, phrase.right, begins_sentence(text, at))
            if shape == "mixed" or (shape == "lower" and not phrase.rule.options.lower):
                right = quoted_as(phrase.right, document, span.of(document.prose))
                yield match(phrase.rule, document, span, [right])


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


def _looked_at(rule: Rule, document: Document, index: int) -> bool:
    """In scope, and neither a heading nor a block in which most words have capitals."""
    scope = document.blocks[index].scope
    if not rule.applies_to(scope) or scope in ("heading", "headline", "frontmatter.title", "frontmatter.headline"):
        return False
    words = [w for w in _LETTERS.findall(document.texts[index][:2000]) if len(w) > 3]
    return sum(w[0].isupper() for w in words) <= 0.6 * len(words) or len(words) < 3


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalnum() or before in ("-", "_", "/", ".", "@", "#")) and not (after.isalnum() or after in ("-", "_", "/", "@"))


def _shape(found: str, right: str, start: bool) -> str:
    """``right``, ``upper``, ``lower`` (but for the capital of a sentence), or ``mixed``."""
    if found == right:
        return "right"
    if found.isupper():
        return "upper"
    capitals = [
        a[0].isupper()
        for a, b in zip(_LETTERS.findall(found), _LETTERS.findall(right), strict=False)
        if b[0].isupper()
    ]
    if not any(capitals[1:]) and (not capitals[:1] or not capitals[0] or start):
        return "lower"
    return "mixed"


# ---- two ways in one story -----------------------------------------------------------------------

_WORD = r"[A-Z][a-zà-ÿ][\w']*(?:-[A-Z]?[\w']+)*"
_SMALL = r"(?:of|for|and|the|on|in|de|du|la|al|der|van|von)"
_RUN = re.compile(rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD})+")


def _two_ways(rule: Rule, document: Document) -> Iterator[Match]:
    full: Counter[str] = Counter()
    for i, text in enumerate(document.texts):
        if _looked_at(rule, document, i):
            for m in _RUN.finditer(text):
                full.update(_readings(text, m))
    lows = {phrase.lower() for phrase in full}
    for low in sorted(lows, key=lambda p: (-len(p), p)):
        yield from _compare(rule, document, low, full)


def _readings(text: str, m: re.Match[str]) -> set[str]:
    """The run of capitals, with and without a first word whose capital may come from where it stands, and
    without a possessive ending."""
    run = m[0]
    out = {run}
    if begins_sentence(text, m.start()):
        rest = re.sub(rf"^\S+ (?:{_SMALL} )*", "", run)
        out = {rest} if " " in rest else set()
        if not any(begins_sentence(text, m.start()) and w in _OPENERS for w in (run.partition(" ")[0].lower(),)):
            out.add(run)
    return {re.sub(r"'s?$", "", r) for r in out}


_OPENERS = set(
    "the a an in on at but and for from with when while after before if as by to of that this these those it he she they "
    "we you i his her their our its who what where why how there here no not now then some many most all both each every "
    "one two three last next new former since until despite although however meanwhile mr mrs ms dr sir".split()
)


def _compare(rule: Rule, document: Document, low: str, full: Counter[str]) -> Iterator[Match]:
    """All places of one phrase: those with a capital missing, or one too many, against the rest."""
    places: dict[str, list[Span]] = {}
    at = document.folded.find(low)
    while at >= 0:
        end = at + len(low)
        index = document.block_at(at)
        if index is not None and _whole(document.folded, at, end) and _looked_at(rule, document, index):
            found = document.straight[at:end]
            start = begins_sentence(document.texts[index], at - document.blocks[index].span.start)
            words = _LETTERS.findall(found)
            significant = [w for w in words if not re.fullmatch(_SMALL, w.lower())]
            capitals = [w[0].isupper() for w in significant]
            plain = not any(capitals[1:]) and (not capitals or not capitals[0] or start)
            joined = _goes_on(document, at, end)
            if not found.isupper() and not plain and not joined:
                places.setdefault(found, []).append(Span(at, end))
        at = document.folded.find(low, end)
    if len(places) < 2:
        return
    ranked = sorted(places, key=lambda p: (-len(places[p]), -sum(c.isupper() for c in p), places[p][0]))
    right = ranked[0]
    if sum(c.isupper() for c in right) < 2:
        return
    for wrong in ranked[1:]:
        for span in places[wrong]:
            suggestion = quoted_as(right, document, span.of(document.prose))
            yield match(rule, document, span, [suggestion], related=places[right], count=len(places[right]))


def _goes_on(document: Document, start: int, end: int) -> bool:
    """Whether a capitalised word stands right before or after: then this is a part of a longer name."""
    prose = document.straight
    after = re.match(r"(?:'s)? ([A-Z][a-z])", prose[end : end + 8])
    before = re.search(r"([A-Z][\w']*) $", prose[max(0, start - 30) : start])
    return bool(after or before) and False


def build(rules: Sequence[Rule], config: Config) -> Checker:
    return Checker(rules, config)
