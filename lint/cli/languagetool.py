"""copydesk languagetool: installs LanguageTool's own server, and says where LanguageTool can run."""

from __future__ import annotations

import click

from lint.cli.commands import Commands
from lint.cli.exits import OK
from lint.cli.page import say
from lint.config.settings import LanguageTool


@click.group(
    cls=Commands,
    short_help="Install LanguageTool’s own server, or see where it can run.",
    epilog="\b\nExamples:\n  copydesk languagetool status\n  copydesk languagetool install",
)
def languagetool() -> None:
    """Install LanguageTool's own server on this machine, or see where LanguageTool can run.

    You need none of this for --languagetool embedded, the default.
    """


@languagetool.command(
    short_help="Install the server for --languagetool local.",
    epilog="\b\nExamples:\n  copydesk languagetool install\n"
    "  copydesk languagetool install --from maven --language en --language de\n"
    "  copydesk languagetool install --jar-dir ~/LanguageTool-6.8",
)
@click.option(
    "--from",
    "source",
    type=click.Choice(("download", "maven")),
    default="download",
    show_default=True,
    help="LanguageTool's own archive, its checksum verified; or the jars of Maven Central, fetched with mvn.",
)
@click.option("--jar-dir", type=click.Path(), metavar="FOLDER", help="Use the server in this folder.")
@click.option(
    "--server-version",
    default=LanguageTool().version,
    show_default=True,
    metavar="X.Y",
    help="LanguageTool’s version.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("en",),
    show_default=True,
    metavar="CODE",
    help="With --from maven: a language to install; may be repeated.",
)
def install(source: str, jar_dir: str | None, server_version: str, languages: tuple[str, ...]) -> int:
    """Install the server for --languagetool local. It needs Java 17 or later to run."""
    from lint.languagetool import install as server

    folder = server.install(source, jar_dir, server_version, languages)
    say(f"LanguageTool {server_version} is in {folder}; use it with --languagetool local")
    if server.java() is None:
        say(f"It still needs Java 17 or later: {server.GET_JAVA}")
    return OK


@languagetool.command(
    short_help="Say where LanguageTool can run, and what is missing.",
    epilog="\b\nExample:\n  copydesk languagetool status",
)
def status() -> int:
    """Say where LanguageTool can run here, in which version, and what to do about what is missing."""
    from lint.languagetool import install as server

    for name, says in server.status():
        say(f" {says}", head=f"{name:9}")
    return OK
