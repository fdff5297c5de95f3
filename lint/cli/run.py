"""What check and fix share: which files, under which configuration, and the bar that shows how far they are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from lint.config.load import load as load_config
from lint.config.load import nearest
from lint.config.settings import BACKENDS, DIALECTS, LANGUAGES, Config, is_address
from lint.files.discover import Listed, listed
from lint.linter import Linter
from lint.packs.select import is_folder

_LONG_RUN = 50
"""Files from which on a run is long enough for a progress bar."""
T = TypeVar("T")


def _backend(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is None or value in BACKENDS or is_address(value):
        return value
    raise click.BadParameter(f"‘{value}’ is no backend; write {', '.join(BACKENDS)} or http://HOST:PORT")


_OPTIONS = (
    click.option("--suggestions", is_flag=True, help="Suggestions too, not only warnings and errors."),
    click.option("--rule", "rules", multiple=True, metavar="ID", help="Run this rule alone; may be repeated."),
    click.option("--pack", "pack_names", multiple=True, metavar="NAME", help="Run this pack alone; may be repeated."),
    click.option(
        "--dialect",
        type=click.Choice((*DIALECTS, *LANGUAGES)),
        metavar="|".join(DIALECTS) + "|de-DE|…",
        help="Whose spelling counts; of other languages, only LanguageTool’s rules run.  [default: en-GB]",
    ),
    click.option(
        "--languagetool",
        metavar="|".join(BACKENDS) + "|URL",
        callback=_backend,
        help="Where LanguageTool’s rules are run; auto is embedded.  [default: auto]",
    ),
    click.option("--config", "config_file", type=click.Path(), metavar="FILE", help="Use this configuration."),
    click.option(
        "--force-exclude", is_flag=True, help="Leave out what the configuration excludes, even where it is named here."
    ),
    click.option(
        "--stdin-filename",
        default="draft.txt",
        metavar="NAME",
        help="What standard input (-) is called; its ending names the format.",
    ),
)


def run_options(door: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose the rules and the files of a run."""
    for option in reversed(_OPTIONS):
        door = option(door)
    return door


def linter_for(paths: Sequence[str], stdin_filename: str, **options: Any) -> Linter:
    """The linter of a run. What of the configuration is not for its language is told on standard error."""
    linter = Linter(_config(Path(stdin_filename if paths[0] == "-" else paths[0]), **options))
    if left_out := linter.left_out:
        click.echo(f"copydesk: not for {linter.config.dialect}, and left out: {', '.join(left_out)}", err=True)
    return linter


def files_of(paths: Sequence[str], config: Config, *, force: bool) -> list[Listed]:
    """The files that the paths name; standard input is none."""
    return list(listed([p for p in paths if p != "-"], config.exclude, config.root, force=force))


def _config(
    start: Path,
    *,
    config_file: str | None,
    rules: tuple[str, ...],
    pack_names: tuple[str, ...],
    dialect: str | None,
    languagetool: str | None,
    fail_on: str | None = None,
) -> Config:
    """The configuration file's settings with those of the command line over them."""
    config = load_config(Path(config_file)) if config_file else nearest(start)
    if fail_on:
        config = replace(config, fail_on=fail_on)
    if rules:
        config = replace(config, only=rules)
    if pack_names:
        names = tuple(str(Path(n).resolve()) if is_folder(n) else n for n in pack_names)
        config = replace(config, packs=names, marks=None)
    if dialect:
        config = replace(config, dialect=dialect, dialect_chosen=True)
    if languagetool:
        backend = replace(config.languagetool, backend=languagetool)
        config = replace(config, languagetool=backend, languagetool_chosen=True)
    return config


def progress(items: Iterable[T], doing: str, total: int | None = None) -> Iterator[T]:
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
