"""The page for people: the correction first, the line with the fault underlined, the rule's id at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TextIO

from lint.finding import Excerpt, Finding, Report
from lint.reporters.options import Options, Summary
from lint.reporters.printable import on_one_line, printable, without_commands

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
_COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}


def write(reports: Sequence[Report], stream: TextIO, options: Options) -> None:
    """Writes the findings file by file, and last a line that counts them."""
    for report in reports:
        if report.shown(options.least) or report.failures or report.notes:
            stream.write(without_commands("".join(f"{line}\n" for line in _lines(report, options))))
    stream.write(without_commands(last_line(Summary.of(reports, options), options)) + "\n")


def _lines(report: Report, options: Options) -> Iterator[str]:
    """What is said of a file, and an empty line."""
    yield _paint(printable(report.path), "bold", options)
    for note in report.notes:
        yield f"  {_paint('note', 'cyan', options)}  {on_one_line(note)}"
    for failure in report.failures:
        who = _paint(printable(failure.component), "dim", options)
        yield f"  {_paint('not checked', 'red', options)}  {on_one_line(failure.message)}  {who}"
    for f in report.shown(options.least):
        yield _finding(f, options)
    yield ""


def _finding(f: Finding, options: Options) -> str:
    line, column = f.place.start
    head = f"  {line}:{column}".ljust(10) + _paint(correction(f), _COLOURS[f.severity], options)
    before, fault, after = _cut(f.excerpt, options.width - 12)
    indent = " " * 10
    shown = before + _paint(fault, "bold", options) + after
    marks = " " * _cells(before) + _paint("^" * max(1, _cells(fault)), _COLOURS[f.severity], options)
    told = on_one_line(f.message) + _related(f)
    tail = f"{told}  {_paint(printable(f.rule), 'dim', options)}"
    return f"{head}\n{indent}{shown}\n{indent}{marks}\n{indent}{tail}"


def correction(f: Finding) -> str:
    """What to do, in as few words as will do."""
    text = shortened(f.text.strip())
    if f.category == "boilerplate" and not any(f.suggestions):
        return "take out"
    if not f.suggestions:
        return f"look at ‘{text}’"
    first = f.suggestions[0]
    if not first.strip():
        return f"take out ‘{text}’" if text else "take out the space"
    others = "".join(f" / {shortened(s)}" for s in f.suggestions[1:3])
    return f"{text or '␣'} → {shortened(first)}{others}"


def shortened(text: str, most: int = 60) -> str:
    """On one line, and cut."""
    text = on_one_line(text)
    return text if len(text) <= most else text[: most - 1] + "…"


def _related(f: Finding) -> str:
    """Where else, in the story or in another file, the other form stands."""
    if others := sorted({f"{p.path}:{p.start[0]}" for p in f.related if p.path != f.place.path}):
        return f" ({printable(', '.join(others[:3]))}{'…' if len(others) > 3 else ''})"
    lines = sorted({p.start[0] for p in f.related})
    if not lines:
        return ""
    where = ", ".join(map(str, lines[:5])) + ("…" if len(lines) > 5 else "")
    return f" (line {where})" if len(lines) == 1 else f" (lines {where})"


def _cut(excerpt: Excerpt, room: int) -> tuple[str, str, str]:
    """The text before, in and after the fault, cut to ``room`` columns with the fault in view."""
    before, fault, after = (excerpt.text[a:b] for a, b in pairwise((0, excerpt.start, excerpt.end, None)))
    if len(fault) > room - 20:
        fault = fault[: max(20, room - 21)] + "…"
    left = max(0, room - len(fault))
    keep = max(left * 2 // 3, left - len(after))
    if len(before) > keep:
        before = "…" + before[len(before) - keep + 1 :] if keep > 0 else ""
    rest = left - len(before)
    if len(after) > rest:
        after = after[: max(0, rest - 1)] + "…"
    return printable(before), printable(fault), printable(after)


def _cells(text: str) -> int:
    """Columns of a terminal that the text takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    none = sum(unicodedata.category(c) in ("Mn", "Me", "Cf") or c == "\ufe0f" for c in text)
    return len(text) + wide - none


def last_line(s: Summary, options: Options) -> str:
    """What was found, read, left out and not checked, in one line."""
    hidden = f" {number(s.hidden, 'suggestion')} not shown (--suggestions)." if s.hidden else ""
    failed = f" {_paint(number(s.failures, 'thing') + ' could not be checked.', 'red', options)}" if s.failures else ""
    if not s.read:
        return f"{read_line(s)}.{failed}"
    if not s.findings:
        clean = "Nothing found" if s.failures else _paint("Clean copy", "green", options)
        return f"{clean}: {read_line(s)}.{failed}{hidden}"
    kinds = ", ".join(number(n, name) for name in ("error", "warning", "suggestion") if (n := s.by_severity[name]))
    return f"{_paint(kinds, 'bold', options)} in {s.with_findings} of {read_line(s)}.{failed}{hidden}"


def read_line(s: Summary) -> str:
    """“12 files, 5,174 words read; 3 files left out (2 .docx, 1 excluded)”."""
    read = f"{number(s.read, 'file')}, {number(s.words, 'word')} read" if s.read else "Nothing was read"
    if not s.left_out:
        return read
    reasons = ", ".join(f"{n:,} {printable(reason)}" for reason, n in s.left_out.items())
    return f"{read}; {number(sum(s.left_out.values()), 'file')} left out ({reasons})"


def number(n: int, noun: str, several: str = "") -> str:
    """“1 fix”, “2 fixes”."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {several or noun + 's'}"


def _paint(text: str, colour: str, options: Options) -> str:
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m" if options.colour and text else text
