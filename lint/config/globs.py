"""Patterns for files, as in .gitignore, and the folder below which they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.config.wildcards import specification
from lint.errors import Where

if TYPE_CHECKING:
    import pathspec


@dataclass(frozen=True)
class Globs:
    """Patterns that hold below ``root``; ``wheres``: the line of each, where they were read from a file."""

    root: Path
    globs: tuple[str, ...]
    wheres: tuple[Where, ...] = field(default=(), compare=False, repr=False)

    def verdict(self, path: Path) -> bool | None:
        """Whether a file is matched; None where no pattern says anything of it. The last pattern decides.

        ``path``: as ``settled`` gives it.
        """
        try:
            relative = path.relative_to(self.root)
        except ValueError:
            return None
        return _spec(self.globs).check_file(relative.as_posix()).include


def settled(path: Path) -> Path:
    """The absolute path of a file; a link counts where it is, not where it leads."""
    try:
        return path.parent.resolve() / path.name if path.name else path.resolve()
    except (OSError, RuntimeError):  # a folder that is a link to itself
        return path.absolute()


LONGEST = 4_096
"""Characters of a pattern: no path is longer."""


def complaint(glob: str) -> str | None:
    """Why a pattern can't be used, or None."""
    if len(glob) > LONGEST:
        return f"‘{glob[:40]}…’ is too long for a pattern; {LONGEST:,} characters are the most"
    try:
        (pattern,) = _spec((glob,)).patterns
    except (ValueError, re.error):  # the second for a range that is none: [z-a]
        pattern = None
    if pattern is None or pattern.include is None:
        return f"‘{glob}’ is not a pattern for files; write it as in .gitignore: archive/ or opinion/*.md"
    return None


def usable(lines: Iterable[str]) -> pathspec.PathSpec[Any]:
    """The patterns of a .gitignore; a line that is no pattern is passed over, as git does."""
    good = [line for line in dict.fromkeys(lines) if complaint(line) is None]
    return _spec(tuple(good))


@lru_cache(maxsize=1_024)
def _spec(globs: tuple[str, ...]) -> pathspec.PathSpec[Any]:
    return specification(globs)
