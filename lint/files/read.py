"""What a file holds, and the document that it is."""

from __future__ import annotations

from pathlib import Path

from lint.document import Document
from lint.errors import NotText, ReadError
from lint.files.documents import READ, what_is
from lint.formats import format_of
from lint.formats.base import TextFormat


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises ReadError."""
    try:
        return path.read_bytes()
    except FileNotFoundError as e:
        raise ReadError("there is no such file") from e
    except OSError as e:
        raise ReadError(f"can't be read: {(e.strerror or str(e)).lower()}") from e


def read_document(path: str, raw: bytes, dialect: str) -> Document:
    """The document that the bytes of a file are, in the format that the ending of its name says.

    Raises ReadError; NotText, by name, for a Word file and its like where no format reads them.
    """
    known = format_of(path)
    if isinstance(known, TextFormat) and (what := what_is(path, raw)):
        raise NotText(f"is {what}; copydesk reads {READ}")
    return known.read(path, raw, dialect)
