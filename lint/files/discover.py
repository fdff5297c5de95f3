"""Which files a run reads, and which it leaves out, and why."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pathspec

from lint import disk
from lint.config.globs import usable
from lint.files.documents import EXPECTED
from lint.formats import FORMATS

EXCLUDED, EMPTY, LICENCE = "excluded", "empty", "licence"
_LONGEST_IGNORE = 250_000
"""Bytes of a .gitignore: its patterns are tried on every file, and one of megabytes is none that a person wrote."""
IGNORED, HIDDEN, LINK, OTHER = "in .gitignore", "hidden", "a link to a folder", "of another kind"
OF_COURSE = frozenset({IGNORED, HIDDEN, LINK, OTHER})
"""Reasons that are mentioned only where nothing else was read; nobody expects these files to be."""


_LICENCE = re.compile(r"(?:licen[cs]e|copying)(?:[-_.]\w+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to read. ``named``: it was given by name and not found in a folder; ``problem``: why it can't be;
    ``below``: the folder that was given, where it was found in one."""

    path: Path
    named: bool
    problem: str = ""
    below: Path | None = None


class LeftOut(NamedTuple):
    """A file or folder that was found and not read. ``reason``: one of the words above, or the ending of its name."""

    path: Path
    reason: str


def discover(
    paths: Iterable[str], excluded: Callable[[Path], bool] = lambda _: False, *, force: bool = False
) -> Iterator[Listed | LeftOut]:
    """The files that ``paths`` name: a file as it is, a folder with all that copydesk can read in it.

    In folders, hidden files and folders, what .gitignore names, what is ``excluded``, licences (whose words are not
    ours to edit) and links to folders are left out; ``force``: what is excluded is left out where it is named, too. A
    path that does not exist is listed all the same: reading it fails, and the failure is reported.
    """
    for name in paths:
        path = Path(name)
        for item in _in_folder(path) if os.path.isdir(path) else (Listed(path, True),):
            may_exclude = isinstance(item, Listed) and not item.problem and (force or not item.named)
            yield LeftOut(item.path, EXCLUDED) if may_exclude and excluded(item.path) else item


def once(found: Iterable[Listed | LeftOut]) -> tuple[list[Listed], list[LeftOut]]:
    """What was discovered, each file once and in an order that does not depend on that of the paths.

    A file that was named and found in a folder, too, counts as named.
    """
    files: dict[Path, Listed] = {}
    left_out: dict[Path, LeftOut] = {}
    for item in found:
        key = Path(os.path.abspath(item.path))
        if isinstance(item, LeftOut):
            left_out[key] = min(left_out.get(key, item), item, key=lambda i: str(i.path))
        else:
            files[key] = min(files.get(key, item), item, key=lambda i: (not i.named, str(i.path)))
    return (
        [files[key] for key in sorted(files, key=lambda p: p.parts)],
        [left_out[key] for key in sorted(left_out, key=lambda p: p.parts) if key not in files],
    )


def listed(paths: Iterable[str], excluded: Callable[[Path], bool] = lambda _: False) -> list[Listed]:
    """The files to read, each once, in their order."""
    return once(discover(paths, excluded))[0]


_Ignores = tuple[tuple[Path, pathspec.PathSpec[Any]], ...]


def _in_folder(folder: Path) -> Iterator[Listed | LeftOut]:
    """What is in a folder and below it; folders wait in a list, so that there is no depth that is too deep."""
    waiting = [(below := folder, _ignores_above(Path(os.path.abspath(folder))))]
    while waiting:
        folder, ignores = waiting.pop()
        absolute = Path(os.path.abspath(folder))
        ignores = (*ignores, *_ignore_file(absolute))
        try:
            entries = list(os.scandir(folder))
        except OSError as e:
            yield Listed(folder, True, f"this folder can't be searched: {(e.strerror or str(e)).lower()}")
            continue
        for entry in entries:
            path, is_folder = folder / entry.name, _is_folder(entry)
            if reason := _left_out(entry, is_folder, absolute, ignores):
                if _is_worth_a_word(path, is_folder, reason):
                    yield LeftOut(path, reason)
            elif is_folder:
                waiting.append((path, ignores))
            else:
                yield Listed(path, False, below=below)


def _left_out(entry: os.DirEntry[str], is_folder: bool, absolute: Path, ignores: _Ignores) -> str:
    """Why an entry of a folder is left out; "" where it is not."""
    if entry.name.startswith("."):
        return HIDDEN
    if _ignored(absolute / entry.name, is_folder, ignores):
        return IGNORED
    if is_folder:
        return LINK if entry.is_symlink() else ""
    suffix = Path(entry.name).suffix.lower()
    if suffix in FORMATS:
        return LICENCE if _LICENCE.fullmatch(entry.name) else ""
    return suffix if suffix in EXPECTED else OTHER


def _is_worth_a_word(path: Path, is_folder: bool, reason: str) -> bool:
    """Whether it could have been read, had it another name or place; .git and its like could not."""
    could = path.suffix.lower() in FORMATS or path.suffix.lower() in EXPECTED
    return reason != HIDDEN or (could and not is_folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _ignores_above(folder: Path) -> _Ignores:
    """The .gitignore files of the folders above, up to the repository's own."""
    found: list[tuple[Path, pathspec.PathSpec[Any]]] = []
    for above in (folder, *folder.parents):
        if above != folder:
            found[:0] = _ignore_file(above)
        if os.path.lexists(above / ".git"):
            return tuple(found)
    return ()


def _ignore_file(folder: Path) -> _Ignores:
    try:
        lines = disk.text(folder / ".gitignore", errors="replace", most=_LONGEST_IGNORE).splitlines()
    except OSError:
        return ()
    return ((folder, usable(lines)),)


def _ignored(path: Path, is_folder: bool, ignores: _Ignores) -> bool:
    ignored = False
    for base, spec in ignores:
        relative = path.relative_to(base).as_posix() + ("/" if is_folder else "")
        include = spec.check_file(relative).include
        ignored = ignored if include is None else include
    return ignored
