"""Files that people take for text and that copydesk does not read, each called what it is."""

from __future__ import annotations

from pathlib import PurePath

from lint.formats import FORMATS

READ = " ".join(FORMATS)
"""The endings that copydesk reads, for people."""
_WORD, _OLD_WORD, _OPEN = "a Word file", "an old Word file", "an OpenDocument file"
_BY_ENDING = {
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".odt": _OPEN,
    ".ott": _OPEN,
    ".pdf": "a PDF file",
    ".pages": "a Pages file",
    ".epub": "an e-book",
}
"""What a file is by its name alone, whatever is in it."""
_BY_START = {
    b"%PDF-": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _OLD_WORD,
    b"PK\x03\x04": "a zip archive",
}
_IN_ZIP = {
    b"word/document.xml": _WORD,
    b"application/vnd.oasis.opendocument": _OPEN,
    b"application/epub+zip": "an e-book",
}
"""Names and contents of members that a zip archive stores as they are."""
EXPECTED = frozenset((*_BY_ENDING, *".doc .rtf .adoc .asciidoc .rst .tex .org .wpd .mdx".split()))
"""Endings of files in a folder that somebody might expect to be read: they are left out, and counted."""


def what_is(name: str, raw: bytes) -> str | None:
    """What a file is called that is no text but looks like copy to people: “a Word file”; None for all others."""
    for start, what in _BY_START.items():
        if raw.startswith(start):
            return next((known for sign, known in _IN_ZIP.items() if sign in raw), what)
    return _BY_ENDING.get(PurePath(name).suffix.lower())
