"""Directives: what a comment in a story, or its front matter, says to copydesk.

copydesk: ignore RULE, RULE -- reason    for the next block; in an item of a list, for the item
copydesk: ignore-line RULE               for its own line
copydesk: ignore-file RULE               for the whole file, as ``copydesk-ignore: [RULE]`` in the front matter
copydesk: off RULE … copydesk: on RULE   for all between them

A rule, or a pack; without a name, all rules. What follows ``--`` is for people.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lint.document import Document
from lint.span import Span


class Verb(StrEnum):
    """What a directive does."""

    IGNORE = "ignore"
    LINE = "ignore-line"
    FILE = "ignore-file"
    OFF = "off"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a directive and where it stands in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that begins with copydesk, or with what may be meant as that (``own``). ``colon``: one follows; the
    words after it, without the reason, are ``verb`` (in lower case; "" where there is none) and ``names``."""

    comment: Span
    own: str
    colon: bool
    verb: Word
    names: tuple[Word, ...]

    @property
    def right(self) -> bool:
        """Whether it is written as directives are."""
        return self.own == OWN_PACK and self.colon and self.verb.text in _VERBS


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a directive holds, for one of its names, or for all rules (None)."""

    span: Span
    name: Word | None
    directive: Directive

    def covers(self, rule: str, start: int) -> bool:
        """Whether a finding of a rule (its id) that begins at a place of the source is switched off."""
        return self.speaks_of(rule) and self.span.start <= start < self.span.end

    def speaks_of(self, rule: str) -> bool:
        """Whether it is this rule, its pack, or all rules; the rule about directives has to be named."""
        pack = rule.partition(".")[0]
        return self.name.text in (rule, pack) if self.name else pack != OWN_PACK


OWN_PACK = "copydesk"
"""What a directive begins with, and the pack of the rule about directives."""
_VERBS = frozenset(Verb)


# ---- reading ---------------------------------------------------------------------------------------

_BEGIN = re.compile(
    r"\s*(?:<!--+|\{/\*+|\{\{-?\s*/\*+|\{\#-?|\{%-?\s*comment\b[^%]*%\}|<%(?:\#|--)|\{\{~?!(?:--)?|\{::comment\}"
    r"|\[(?://|comment)\]:\s*(?:\#|<>)\s*[(\"']|\#+|//+)?\s*"
    r"(?P<own>[A-Za-z]+(?:-desk)?)\b(?P<colon>\s*:|-ignore\s*[:=])?\s*"
)
_END = re.compile(
    r"(?:--!?>|\*+/\s*-?\}\}?|-?\#\}|\{%-?\s*endcomment\s*-?%\}|--%>|-?%>|--~?\}\}|~?\}\}|\{:/(?:comment)?\}|[)\"'])\Z"
)
_LONGEST_END = 40
"""More than any mark that ends a comment has code points."""
_REASON = re.compile(r"(?:^|(?<=\s))(?:--+|[–—])(?=\s|$)")
_BEGIN_MARK = 4
"""The code points of ``<!--``, whose hyphens begin no reason."""
_WORD = re.compile(r"[^\s,;]+")
_NAME = re.compile(r"[A-Za-z][\w.-]*")
_YAML_REMARK = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


def directives(document: Document) -> list[Directive]:
    """The directives of a document in order, those that are written wrong too."""
    found = (_directive(document.source, span) for span in sorted(document.comments))
    return [each for each in found if each is not None]


def _directive(source: str, comment: Span) -> Directive | None:
    text = comment.of(source)
    begin = _BEGIN.match(text)
    if begin is None or not begin["own"].lower().startswith("copy"):
        return None
    own, colon, said = begin["own"].lower(), begin["colon"] or "", _said(text)
    if colon.startswith("-"):
        said = _YAML_REMARK.sub(lambda m: " " * len(m[0]), said)
        verb = Word(Verb.FILE, Span(comment.start, comment.start + begin.end("own") + len("-ignore")))
        return Directive(comment, own, True, verb, _words(said, begin.end(), comment.start, _NAME))
    words = _words(said, begin.end(), comment.start, _WORD)
    none = Word("", Span(comment.start + begin.start("own"), comment.start + begin.end("own")))
    first = words[0] if words else none
    return Directive(comment, own, colon != "", Word(first.text.lower(), first.span), words[1:])


def _said(text: str) -> str:
    """A comment without its end and without the reason."""
    text = text.rstrip()
    end = _END.search(text, max(0, len(text) - _LONGEST_END))
    text = text[: end.start()] if end else text
    reason = _REASON.search(text, _BEGIN_MARK)
    return text[: reason.start()] if reason else text


def _words(text: str, at: int, base: int, pattern: re.Pattern[str]) -> tuple[Word, ...]:
    return tuple(Word(m[0], Span(base + m.start(), base + m.end())) for m in pattern.finditer(text, at))


# ---- where they hold -------------------------------------------------------------------------------

_PIECES = ("list", "table")
_TOGETHER = (*_PIECES, "quote")
"""Scopes of which several blocks make one of the story's: a list has items."""
_EMPTY_LINE = re.compile(r"\n[ \t>]*\r?\n|\r[ \t]*\r")


def reaches(document: Document, found: Sequence[Directive]) -> Iterator[Reach]:
    """Where the directives that are written right hold."""
    opened: dict[str, tuple[int, Word | None, Directive]] = {}
    for directive in found:
        if not directive.right:
            continue
        names: Sequence[Word | None] = directive.names or (None,)
        if directive.verb.text in (Verb.OFF, Verb.ON):
            yield from _switched(directive, opened)
        else:
            span = _span(document, directive)
            yield from (Reach(span, name, directive) for name in names)
    for start, name, directive in opened.values():
        yield Reach(Span(start, len(document.source) + 1), name, directive)


def _switched(directive: Directive, opened: dict[str, tuple[int, Word | None, Directive]]) -> Iterator[Reach]:
    """What a directive switches on again; what it switches off is added to ``opened``."""
    if directive.verb.text == Verb.OFF:
        for name in directive.names or (None,):
            opened.setdefault(name.text if name else "", (directive.comment.end, name, directive))
        return
    for key in [name.text for name in directive.names] or list(opened):
        if key in opened:
            start, name, begun = opened.pop(key)
            yield Reach(Span(start, directive.comment.start), name, begun)


def _span(document: Document, directive: Directive) -> Span:
    start, end = directive.comment
    match directive.verb.text:
        case Verb.FILE:
            return Span(0, len(document.source) + 1)
        case Verb.LINE:
            first, _ = document.lines.place(start)
            last, _ = document.lines.place(end)
            return Span(document.lines.span(first).start, document.lines.span(last).end)
        case _:
            return _block(document, directive.comment)


def _block(document: Document, comment: Span) -> Span:
    """The item of a list, or cell of a table, that a comment stands in; else the rest of its block, or the next."""
    places, blocks = document.places, document.blocks
    i = bisect_right(places, comment.start, key=lambda p: p.start) - 1
    if i >= 0 and comment.start < places[i].end:
        return places[i] if blocks[i].scope in _PIECES else Span(comment.end, places[i].end)
    if i >= 0 and blocks[i].scope in _PIECES and _is_beside(document.source[places[i].end : comment.start]):
        return places[i]
    i = bisect_left(places, comment.end, key=lambda p: p.start)
    if i == len(places):
        return Span(comment.end, comment.end)
    last = i
    if not _is_beside(document.source[comment.end : places[i].start]):
        while last + 1 < len(places) and _go_together(document, last):
            last += 1
    return Span(comment.end, places[last].end)


def _is_beside(between: str) -> bool:
    """Whether a comment and a text stand on one line, with at most white space between them."""
    return not between.strip() and "\n" not in between and "\r" not in between


def _go_together(document: Document, i: int) -> bool:
    """Whether a block and the next are of one list, table or quotation without empty lines."""
    one, other = document.blocks[i], document.blocks[i + 1]
    between = document.source[document.places[i].end : document.places[i + 1].start]
    return one.scope == other.scope and one.scope in _TOGETHER and not _EMPTY_LINE.search(between)


def unclosed(found: Sequence[Directive]) -> Iterator[tuple[Directive, Word]]:
    """Each ``off`` that no ``on`` follows, and each ``on`` with nothing to switch on, with its name, or its verb."""
    opened: dict[str, tuple[Directive, Word]] = {}
    for directive in found:
        match directive.verb.text:
            case Verb.OFF if directive.right:
                for name in directive.names:
                    opened.setdefault(name.text, (directive, name))
                if not directive.names:
                    opened.setdefault("", (directive, directive.verb))
            case Verb.ON if directive.right:
                keys = [(name.text, name) for name in directive.names] or [(key, directive.verb) for key in opened]
                for key, word in keys or [("", directive.verb)]:
                    if opened.pop(key, None) is None:
                        yield directive, word
    yield from opened.values()
