"""copydesk check: tells what is wrong with files, folders or standard input."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from lint import __version__
from lint.cli.exits import FOUND, NOT_CHECKED, OK
from lint.cli.run import files_of, linter_for, progress, run_options
from lint.config.settings import FAIL_ON
from lint.errors import CopydeskError
from lint.files.discover import Listed
from lint.finding import Report
from lint.linter import Linter
from lint.reporters import REPORTERS
from lint.reporters.options import Options
from lint.rule import Severity


@click.command(
    short_help="Find what is wrong in files, folders or standard input.",
    epilog="\b\nExamples:\n  copydesk check drafts/\n  copydesk check --dialect en-US --suggestions story.md\n"
    "  pbpaste | copydesk check - --stdin-filename story.md\n  copydesk check --format github .\n\n"
    "\b\nExit codes:\n  0  nothing found at or above --fail-on\n  1  findings\n"
    "  2  a mistake in configuration, rules or usage\n"
    "  3  something could not be checked\n  130  interrupted",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "format_", type=click.Choice(list(REPORTERS)), default="text", show_default=True, help="How to tell it."
)
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write there instead of standard output."
)
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="The least severity that gives exit code 1.  [default: warning]"
)
@run_options
def check(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    suggestions: bool,
    stdin_filename: str,
    force_exclude: bool,
    **options: Any,
) -> int:
    """Checks files and folders (.md .markdown .txt .html .htm), or standard input (-).

    Without a PATH it checks the current folder.
    """
    paths = paths or (".",)
    linter = linter_for(paths, stdin_filename, **options)
    config = linter.config
    files = files_of(paths, config, force=force_exclude)
    found = _reports(linter, files, stdin_filename if "-" in paths else None)
    reports = list(progress(found, "checking", len(files)))
    least = Severity.SUGGESTION if suggestions or config.fail_on == "suggestion" else Severity.WARNING
    _tell(reports, format_, output, least)
    return _exit_code(reports, config.fail_on)


def _reports(linter: Linter, files: Sequence[Listed], stdin_filename: str | None) -> Iterator[Report]:
    if stdin_filename is not None:
        yield linter.check_bytes(sys.stdin.buffer.read(), stdin_filename)
    yield from linter.check_files(files)


def _tell(reports: Sequence[Report], format_: str, output: str | None, least: Severity) -> None:
    write = REPORTERS[format_]
    if output:
        try:
            with open(output, "w", encoding="utf-8", errors="backslashreplace") as stream:
                write(reports, stream, Options(least, False, 100, __version__))
        except OSError as e:
            raise CopydeskError(f"{output} can't be written: {(e.strerror or str(e)).lower()}") from e
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(140, shutil.get_terminal_size((100, 24)).columns) if sys.stdout.isatty() else 100
    write(reports, sys.stdout, Options(least, colour, width, __version__))
    sys.stdout.flush()


def _exit_code(reports: Sequence[Report], fail_on: str) -> int:
    if any(not r.complete for r in reports):
        return NOT_CHECKED
    if fail_on == "never":
        return OK
    return FOUND if any(r.shown(Severity(fail_on)) for r in reports) else OK
