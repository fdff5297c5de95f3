"""copydesk boilerplate: learns a newsroom's own boilerplate from its archive."""

from __future__ import annotations

import click

from lint.cli.commands import Commands
from lint.cli.exits import NOT_CHECKED, OK
from lint.cli.page import say
from lint.cli.run import progress
from lint.files.discover import listed
from lint.reporters.text import number

_ONE_IN = 200
"""A line in one of so many stories is boilerplate …"""
_AT_LEAST = 4
"""… but in a small archive it must be in so many: three stories may share a quotation."""


@click.group(
    cls=Commands,
    short_help="Learn your own boilerplate from your archive.",
    epilog="\b\nExample:\n  copydesk boilerplate learn archive/ > rules/house/boilerplate.yaml",
)
def boilerplate() -> None:
    """Learn a newsroom's own boilerplate from its archive."""


@boilerplate.command(
    short_help="Write the lines that many stories share as rules.",
    epilog="\b\nExamples:\n  copydesk boilerplate learn archive/ > rules/house/boilerplate.yaml\n"
    "  copydesk boilerplate learn --least 50 2023/ 2024/ > boilerplate.yaml",
)
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...", type=click.Path(exists=True))
@click.option(
    "--least",
    type=click.IntRange(2),
    metavar="N",
    help=f"In how many stories a line must be.  [default: 1 story in {_ONE_IN}, and never fewer than {_AT_LEAST}]",
)
def learn(paths: tuple[str, ...], least: int | None) -> int:
    """Find the lines that many different stories share, and write them as rules for an editor to look through.

    Lines that differ only a little count as one. The rules go to standard output.
    """
    from lint.corpus import learn as learning

    files = listed(paths)
    learner, failed = learning.learn(progress(files, "reading"))
    for complaint in failed:
        say(f"copydesk: not read: {complaint}", err=True)
    lines = learner.found(least or max(_AT_LEAST, learner.stories // _ONE_IN))
    click.echo(learning.pack(lines, learner.stories), nl=False)
    stories = number(learner.stories, "story", "stories")
    say(f"copydesk: {number(len(lines), 'line')} of boilerplate in {stories}", err=True)
    return NOT_CHECKED if failed else OK
