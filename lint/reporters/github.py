"""GitHub's workflow commands: each finding an annotation on its line.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TextIO

from lint.finding import Finding, Report
from lint.reporters.options import Options, Summary
from lint.reporters.printable import printable, without_commands
from lint.reporters.text import last_line

_LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def write(reports: Sequence[Report], stream: TextIO, options: Options) -> None:
    """Writes a command for each finding that is shown, each failure and each note, and a last line for the log."""
    for report in reports:
        for f in report.shown(options.least):
            stream.write(_line(f))
        for failure in report.failures:
            stream.write(f"::error file={_property(failure.path)},title=not checked::{_data(failure.message)}\n")
        for note in report.notes:
            stream.write(f"::notice file={_property(report.path)}::{_data(note)}\n")
    plain = replace(options, colour=False)
    stream.write(without_commands(last_line(Summary.of(reports, plain), plain)) + "\n")


def _line(f: Finding) -> str:
    (line, column), (end_line, end_column) = f.place.start, f.place.end
    where = f"file={_property(f.place.path)},line={line},endLine={end_line}"
    if line == end_line:  # GitHub knows columns within one line only
        where += f",col={column},endColumn={end_column}"
    offered = " or ".join(f"‘{s}’" for s in f.suggestions[:3] if s)
    message = f.message + (f" Write {offered}." if offered and f"‘{f.suggestions[0]}’" not in f.message else "")
    return f"::{_LEVELS[f.severity]} {where},title={_property(f.rule)}::{_data(message)}\n"


def _data(text: str) -> str:
    lines = (without_commands(printable(line)) for line in re.split(r"\r\n?|\n", text.replace("%", "%25")))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
