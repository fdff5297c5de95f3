"""The command: each door turns its own request into the same call."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from lint import __version__, packs, starter
from lint.across import minority, repeated
from lint.catalogue import explanation, listing
from lint.config import BACKENDS, DIALECTS, FAIL_ON, LANGUAGES, Config, LanguageTool, is_address, nearest
from lint.config import load as load_config
from lint.errors import CopydeskError, ReadError, did_you_mean
from lint.files import Listed, decode, listed
from lint.finding import Failure, Report
from lint.kinds import OPTIONS
from lint.proof import prove
from lint.reporters import REPORTERS
from lint.reporters.options import Options
from lint.rule import Severity
from lint.runner import Linter

OK, FOUND, MISTAKE, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 3, 130
_LONG_RUN = 50
T = TypeVar("T")
"""Files from which on a run is long enough for a progress bar."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExample:\n  copydesk check drafts/",
)
@click.version_option(__version__, prog_name="copydesk")
def copydesk() -> None:
    """A copy-edit linter for newsrooms: quiet on clean copy, sharp on the rest."""


def main() -> None:
    """The entry point: what a person can put right is told in one line and ends with exit code 2."""
    _utf8(sys.stdout)
    _utf8(sys.stderr)
    try:
        code = copydesk.main(prog_name="copydesk", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as e:
        click.echo(e.format_message())
        code = MISTAKE
    except click.ClickException as e:
        e.show()
        code = MISTAKE
    except CopydeskError as e:
        click.echo(f"copydesk: {e}", err=True)
        code = MISTAKE
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = OK
    if code == INTERRUPTED:
        click.echo("copydesk: interrupted", err=True)
        sys.stderr.flush()
        os._exit(INTERRUPTED)  # threads that are still checking must not hold the shell
    sys.exit(code)


def _utf8(stream: TextIO) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _backend(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is None or value in BACKENDS or is_address(value):
        return value
    raise click.BadParameter(f"‘{value}’ is no backend; write {', '.join(BACKENDS)} or http://HOST:PORT")


# ---- check ---------------------------------------------------------------------------------------


@copydesk.command(
    epilog="\b\nExamples:\n  copydesk check drafts/\n  copydesk check --dialect en-US --suggestions story.md\n"
    "  pbpaste | copydesk check - --stdin-filename story.md\n  copydesk check --format github .\n\n"
    "\b\nExit codes:\n  0  nothing found at or above --fail-on\n  1  findings\n"
    "  2  a mistake in configuration, rules or usage\n"
    "  3  something could not be checked\n  130  interrupted"
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
@click.option("--suggestions", is_flag=True, help="Show suggestions too, not only warnings and errors.")
@click.option("--rule", "rules", multiple=True, metavar="ID", help="Run this rule alone; may be repeated.")
@click.option("--pack", "pack_names", multiple=True, metavar="NAME", help="Run this pack alone; may be repeated.")
@click.option(
    "--dialect",
    type=click.Choice((*DIALECTS, *LANGUAGES)),
    metavar="|".join(DIALECTS) + "|de-DE|…",
    help="Whose spelling counts; of other languages, only LanguageTool's rules run.  [default: en-GB]",
)
@click.option(
    "--languagetool",
    metavar="|".join(BACKENDS) + "|URL",
    callback=_backend,
    help="Where LanguageTool's rules are run; auto is embedded.  [default: auto]",
)
@click.option("--config", "config_file", type=click.Path(), metavar="FILE", help="Use this configuration.")
@click.option(
    "--force-exclude", is_flag=True, help="Leave out what the configuration excludes, even where it is named here."
)
@click.option(
    "--stdin-filename",
    default="draft.txt",
    metavar="NAME",
    help="What standard input (-) is called; its ending names the format.",
)
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
    config = _config(_start(paths, stdin_filename), **options)
    linter = Linter(config)
    if left_out := linter.left_out:
        click.echo(f"copydesk: not for {config.dialect}, and left out: {', '.join(left_out)}", err=True)
    files = list(listed([p for p in paths if p != "-"], config.exclude, config.root, force=force_exclude))
    reports = _watched(_reports(linter, files, stdin_filename if "-" in paths else None), len(files))
    if config.across:
        reports = minority(reports)
    if config.repeated:
        reports = repeated(reports)
    least = Severity.SUGGESTION if suggestions or config.fail_on == "suggestion" else Severity.WARNING
    _tell(reports, format_, output, least)
    return _exit_code(reports, config.fail_on)


def _start(paths: Sequence[str], stdin_filename: str) -> Path:
    """Where the search for a configuration begins: at the first thing that is checked."""
    return Path(stdin_filename if paths[0] == "-" else paths[0])


def _config(
    start: Path,
    *,
    config_file: str | None,
    fail_on: str | None,
    rules: tuple[str, ...],
    pack_names: tuple[str, ...],
    dialect: str | None,
    languagetool: str | None,
) -> Config:
    """The configuration file's settings with those of the command line over them."""
    config = load_config(Path(config_file)) if config_file else nearest(start)
    if fail_on:
        config = replace(config, fail_on=fail_on)
    if rules:
        config = replace(config, only=rules)
    if pack_names:
        names = tuple(str(Path(n).resolve()) if packs.is_folder(n) else n for n in pack_names)
        config = replace(config, packs=names, marks=None)
    if dialect:
        config = replace(config, dialect=dialect, dialect_chosen=True)
    if languagetool:
        config = replace(config, languagetool=replace(config.languagetool, backend=languagetool))
    return config


def _reports(linter: Linter, files: Sequence[Listed], stdin_filename: str | None) -> Iterator[Report]:
    if stdin_filename is not None:
        yield _stdin(linter, stdin_filename)
    yield from linter.check_files(files)


def _stdin(linter: Linter, name: str) -> Report:
    try:
        text, notes = decode(sys.stdin.buffer.read())
    except ReadError as e:
        return Report(name, failures=(Failure(name, "reader", str(e)),))
    return replace(linter.check_text(text, name), notes=notes)


def _watched(reports: Iterator[Report], total: int) -> list[Report]:
    return list(_progress(reports, "checking", total))


def _progress(items: Iterable[T], doing: str, total: int | None = None) -> Iterator[T]:
    """The items; a progress bar on standard error when the run is long and someone is watching."""
    total = len(items) if total is None and isinstance(items, Sequence) else total or 0
    if total < _LONG_RUN or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (doing, BarColumn(), MofNCompleteColumn(), "files", TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total)


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


# ---- rules ---------------------------------------------------------------------------------------


@copydesk.command(
    "rules",
    epilog="\b\nExamples:\n  copydesk rules\n  copydesk rules typos.spelling\n"
    "  copydesk rules test\n  copydesk rules test rules/house",
)
@click.argument("arguments", nargs=-1, metavar="[ID | test [PATH]...]")
@click.option("--config", "config_file", type=click.Path(), metavar="FILE", help="Use this configuration.")
def rules_(arguments: tuple[str, ...], config_file: str | None) -> int:
    """Lists all rules, explains one (ID), or runs the examples of rules (test).

    `test` takes folders of rules, each a pack; without a PATH it tries all packs that the configuration names.
    """
    config = load_config(Path(config_file)) if config_file else nearest(Path.cwd())
    if arguments[:1] == ("test",):
        return _test(arguments[1:], config)
    catalogue = packs.catalogue(config, OPTIONS)
    chosen = {r.id: r for r in packs.select(catalogue, config, OPTIONS)}
    if not arguments:
        for line in listing(catalogue, chosen):
            click.echo(line)
    by_id = {r.id: r for r in catalogue}
    for name in arguments:
        if name not in by_id:
            raise CopydeskError(f"there is no rule ‘{name}’; {did_you_mean(name, by_id)}")
        click.echo(click.style(name, bold=True))
        for line in explanation(chosen.get(name, by_id[name]), name in chosen):
            click.echo(line)
    return OK


def _test(paths: Sequence[str], config: Config) -> int:
    if paths:
        folders = [Path(p) for p in paths]
        for folder in folders:
            if not folder.exists():
                raise CopydeskError(f"there is no folder {folder}; name a folder of rules")
        rules = [r for f in folders if f.is_file() for r in packs.read_file(f, f.resolve().parent.name, OPTIONS)]
        rules += packs.load([f for f in folders if f.is_dir()], OPTIONS)
    else:
        rules = packs.catalogue(config, OPTIONS)
    if not rules:
        raise CopydeskError(f"there are no rules in {', '.join(paths)}; a pack is a folder of .yaml files")
    failed = 0
    for where, complaint in prove(rules, config):
        failed += 1
        click.echo(f"{where}: {complaint}")
    examples = sum(len(r.examples) for r in rules)
    click.echo(f"{len(rules)} rules, {examples} examples: " + (f"{failed} failed" if failed else "all hold"))
    return FOUND if failed else OK


# ---- languagetool --------------------------------------------------------------------------------


@copydesk.group(epilog="\b\nExamples:\n  copydesk languagetool status\n  copydesk languagetool install")
def languagetool() -> None:
    """Brings LanguageTool's own server to this machine, and tells where LanguageTool can run.

    None of this is needed for --languagetool embedded, the default.
    """


@languagetool.command(
    epilog="\b\nExamples:\n  copydesk languagetool install\n"
    "  copydesk languagetool install --from maven --language en --language de\n"
    "  copydesk languagetool install --jar-dir ~/LanguageTool-6.8"
)
@click.option(
    "--from",
    "source",
    type=click.Choice(("download", "maven")),
    default="download",
    show_default=True,
    help="LanguageTool's own archive, its sum verified; or the jars of Maven Central, with mvn.",
)
@click.option("--jar-dir", type=click.Path(), metavar="FOLDER", help="Take the server that is in this folder.")
@click.option(
    "--server-version", default=LanguageTool().version, show_default=True, metavar="X.Y", help="Which LanguageTool."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("en",),
    show_default=True,
    metavar="CODE",
    help="With --from maven: the languages it shall speak; may be repeated.",
)
def install(source: str, jar_dir: str | None, server_version: str, languages: tuple[str, ...]) -> int:
    """Brings the server, for --languagetool local. It needs Java 17 or later to run."""
    from lint.languagetool import install as server

    folder = server.install(source, jar_dir, server_version, languages)
    click.echo(f"LanguageTool {server_version} is in {folder}; use it with --languagetool local")
    if server.java() is None:
        click.echo(f"It still needs Java 17 or later: {server.GET_JAVA}")
    return OK


@languagetool.command(epilog="\b\nExample:\n  copydesk languagetool status")
def status() -> int:
    """Tells where LanguageTool can run here, in which version, and what to do about what is missing."""
    from lint.languagetool import install as server

    for name, says in server.status():
        click.echo(f"{click.style(f'{name:9}', bold=True)} {says}")
    return OK


# ---- boilerplate -----------------------------------------------------------------------------------


@copydesk.group(epilog="\b\nExample:\n  copydesk boilerplate learn archive/ > rules/house/standing.yaml")
def boilerplate() -> None:
    """Learns the standing text of a newsroom from its own archive."""


@boilerplate.command(
    epilog="\b\nExamples:\n  copydesk boilerplate learn archive/ > rules/house/standing.yaml\n"
    "  copydesk boilerplate learn --least 50 2023/ 2024/ > standing.yaml"
)
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...", type=click.Path(exists=True))
@click.option(
    "--least",
    type=click.IntRange(2),
    metavar="N",
    help="In how many stories a line must stand.  [default: 1 in 200, 4]",
)
def learn(paths: tuple[str, ...], least: int | None) -> int:
    """Finds the lines that stand in many different stories, and writes them as rules for an editor to look through.

    Lines that are the same but for small changes count as one. The rules go to standard output.
    """
    from lint import archive

    files = list(listed(paths, (), Path.cwd()))
    learner, failed = archive.learn(_progress(files, "reading"))
    for complaint in failed:
        click.echo(f"copydesk: not read: {complaint}", err=True)
    lines = learner.found(least or max(4, learner.stories // 200))
    click.echo(archive.pack(lines, learner.stories), nl=False)
    click.echo(f"copydesk: {len(lines)} standing lines in {learner.stories} stories", err=True)
    return NOT_CHECKED if failed else OK


# ---- init ----------------------------------------------------------------------------------------


@copydesk.command(epilog="\b\nExample:\n  copydesk init && copydesk check .")
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> int:
    """Writes a commented .copydesk.yaml and rules/house/ with one example rule.

    Nothing that is there already is overwritten. Then it prints what to add to pre-commit and CI.
    """
    for path, new in starter.write(Path(folder)):
        click.echo(f"{'wrote' if new else 'kept, it was there already:'} {path}")
    click.echo(starter.SNIPPETS)
    return OK
