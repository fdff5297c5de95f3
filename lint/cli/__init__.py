"""The command ``copydesk``: its table of commands, and how a run ends."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from lint import __version__
from lint.cli import boilerplate, check, config, fix, init, languagetool, rules
from lint.cli.commands import Copydesk
from lint.cli.exits import INTERRUPTED, MISTAKE, OK
from lint.errors import CopydeskError


@click.group(
    cls=Copydesk,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExamples:\n  copydesk story.md            the same as copydesk check story.md\n"
    "  copydesk fix --diff drafts/  what would be changed\n  copydesk help rules          all that a command can do",
)
@click.version_option(__version__, "-V", "--version", prog_name="copydesk")
def copydesk() -> None:
    """A copy-edit linter for newsrooms: quiet on clean copy, sharp on the rest."""


_COMMANDS = (
    check.check,
    fix.fix,
    rules.rules,
    config.config,
    init.init,
    boilerplate.boilerplate,
    languagetool.languagetool,
)
"""In the order in which help lists them: the most used first."""
for command in _COMMANDS:
    copydesk.add_command(command)


def main() -> None:
    """The entry point: what a person can put right is said in one line and ends with exit code 2."""
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
