"""Plain text: paragraphs parted by empty lines, or one to a line where the lines are long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.document import DUMMY, Document
from lint.formats import insets
from lint.formats.base import TextFormat
from lint.formats.builder import Builder
from lint.formats.entities import unescaped
from lint.span import Span

_EMPTY_LINE = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")
WRAPPED = 120
"""A paragraph whose every line is at most this long (code points) may be wrapped by hand."""


def parse(path: str, source: str, dialect: str) -> Document:
    """The document that a plain text is: a block for each paragraph."""
    builder = Builder(path, source, dialect)
    builder.cover(insets.find(source, 0, "text"))
    first = 1 if source.startswith("\ufeff") else 0
    at, text = first, _INSET.sub(_blank, builder.covered)
    for whole in _paragraphs(text, first):
        span = Span(whole.end - len(whole.of(text).lstrip()), whole.end)
        builder.insets(at, span.start)
        builder.begin(_scope(source, span, first=not text[first : span.start].strip()))
        read(builder, span)
        builder.end()
        builder.element(*span)
        at = span.end
    builder.insets(at, len(source))
    return builder.document()


_INSET = re.compile("<!--x*-->")
"""An inset that stands alone on its lines, as it is covered."""


def _blank(m: re.Match[str]) -> str:
    return " " * len(m[0])


_MARKUP = re.compile(
    r"(?P<entity>&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);)"
    r"|(?P<address><(?:[A-Za-z]+:[^\s<>]+|[\w.+-]+@[\w.-]+)>)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>|<!--(?:(?!<!--|-->).)*+-->)"
    r"|(?<=\])(?P<target>\([^()\s]{1,500}(?:\s\"[^\"]*\")?\))",
    re.DOTALL,
)


def read(builder: Builder, span: Span) -> None:
    """Text that was pasted from a web page or a CMS brings entities, tags and link targets along; they are no prose."""
    at = span.start
    for m in _MARKUP.finditer(builder.covered, *span):
        if m.start() < at:
            continue
        builder.text(at, m.start())
        if m["address"]:
            builder.render(*m.span(), DUMMY, m[0][1:-1])
        elif m["entity"]:
            read = unescaped(m[0])
            builder.render(*m.span(), read) if read != m[0] else builder.text(*m.span())
        else:
            if m[0].startswith("<!--"):
                builder.comments.append(Span(*m.span()))
            builder.markup(*m.span(), "")
        at = m.end()
    builder.text(at, span.end)


def _paragraphs(source: str, first: int) -> Iterator[Span]:
    at = first
    for m in [*_EMPTY_LINE.finditer(source, first), None]:
        end = m.start() if m else len(source)
        if end > at:
            yield from _lines(source, Span(at, end))
        at = m.end() if m else end


def _lines(source: str, chunk: Span) -> Iterator[Span]:
    """A chunk without empty lines: whole when it is wrapped by hand, otherwise each line a paragraph."""
    breaks = list(_LINE_END.finditer(source, *chunk))
    edges = [chunk.start, *(m.end() for m in breaks)], [*(m.start() for m in breaks), chunk.end]
    spans = [Span(start, end) for start, end in zip(*edges, strict=True) if end > start]
    if all(s.end - s.start <= WRAPPED for s in spans):
        yield chunk
    else:
        yield from spans


_ENDS = re.compile(r"[.!?…:;,][\"'”’)\]]*\s*$")


def _scope(source: str, span: Span, *, first: bool) -> str:
    """A short line that does not end as a sentence does is a heading; the first one, the headline."""
    text = span.of(source)
    short = span.end - span.start <= 100 and not _LINE_END.search(text.strip())
    if short and not _ENDS.search(text):
        return "headline" if first else "heading"
    return "paragraph"


FORMAT = TextFormat(parse)
