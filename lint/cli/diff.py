"""What a fix would change, as a diff that ``git apply`` takes, and that harms nobody who looks at it."""

from __future__ import annotations

import difflib
import os
import re
import secrets
import sys
from collections.abc import Iterable, Iterator

from lint.cli.page import print_bytes, say
from lint.fixes.apply import Fixed

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PLAIN = re.compile(r'[^\x00-\x1f"\\\x7f]*')
"""A name that a header of a diff can hold as it is."""
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def print_diff(results: Iterable[Fixed]) -> None:
    """Prints what is different in files when they are fixed.

    On a terminal without control characters; for a file or another program byte for byte, so that it can be applied. In
    the log of a workflow on GitHub, no line of a draft is taken for a command: they are stopped until the diff ends
    (git and patch pass over lines around a diff).
    """
    if _seen_by_a_person():
        for line in (line for r in results for line in _lines(r.report.path, r.before, r.after)):
            say(line.rstrip("\r\n"))
        return
    lines = [line for r in results for line in _lines(_bytewise(r.report.path), *_bytes(r))]
    if lines:
        stop = secrets.token_hex(16) if os.environ.get("GITHUB_ACTIONS") == "true" else ""
        around = (f"::stop-commands::{stop}\n", f"::{stop}::\n") if stop else ("", "")
        print_bytes((around[0] + "".join(lines) + around[1]).encode("latin-1"))


def _seen_by_a_person() -> bool:
    return sys.stdout.isatty()


def _bytes(result: Fixed) -> tuple[str, str]:
    """A file before and after, each byte a character: what is applied has the encoding of the file."""
    return result.raw.decode("latin-1"), result.new.decode("latin-1")


def _bytewise(path: str) -> str:
    return os.fsencode(path).decode("latin-1")


def _lines(path: str, before: str, after: str) -> Iterator[str]:
    """The diff of one file. It names it as from here, without the line “diff --git” that would mean the top of the
    repository."""
    old, new = _name("a", path), _name("b", path)
    for line in difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _name(side: str, path: str) -> str:
    """A file as git names it: below a/ or b/, in quotation marks where it holds what could end or forge a line. One
    with spaces is ended by a tab, or patch would not know where."""
    here = _bytewise(os.getcwd()) + os.sep
    name = f"{side}/{os.path.normpath(path).removeprefix(here).replace(os.sep, '/').lstrip('/')}"
    if not _PLAIN.fullmatch(name):
        return '"' + "".join(c if _PLAIN.fullmatch(c) else _NAMED.get(c) or f"\\{ord(c):03o}" for c in name) + '"'
    return f"{name}\t" if " " in name else name
