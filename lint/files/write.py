"""How a file gets new contents: without a moment in which it has none, and with all that it was before."""

from __future__ import annotations

import errno
import os
import re
import secrets
import signal
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lint import disk
from lint.errors import ReadError

_DRAFT = re.compile(r"\.copydesk-[0-9a-f]{16}\.tmp")
"""What a file is called until it is whole. None but copydesk calls one so."""
_STALE = 60.0
"""Seconds after which a draft is nobody's: it lives for less than one. Should a run still hold it, that run says that
the file can't be written, and leaves it as it was."""
_TO_END = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NEW = 0o666
"""The mode of a new file, less what the user's mask takes away."""
_KEPT = ("user.", "system.")
"""The extended attributes of a file that are its own; lists of who may do what are among them."""


def rewrite(path: Path, before: bytes, after: bytes, below: Path | None = None) -> None:
    """Puts ``after`` in the place of ``before``. Whoever reads the file meanwhile sees one of the two whole; a link
    stays a link; owner, mode and attributes stay.

    Raises ReadError, and leaves the file as it was, also when it is no longer ``before``, is read-only, can't keep its
    owner or its other names (hard links), and when a link leads out of the folder ``below`` (by default, that of the
    link).
    """
    try:
        target = path.resolve()
        _refuse_to_leave(path, target, below)
        found = os.stat(target)
        now = disk.contents(target, len(before) + len(after))
        if now == after:  # written under another name of it, in this run
            return
        if now != before:
            raise ReadError(_CHANGED)
        _refuse_protected(target, found)
        _replace(target, after, found)
    except disk.TooLarge as e:
        raise ReadError(_CHANGED) from e
    except (OSError, RuntimeError) as e:
        raise ReadError(f"can't be written: {_why(e)}") from e


_CHANGED = "was changed while it was checked, so it was left as it is"


def save(path: Path, raw: bytes) -> None:
    """Writes a file of our own making, such as a report, new or over another. Raises OSError; what was there is whole
    then. Into what is no regular file (/dev/stdout, a pipe), and where the folder takes no other, it goes directly."""
    found = os.stat(path) if os.path.exists(path) else None
    target = path.resolve()
    if found and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if found and (not stat.S_ISREG(found.st_mode) or path.is_relative_to("/dev") or not _takes_files(target.parent)):
        path.write_bytes(raw)
        return
    _replace(target, raw, found)


def _takes_files(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def create(path: Path, text: str) -> bool:
    """Writes a new file, and the folders that it needs; False where something is there already, a link among it.
    Raises OSError."""
    if os.path.lexists(path):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, text.encode(), None)
    return True


def clear_drafts(folder: Path) -> None:
    """Takes away what a run that was killed left in a folder."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _DRAFT.fullmatch(entry.name) and _is_stale(entry):
                with suppress(OSError):  # another user's, in a folder where each keeps his own
                    os.unlink(entry.path)


def _is_stale(entry: os.DirEntry[str]) -> bool:
    found = entry.stat(follow_symlinks=False)
    return stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _STALE


def _refuse_to_leave(path: Path, target: Path, below: Path | None) -> None:
    around = (below or path.parent).resolve()
    if path.parent.resolve() / path.name != target and not target.is_relative_to(around):
        raise ReadError(f"is a link to {target}, outside {around}, so it was left as it is; name that file itself")


def _refuse_protected(target: Path, found: os.stat_result) -> None:
    """Raises ReadError for a file that must stay as it is, or that would not be the same one afterwards."""
    if not found.st_mode & _WRITABLE:
        raise ReadError("is read-only, so it was left as it is; to have it fixed, make it writable (chmod u+w)")
    if not os.access(target, os.W_OK):
        raise ReadError("can't be written by you, so it was left as it is; ask its owner, or fix a copy")
    if found.st_nlink > 1:
        says = f"has {found.st_nlink} names (hard links), and a fix would part them, so it was left as it is"
        raise ReadError(f"{says}; fix a copy of it, and put that in its place")


def _replace(target: Path, raw: bytes, like: os.stat_result | None) -> None:
    """Writes a draft beside the file and gives it the file's name; a signal to end waits until that is done."""
    draft = target.parent / f".copydesk-{secrets.token_hex(8)}.tmp"
    with _signals_wait():
        try:
            _write(draft, raw, target, like)
            os.replace(draft, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(draft)
            raise


def _write(draft: Path, raw: bytes, target: Path, like: os.stat_result | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    opened = os.open(draft, flags, _NEW if like is None else stat.S_IRUSR | stat.S_IWUSR)
    try:
        rest = memoryview(raw)
        while rest:
            rest = rest[os.write(opened, rest) :]
        if like is not None:
            _make_like(opened, draft, target, like)
        os.fsync(opened)
    finally:
        os.close(opened)


def _make_like(opened: int, draft: Path, target: Path, like: os.stat_result) -> None:
    """Gives the draft owner, group, attributes and mode of the file. Raises ReadError where it may not."""
    mine = os.fstat(opened)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.chown(opened, like.st_uid, like.st_gid)
        except PermissionError as e:
            says = "belongs to another user or group, and a fix would change that, so it was left as it is"
            raise ReadError(f"{says}; ask its owner, or fix a copy") from e
    for name in os.listxattr(target) if hasattr(os, "listxattr") else ():
        if name.startswith(_KEPT):
            os.setxattr(draft, name, os.getxattr(target, name))
    os.chmod(draft, stat.S_IMODE(like.st_mode))  # last: a change of owner takes bits away


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Signals that end the process come when the block is done, so that it leaves nothing behind; those that are
    ignored (nohup) stay so. Only the main thread may do this; in another one, nothing waits."""
    came: list[int] = []
    before = {}
    if threading.current_thread() is threading.main_thread():
        before = {s: signal.getsignal(s) for s in _TO_END if signal.getsignal(s) not in (signal.SIG_IGN, None)}
    for number in before:
        signal.signal(number, lambda n, _: came.append(n))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


def _why(e: OSError | RuntimeError) -> str:
    return (getattr(e, "strerror", None) or str(e)).lower()
