"""What a file holds, and the document that it is."""

from __future__ import annotations

from pathlib import Path

from lint import disk
from lint.document import Document
from lint.errors import NotText, ReadError
from lint.files.documents import READ, what_is
from lint.formats import format_of
from lint.formats.base import TextFormat


def read_bytes(path: Path, most: int = disk.MOST) -> bytes:
    """The bytes of a file. Raises ReadError, also for what is no file (a pipe, a device) and for more than ``most``."""
    try:
        return disk.contents(path, most)
    except FileNotFoundError as e:
        raise ReadError("there is no such file") from e
    except disk.TooLarge as e:
        raise ReadError(too_large(str(e.strerror))) from e
    except OSError as e:
        raise ReadError(f"can't be read: {(e.strerror or str(e)).lower()}") from e


def too_large(says: str) -> str:
    """What to do about a file that is too large."""
    return f"is too large: {says}; split it, or write max_file_size: 50 MB in .copydesk.yaml"


def read_document(path: str, raw: bytes, dialect: str) -> Document:
    """The document that the bytes of a file are, in the format that the ending of its name says.

    Raises ReadError; NotText, by name, for a Word file and its like where no format reads them.
    """
    known = format_of(path)
    if isinstance(known, TextFormat) and (what := what_is(path, raw)):
        raise NotText(f"is {what}; copydesk reads {READ}")
    return known.read(path, raw, dialect)
