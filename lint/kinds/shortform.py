"""shortform: names and their short forms in one story (the Post, Mossad and the Mossad, a surname, an acronym)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.dictionary.name_readings import CALENDAR
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import lines_of
from lint.kinds.base import match as found
from lint.matching.patterns import ANYWHERE, pattern
from lint.matching.word_lists import literal
from lint.rule import Rule
from lint.span import Span
from lint.text.sentences import begins_sentence


class Options(Base, frozen=True, kw_only=True):
    """``check``: ``outlet`` (“the post” after the Washington Post), ``article`` (a name with and without “the”),
    ``surname`` (one that stands before the person is introduced), ``acronym`` (spelled out and never used again, or
    spelled out twice), ``letters`` (the letters of one in another order).
    ``names``, and ``file`` beside the rule with one a line: the last words of the names that ``outlet`` looks for."""

    PLACEHOLDERS = {"message": ("fault",)}

    check: Literal["outlet", "article", "surname", "acronym", "letters"]
    names: list[str] = []
    file: str = ""

    def files(self) -> tuple[str, ...]:
        """The file of names, if there is one."""
        return (self.file,) if self.file else ()


class Checker:
    """Compares names with their short forms."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        """Short forms that are out of order."""
        for rule in self._rules:
            match rule.options.check:
                case "outlet":
                    yield from _outlets(rule, document)
                case "article":
                    yield from _articles(rule, document)
                case "surname":
                    yield from _surnames(rule, document)
                case "acronym":
                    yield from _acronyms(rule, document)
                case "letters":
                    yield from _letters(rule, document)


def _blocks(document: Document) -> Iterator[tuple[int, str]]:
    """Where the paragraphs begin in the prose, and their text; headings follow laws of their own."""
    for block, text in zip(document.blocks, document.texts, strict=True):
        if block.scope not in ("heading", "headline", "table", "alt"):
            yield block.span.start, text


# ---- the Post --------------------------------------------------------------------------------------

_SAYS = r"(?:said|says|reported|reports|wrote|writes|quoted|cited|claimed|added|revealed|understands)"


_AS_IT_IS: dict[str, Any] = {"edges": ANYWHERE, "ignorecase": False}


def _names(rule: Rule) -> list[str]:
    listed = (name for name, _ in lines_of(rule, rule.options.file)) if rule.options.file else ()
    return [*rule.options.names, *listed]


def _outlets(rule: Rule, document: Document) -> Iterator[Match]:
    """“according to the post” after “the Washington Post”."""
    words = "|".join(map(literal, _names(rule)))
    full = pattern(rule, rf"\b[A-Z][\w.]++ ({words})\b", rule.where_of("names"), **_AS_IT_IS)
    told = pattern(
        rule,
        rf"\b(?:according to|told|quoted by|reported by|first reported in|published (?:in|by)) the ({words.lower()})\b"
        rf"(?= ?(?:[.,;:]|$|that\b|in an?\b|on\b))|\b[Tt]he ({words.lower()}) (?={_SAYS}\b)",
        rule.where_of("names"),
        **_AS_IT_IS,
    )
    seen: set[str] = set()
    for base, text in _blocks(document):
        named = full.find(text)
        for m in sorted([*named, *told.find(text)], key=lambda m: m.start()):
            if m in named:
                seen.add(m[1])
                continue
            group = 1 if m[1] else 2
            if (right := m[group].capitalize()) in seen:
                yield found(rule, document, Span(base + m.start(group), base + m.end(group)), [right])


# ---- Mossad, the Mossad ------------------------------------------------------------------------------

_VERB = r"(?= (?:has|had|was|is|said|says|will|would|did|does|refused|told|announced|denied|declined|confirmed)\b)"
_BARE = re.compile(rf"(?<![\w'’.-])(?<!the )(?<!The )([A-Z][a-z]{{3,}}){_VERB}")
_WITH = re.compile(rf"\b[Tt]he ([A-Z][a-z]{{3,}}){_VERB}")
_TITLE_BEFORE = re.compile(r"[A-Z][\w.'’-]* \Z")


def _articles(rule: Rule, document: Document) -> Iterator[Match]:
    """A name of one word that stands with “the” and without it before a verb; the rarer way is told."""
    bare: dict[str, list[Span]] = {}
    article: dict[str, list[Span]] = {}
    for base, text in _blocks(document):
        for m in _BARE.finditer(text):
            if not _TITLE_BEFORE.search(text, max(0, m.start() - 20), m.start()) and not load().anywhere(m[1].lower()):
                bare.setdefault(m[1], []).append(Span(base + m.start(1), base + m.end(1)))
        for m in _WITH.finditer(text):
            article.setdefault(m[1], []).append(Span(base + m.start(), base + m.end()))
    for name in sorted(bare.keys() & article.keys()):
        rare, often = sorted((bare[name], article[name]), key=len)
        for span in rare:
            start = begins_sentence(document.straight, span.start)
            right = name if rare is article[name] else f"{'The' if start else 'the'} {name}"
            yield found(rule, document, span, [right], related=often)


# ---- surnames ----------------------------------------------------------------------------------------

_FULL = re.compile(r"\b([A-Z][a-z]+) ((?:(?:al|de|van|von|der|bin|Mc|Mac|O')[ -]?)?[A-Z][a-z]{3,})\b")
_ALONE = re.compile(r"(?<![\w'’.-])(?<![A-Z]\. )[A-Z][a-z]{3,}\b")


_SPEAKS = re.compile(r"(?:'s)? (?:has|had|was|is|said|says|will|would|told|who)\b")
"""What follows a surname that stands for a person, and seldom a place or a firm’s name."""


def _surnames(rule: Rule, document: Document) -> Iterator[Match]:
    """A surname alone, before the place where first name and surname stand together; each once."""
    full = _introductions(document)
    reported: set[str] = set()
    for base, text in _blocks(document):
        for m in _ALONE.finditer(text):
            there, at = full.get(m[0]), base + m.start()
            if there is None or m[0] in reported or at >= there.start or not _stands_for_a_person(text, m):
                continue
            reported.add(m[0])
            yield found(rule, document, Span(at, base + m.end()), related=[there])


def _introductions(document: Document) -> dict[str, Span]:
    """Where each surname first stands with its first name."""
    first: dict[str, Span] = {}
    for base, text in _blocks(document):
        for m in _FULL.finditer(text):
            if _is_a_person(m[1], m[2]):
                first.setdefault(m[2], Span(base + m.start(), base + m.end()))
    return first


def _is_a_person(first: str, surname: str) -> bool:
    """Whether two capitalised words are a first name that dictionaries know and a surname, neither a common word."""
    lexicon = load()
    is_name = first not in CALENDAR and lexicon.anywhere(first) and not lexicon.anywhere(first.lower())
    return is_name and not lexicon.anywhere(surname.lower())


def _stands_for_a_person(text: str, m: re.Match[str]) -> bool:
    """Whether the word is followed as a person is, and no title or first name stands before it."""
    speaks = _SPEAKS.match(text[m.end() : m.end() + 12])
    return speaks is not None and not _TITLE_BEFORE.search(text, max(0, m.start() - 20), m.start())


# ---- acronyms ----------------------------------------------------------------------------------------

_DEFINED = re.compile(r"((?:[A-Z][\w'’-]+ (?:(?:of|for|and|the|on|in) )*){1,6}[A-Z][\w'’-]+) \(([A-Z]{3,6})\)")


def _acronyms(rule: Rule, document: Document) -> Iterator[Match]:
    """An acronym in brackets after its full form that is not used again, or is spelled out again."""
    seen: dict[str, Span] = {}
    for base, text in _blocks(document):
        for m in _DEFINED.finditer(text):
            if not _initials(m[1]).endswith(m[2]):
                continue
            span = Span(base + m.start(2) - 1, base + m.end(2) + 1)
            if m[2] in seen:
                again = f"‘{m[2]}’ was spelled out before; the short form is enough here."
                yield found(rule, document, span, related=[seen[m[2]]], fault=again)
            seen.setdefault(m[2], span)
    for name, span in seen.items():
        if sum(len(re.findall(rf"\b{name}\b", text)) for text in document.texts) == 1:
            yield found(rule, document, span, fault=f"‘{name}’ is not used again; leave it out.")


_GIVEN = re.compile(
    r"((?:[A-Z][\w'’-]+ (?:(?:of|for|and|the|on|in) )*){1,6}[A-Z][\w'’-]+)(?:,? or | \()(?:the )?([A-Z]{3,6})\b"
)
"""A full name, and the acronym that the story gives it: “the Nurses Union of Kent (NUK)”, “…, or NUK”."""
_CAPITALS = re.compile(r"(?<![\w&-])[A-Z]{3,6}(?![\w&-])")


def _letters(rule: Rule, document: Document) -> Iterator[Match]:
    """Capitals that stand but once, and are those of an acronym that the story explains, in another order."""
    given = {m[2] for _, text in _blocks(document) for m in _GIVEN.finditer(text) if _initials(m[1]).endswith(m[2])}
    if not given:
        return
    known = {"".join(sorted(name)): name for name in given}
    all_of = [(base + m.start(), m[0]) for base, text in _blocks(document) for m in _CAPITALS.finditer(text)]
    for at, letters in all_of:
        right = known.get("".join(sorted(letters)))
        if right and letters not in given and sum(other == letters for _, other in all_of) == 1:
            yield found(rule, document, Span(at, at + len(letters)), [right])


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z][\w'’-]+", name))
