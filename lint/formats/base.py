"""What a format is: bytes become a Document, and edits of its source become bytes again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from lint.document import Document
from lint.finding import Edit
from lint.formats.encoding import decode, encode


class Format(Protocol):
    """Knows one kind of file. It may be a binary one: ``Document.source`` is then the text that the format takes from
    the file, and all positions and edits refer to that text."""

    def read(self, path: str, raw: bytes, dialect: str) -> Document:
        """The document that the bytes are. Raises ReadError, and NotText for a file of another sort."""
        ...

    def write(self, raw: bytes, edits: Sequence[Edit]) -> bytes:
        """The bytes with the edits made; all else stays as it was, and with no edits all does. Raises ReadError for
        an edit that the file can't hold."""
        ...


@dataclass(frozen=True)
class TextFormat:
    """A format whose files are text, in an encoding that all such formats share; ``parse`` (path, source, dialect)
    is what sets one apart."""

    parse: Callable[[str, str, str], Document]

    def read(self, path: str, raw: bytes, dialect: str) -> Document:
        """Decodes and parses. The document's notes say too where the encoding had to be guessed."""
        source, notes = decode(raw)
        document = self.parse(path, source, dialect)
        return dataclasses.replace(document, notes=(*notes, *document.notes)) if notes else document

    def write(self, raw: bytes, edits: Sequence[Edit]) -> bytes:
        """Edits the text and keeps its encoding, its byte order mark and its line ends."""
        return encode(edited(decode(raw)[0], edits), raw) if edits else raw


def edited(source: str, edits: Iterable[Edit]) -> str:
    """A text with the edits made; of two that overlap, the first alone."""
    out, at = [], 0
    for edit in apart(edits):
        out += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*out, source[at:]))


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in the order of their places; of two that overlap, the first alone."""
    at = 0
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start >= at:
            yield edit
            at = edit.span.end
