"""What check, fix and config share: the options that choose the rules and the files, and the bar of a long run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from lint.cli.page import say
from lint.config import dialects
from lint.config.settings import BACKENDS, COMMAND_LINE, DIALECTS, Key, Layer, is_address, is_folder
from lint.errors import CopydeskError
from lint.run import STDIN, Prepared, Run

_LONG_RUN = 50
"""Files from which on a run is long enough for a progress bar."""
T = TypeVar("T")


def _backend(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is None or value in BACKENDS or is_address(value):
        return value
    raise click.BadParameter(f"unknown backend ‘{value}’; write {', '.join(BACKENDS)} or http://HOST:PORT")


def _dialect(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is not None and (said := dialects.complaint(value)):
        raise click.BadParameter(said)
    return value


_SETTINGS = (
    click.option("--rule", "rules", multiple=True, metavar="ID", help="Run this rule alone; may be repeated."),
    click.option("--pack", "pack_names", multiple=True, metavar="NAME", help="Run this pack alone; may be repeated."),
    click.option(
        "--dialect",
        metavar="|".join(DIALECTS) + "|de-DE|…",
        callback=_dialect,
        help="Dialect to check against; of other languages, only LanguageTool’s rules run.  [default: en-GB]",
    ),
    click.option(
        "--languagetool",
        metavar="|".join(BACKENDS) + "|URL",
        callback=_backend,
        help="Where LanguageTool’s rules are run; auto is embedded.  [default: auto]",
    ),
    click.option(
        "--config",
        "config_file",
        type=click.Path(),
        metavar="FILE",
        help="Use this configuration for all files, whatever there is beside them.",
    ),
)
_FILES = (
    click.option("--suggestions", is_flag=True, help="Suggestions too, not only warnings and errors."),
    click.option(
        "--force-exclude", is_flag=True, help="Leave out what the configuration excludes, even where it is named here."
    ),
    click.option(
        "--stdin-filename",
        default=STDIN,
        metavar="NAME",
        help="What standard input (-) is called; its ending names the format, its folder the configuration.",
    ),
)


def _with(options: Iterable[Callable[[T], T]], door: T) -> T:
    for option in reversed(tuple(options)):
        door = option(door)
    return door


def settings_options(door: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose the rules."""
    return _with(_SETTINGS, door)


def run_options(door: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose the rules and the files of a run."""
    return _with((_FILES[0], *_SETTINGS, *_FILES[1:]), door)


def prepared(
    paths: tuple[str, ...],
    *,
    config_file: str | None,
    force_exclude: bool,
    stdin_filename: str,
    profile: bool = False,
    **options: Any,
) -> Prepared:
    """The run that was asked for. What a person should know before it begins is said on standard error."""
    run = Run(
        paths=tuple(p for p in paths if p != "-") if paths else (".",),
        stdin=_standard_input() if "-" in paths else None,
        stdin_name=stdin_filename,
        config_file=Path(config_file) if config_file else None,
        over=layer_of(**options),
        force_exclude=force_exclude,
        profile=profile,
    ).prepare()
    for note in run.notes():
        say(f"copydesk: {note}", err=True)
    return run


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed, as “<&-” does it
        raise CopydeskError("standard input is closed; name a file, or send a text to it")
    return sys.stdin.buffer


def layer_of(
    *,
    rules: tuple[str, ...],
    pack_names: tuple[str, ...],
    dialect: str | None,
    languagetool: str | None,
    fail_on: str | None = None,
) -> Layer:
    """What the command line says, to be laid over every configuration."""
    changes: dict[str, Any] = {}
    if fail_on:
        changes["fail_on"] = fail_on
    if rules:
        changes["only"] = rules
    if pack_names:
        changes["packs"] = tuple(Path(n).resolve().as_posix() if is_folder(n) else n for n in pack_names)
    if dialect:
        changes |= {"dialect": dialect, "dialect_chosen": True}
    if languagetool:
        changes |= {"languagetool": {"backend": languagetool}, "languagetool_chosen": True}
    keys: list[Key] = [("languagetool", "backend") if name == "languagetool" else (name,) for name in changes]
    return Layer(changes, dict.fromkeys(keys, COMMAND_LINE))


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
