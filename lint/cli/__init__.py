"""The command ``copydesk``: its table of commands, and how a run ends."""

from __future__ import annotations

import io
import os
import sys
import traceback
from pathlib import Path

import click

from lint import __version__
from lint.cli import boilerplate, check, config, fix, init, languagetool, rules
from lint.cli.commands import Copydesk
from lint.cli.exits import INTERRUPTED, MISTAKE, NOT_CHECKED, OK
from lint.cli.page import Unwritable, open_streams, say
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


_REPORT = "https://github.com/copydesk/copydesk/issues"


def main() -> None:
    """The entry point: what a person can put right is said in one line and ends with exit code 2."""
    told, code = open_streams(), NOT_CHECKED
    if told:
        code = _run()
    else:
        say("copydesk: standard output is closed; send it to a file, or to /dev/null", err=True)
    if code == INTERRUPTED:
        say("copydesk: interrupted", err=True)
        sys.stderr.flush()
        os._exit(INTERRUPTED)  # threads that are still checking must not hold the shell
    sys.exit(code)


def _run() -> int:
    """Runs the command; its exit code."""
    code, complaint = MISTAKE, ""
    try:
        code = _command()
        sys.stdout.flush()
    except click.ClickException as e:
        _say_as_click_does(e)
    except CopydeskError as e:
        complaint = str(e)
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except Unwritable as e:
        code, complaint = NOT_CHECKED, str(e)
    except Exception as e:
        code, complaint = NOT_CHECKED, _fault(e)
    if complaint:
        say(f"copydesk: {complaint}", err=True)
    return code


def _command() -> int:
    try:
        return int(copydesk.main(prog_name="copydesk", standalone_mode=False) or OK)
    except click.exceptions.NoArgsIsHelpError as e:
        click.echo(e.format_message())
        return MISTAKE


def _say_as_click_does(e: click.ClickException) -> None:
    told = io.StringIO()
    e.show(told)
    for line in told.getvalue().splitlines():
        say(line, err=True)


def _fault(e: Exception) -> str:
    """What to report of a fault that is copydesk's own, in one line: what it is, and where, the innermost last."""
    if isinstance(e, MemoryError):
        return "there is not enough memory for this; check fewer or smaller files at a time"
    frames = traceback.extract_tb(e.__traceback__)
    ours = [f for f in frames if Path(f.filename).is_relative_to(_PACKAGE)]
    last = [*ours[-2:], *(frames[-1:] if frames[-1:] != ours[-1:] else ())]
    where = " > ".join(f"{'/'.join(Path(f.filename).parts[-2:])}:{f.lineno}" for f in last)
    what = " ".join(f"{type(e).__name__}: {e}".split())
    return f"this is a fault of copydesk itself; please report it at {_REPORT}: {__version__}, {where}, {what}"


_PACKAGE = Path(__file__).parents[1]
