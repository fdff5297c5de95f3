"""What one configuration file says, read strictly: every complaint names a line and what to write."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lint import disk
from lint.config import dialects, globs
from lint.config.globs import Globs
from lint.config.name_lists import Name
from lint.config.name_lists import read as read_names
from lint.config.settings import (
    BACKENDS,
    FAIL_ON,
    LEVELS,
    PROFILES,
    Key,
    LanguageTool,
    Layer,
    Origin,
    Override,
    Setting,
    is_address,
    is_folder,
)
from lint.config.yaml import Marked
from lint.errors import ConfigError, Where, did_you_mean

Changes = dict[str, Any]
"""Fields of Config and their values."""
_PATHS = ("dialect", "packs", "rules", "words", "names", "languagetool")
"""The keys that may stand below ``paths``."""
_DAY = 86_400
"""Seconds."""
_MOST_PATTERNS = 1_000
"""In one list: each is tried on every file."""
_MOST_PATHS = 200
"""Entries of ``paths``: for each, the rules are chosen anew."""


class Reader:
    """Reads the keys of one file. ``root``: the folder of the file, for the paths that stand in it; ``below``: the
    folder below which its patterns hold."""

    def __init__(self, marks: Marked, root: Path, below: Path) -> None:
        self.marks = marks
        self.root = root
        self.below = below
        self.origins: dict[Key, Origin] = {p: Where(marks.file, line) for p, line in marks.lines.items() if p}
        self._keys: dict[str, Callable[[Key], Changes]] = {
            "extends": lambda _: {},
            "dialect": self._dialect,
            "packs": self._packs,
            "rules": lambda path: {"rules": {str(k): self._setting((*path, k)) for k in self.mapping(path)}},
            "words": self._words,
            "names": self._names,
            "exclude": self._exclude,
            "max_file_size": lambda path: {"max_file_size": self._size(path)},
            "fail_on": lambda path: {"fail_on": self._one_of(path, FAIL_ON)},
            "consistency": lambda path: {"across": self._across(path)},
            "boilerplate": lambda path: {"repeated": self._across(path)},
            "languagetool": lambda path: {"languagetool": self._languagetool(path)},
            "paths": self._overrides,
        }

    def layer(self) -> Layer:
        """All that the file says. Raises ConfigError."""
        return Layer(self._changes((), tuple(self._keys)), self.origins)

    def extends(self) -> tuple[Path, Where] | None:
        """The file that this one builds on, and the line that says so."""
        if self.marks.data is None or "extends" not in self.mapping(()):
            return None
        return self.root / self._text(("extends",)), self.marks.where("extends")

    def fail(self, message: str, *path: object) -> ConfigError:
        """A complaint about the line of ``path``."""
        return ConfigError(message, self.marks.where(*path))

    def mapping(self, path: Key) -> dict[Any, Any]:
        """The ``key: value`` lines there."""
        value = self._value(path)
        if value is None:
            return {}
        if not isinstance(value, dict):
            name = f"‘{path[-1]}’" if path else "the configuration"
            raise self.fail(f"{name} must be ‘key: value’ lines", *path)
        return value

    def _value(self, path: Key) -> Any:
        return self.marks.at(*path).data

    def _changes(self, path: Key, allowed: tuple[str, ...]) -> Changes:
        changes: Changes = {}
        for key in self.mapping(path):
            if key not in allowed:
                raise self.fail(f"there is no setting ‘{key}’ here; {did_you_mean(str(key), allowed)}", *path, key)
            changes.update(self._keys[key]((*path, key)))
        return changes

    def _one_of(self, path: Key, allowed: tuple[str, ...], what: str = "") -> str:
        value = self._value(path)
        if value not in allowed:
            raise self.fail(f"unknown {what or path[-1]} ‘{value}’; {did_you_mean(str(value), allowed)}", *path)
        return str(value)

    def _text(self, path: Key) -> str:
        value = self._value(path)
        if not isinstance(value, str) or not value:
            raise self.fail(f"‘{path[-1]}’ must be text; put it in quotes", *path)
        return value

    def _strings(self, path: Key) -> list[tuple[str, Where]]:
        """One or several words, each with its line."""
        value = self._value(path)
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(i, str | int | float) for i in items):
            raise self.fail(f"‘{path[-1]}’ must be a list", *path)
        return [(str(item), self.marks.where(*path, i)) for i, item in enumerate(items)]

    def _dialect(self, path: Key) -> Changes:
        if said := dialects.complaint(self._value(path)):
            raise self.fail(said, *path)
        return {"dialect": self._value(path), "dialect_chosen": True}

    def _packs(self, path: Key) -> Changes:
        """Packs by name; folders as absolute paths, so that another file may build on this one."""
        packs = [pack for pack, _ in self._strings(path)]
        return {"packs": tuple((self.root / p).as_posix() if is_folder(p) else p for p in packs)}

    def _words(self, path: Key) -> Changes:
        value = self._value(path)
        if isinstance(value, list):
            words = dict(self._strings(path))
        elif isinstance(value, str):
            words = self._word_list(self.root / value, path)
        else:
            raise self.fail("‘words’ must be a list of words or the name of a file with one a line", *path)
        self.origins.update({(*path, word): where for word, where in words.items()})
        return {"words": frozenset(words)}

    def _word_list(self, file: Path, path: Key) -> dict[str, Where]:
        try:
            self._refuse_elsewhere(file, self.marks.where(*path))
            lines = disk.text(file).splitlines()
        except (OSError, UnicodeError) as e:
            raise self.fail(f"the word list {file} can't be read: {getattr(e, 'strerror', None) or e}", *path) from e
        words = ((line.partition("#")[0].strip(), Where(file, n)) for n, line in enumerate(lines, 1))
        return {word: where for word, where in words if word}

    def _names(self, path: Key) -> Changes:
        names: list[Name] = []
        for file, where in self._strings(path):
            listed = self._name_list(self.root / file, where)
            self.origins.update({(*path, name.right): Where(self.root / file) for name in listed})
            names += listed
        return {"names": tuple(names)}

    def _refuse_elsewhere(self, file: Path, where: Where) -> None:
        """Raises ConfigError for a list out of the repository, or out of the folder of the file where there is none:
        settings that a stranger sent shall not read the machine that they are run on."""
        home = disk.repository(self.root)
        if not disk.is_in(home, file):
            raise ConfigError(f"{file} is not in {home}; keep the list there", where)

    def _name_list(self, file: Path, where: Where) -> list[Name]:
        try:
            self._refuse_elsewhere(file, where)
            return list(read_names(file))
        except (OSError, UnicodeError) as e:
            said = f"the list of names {file} can't be read: {getattr(e, 'strerror', None) or e}"
            raise ConfigError(said, where) from e
        except ValueError as e:
            raise ConfigError(str(e), where) from e

    def _exclude(self, path: Key) -> Changes:
        patterns = self._strings(path)
        self._refuse_many(len(patterns), _MOST_PATTERNS, path)
        for pattern, where in patterns:
            if said := globs.complaint(pattern):
                raise ConfigError(said, where)
        return {"exclude": (Globs(self.below, tuple(p for p, _ in patterns), tuple(w for _, w in patterns)),)}

    def _across(self, path: Key) -> bool:
        """``{across: files}``: compare the files of a run; ``{across: story}`` is how it is without it."""
        for key in self.mapping(path):
            if key != "across":
                raise self.fail(f"there is no setting ‘{key}’ here; write ‘across: files’", *path, key)
            return self._one_of((*path, key), ("files", "story")) == "files"
        return False

    def _setting(self, path: Key) -> Setting:
        value = self._value(path)
        if isinstance(value, dict):
            options = dict(value)
            level = None if options.pop("level", None) is None else self._one_of((*path, "level"), LEVELS)
            marked = Marked(options, self.marks.file, self.marks.at(*path).lines)
            return Setting(level, marked if options else None)
        if value is True or value is None:
            raise self.fail(f"set ‘{path[-1]}’ to {', '.join(LEVELS[:-1])} or {LEVELS[-1]}, or to options", *path)
        return Setting(self._one_of(path, LEVELS, "level"))

    def _overrides(self, path: Key) -> Changes:
        self._refuse_many(len(self.mapping(path)), _MOST_PATHS, path)
        return {"paths": tuple(self._override(path, k) for k in self.mapping(path))}

    def _refuse_many(self, count: int, most: int, path: Key) -> None:
        if count > most:
            raise self.fail(f"‘{path[-1]}’ has {count:,} patterns, and {most:,} are the most; join some of them", *path)

    def _override(self, path: Key, key: object) -> Override:
        glob, here = str(key), (*path, key)
        if said := globs.complaint(glob):
            raise self.fail(said, *here)
        if glob.startswith("!"):
            raise self.fail(f"‘{glob}’ names files for which it does not hold; name those for which it does", *here)
        changes = self._changes(here, _PATHS)
        origins = {p[len(here) :]: o for p, o in self.origins.items() if p[: len(here)] == here and len(p) > len(here)}
        return Override(changes, origins, glob, self.below)

    def _languagetool(self, path: Key) -> Mapping[str, Any]:
        settings: Changes = {}
        if isinstance(self._value(path), str):
            self.origins[(*path, "backend")] = self.marks.where(*path)
            return {"backend": self._backend(path)}
        known: dict[str, Callable[[Key], object]] = {
            "backend": self._backend,
            "url": self._address,
            "timeout": self._seconds,
            "version": self._text,
            "user_agent": self._text,
            "n_grams": self._folder,
            "profile": lambda here: self._one_of(here, PROFILES),
            "rules": self._levels,
        }
        for key in self.mapping(path):
            if key not in known:
                raise self.fail(f"there is no setting ‘{key}’ here; {did_you_mean(str(key), known)}", *path, key)
            field = "backend" if key == "url" else key
            if field in settings:
                raise self.fail("‘backend’ and ‘url’ say the same thing; keep one of them", *path, key)
            settings[field] = known[key]((*path, key))
            self.origins[(*path, field)] = self.marks.where(*path, key)
        assert settings.keys() <= LanguageTool.__dataclass_fields__.keys()
        return settings

    def _backend(self, path: Key) -> str:
        value = str(self._value(path))
        return value if is_address(value) else self._one_of(path, BACKENDS, "backend")

    def _address(self, path: Key) -> str:
        value = str(self._value(path))
        if not is_address(value):
            raise self.fail(f"‘{value}’ is not the address of a server; write http://HOST:PORT", *path)
        return value

    def _seconds(self, path: Key) -> float:
        value = self._value(path)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= _DAY:
            raise self.fail(f"‘{path[-1]}’ must be a number of seconds above 0, and a day ({_DAY}) at most", *path)
        return float(value)

    def _size(self, path: Key) -> int:
        size = disk.size_of(str(self._value(path)))
        if not size:
            raise self.fail(f"‘{path[-1]}’ must be a number and its unit: 20 MB, 500 kB", *path)
        return size

    def _folder(self, path: Key) -> str:
        folder = self.root / self._text(path)
        if not os.path.isdir(folder):
            raise self.fail(f"there is no folder {folder}", *path)
        return str(folder)

    def _levels(self, path: Key) -> dict[str, str]:
        if isinstance(self._value(path), list):
            return {name: "warning" for name, _ in self._strings(path)}
        return {str(k): self._one_of((*path, k), LEVELS, "level") for k in self.mapping(path)}
