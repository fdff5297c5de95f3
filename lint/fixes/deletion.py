"""Takes text out of a source so that no trace is left: no empty line too many, no bullet, no empty ``<p>``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lint.document import Document, Element
from lint.span import Span

_BLANK = re.compile(r"[ \t>]*+\Z")
_SPACE = re.compile(r"\s*+\Z")


def blocks(document: Document, unwanted: Collection[int]) -> list[Span]:
    """The stretches of the source to delete so that these blocks (by index) are gone; what can't go alone (a table's
    cell, front matter, a paragraph with a picture in it) is left out.

    A list whose every item goes, goes with them; so does a ``<div>``. Other blocks stay as they are, and apart.
    """
    chosen: list[Element] = []
    ends = _run_ends(unwanted)
    for first in sorted(ends):
        for element, inside in document.wholes.get(first, ()):
            if inside.stop > ends[first] or (chosen and chosen[-1].span.contains(element.span)):
                continue
            if _alone(document, element):
                chosen.append(element)
    return list(_joined(document, [_with_lines(document, e.span, apart=e.apart) for e in chosen]))


def _run_ends(numbers: Collection[int]) -> dict[int, int]:
    """For each of the numbers, the first after it that is none of them."""
    ends: dict[int, int] = {}
    for number in sorted(numbers, reverse=True):
        ends[number] = ends.get(number + 1, number + 1)
    return ends


def words(document: Document, span: Span) -> Span:
    """``span`` (in the source) with the space that would be left double, or at a paragraph's edge, without it."""
    source, (start, end) = document.source, span
    before = source[start - 1 : start]
    after = source[end : end + 1]
    if before in ("", "\n", "\r", " ", "\t") and after in (" ", "\t"):
        while source.startswith((" ", "\t"), end):
            end += 1
    elif before in (" ", "\t") and after in ("", "\n", "\r", "<"):
        while source.endswith((" ", "\t"), 0, start):
            start -= 1
    return Span(start, end)


def _alone(document: Document, element: Element) -> bool:
    """Whether the element can be cut out where it stands: Markdown and plain text only in whole lines."""
    return element.tag or _whole_lines(document, element.span) is not None


def _whole_lines(document: Document, span: Span) -> tuple[int, int] | None:
    """The first and the last line of ``span``, when nothing else stands on them (marks of a quotation, maybe)."""
    first, last = document.lines.place(span.start)[0], document.lines.place(span.end)[0]
    before = Span(_line(document, first).start, span.start)
    after = Span(span.end, _line(document, last).end)
    blank = _BLANK.match(document.source, *before) and _SPACE.match(document.source, *after)
    return (first, last) if blank else None


def _line(document: Document, number: int) -> Span:
    """A line with its line end; a byte order mark belongs to none."""
    span = document.lines.span(number)
    return Span(1, span.end) if number == 1 and document.source.startswith("\ufeff") else span


def _is_empty(document: Document, number: int) -> bool:
    return _BLANK.match(_line(document, number).of(document.source).rstrip("\r\n")) is not None


def _with_lines(document: Document, span: Span, *, apart: bool) -> Span:
    """``span``, when it is alone on its lines, with its line end and the empty lines that would be left double.

    ``apart``: the text before and the text after must not become one paragraph.
    """
    lines = _whole_lines(document, span)
    if lines is None:
        return span
    first, last = lines
    above, below = _empty_around(document, first, last)
    if below == document.lines.count:  # the text ends here: nothing is left below what stands above
        return Span(_line(document, above).start, len(document.source))
    if above == first > 1:  # text right above
        whole = Span(_line(document, first).start, _line(document, last).end)
        return span if apart and below == last else whole
    if above < first and below > last and _quoted(document, first - 1) and not _quoted(document, last + 1):
        return Span(_line(document, above).start, _line(document, last).end)
    return Span(_line(document, first).start, _line(document, below).end)


def _empty_around(document: Document, first: int, last: int) -> tuple[int, int]:
    """The first and the last of the lines with the empty ones right above and right below."""
    while first > 1 and _is_empty(document, first - 1):
        first -= 1
    while last < document.lines.count and _is_empty(document, last + 1):
        last += 1
    return first, last


def _quoted(document: Document, number: int) -> bool:
    return ">" in _line(document, number).of(document.source)


def _joined(document: Document, spans: list[Span]) -> Iterator[Span]:
    """Stretches that touch are one, tidied as one: two paragraphs at the end of a text leave no empty line."""
    while spans:
        first, end, count = spans[0], spans[0].end, 1
        while count < len(spans) and spans[count].start <= end:
            end = max(end, spans[count].end)
            count += 1
        yield _with_lines(document, Span(first.start, end), apart=False) if count > 1 else first
        spans = spans[count:]
