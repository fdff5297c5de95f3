"""casing: a lower-case word inside a title or a name, and one phrase cased two ways in one story."""

from __future__ import annotations

import re
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
from lint.lexicon import load
from lint.rule import Rule, Severity
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
        seen = {span.of(document.straight) for span, _ in hits}
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
            if shape == "lower" and found[0].isupper() and phrase.right in seen and phrase.right.lower() not in seen:
                shape = "mixed"  # “Home secretary Charles Clarke” in a story of “the Home Secretary”
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
    text = document.texts[index]
    if text.endswith((".", "!", "?", '"')):
        return True
    words = [w for w in _LETTERS.findall(text[:2000]) if len(w) > 3]
    return sum(w[0].isupper() for w in words) <= 0.6 * len(words) or len(words) < 3


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalnum() or before in ("-", "_", "/", ".", "@", "#")) and not (
        after.isalnum() or after in ("_", "/", "@")
    )


def _shape(found: str, right: str, start: bool) -> str:
    """``right``, ``upper``, ``lower`` (but for the capital of a sentence), or ``mixed``."""
    if found == right:
        return "right"
    if found.isupper():
        return "upper"
    capitals = [
        a[0].isupper() for a, b in zip(_LETTERS.findall(found), _LETTERS.findall(right), strict=False) if b[0].isupper()
    ]
    if not any(capitals[1:]) and (not capitals[:1] or not capitals[0] or start):
        return "lower"
    return "mixed"


# ---- two ways in one story -----------------------------------------------------------------------

_WORD = r"[A-Z][a-zà-ÿ][\w']*(?:-[A-Z]?[\w']+)*"
_SMALL_WORDS = frozenset("of for and the on in with to at by from a an de du la al der van von".split())
_SMALL = r"(?:of|for|and|the|on|in|de|du|la|al|der|van|von)"
_RUN = re.compile(rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD})+")


def _two_ways(rule: Rule, document: Document) -> Iterator[Match]:
    lows: set[str] = set()
    for i, text in enumerate(document.texts):
        if _looked_at(rule, document, i):
            lows |= {phrase.lower() for m in _RUN.finditer(text) for phrase in _readings(text, m)}
    for low in sorted(lows, key=lambda p: (-len(p), p)):
        yield from _compare(rule, document, low)


_PARTICLE = re.compile(r"(?:al|el|de|di|da|du|van|von|le|la|ben|bin|the|a|an)\b", re.IGNORECASE)


def _readings(text: str, m: re.Match[str]) -> set[str]:
    """The names that a run of capitals may hold: the whole run, its parts between small words ("the Hansard Society
    and the Department for Education"), and the last two words of each (a name after a title).

    A first word that may owe its capital to its place, and a possessive ending, are left out.
    """
    run = m[0]
    first = run.partition(" ")[0]
    if begins_sentence(text, m.start()) and load().anywhere(first.lower()) and not load().anywhere(first):
        run = re.sub(rf"^\S+ (?:{_SMALL} )*", "", run)
    parts = {run, *re.split(rf" (?:{_SMALL} )+", run)}
    parts |= {" ".join(part.split()[-2:]) for part in parts if not _SMALL_ONLY.search(part)}
    clean = {re.sub(r"'s?$", "", part) for part in parts}
    return {part for part in clean if " " in part and part[0].isupper() and not _PARTICLE.match(part)}


_SMALL_ONLY = re.compile(rf" {_SMALL} ")


def _compare(rule: Rule, document: Document, low: str) -> Iterator[Match]:
    """All places of one phrase: those with a capital missing, or one too many, against the rest."""
    places: dict[str, list[Span]] = {}
    for span in _occurrences(rule, document, low):
        places.setdefault(span.of(document.straight), []).append(span)
    if len(places) < 2:
        return
    ranked = sorted(places, key=lambda p: (-len(places[p]), -sum(c.isupper() for c in p), places[p][0]))
    right = ranked[0]
    for wrong in ranked[1:]:
        small = all(a == b or a.lower() in _SMALL_WORDS for a, b in zip(wrong.split(), right.split(), strict=False))
        for span in places[wrong]:
            suggestion = quoted_as(right, document, span.of(document.prose))
            severity = Severity.SUGGESTION if small else None
            yield match(rule, document, span, [suggestion], related=places[right], severity=severity)


def _occurrences(rule: Rule, document: Document, low: str) -> Iterator[Span]:
    """Where a phrase stands with a capital at its head, as words of its own and not as the tail of a longer name."""
    at = document.folded.find(low)
    while at >= 0:
        span = Span(at, at + len(low))
        index = document.block_at(at)
        if (
            index is not None
            and document.straight[at].isupper()
            and _whole(document.folded, *span)
            and _looked_at(rule, document, index)
        ):
            found = span.of(document.straight)
            text, place = document.texts[index], at - document.blocks[index].span.start
            plain = begins_sentence(text, place) and not any(map(str.isupper, found[1:]))
            if not found.isupper() and not plain and not _continues(text, place):
                yield span
        at = document.folded.find(low, span.end)


_TAIL = re.compile(r"[A-Z][\w']* \Z")


def _continues(text: str, at: int) -> bool:
    """Whether a capitalised word stands right before, and not only because a sentence begins there."""
    m = _TAIL.search(text, max(0, at - 30), at)
    if m is None:
        return False
    return not (begins_sentence(text, m.start()) and load().anywhere(m[0].strip().lower()))


def build(rules: Sequence[Rule], config: Config) -> Checker:
    return Checker(rules, config)
