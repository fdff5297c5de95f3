"""copydesk init: a configuration and a rule of one's own to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import templates
from lint.cli.exits import OK
from lint.cli.page import say


@click.command(
    short_help="Write a configuration and a first rule of your own.",
    epilog="\b\nExample:\n  copydesk init && copydesk check .",
)
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> int:
    """Write a commented .copydesk.yaml and rules/house/ with an example rule in FOLDER (this one).

    A file that is there already is kept as it is. Then it prints what to add to pre-commit and CI.
    """
    for path, new in templates.write(Path(folder)):
        say(f"{'wrote' if new else 'kept (it was there already):'} {path}")
    for line in templates.SNIPPETS.splitlines():
        say(line)
    return OK
