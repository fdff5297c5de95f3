"""copydesk fix: makes the fixes that are sure, or all of them, in the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from lint.cli.diff import print_diff
from lint.cli.exits import FOUND, NOT_CHECKED, OK
from lint.cli.page import print_bytes, say
from lint.cli.run import prepared, progress, run_options
from lint.errors import ReadError
from lint.files.write import clear_drafts, rewrite
from lint.finding import Failure, Finding
from lint.fixes.apply import Fixed
from lint.linter import Linter
from lint.reporters.options import Options, Summary
from lint.reporters.text import correction, number, read_line, shortened
from lint.rule import Severity
from lint.run import Prepared


@click.command(
    short_help="Put right what is safe to put right.",
    epilog="\b\nExamples:\n  copydesk fix drafts/\n  copydesk fix --unsafe --diff story.md\n"
    "  copydesk fix --unsafe --rule boilerplate.newsletter drafts/\n"
    "  pbpaste | copydesk fix - | pbcopy\n\n"
    "\b\nExit codes:\n  0  done\n  1  --diff: there is something to fix\n"
    "  2  a mistake in configuration, rules or usage, or nothing to read\n"
    "  3  something could not be checked or written\n  130  interrupted",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--unsafe", is_flag=True, help="Make those fixes too that an editor should look at afterwards.")
@click.option("--diff", is_flag=True, help="Show what would be changed, and change nothing.")
@run_options
def fix(paths: tuple[str, ...], unsafe: bool, diff: bool, suggestions: bool, **options: Any) -> int:
    """Puts right what copydesk check finds, in files and folders, or from standard input (-) to standard output.

    Only the first suggestion of a finding is made, never in a direct quotation, and only where it is safe, unless
    --unsafe is given. All else in the file stays as it is, byte for byte.
    """
    run = prepared(paths, **options)
    least = Severity.SUGGESTION if suggestions else Severity.WARNING
    results = list(_results(run, least, unsafe=unsafe, diff=diff))
    if diff:
        print_diff(results)
    reports = [r.report for r in results]
    left_out = run.left_out_by_reason(reports)
    for line in _page(results, least, left_out, diff=diff, unsafe=unsafe):
        say(line, err=diff or run.own is not None)
    return _exit_code(run, results, diff=diff)


def _exit_code(run: Prepared, results: Sequence[Fixed], *, diff: bool) -> int:
    reports = [r.report for r in results]
    if not all(r.complete for r in reports):
        return NOT_CHECKED
    if not any(r.was_read for r in reports) and not run.run.is_for_a_hook:
        raise run.nothing_read(reports)
    return FOUND if diff and any(r.new != r.raw for r in results) else OK


def _results(run: Prepared, least: Severity, *, unsafe: bool, diff: bool) -> Iterator[Fixed]:
    """What is fixed, in files written back unless only the difference is asked for."""
    if run.own:
        yield _stdin(run, run.own, unsafe=unsafe, least=least, diff=diff)
    fixes = progress(run.fixes(unsafe=unsafe, least=least), "fixing", len(run.files))
    for (item, _), result in zip(run.files, fixes, strict=True):
        yield result if diff else _written(result, item.below)
    if not diff:
        for folder in {item.path.parent for item, _ in run.files}:
            clear_drafts(folder)


def _stdin(run: Prepared, linter: Linter, *, unsafe: bool, least: Severity, diff: bool) -> Fixed:
    """Standard input, fixed, to standard output in the encoding that it came in; as it came where it can't be read."""
    result = linter.fix_bytes(run.raw, run.run.stdin_name, unsafe=unsafe, least=least)
    if not diff:
        print_bytes(result.new)
        while more := run.more():  # of a text that is too large to be fixed, what was not even read
            print_bytes(more)
    return result


def _written(result: Fixed, below: Path | None) -> Fixed:
    """The result, written to its file and without the texts, which a long run need not keep; where that fails, nothing
    was made, and the failure is reported."""
    report = result.report
    if result.new != result.raw:
        try:
            rewrite(Path(report.path), result.raw, result.new, below)
        except ReadError as e:
            failure = Failure(report.path, "writer", str(e))
            return Fixed("", "", (), replace(report, failures=(*report.failures, failure)))
    return Fixed("", "", result.made, report)


def _page(
    results: Sequence[Fixed], least: Severity, left_out: Mapping[str, int], *, diff: bool, unsafe: bool
) -> Iterator[str]:
    """What was put right, file by file, and what was not; the last line says what was read."""
    for result in results:
        yield from _file(result)
    yield from _what_is_left([f for r in results for f in r.report.shown(least)], unsafe=unsafe)
    summary = Summary.of([r.report for r in results], Options(least, left_out=left_out))
    failed = f" {number(summary.failures, 'thing')} could not be checked." if summary.failures else ""
    yield f"{_fixes(results, diff=diff) if summary.read else ''}{read_line(summary)}.{failed}"


def _file(result: Fixed) -> Iterator[str]:
    report = result.report
    if result.made or report.failures or report.notes:
        yield report.path
        yield from (f"  note  {n}" for n in report.notes)
        yield from (f"  not checked  {f.message}  {f.component}" for f in report.failures)
        yield from (_line(f) for f in result.made)
        yield ""


def _fixes(results: Sequence[Fixed], *, diff: bool) -> str:
    """How many fixes there are, and in how many files of those that the line goes on to count."""
    made, files = sum(len(r.made) for r in results), sum(bool(r.made) for r in results)
    if not made:
        return "Nothing to fix: "
    return f"{number(made, 'fix', 'fixes')} {'to make ' if diff else ''}in {files} of "


def _what_is_left(left: Sequence[Finding], *, unsafe: bool) -> Iterator[str]:
    """How many findings remain, and the command that shows or mends them."""
    careful = 0 if unsafe else sum(f.edit is not None for f in left)
    if careful:
        yield f"{careful:,} more need{'s' if careful == 1 else ''} an editor’s eye: copydesk fix --unsafe --diff"
    if len(left) > careful:
        yield f"{number(len(left) - careful, 'finding')} can’t be fixed: copydesk check"


def _line(f: Finding) -> str:
    line, column = f.place.start
    what = correction(f)
    if not any(f.suggestions) and (text := f.text.strip()) and text not in what:
        what = f"{what}: {shortened(text)}"
    return f"{f'  {line}:{column}':10}{what}  {f.rule}"
