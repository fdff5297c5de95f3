"""What a report must be, whatever was checked: complete or with its reasons, at places that there are, and harmless."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout

from lint.cli.page import say
from lint.errors import CopydeskError
from lint.finding import Report
from lint.reporters import REPORTERS
from lint.reporters.options import Options
from lint.rule import Severity

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|##(?=\\w*\\[)")
_COMMAND = re.compile(r"^[^\S\n]*::", re.M)
_WHERE = re.compile(r"\S:[1-9]\d*: \S")
_BREAKS = re.compile(r"crashed|fault of copydesk")


def sound(report: Report, source: str, *, shown: bool = True) -> None:
    """Raises AssertionError for a report of ``source`` with a rule that crashed, a finding that is not where it says,
    or (``shown``) a page that could harm a terminal or a build."""
    for failure in report.failures:
        assert not _BREAKS.search(failure.message), failure.message
    for f in report.findings:
        span = f.place.span
        assert 0 <= span.start <= span.end <= len(source), f"{f.rule} at {span} of {len(source)}"
        assert f.text == span.of(source), f"{f.rule} says {f.text!r} of {span.of(source)!r}"
        assert f.edit is None or 0 <= f.edit.span.start <= f.edit.span.end <= len(source), f"{f.rule} edits {f.edit}"
    for name, write in REPORTERS.items() if shown else ():
        write([report], page := io.StringIO(), Options(Severity.SUGGESTION))
        harmless(page.getvalue())
        assert name == "github" or not _COMMAND.search(page.getvalue()), f"a command in {name}"


def harmless(page: str) -> None:
    """Raises AssertionError for a page with control characters, or with signs that a build takes for a command."""
    found = _CONTROL.search(page)
    assert not found, f"{found[0]!r} on a page"


def refused(error: CopydeskError) -> None:
    """Raises AssertionError for a complaint without file and line, or one that could do harm."""
    assert _WHERE.search(str(error)), f"no file and line: {error}"
    said(error)


def said(*lines: object) -> None:
    """Raises AssertionError for what the command would say in lines of its own, if that could do harm."""
    with redirect_stdout(io.StringIO()) as page:
        for line in lines:
            say(line)
    harmless(page.getvalue())
    assert not _COMMAND.search(page.getvalue()), "a command in what is said"
