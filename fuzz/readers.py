"""The readers: whatever they are given, they neither break nor dawdle, lose no text, and know their way back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pyromark

from fuzz import judge
from lint.document import Document
from lint.errors import ReadError
from lint.formats import FORMATS, front_matter, insets
from lint.formats.builder import Builder
from lint.formats.encoding import decode, encode
from lint.formats.markdown import OPTIONS
from lint.span import Span

CANARY = "zqcanaryqz"
SECONDS = 2.0
"""Of a processor: the longest that the reading of a short text may take."""
_ENDS = {
    ".txt": f"\n\nThe {CANARY} talks.\n",
    ".md": f"\n\nThe {CANARY} talks.\n",
    ".html": f"\n<p>The {CANARY} talks.</p>\n",
}


class LostError(AssertionError):
    """Words that a person reads and the reader does not."""


def text(data: bytes) -> None:
    """Plain text: the word at the end is read whatever comes before."""
    document = _read(data, ".txt")
    if document is not None and CANARY not in document.prose:
        raise LostError(CANARY)


def markdown(data: bytes) -> None:
    """Markdown: what a page made of it shows is read."""
    document = _read(data, ".md")
    if document is None:
        return
    start = front_matter.read(Builder("a.md", document.source, "en-GB"))
    body = _without_insets(document.source, start)
    page = pyromark.html(re.sub("[\ud800-\udfff]", "?", body), options=OPTIONS)
    _compare(judge.words(page), document)


def _without_insets(source: str, start: int) -> str:
    """A source from ``start`` on, with letters in place of each template tag and shortcode, which make no word of those
    at its sides."""
    pieces, at = [], start
    for inset in insets.settled(source, insets.find(source, start, "markdown")):
        pieces += [source[at : max(at, inset.span.start)], "x·x"]
        at = max(at, inset.span.end)
    return "".join([*pieces, source[at:]])


def html(data: bytes) -> None:
    """HTML: what a browser shows is read."""
    document = _read(data, ".html")
    if document is not None:
        _compare(judge.words(document.source), document)


TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "markdown": markdown, "html": html}


def _read(data: bytes, ending: str) -> Document | None:
    """The document, proved to map back; None for bytes that are no text."""
    try:
        data = encode(decode(data)[0] + _ENDS[ending], data)
    except ReadError:
        return None
    begun = time.process_time()
    document = FORMATS[ending].read("a" + ending, data, "en-GB")
    spent = time.process_time() - begun
    assert spent < SECONDS, f"reading took {spent:.1f} s"
    _maps_back(document)
    return document


def _maps_back(document: Document) -> None:
    last = 0
    for i, char in enumerate(document.prose):
        span = document.to_source(Span(i, i + 1))
        assert last <= span.start <= span.end <= len(document.source), f"the way back leaps at {i}"
        last = span.start
        assert not document.is_verbatim(Span(i, i + 1)) or span.of(document.source) == char, f"another sign at {i}"
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.prose), f"blocks overlap at {at}"
        at = block.span.end
    document.prose.encode()


def _compare(shown: set[str], document: Document) -> None:
    """Nothing that is shown is lost, unless a note tells of a page that is broken."""
    if any("is not read" in note for note in document.notes):
        return
    prose = "".join(document.prose.split())  # a change may have put a block's edge into a word
    lost = {word for word in shown if word not in prose}
    if CANARY in lost:
        raise LostError(CANARY)
    if lost and not document.notes:
        raise LostError(", ".join(sorted(lost)))
