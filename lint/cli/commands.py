"""The group of commands: a path by itself is checked, and a near miss gets the right name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from lint.errors import did_you_mean

_SYNONYMS = {
    "lint": "check",
    "proofread": "check",
    "run": "check",
    "scan": "check",
    "correct": "fix",
    "diff": "fix --diff",
    "format": "fix",
    "explain": "rules",
    "list": "rules",
    "search": "rules --search",
    "test": "rules test",
    "new": "init",
    "setup": "init",
    "install": "languagetool install",
    "status": "languagetool status",
    "learn": "boilerplate learn",
}
"""What other tools call these commands."""
_OF_ALL = {
    "-V": "copydesk --version",
    "--version": "copydesk --version",
    "-c": "--config FILE",
    "--dictionary": "words: FILE in .copydesk.yaml",
    "--disable": "rules: {ID: off} in .copydesk.yaml",
    "--exclude": "exclude: [PATTERN] in .copydesk.yaml",
    "--ignore": "rules: {ID: off} in .copydesk.yaml",
    "--lang": "--dialect en-GB",
    "--language": "--dialect en-GB",
    "--locale": "--dialect en-GB",
    "--select": "--rule ID",
    "--stdin": "- in place of a path",
    "--words": "words: FILE in .copydesk.yaml",
}
_OF_ONE = {
    "check": {
        "-f": "--format NAME",
        "-o": "--output FILE",
        "-q": "> /dev/null after the command, for the exit code alone",
        "--diff": "copydesk fix --diff",
        "--exit-zero": "--fail-on never",
        "--fix": "copydesk fix",
        "--json": "--format json",
        "--level": "--fail-on LEVEL",
        "--output-format": "--format NAME",
        "--quiet": "> /dev/null after the command, for the exit code alone",
        "--severity": "--fail-on LEVEL",
        "--unsafe": "copydesk fix --unsafe",
        "--write": "copydesk fix",
    },
    "fix": {
        "-n": "--diff",
        "-w": "copydesk fix without it: the files are changed",
        "--all": "--unsafe",
        "--check": "--diff",
        "--dry-run": "--diff",
        "--force": "--unsafe",
        "--format": "copydesk check --format NAME",
        "--in-place": "copydesk fix without it: the files are changed",
        "--json": "copydesk check --format json",
        "--write": "copydesk fix without it: the files are changed",
    },
    "rules": {
        "--filter": "--search WORD",
        "--format": "--json",
        "--grep": "--search WORD",
        "--pack": "copydesk rules PACK",
        "--rule": "copydesk rules ID",
        "--test": "copydesk rules test",
    },
}
"""What to write in place of options that there are not: those of other tools, and of another command."""


class Commands(click.Group):
    """Commands in the order in which they were added; an unknown one gets the nearest name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, the most used first."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for. Raises UsageError, with the right name, where there is none."""
        name = args[0]
        if name in self.commands:
            return super().resolve_command(ctx, args)
        if ctx.parent is None and name.lower() in _SYNONYMS:
            hint = f"did you mean ‘copydesk {_SYNONYMS[name.lower()]}’?"
        else:
            hint = did_you_mean(name.lower(), self.commands)
        raise click.UsageError(f"there is no command ‘{name}’; {hint}", ctx)


class Copydesk(Commands):
    """The command itself: what is no command but can be checked is checked."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads ``story.md``, ``-`` and ``--format json`` as ``check …``, and ``help fix`` as ``fix --help``."""
        match args:
            case ["help", *rest]:
                args = [*rest, "--help"]
            case ["version"]:
                args = ["--version"]
            case [first, *_] if self._is_for_check(first, ctx):
                args = ["check", *args]
        return super().parse_args(ctx, args)

    def _is_for_check(self, first: str, ctx: click.Context) -> bool:
        """Whether the first argument is what ``check`` takes: a path, ``-``, or an option that only commands have."""
        if first.startswith("-") and first != "-":
            return first.partition("=")[0] not in _options(self, ctx)
        return first not in self.commands and (first == "-" or _is_path(first))

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an option that there is not gets the right one."""
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as e:
            raise click.UsageError(_instead(e), e.ctx) from e


def _is_path(text: str) -> bool:
    """Whether something is there, or has a slash or an ending, as no command has."""
    try:
        return Path(text).exists() or "/" in text or "." in text
    except (OSError, ValueError):
        return False


def _instead(e: click.NoSuchOption) -> str:
    """What to say of an option that there is not."""
    option, command = e.option_name, e.ctx.command if e.ctx else None
    name = (command and command.name) or ""
    says = f"there is no option ‘{option}’ here"
    if hint := _OF_ONE.get(name, {}).get(option) or _OF_ALL.get(option):
        return f"{says}; write {hint}"
    known = _options(command, e.ctx) if command and e.ctx else ()
    hint = did_you_mean(option, known)
    close = hint if hint.startswith("did you mean") else f"see {e.ctx.command_path if e.ctx else 'copydesk'} --help"
    return f"{says}; {close}"


def _options(command: click.Command, ctx: click.Context) -> Sequence[str]:
    """All options of a command, short and long."""
    return [o for p in command.get_params(ctx) if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)]
