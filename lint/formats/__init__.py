"""The formats copydesk reads: one file each, ``parse(path, source, dialect) → Document``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from lint.document import Document
from lint.formats import html, markdown, plain

Parse = Callable[[str, str, str], Document]

FORMATS: dict[str, Parse] = {
    ".txt": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
}


def parse(path: str, source: str, dialect: str) -> Document:
    """Reads ``source`` as the format that the path's ending names; plain text when it names none."""
    return FORMATS.get(PurePath(path).suffix.lower(), plain.parse)(path, source, dialect)
