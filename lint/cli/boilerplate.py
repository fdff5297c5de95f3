"""copydesk boilerplate: learns the standing text of a newsroom from its own archive."""

from __future__ import annotations

import click

from lint.cli.exits import NOT_CHECKED, OK
from lint.cli.run import progress
from lint.files.discover import listed


@click.group(epilog="\b\nExample:\n  copydesk boilerplate learn archive/ > rules/house/standing.yaml")
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
    from lint.corpus import learn as learning

    files = listed(paths)
    learner, failed = learning.learn(progress(files, "reading"))
    for complaint in failed:
        click.echo(f"copydesk: not read: {complaint}", err=True)
    lines = learner.found(least or max(4, learner.stories // 200))
    click.echo(learning.pack(lines, learner.stories), nl=False)
    click.echo(f"copydesk: {len(lines)} standing lines in {learner.stories} stories", err=True)
    return NOT_CHECKED if failed else OK
