"""copydesk init: a configuration and a rule of one's own to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import templates as starter
from lint.cli.exits import OK


@click.command(epilog="\b\nExample:\n  copydesk init && copydesk check .")
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> int:
    """Writes a commented .copydesk.yaml and rules/house/ with one example rule.

    Nothing that is there already is overwritten. Then it prints what to add to pre-commit and CI.
    """
    for path, new in starter.write(Path(folder)):
        click.echo(f"{'wrote' if new else 'kept, it was there already:'} {path}")
    click.echo(starter.SNIPPETS)
    return OK
