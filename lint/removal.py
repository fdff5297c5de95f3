"""Takes text out of a source so that no trace is left: no empty line too many, no bullet, no empty ``<p>``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lint.document import Document, Element
from lint.span import Span

_BLANK = re.compile(r"[ \t>]*\Z")
_LINE_END = re.compile(r"\r\n|\r|\n")


def blocks(document: Document, unwanted: Collection[int]) -> list[Span]:
    """The stretches of the source to delete so that these blocks (by index) are gone; what can't go alone (a table's
    cell, front matter, a paragraph with a picture in it) is left out.

    A list whose every item goes, goes with them; so does a ``<div>``. Other blocks stay as they are, and apart.
    """
    chosen: list[Element] = []
    for element in document.elements:  # from the outside in
        inside = document.inside(element.span)
        if not inside or not all(i in unwanted for i in inside):
            continue
        if chosen and chosen[-1].span.contains(element.span):
            continue
        if not any(element.span.overlaps(s) for s in document.solids) and _alone(document.source, element):
            chosen.append(element)
    return list(_joined(document.source, [_with_lines(document.source, e.span, apart=e.apart) for e in chosen]))


def words(document: Document, span: Span) -> Span:
    """``span`` (in the source) with the space that would be left double, or at a paragraph's edge, without it."""
    source = document.source
    before = source[span.start - 1 : span.start]
    after = source[span.end : span.end + 1]
    if before in ("", "\n", "\r", " ", "\t") and after in (" ", "\t"):
        return Span(span.start, span.end + len(source[span.end :]) - len(source[span.end :].lstrip(" \t")))
    if before in (" ", "\t") and after in ("", "\n", "\r", "<"):
        return Span(len(source[: span.start].rstrip(" \t")), span.end)
    return span


def _alone(source: str, element: Element) -> bool:
    """Whether the element can be cut out where it stands: Markdown and plain text only in whole lines."""
    return element.tag or _whole_lines(source, element.span) is not None


def _whole_lines(source: str, span: Span) -> Span | None:
    """The lines of ``span`` with their line ends, when nothing else stands on them (marks of a quotation, maybe)."""
    first = 1 if source.startswith("\ufeff") else 0
    start = max(first, source.rfind("\n", 0, span.start) + 1, source.rfind("\r", 0, span.start) + 1)
    line_end = _LINE_END.search(source, span.end)
    end, after = (line_end.start(), line_end.end()) if line_end else (len(source), len(source))
    if _BLANK.match(source[start : span.start]) and not source[span.end : end].strip():
        return Span(start, after)
    return None


def _with_lines(source: str, span: Span, *, apart: bool) -> Span:
    """``span``, when it is alone on its lines, with its line end and the empty lines that would be left double.

    ``apart``: the text before and the text after must not become one paragraph.
    """
    lines = _whole_lines(source, span)
    if lines is None:
        return span
    above = list(_lines_before(source, lines.start))
    below = list(_lines_after(source, lines.end))
    empty_above, empty_below = _empty(source, above), _empty(source, below)
    at_top, at_end = len(empty_above) == len(above) == 0, len(empty_below) == len(below)
    if at_end:  # the text ends here: nothing is left below what stands above
        return Span(empty_above[-1].start if empty_above else lines.start, len(source))
    if empty_above or at_top:
        if empty_above and empty_below and ">" in empty_above[0].of(source) and ">" not in empty_below[0].of(source):
            return Span(empty_above[-1].start, lines.end)
        return Span(lines.start, empty_below[-1].end if empty_below else lines.end)
    return span if apart and not empty_below else lines


def _empty(source: str, lines: list[Span]) -> list[Span]:
    """The empty lines at the beginning of ``lines``."""
    count = next((i for i, s in enumerate(lines) if not _BLANK.match(s.of(source).rstrip("\r\n"))), len(lines))
    return lines[:count]


def _lines_before(source: str, at: int) -> Iterator[Span]:
    """The lines above an offset, the nearest first, up to one with text in it."""
    first = 1 if source.startswith("\ufeff") else 0
    while at > first:
        text_end = at - 2 if source[at - 2 : at] == "\r\n" else at - 1
        start = max(first, source.rfind("\n", 0, text_end) + 1, source.rfind("\r", 0, text_end) + 1)
        yield Span(start, at)
        if not _BLANK.match(source[start:text_end]):
            return
        at = start


def _lines_after(source: str, at: int) -> Iterator[Span]:
    """The lines below an offset, up to one with text in it."""
    while at < len(source):
        line_end = _LINE_END.search(source, at)
        end, after = (line_end.start(), line_end.end()) if line_end else (len(source), len(source))
        yield Span(at, after)
        if not _BLANK.match(source[at:end]):
            return
        at = after


def _joined(source: str, spans: list[Span]) -> Iterator[Span]:
    """Stretches that touch are one, tidied as one: two paragraphs at the end of a text leave no empty line."""
    while spans:
        first, end, count = spans[0], spans[0].end, 1
        while count < len(spans) and spans[count].start <= end:
            end = max(end, spans[count].end)
            count += 1
        yield _with_lines(source, Span(first.start, end), apart=False) if count > 1 else first
        spans = spans[count:]
