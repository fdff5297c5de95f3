"""A newsroom's own list of names: the right form of each, wrong forms that are met, and a note."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint import disk


class Name(NamedTuple):
    """``right`` is checked and correct; ``wrong`` are forms that stand for it; ``note`` tells who it is."""

    right: str
    wrong: tuple[str, ...] = ()
    note: str = ""


def read(file: Path) -> Iterator[Name]:
    """A text file with a right form on each line, or a CSV file: right form, wrong forms parted by |, note.

    ``#`` begins a comment. Raises OSError and UnicodeError as reading does, and ValueError, with the line, for a line
    without a right form and for one with more than three columns.
    """
    reader = csv.reader(io.StringIO(disk.text(file), newline=""), skipinitialspace=True)
    for row in _rows(reader, file):
        fields = [f.strip() for f in row]
        if not any(fields) or fields[0].startswith("#"):
            continue
        if reader.line_num == 1 and fields[0].lower() in ("right", "name"):
            continue
        if not fields[0] or len(fields) > 3:
            raise ValueError(f"{file}:{reader.line_num}: write the right form, wrong forms parted by |, a note")
        right, wrong, note = (*fields, "", "")[:3]
        yield Name(right, tuple(w for form in wrong.split("|") if (w := form.strip())), note)


def _rows(reader: Any, file: Path) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as e:
        raise ValueError(f"{file}:{reader.line_num}: this is not CSV: {e}") from e
