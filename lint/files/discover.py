"""Which files a run reads; how they are read and written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pathspec

from lint.errors import ReadError
from lint.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to read. ``named``: it was given by name and not found in a folder."""

    path: Path
    named: bool


def listed(
    paths: Iterable[str], exclude: Iterable[str] = (), root: Path | None = None, *, force: bool = False
) -> Iterator[Listed]:
    """The files that ``paths`` name, each once: a file as it is, a folder with all that copydesk can read in it.

    In folders, hidden files and folders, what .gitignore names, what ``exclude`` names (patterns below ``root``) and
    links to folders are left out; ``force``: ``exclude`` holds for named files too. A path that does not exist is
    listed all the same: reading it fails, and the failure is reported.
    """
    spec = pathspec.PathSpec.from_lines("gitignore", exclude)
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        for item in _in_folder(path) if path.is_dir() else [Listed(path, True)]:
            key = Path(os.path.abspath(item.path))
            if key not in seen and not ((force or not item.named) and _excluded(spec, key, root)):
                seen.add(key)
                yield item


def _excluded(spec: pathspec.PathSpec[Any], path: Path, root: Path | None) -> bool:
    try:
        return root is not None and spec.match_file(path.relative_to(root.resolve()).as_posix())
    except ValueError:
        return False


_Ignores = tuple[tuple[Path, pathspec.PathSpec[Any]], ...]


def _in_folder(folder: Path) -> Iterator[Listed]:
    yield from _walk(folder, _ignores_above(Path(os.path.abspath(folder))))


def _walk(folder: Path, ignores: _Ignores) -> Iterator[Listed]:
    absolute = Path(os.path.abspath(folder))
    ignores = (*ignores, *_ignore_file(absolute))
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError:
        yield Listed(folder, True)  # reading it fails, and the failure is reported
        return
    for entry in entries:
        is_folder = _is_folder(entry)
        if entry.name.startswith(".") or _ignored(absolute / entry.name, is_folder, ignores):
            continue
        path = folder / entry.name
        if is_folder and not entry.is_symlink():
            yield from _walk(path, ignores)
        elif path.suffix.lower() in FORMATS and not is_folder:
            yield Listed(path, False)


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
        if (above / ".git").exists():
            return tuple(found)
    return ()


def _ignore_file(folder: Path) -> _Ignores:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return ((folder, pathspec.PathSpec.from_lines("gitignore", lines)),)


def _ignored(path: Path, is_folder: bool, ignores: _Ignores) -> bool:
    ignored = False
    for base, spec in ignores:
        relative = path.relative_to(base).as_posix() + ("/" if is_folder else "")
        include = spec.check_file(relative).include
        ignored = ignored if include is None else include
    return ignored


def read(path: Path) -> bytes:
    """The bytes of a file. Raises ReadError."""
    try:
        return path.read_bytes()
    except FileNotFoundError as e:
        raise ReadError("there is no such file") from e
    except OSError as e:
        raise ReadError(f"can't be read: {(e.strerror or str(e)).lower()}") from e


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Puts ``after`` in the place of ``before``; a link stays a link, and whoever reads the file meanwhile sees one of
    the two whole. Raises ReadError, and leaves the file as it was, also when it is no longer ``before``."""
    path = path.resolve()
    try:
        if path.read_bytes() != before:
            raise ReadError("was changed while it was checked, so it was left as it is")
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            try:
                draft.write(after)
                draft.close()
                shutil.copymode(path, draft.name)
                os.replace(draft.name, path)
            except BaseException:
                os.unlink(draft.name)
                raise
    except OSError as e:
        raise ReadError(f"can't be written: {(e.strerror or str(e)).lower()}") from e
