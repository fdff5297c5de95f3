"""Which configuration holds where: the nearest one upwards from each file, each found and read once."""

from __future__ import annotations

import os
import re
from pathlib import Path

from lint import disk
from lint.config.globs import settled
from lint.config.load import NAME, load
from lint.config.settings import Config, Layer
from lint.config.trust import refuse_stranger
from lint.errors import ConfigError, Where

NAMES = (NAME, ".copydesk.yml")
_NEAR = re.compile(r"\.?copydesk(?:rc)?\.(?:ya?ml|json|toml|ini|cfg|conf)(?:\.txt)?|\.copydesk(?:rc)?", re.I)
"""Names that somebody gave a file in good faith, and that are not read."""
_IN_PYPROJECT = re.compile(r"^\s*\[+\s*tool\s*\.\s*[\"']?copydesk[\"']?\s*[\].]", re.M)


class Tree:
    """The configurations of the folders of a run.

    ``only``: one that holds everywhere, whatever there is. ``over``: what the command line says, laid over each.
    """

    def __init__(self, only: Config | None = None, over: Layer | None = None) -> None:
        self._over = over
        self._only = only and self._under(only)
        self._none: Config | None = None
        self._own: dict[Path, Config | None] = {}
        self._nearest: dict[Path, Config] = {}

    def for_path(self, path: Path) -> Config:
        """The settings that hold for a file, there or not. Raises ConfigError, also for a file that is named nearly
        like a configuration, where there is none."""
        return self.for_folder(path.parent)

    def for_folder(self, folder: Path) -> Config:
        """The settings that hold in a folder."""
        if self._only:
            return self._only
        folder = _resolved(folder)
        passed = []
        for above in (folder, *folder.parents):
            found = self._nearest.get(above) or self._in(above)
            passed.append(above)
            if found:
                break
            _refuse_near_names(above)
        else:
            found = self._none = self._none or self._under(Config())
        self._nearest.update(dict.fromkeys(passed, found))
        return found

    def excludes(self, path: Path) -> bool:
        """Whether a file is excluded: by the settings that hold for it, or by those of a folder further up."""
        if self._only:
            return self._only.excludes(path)
        folder = settled(path).parent
        own = (self._in(above) for above in (folder, *folder.parents))
        return any(config.excludes(path) for config in own if config)

    def found(self) -> tuple[Config, ...]:
        """The configurations that were read so far."""
        return (self._only,) if self._only else tuple(c for c in self._own.values() if c)

    def _in(self, folder: Path) -> Config | None:
        """The configuration that is in the folder itself."""
        if folder not in self._own:
            file = file_in(folder)
            if file:
                refuse_stranger(file)
            self._own[folder] = self._under(load(file)) if file else None
        return self._own[folder]

    def _under(self, config: Config) -> Config:
        return config.under(self._over) if self._over else config


def find(start: Path) -> Path | None:
    """The nearest configuration file in ``start`` (or, for a file, beside it) or in a folder above it."""
    folder = _resolved(start if os.path.isdir(start) else start.parent)
    return next((file for above in (folder, *folder.parents) if (file := file_in(above))), None)


def nearest(start: Path) -> Config:
    """The configuration that holds at ``start``, or the defaults where there is none."""
    return Tree().for_folder(start if os.path.isdir(start) else start.parent)


def file_in(folder: Path) -> Path | None:
    """The configuration file of a folder. Raises ConfigError where there are two."""
    files = [folder / name for name in NAMES if _is_there(folder / name)]
    if len(files) > 1:
        raise ConfigError(f"there is {NAMES[1]} beside it; keep one of them", Where(files[0]))
    return files[0] if files else None


def _is_there(file: Path) -> bool:
    """Whether there is a file of that name, even one that can't be read: reading it will say so."""
    return os.path.lexists(file) and not os.path.isdir(file)


def _refuse_near_names(folder: Path) -> None:
    """Raises ConfigError for a file that somebody took for the configuration."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        if _NEAR.fullmatch(name) and not os.path.isdir(folder / name):
            raise ConfigError(f"copydesk does not read {name}; rename it to {NAME}", Where(folder / name))
    if "pyproject.toml" in names:
        try:
            text = disk.text(folder / "pyproject.toml", errors="replace")
        except OSError:
            return
        if found := _IN_PYPROJECT.search(text):
            where = Where(folder / "pyproject.toml", text.count("\n", 0, found.end()) + 1)
            raise ConfigError(f"copydesk does not read [tool.copydesk]; write it in {NAME}", where)


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # a link to itself
        return folder.absolute()
