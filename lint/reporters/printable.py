"""Text from anywhere (drafts, names of files, rules, settings), made harmless to show.

Whatever a person or a log reads goes through here: a terminal obeys control characters, and a log of GitHub’s obeys
lines that begin with ``::`` and whatever begins with ``##[``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_BLANKS = "\t\xa0\u3000"
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)", re.M)
"""A line that GitHub’s runner takes for a command: ``::`` after any space."""
_OLD_COMMAND = re.compile(r"##(?=\w*\[)")
"""What begins a command anywhere in a line, for GitHub (``##[``), Azure (``##vso[``) and TeamCity (``##teamcity[``)."""
_COLON, _SHARP = "\ua789", "\u266f"
"""Signs that look like a colon and a hash, and are none: ꞉ and ♯."""


def printable(text: str) -> str:
    """Without control characters, marks that turn the direction of a text among them; each becomes U+FFFD, and so do
    lone surrogates. One character stays one character."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() or _joins(c) else " " if c in _BLANKS else "\ufffd" for c in text)


def on_one_line(text: str) -> str:
    """Printable, and with one space for each stretch of white space."""
    return printable(re.sub(r"\s+", " ", text))


def without_commands(page: str) -> str:
    """A page for people of which no line is a command to the machine whose log it stands in."""
    return _OLD_COMMAND.sub("#" + _SHARP, _COMMAND.sub(rf"\1{_COLON}", page))


def escaped(json: str) -> str:
    """JSON that says the same with every character escaped that is not ``printable``, and with no command in it."""
    return _OLD_COMMAND.sub(r"#\\u0023", _each(json, _utf16))


def escaped_yaml(yaml: str) -> str:
    """The same for YAML; what is escaped must stand in double quotation marks."""
    return _COMMAND.sub(r"\1\\x3a", _OLD_COMMAND.sub(r"#\\x23", _each(yaml, lambda c: f"\\U{ord(c):08x}")))


def _each(page: str, escape: Callable[[str], str]) -> str:
    """A page with all escaped that is not printable, line ends excepted."""
    if page.isascii() and page.replace("\n", "").isprintable():
        return page
    return "".join(c if c == "\n" or c.isprintable() or _joins(c) else escape(c) for c in page)


def _utf16(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))


def _joins(char: str) -> bool:
    """Whether it belongs to the letter before it, or is a space."""
    return unicodedata.category(char) in ("Mn", "Me", "Zs") or char in "\u200d\ufe0f"
