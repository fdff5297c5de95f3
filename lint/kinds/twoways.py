"""One phrase cased two ways in one story: the majority wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from lint.document import Document
from lint.finding import Match
from lint.kinds.checker import begins_sentence, match, quoted_as
from lint.kinds.literals import Index
from lint.lexicon import load
from lint.rule import Rule, Severity
from lint.span import Span

HEADINGS = ("heading", "headline", "frontmatter.title", "frontmatter.headline")
_LETTERS = re.compile(r"[^\W\d_][^\W_]*")
_LONG = 20
"""A paragraph of more words than this is no heading, however many capitals it has."""


class Place(Enum):
    """How capitals stand in a block: as in prose, or on every word that is not small."""

    PROSE = "prose"
    TITLE = "title"


def place_of(rule: Rule, document: Document, index: int) -> Place | None:
    """None for a block that the rule does not look at."""
    scope, text = document.blocks[index].scope, document.texts[index]
    if not rule.applies_to(scope):
        return None
    if scope not in HEADINGS and text.endswith((".", "!", "?", '"')):
        return Place.PROSE
    words = [w for w in _LETTERS.findall(text[:2000]) if len(w) > 3]
    if scope not in HEADINGS and len(words) > _LONG:
        return Place.PROSE
    if len(words) < 3:
        return Place.PROSE if scope not in HEADINGS else None
    return Place.PROSE if sum(w[0].isupper() for w in words) <= 0.6 * len(words) else Place.TITLE


def whole(text: str, start: int, end: int) -> bool:
    """Whether a phrase found stands as words of its own; ex- may stand before it."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before == "-" and text[max(0, start - 3) : start] == "ex-":
        before = ""
    if after == "." and text[end + 1 : end + 2].isalnum():
        return False  # a file's name, an address
    return not (before.isalnum() or before in ("-", "_", "/", ".", "@", "#")) and not (
        after.isalnum() or after in ("_", "/", "@")
    )


_WORD = r"[A-Z][a-zà-ÿ][\w']*(?:-[A-Z]?[\w']+)*"
_SMALL_WORDS = frozenset("of for and the on in with to at by from a an de du la al der van von".split())
_SMALL = r"(?:of|for|and|the|on|in|de|du|la|al|der|van|von)"
_RUN = re.compile(rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD})+")
_SMALL_ONLY = re.compile(rf" {_SMALL} ")
_PARTICLE = re.compile(r"(?:al|el|de|di|da|du|van|von|le|la|ben|bin|the|a|an)\b", re.IGNORECASE)


def two_ways(rule: Rule, document: Document) -> Iterator[Match]:
    places = [place_of(rule, document, i) for i in range(len(document.blocks))]
    lows: set[str] = set()
    for text, place in zip(document.texts, places, strict=True):
        if place is Place.PROSE:
            lows |= {phrase.lower() for m in _RUN.finditer(text) for phrase in _readings(text, m)}
    phrases = sorted(lows, key=lambda p: (-len(p), p))
    found: dict[int, list[Span]] = {}
    for entry, start, end in Index([frozenset({p}) for p in phrases]).hits(document.folded):
        found.setdefault(entry, []).append(Span(start, end))
    for entry in sorted(found):
        if len(found[entry]) > 1:
            yield from _compare(rule, document, places, found[entry])


def _readings(text: str, m: re.Match[str]) -> set[str]:
    """The names that a run of capitals may hold: the whole run, its parts between small words ("the Hansard Society
    and the Department for Education") and possessives ("January’s Australian Open"), and the last two words of each
    (a name after a title).

    A first word that may owe its capital to its place, and endings ("’s", "-winning"), are left out.
    """
    run = m[0]
    first = run.partition(" ")[0]
    if begins_sentence(text, m.start()) and load().anywhere(first.lower()) and not load().anywhere(first):
        run = re.sub(rf"^\S+ (?:{_SMALL} )*", "", run)
    parts = {run, *re.split(rf"(?:'s?)? (?:{_SMALL} )+|'s ", run)}
    parts |= {" ".join(part.split()[-2:]) for part in parts if not _SMALL_ONLY.search(part)}
    clean = {re.sub(r"(?:-[a-z]\w*)+$|'s?$", "", part) for part in parts}
    return {part for part in clean if " " in part and part[0].isupper() and not _PARTICLE.match(part)}


def _compare(rule: Rule, document: Document, where: list[Place | None], spans: list[Span]) -> Iterator[Match]:
    """All places of one phrase: those with a capital missing, or one too many, against the rest.

    In a heading where every word has a capital, that is no evidence, but a word without one is a fault.
    """
    places: dict[str, list[Span]] = {}
    titles: dict[str, list[Span]] = {}
    for span, place in _occurrences(document, where, spans):
        (places if place is Place.PROSE else titles).setdefault(span.of(document.straight), []).append(span)
    if not places or len({*places, *titles}) < 2:
        return
    right = min(places, key=lambda p: (-len(places[p]), -_capitals(p), places[p][0]))
    wrong = [s for text, spans in places.items() if text != right for s in spans]
    wrong += [s for text, spans in titles.items() if _capitals(text) < _capitals(right) for s in spans]
    for span in wrong:
        words = zip(span.of(document.straight).split(), right.split(), strict=False)
        small = all(a == b or a.lower() in _SMALL_WORDS for a, b in words)
        suggestion = quoted_as(right, document, span.of(document.prose))
        severity = Severity.SUGGESTION if small else None
        yield match(rule, document, span, [suggestion], related=places[right], severity=severity)


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def _occurrences(document: Document, places: list[Place | None], spans: list[Span]) -> Iterator[tuple[Span, Place]]:
    """Where a phrase stands with a capital at its head, as words of its own and not as a piece of a longer name."""
    for span in spans:
        index = document.block_at(span.start)
        place = places[index] if index is not None else None
        if index is None or place is None or not document.straight[span.start].isupper():
            continue
        found = span.of(document.straight)
        text, at = document.texts[index], span.start - document.blocks[index].span.start
        plain = begins_sentence(text, at) and not any(map(str.isupper, found[1:]))
        piece = _continues(text, at) or _HEAD.match(text, at + len(found))
        if not found.isupper() and not plain and not piece and whole(document.folded, *span):
            yield span, place


_HEAD = re.compile(r" [A-Z][a-z]")
_TAIL = re.compile(r"[A-Z][\w']* \Z")


def _continues(text: str, at: int) -> bool:
    """Whether a capitalised word stands right before, and not only because a sentence begins there; a possessive does
    not count."""
    m = _TAIL.search(text, max(0, at - 30), at)
    if m is None or m[0].endswith(("'s ", "' ")):
        return False
    return not (begins_sentence(text, m.start()) and load().anywhere(m[0].strip().lower()))
