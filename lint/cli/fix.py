"""copydesk fix: makes the fixes that are sure, or all of them, in the files."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from lint.cli.exits import FOUND, NOT_CHECKED, OK
from lint.cli.run import files_of, linter_for, progress, run_options
from lint.errors import ReadError
from lint.files.discover import rewrite
from lint.finding import Failure, Finding
from lint.fixes.apply import Fixed
from lint.reporters.text import correction, number, printable, shortened
from lint.rule import Severity


@click.command(
    short_help="Put right what is safe to put right.",
    epilog="\b\nExamples:\n  copydesk fix drafts/\n  copydesk fix --unsafe --diff story.md\n"
    "  copydesk fix --unsafe --rule boilerplate.newsletter drafts/\n"
    "  pbpaste | copydesk fix - | pbcopy\n\n"
    "\b\nExit codes:\n  0  done\n  1  --diff: there is something to fix\n"
    "  2  a mistake in configuration, rules or usage\n"
    "  3  something could not be checked or written\n  130  interrupted",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--unsafe", is_flag=True, help="Make those fixes too that an editor should look at afterwards.")
@click.option("--diff", is_flag=True, help="Show what would be changed, and change nothing.")
@run_options
def fix(
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    suggestions: bool,
    stdin_filename: str,
    force_exclude: bool,
    **options: Any,
) -> int:
    """Puts right what copydesk check finds, in files and folders, or from standard input (-) to standard output.

    Only the first suggestion of a finding is made, never in a direct quotation, and only where it is safe, unless
    --unsafe is given. All else in the file stays as it is, byte for byte.
    """
    paths = paths or (".",)
    linter = linter_for(paths, stdin_filename, **options)
    least = Severity.SUGGESTION if suggestions else Severity.WARNING

    results = []
    if "-" in paths:
        results.append(linter.fix_bytes(sys.stdin.buffer.read(), stdin_filename, unsafe=unsafe, least=least))
        if not diff:
            sys.stdout.buffer.write(results[0].new)
            sys.stdout.buffer.flush()
    files = files_of(paths, linter.config, force=force_exclude)
    for result in progress(linter.fix_files(files, unsafe=unsafe, least=least), "fixing", len(files)):
        results.append(result if diff else _written(result))
    if diff:
        for result in results:
            click.echo(_diff(result), nl=False)
    for line in _page(results, least, diff=diff, unsafe=unsafe):
        click.echo(line, err=diff or "-" in paths)
    if any(not r.report.complete for r in results):
        return NOT_CHECKED
    return FOUND if diff and any(r.new != r.raw for r in results) else OK


def _written(result: Fixed) -> Fixed:
    """The result, written to its file and without the texts, which a long run need not keep; where that fails, nothing
    was made, and the failure is told."""
    report = result.report
    if result.new != result.raw:
        try:
            rewrite(Path(report.path), result.raw, result.new)
        except ReadError as e:
            failure = Failure(report.path, "writer", str(e))
            return Fixed("", "", (), replace(report, failures=(*report.failures, failure)))
    return Fixed("", "", result.made, report)


def _diff(result: Fixed) -> str:
    path = result.report.path
    before, after = (_LINE.findall(t) for t in (result.before, result.after))
    lines = difflib.unified_diff(before, after, path, path)
    return "".join(x if x.endswith("\n") else f"{x}\n\\ No newline at end of file\n" for x in lines)


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def _page(results: Sequence[Fixed], least: Severity, *, diff: bool, unsafe: bool) -> Iterator[str]:
    """What was put right, file by file, and what was not."""
    for result in results:
        report = result.report
        if result.made or report.failures or report.notes:
            yield printable(report.path)
            yield from (f"  note  {printable(n)}" for n in report.notes)
            yield from (f"  not checked  {printable(f.message)}  {f.component}" for f in report.failures)
            yield from (_line(f) for f in result.made)
            yield ""
    made = sum(len(r.made) for r in results)
    left = [f for r in results for f in r.report.shown(least)]
    careful = 0 if unsafe else sum(f.edit is not None for f in left)
    files = number(sum(bool(r.made) for r in results), "file")
    yield f"{number(made, 'fix', 'fixes')} {'to make ' if diff else ''}in {files}." if made else "Nothing to fix."
    if careful:
        yield f"{careful:,} more need{'s' if careful == 1 else ''} an editor’s eye: copydesk fix --unsafe --diff"
    if len(left) > careful:
        yield f"{number(len(left) - careful, 'finding')} can’t be fixed: copydesk check"
    if failures := sum(len(r.report.failures) for r in results):
        yield f"{number(failures, 'thing')} could not be checked."


def _line(f: Finding) -> str:
    line, column = f.place.start
    what = correction(f)
    if not any(f.suggestions) and (text := f.text.strip()) and text not in what:
        what = f"{what}: {shortened(text)}"
    return f"{f'  {line}:{column}':10}{what}  {f.rule}"
