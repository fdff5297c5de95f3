"""Files on disk, read: regular ones alone, and none without bound."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

MOST = 10_000_000
"""Bytes of a file that are read where nothing else is said: three times “War and Peace”, and more than can be checked
in the time that one file has."""
_CHUNK = 1 << 20
"""Bytes that are read at once."""
_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))
_OTHERS = (
    (stat.S_ISFIFO, "it is a pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
"""Opening never waits: between the look and the opening, a file may have become a pipe that nobody writes to."""


class TooLarge(OSError):  # noqa: N818  (it says what the file is)
    """A file of more bytes than are read."""

    def __init__(self, size: int, most: int) -> None:
        super().__init__(errno.EFBIG, f"it has {amount(size)}, and {amount(most)} is the most that is read")


def contents(path: Path, most: int = MOST) -> bytes:
    """The bytes of a file. Raises OSError, with the reason in ``strerror``, also for what is no file (a pipe would
    never end) and for a file of more than ``most`` bytes."""
    _refuse(os.stat(path))
    opened = os.open(path, _OPEN)
    try:
        now = os.fstat(opened)
        _refuse(now)
        if now.st_size > most:
            raise TooLarge(now.st_size, most)
        raw = b"".join(_chunks(opened, most + 1))
    finally:
        os.close(opened)
    if len(raw) > most:  # it grew, or does not know its size, as those in /proc
        raise TooLarge(len(raw), most)
    return raw


def _chunks(opened: int, most: int) -> Iterator[bytes]:
    while most and (chunk := os.read(opened, min(most, _CHUNK))):
        yield chunk
        most -= len(chunk)


def text(path: Path, errors: str = "strict", most: int = MOST) -> str:
    """A small file of ours (settings, rules, lists) as text, its lines ended by ``\\n``. Raises OSError, also for more
    than ``most`` bytes, and UnicodeError for what is not UTF-8."""
    return contents(path, most).decode("utf-8-sig", errors).replace("\r\n", "\n").replace("\r", "\n")


def is_in(folder: Path, path: Path) -> bool:
    """Whether a path, its links followed, leads into the folder. Links in a circle lead nowhere else: reading them will
    say so."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def repository(folder: Path) -> Path:
    """The root of the git repository that a folder is in, or the folder itself where there is none."""
    return next((above for above in (folder, *folder.parents) if os.path.lexists(above / ".git")), folder)


def size_of(amount: str) -> int | None:
    """The bytes that “20 MB” are; None for what is no number above 0 with kB, MB or GB."""
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?) ?([kMG]B)", amount.strip(), re.ASCII | re.IGNORECASE)
    units = {name.lower(): unit for unit, name in _UNITS}
    return int(float(found[1]) * units[found[2].lower()]) or None if found else None


def amount(size: int) -> str:
    """“12.5 MB”, rounded up so that what is too much never looks like enough."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{-(-size * 10 // unit) / 10:g} {name}"
    return f"{size} bytes"


def _refuse(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    for is_one, says in _OTHERS:
        if is_one(found.st_mode):
            raise OSError(errno.EINVAL, says)
