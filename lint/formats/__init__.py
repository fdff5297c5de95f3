"""The formats copydesk reads: one file each with its FORMAT, and one line in the table here."""

from __future__ import annotations

from pathlib import PurePath

from lint.document import Document
from lint.formats import html, markdown, plain
from lint.formats.base import Format, TextFormat

FORMATS: dict[str, Format] = {
    ".txt": plain.FORMAT,
    ".md": markdown.FORMAT,
    ".markdown": markdown.FORMAT,
    ".mdx": markdown.FORMAT,
    ".html": html.FORMAT,
    ".htm": html.FORMAT,
}


def format_of(path: str) -> Format:
    """The format that the path's ending names; plain text when it names none."""
    return FORMATS.get(PurePath(path).suffix.lower(), plain.FORMAT)


def parse(path: str, source: str, dialect: str) -> Document:
    """Reads a text as the format that the path's ending names; as plain text where that is no format of texts."""
    known = format_of(path)
    return (known if isinstance(known, TextFormat) else plain.FORMAT).parse(path, source, dialect)
