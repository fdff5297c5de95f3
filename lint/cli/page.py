"""What the command says to people, on standard output and standard error: nothing else in ``cli`` writes there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, TextIO

import click

from lint.reporters.printable import printable, without_commands


class Unwritable(Exception):  # noqa: N818  (it says what standard output is)
    """Standard output can't be written: the disk is full, or the device refuses."""


class Stream:
    """Standard output or error, over the one that there is. A reader that has seen enough is no error: the rest goes
    nowhere, and the run ends with the exit code that it would have had. All else that fails raises Unwritable."""

    def __init__(self, stream: TextIO, *, must: bool = True) -> None:
        """``must``: without it, the run goes on where nothing can be written."""
        self._stream = stream
        self._must = must
        with suppress(AttributeError):  # a file name may hold bytes that are no letters, a draft any letter
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[attr-defined]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Writes a text, as it stands; nothing is no attempt (click tries it, and keeps silent of what fails)."""
        if text != "":
            self._try(lambda: self._stream.write(text))
        return len(text)

    def write_bytes(self, raw: bytes) -> None:
        """Writes bytes, as they are."""
        self._try(lambda: self._stream.buffer.write(raw))

    def flush(self) -> None:
        """Sends on what was written."""
        self._try(self._stream.flush)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as e:
            self._to_nowhere()
            if self._must and not isinstance(e, BrokenPipeError):
                raise Unwritable(f"standard output can't be written: {(e.strerror or str(e)).lower()}") from e

    def _to_nowhere(self) -> None:
        """What is still to come, and what waits in the buffer: the interpreter would try it once more at the end."""
        with suppress(OSError, ValueError):  # a stream without a file of its own
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


def open_streams() -> bool:
    """Puts both streams in order; False where there is no standard output (``>&-``), so that nothing could be told."""
    there = sys.stdout is not None
    for name, must in (("stdout", True), ("stderr", False)):
        stream = getattr(sys, name)
        if stream is None:  # what is opened next must not take its number, and get what was meant for it
            stream = open(os.devnull, "w")  # noqa: SIM115  (it stays open as long as the run)
        if not isinstance(stream, Stream):
            setattr(sys, name, Stream(stream, must=must))
    return there


def print_bytes(raw: bytes) -> None:
    """Prints bytes exactly, for a file or another program."""
    sys.stdout.flush()
    stdout: Any = sys.stdout
    stdout.write_bytes(raw) if isinstance(stdout, Stream) else stdout.buffer.write(raw)
    sys.stdout.flush()


def say(line: object = "", *, head: str = "", err: bool = False) -> None:
    """Prints one line, whatever stands in the names and texts that it tells of; ``head``: how it begins, in bold."""
    click.echo(_harmless(str(line), head), err=err)


def say_all(lines: Iterable[tuple[str, str]]) -> None:
    """Prints lines, each with its head; a screen that they would run off gets a pager."""
    told = (_harmless(line, head) for head, line in lines)
    if sys.stdout.isatty():
        click.echo_via_pager(f"{line}\n" for line in told)
    else:
        for line in told:
            click.echo(line)


def _harmless(line: str, head: str) -> str:
    """A line without control characters that is no command to the machine whose log it may stand in."""
    told = without_commands(printable(line))
    return click.style(without_commands(printable(head)), bold=True) + told if head else told
