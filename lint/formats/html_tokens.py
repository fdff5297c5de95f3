"""HTML cut into tags, comments and text where a browser's tokeniser cuts it, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from lint.span import Span

_SPACE = r"\t\n\f\r "
_VALUE = rf"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{_SPACE}>"'][^{_SPACE}>]*+)"""
_ATTRIBUTE = rf"[^{_SPACE}/>][^{_SPACE}/>=]*+(?:[{_SPACE}]*+=[{_SPACE}]*+(?:{_VALUE}|(?=>)|\Z))?+"
_TAG = regex.compile(
    rf"<(?P<slash>/?)(?P<name>[A-Za-z][^{_SPACE}/>]*+)(?:[{_SPACE}]++|/(?!>)|{_ATTRIBUTE})*+(?P<empty>/)?+(?P<end>>|\Z)"
)
_NAMED_VALUE = regex.compile(
    rf"(?P<name>[^{_SPACE}/>][^{_SPACE}/>=]*+)(?:[{_SPACE}]*+=[{_SPACE}]*+(?P<value>{_VALUE}|(?=>)|\Z))?+"
)
_MARKUP = regex.compile(r"<(?:/?[A-Za-z]|[!?]|/.)", regex.DOTALL)
_COMMENT_END = regex.compile("--!?>")
_SCRIPT = regex.compile(rf"<!--|-->|<(?P<slash>/?)script(?=[{_SPACE}/>])", regex.IGNORECASE)


class Kind(Enum):
    """What a token is; a comment is all that a browser takes for one: ``<!x>``, ``<?x>``, a doctype, ``</ >``."""

    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the source. ``name``: of a tag, in lower case; ``closed``: it has an end of its own and does not
    just run to the source's; ``empty``: written as ``<x/>``."""

    kind: Kind
    span: Span
    name: str = ""
    closed: bool = True
    empty: bool = False


def token(source: str, at: int, *, foreign: bool = False) -> Token:
    """The token that begins at ``at``, outside of raw text. ``foreign``: within SVG or MathML."""
    markup = _MARKUP.search(source, at)
    if markup is None:
        return Token(Kind.TEXT, Span(at, len(source)))
    if markup.start() > at:
        return Token(Kind.TEXT, Span(at, markup.start()))
    tag = _TAG.match(source, at)
    if tag is None:
        return _comment(source, at, foreign=foreign)
    kind = Kind.END if tag["slash"] else Kind.START
    return Token(kind, Span(*tag.span()), tag["name"].lower(), tag["end"] != "", tag["empty"] is not None)


def cut(source: str) -> Iterator[Token]:
    """A text in tokens, its raw text too as if it held tags."""
    at = 0
    while at < len(source):
        found = token(source, at)
        yield found
        at = found.span.end


def raw_text(source: str, at: int, name: str) -> int | None:
    """Where the text ends that ``<script>``, ``<title>`` … (``name``) take as it is up to their end tag; None when
    there is none."""
    if name == "script":
        return _script(source, at)
    end = regex.search(rf"</{name}(?=[{_SPACE}/>])", source, regex.IGNORECASE, pos=at)
    return None if end is None else int(end.start())


def attribute(source: str, tag: Token, name: str) -> Span | None:
    """Where the value of a start tag's attribute stands, without its quotation marks; of two, the first counts."""
    for m in _NAMED_VALUE.finditer(source, tag.span.start + 1 + len(tag.name), tag.span.end - tag.closed):
        if m["name"].lower() == name and m["value"] is not None:
            quoted = m["value"][:1] in ('"', "'")
            return Span(m.start("value") + quoted, max(m.start("value") + quoted, m.end("value") - quoted))
    return None


def _comment(source: str, at: int, *, foreign: bool) -> Token:
    if source.startswith("<!--", at):
        end = _comment_end(source, at)
    elif foreign and source.startswith("<![CDATA[", at):
        return _cdata(source, at)
    else:
        end = source.find(">", at) + 1
    return Token(Kind.COMMENT, Span(at, end or len(source)), closed=end > 0)


def _comment_end(source: str, at: int) -> int:
    """After ``-->`` or ``--!>``; the hyphens of ``<!--`` may be those of ``-->``. 0 for none."""
    end = _COMMENT_END.search(source, at + 2)
    if end is not None and "!" in end[0] and end.start() < at + 4:
        end = _COMMENT_END.search(source, at + 4)
    return 0 if end is None else int(end.end())


def _cdata(source: str, at: int) -> Token:
    end = source.find("]]>", at)
    return Token(Kind.COMMENT, Span(at, end + 3 if end >= 0 else len(source)), closed=end >= 0)


def _script(source: str, at: int) -> int | None:
    """A script may hold a comment that holds a script; that one's end tag does not end it."""
    comment, inner = False, False
    while (m := _SCRIPT.search(source, at)) is not None:
        at = m.end()
        if m[0] == "<!--":
            comment, at = True, at - 2  # its hyphens may be those of -->
        elif m[0] == "-->":
            comment = inner = False
        elif m["slash"] and not inner:
            return int(m.start())
        elif comment:
            inner = not m["slash"]
    return None
