"""copydesk config: tells which settings hold for a file, and where each comes from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from lint.cli.exits import OK
from lint.cli.page import say
from lint.cli.run import layer_of, settings_options
from lint.config.describe import described
from lint.config.load import load
from lint.config.tree import Tree


@click.command(
    "config",
    short_help="Shows which settings hold for a file.",
    epilog="\b\nExamples:\n  copydesk config\n  copydesk config opinion/leader.md",
)
@click.argument("path", default=".", metavar="[FILE or FOLDER]")
@settings_options
def config(path: str, config_file: str | None, **options: object) -> int:
    """Shows which settings hold for a file, and where each comes from: a line of a file, the command line or the
    default.

    The file need not be there. Without a FILE it is the current folder.
    """
    tree = Tree(load(Path(config_file)) if config_file else None, layer_of(**options))  # type: ignore[arg-type]
    is_folder = os.path.isdir(path)
    found = tree.for_folder(Path(path)) if is_folder else tree.for_path(Path(path))
    say(f"# what holds {'in' if is_folder else 'for'} {path}")
    for line in described(found, None if is_folder else Path(path), Path.cwd()):
        say(line)
    if not is_folder and tree.excludes(Path(path)):
        say("# this file is excluded")
    return OK
