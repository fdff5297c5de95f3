"""Whose settings these are: those of a stranger are not obeyed, and those from far away not in silence."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from lint import disk
from lint.errors import ConfigError, Where

_ROOT = 0
"""The number of the user who may write everything anyway."""


def refuse_stranger(file: Path) -> None:
    """Raises ConfigError for settings that belong neither to the person who runs this, nor to root, nor to the owner of
    the folder: where many may write, as in /tmp, anybody can put such a file above the copy of others."""
    if _is_strange(file):
        said = f"belongs to {_name(file)}, and its folder does not; take it away, or pass --config where it is meant"
        raise ConfigError(said, Where(file))


def refuse_strange_base(file: Path, where: Where) -> None:
    """Raises ConfigError for such settings where others extend them; ``where``: the line that does."""
    if _is_strange(file):
        said = f"{file} belongs to {_name(file)}, and its folder does not; extend a copy of it that belongs to you"
        raise ConfigError(said, where)


def _is_strange(file: Path) -> bool:
    if _me() is None:
        return False
    own = {_me(), _ROOT, _owner(file.parent)}
    return any(owner not in own for owner in (_owner(file), _owner(file, follow=False)) if owner is not None)


def doubts(file: Path, bases: Iterable[Path], folder: Path) -> list[str]:
    """What a person should know of settings that were found for the files of a folder: that they, or those that they
    extend, belong to somebody else, or that they stand above the repository or the home folder that the files are
    in."""
    belong = [f for f in (file, *bases) if _me() is not None and _owner(f) not in (None, _me(), _ROOT)]
    said = [f"the settings in {f} belong to {_name(f)}" for f in belong]
    root = file.parent.resolve()
    homes = {"home folder": Path(os.path.expanduser("~")), "repository": disk.repository(folder)}
    if not os.path.lexists(homes["repository"] / ".git"):
        del homes["repository"]
    above = [f"{what} {home}" for what, home in homes.items() if _is_in(home, folder) and root in home.parents]
    return [*said, *(f"the settings in {file} stand above the {home}, and hold in it" for home in above[-1:])]


def _is_in(home: Path, folder: Path) -> bool:
    return home in (folder, *folder.parents)


def _me() -> int | None:
    """The user that this runs as; None on Windows, where files have no such owners."""
    return os.geteuid() if hasattr(os, "geteuid") else None


def _owner(path: Path, *, follow: bool = True) -> int | None:
    try:
        return os.stat(path, follow_symlinks=follow).st_uid
    except OSError:
        return None


def _name(file: Path) -> str:
    """What the owner of a file is called."""
    try:
        return file.owner()
    except (KeyError, OSError):
        return f"user {_owner(file)}"
