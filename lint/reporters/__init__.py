"""The formats of output: one file each, ``write(reports, stream, options)``, and one line in the table here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

from lint.finding import Report
from lint.reporters import github, json, text
from lint.reporters.options import Options

Write = Callable[[Sequence[Report], TextIO, Options], None]

REPORTERS: dict[str, Write] = {
    "text": text.write,
    "json": json.write,
    "github": github.write,
}
