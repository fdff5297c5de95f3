"""copydesk check: tells what is wrong with files, folders or standard input."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from lint import __version__
from lint.cli.exits import FOUND, NOT_CHECKED, OK
from lint.cli.page import say
from lint.cli.run import prepared, progress, run_options
from lint.config.settings import FAIL_ON
from lint.errors import CopydeskError, did_you_mean
from lint.files.documents import READ
from lint.files.write import save
from lint.finding import Report
from lint.reporters import REPORTERS
from lint.reporters.options import Options, Summary
from lint.reporters.text import last_line
from lint.rule import Severity
from lint.run import Prepared

Targets = tuple[tuple[str, str | None], ...]
"""Formats of output, each with the file that it is written to; None for standard output."""


def _targets(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> Targets:
    """``text json=report.json`` as pairs; two of them can't both have standard output."""
    targets = []
    for value in values:
        name, _, file = value.partition("=")
        if name not in REPORTERS:
            raise click.BadParameter(f"unknown format ‘{name}’; {did_you_mean(name, REPORTERS)}")
        targets.append((name, file or None))
    if sum(file is None for _, file in targets) > 1:
        raise click.BadParameter("one format alone can be printed; write the others to files: json=report.json")
    return tuple(targets)


@click.command(
    help=f"Checks files and folders ({READ}), or standard input (-).\n\nWithout a PATH it checks the current folder.",
    short_help="Find what is wrong in files, folders or standard input.",
    epilog="\b\nExamples:\n  copydesk check drafts/\n  copydesk check --dialect en-US --suggestions story.md\n"
    "  pbpaste | copydesk check - --stdin-filename story.md\n  copydesk check --format github .\n\n"
    "\b\nExit codes:\n  0  nothing found at or above --fail-on\n  1  findings\n"
    "  2  a mistake in configuration, rules or usage, or nothing to read\n"
    "  3  something could not be checked\n  130  interrupted",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("text",),
    show_default=True,
    callback=_targets,
    metavar="|".join(REPORTERS) + "[=FILE]",
    help="Output format; with =FILE it is written there. May be repeated.",
)
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write there instead of standard output."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="The least severity that gives exit code 1, whatever the configuration says.  [default: warning]",
)
@click.option("--profile", is_flag=True, help="Print the time that each rule took; the run itself is slower.")
@run_options
def check(paths: tuple[str, ...], formats: Targets, output: str | None, suggestions: bool, **options: Any) -> int:
    """Prints what is found, and gives the exit code."""
    run = prepared(paths, **options)
    reports, least = _with_severities(run, list(progress(run.reports(), "checking", len(run.files))), suggestions)
    page = Options(least, version=__version__, left_out=run.left_out_by_reason(reports), rules=run.rules)
    for name, file in formats:
        _write(reports, name, file or output, page)
    for line in _profile(run.seconds()):
        say(line, err=True)
    return _exit_code(reports, run)


def _with_severities(run: Prepared, reports: list[Report], suggestions: bool) -> tuple[list[Report], Severity]:
    """The reports, and the least severity to show: files that fail on suggestions show theirs without being asked."""
    if suggestions:
        return reports, Severity.SUGGESTION
    fails = [run.fail_on(r) == "suggestion" for r in reports]
    if not any(fails):
        return reports, Severity.WARNING
    shown = [r if f else _without_suggestions(r) for r, f in zip(reports, fails, strict=True)]
    return shown, Severity.SUGGESTION


def _profile(seconds: Sequence[tuple[str, float]]) -> Iterator[str]:
    """The time of each rule, the slowest first, with its share of all."""
    total = sum(taken for _, taken in seconds) or 1.0
    for name, taken in seconds:
        yield f"{taken:9.3f} s  {taken / total:4.0%}  {name}"


def _without_suggestions(report: Report) -> Report:
    """For a file whose suggestions nobody asked for, beside others whose suggestions are."""
    return replace(report, findings=tuple(f for f in report.findings if f.severity is not Severity.SUGGESTION))


def _write(reports: Sequence[Report], format_: str, output: str | None, options: Options) -> None:
    write = REPORTERS[format_]
    if output:
        page = io.StringIO()
        write(reports, page, options)
        try:
            save(Path(output), page.getvalue().encode("utf-8", "backslashreplace"))
        except OSError as e:
            raise CopydeskError(f"{output} can't be written: {(e.strerror or str(e)).lower()}") from e
        say(last_line(Summary.of(reports, options), options), err=True)
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(140, shutil.get_terminal_size((100, 24)).columns) if sys.stdout.isatty() else 100
    write(reports, sys.stdout, replace(options, colour=colour, width=width))
    sys.stdout.flush()


def _exit_code(reports: Sequence[Report], run: Prepared) -> int:
    if not all(r.complete for r in reports):
        return NOT_CHECKED
    if any(_fails(r, run.fail_on(r)) for r in reports):
        return FOUND
    if not any(r.was_read for r in reports) and not run.run.is_for_a_hook:
        raise run.nothing_read(reports)
    return OK


def _fails(report: Report, fail_on: str) -> bool:
    """Whether a report has a finding that the run is to fail on."""
    return fail_on != "never" and any(report.shown(Severity(fail_on)))
