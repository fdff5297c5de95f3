""".copydesk.yaml: where it stands, and how it is read, strictly: every complaint names a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lint.config.name_lists import Name
from lint.config.name_lists import read as read_names
from lint.config.settings import (
    BACKENDS,
    DIALECTS,
    FAIL_ON,
    LANGUAGES,
    LEVELS,
    PROFILES,
    Config,
    LanguageTool,
    Override,
    Setting,
    is_address,
)
from lint.config.yaml import Marked, parse, read
from lint.errors import ConfigError, did_you_mean

NAME = ".copydesk.yaml"


def find(start: Path) -> Path | None:
    """The nearest .copydesk.yaml in ``start`` (or, for a file, beside it) or in a folder above it."""
    folder = start if start.is_dir() else start.parent
    try:
        folder = folder.resolve()
    except OSError:
        return None
    for candidate in (folder, *folder.parents):
        if (candidate / NAME).is_file():
            return candidate / NAME
    return None


def load(file: Path) -> Config:
    """Reads a configuration file; raises ConfigError with file and line for what it can't use."""
    return _config(read(file, ConfigError), file.resolve().parent, file)


def nearest(start: Path) -> Config:
    """The configuration that holds at ``start``, or the defaults where there is none."""
    file = find(start)
    return load(file) if file else Config()


def loads(text: str, root: Path) -> Config:
    """Reads a configuration from text, as ``load`` does from a file."""
    return _config(parse(text, Path(NAME), ConfigError), root, None)


_ABOVE = (
    "dialect",
    "packs",
    "rules",
    "words",
    "names",
    "exclude",
    "fail_on",
    "consistency",
    "boilerplate",
    "languagetool",
    "paths",
)
_BELOW = ("dialect", "packs", "rules", "words", "names", "languagetool")


def _config(marks: Marked, root: Path, file: Path | None) -> Config:
    if marks.data is None:
        return Config(root=root, file=file, marks=marks)
    fields, rules = _Reader(marks, root).keys((), _ABOVE)
    return Config(root=root, file=file, marks=marks, rules=rules, **fields)


class _Reader:
    """Reads keys of one configuration; every complaint names a line."""

    def __init__(self, marks: Marked, root: Path) -> None:
        self.marks = marks
        self.root = root

    def fail(self, message: str, *path: object) -> ConfigError:
        return ConfigError(message, self.marks.where(*path))

    def keys(self, path: tuple[object, ...], allowed: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Setting]]:
        data = self.mapping(path)
        fields: dict[str, Any] = {}
        rules: dict[str, Setting] = {}
        for key, value in data.items():
            here = (*path, key)
            if key not in allowed:
                raise self.fail(f"there is no setting ‘{key}’ here; {did_you_mean(str(key), allowed)}", *here)
            match key:
                case "dialect":
                    fields["dialect"] = self.one_of(value, (*DIALECTS, *LANGUAGES), here)
                    fields["dialect_chosen"] = True
                case "packs":
                    fields["packs"] = tuple(self.strings(value, here))
                case "rules":
                    rules = {str(k): self.setting((*here, k)) for k in self.mapping(here)}
                case "words":
                    fields["words"] = frozenset(self.words(value, here))
                case "names":
                    fields["names"] = tuple(n for f in self.strings(value, here) for n in self.names(f, here))
                case "exclude":
                    fields["exclude"] = tuple(self.strings(value, here))
                case "fail_on":
                    fields["fail_on"] = self.one_of(value, FAIL_ON, here)
                case "consistency":
                    fields["across"] = self.across(here)
                case "boilerplate":
                    fields["repeated"] = self.across(here)
                case "languagetool":
                    fields["languagetool"] = self.languagetool(value, here)
                case "paths":
                    fields["paths"] = tuple(self.override(str(k), (*here, k)) for k in self.mapping(here))
        return fields, rules

    def mapping(self, path: tuple[object, ...]) -> dict[Any, Any]:
        value = self.marks.at(*path).data
        if value is None:
            return {}
        if not isinstance(value, dict):
            name = f"‘{path[-1]}’" if path else "the configuration"
            raise self.fail(f"{name} must be ‘key: value’ lines", *path)
        return value

    def one_of(self, value: object, allowed: tuple[str, ...], path: tuple[object, ...], what: str = "") -> str:
        if value not in allowed:
            raise self.fail(f"‘{value}’ is no {what or path[-1]}; {did_you_mean(str(value), allowed)}", *path)
        return str(value)

    def strings(self, value: object, path: tuple[object, ...]) -> list[str]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(i, str | int | float) for i in items):
            raise self.fail(f"‘{path[-1]}’ must be a list of words", *path)
        return [str(i) for i in items]

    def words(self, value: object, path: tuple[object, ...]) -> list[str]:
        if value is None:
            return []
        if isinstance(value, list):
            return self.strings(value, path)
        if not isinstance(value, str):
            raise self.fail("‘words’ must be a list of words or the name of a file with one a line", *path)
        file = self.root / value
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError) as e:
            raise self.fail(f"the word list {file} can't be read: {getattr(e, 'strerror', None) or e}", *path) from e
        return [word for line in lines if (word := line.partition("#")[0].strip())]

    def names(self, name: str, path: tuple[object, ...]) -> list[Name]:
        file = self.root / name
        try:
            return list(read_names(file))
        except (OSError, UnicodeError) as e:
            raise self.fail(
                f"the list of names {file} can't be read: {getattr(e, 'strerror', None) or e}", *path
            ) from e
        except ValueError as e:
            raise self.fail(str(e), *path) from e

    def across(self, path: tuple[object, ...]) -> bool:
        """``{across: files}``: compare the files of a run; ``{across: story}`` is how it is without it."""
        for key, value in self.mapping(path).items():
            if key != "across":
                raise self.fail(f"there is no setting ‘{key}’ here; write ‘across: files’", *path, key)
            return self.one_of(value, ("files", "story"), (*path, key)) == "files"
        return False

    def setting(self, path: tuple[object, ...]) -> Setting:
        value = self.marks.at(*path).data
        if isinstance(value, dict):
            options = dict(value)
            level = options.pop("level", None)
            if level is not None:
                level = self.one_of(level, LEVELS, (*path, "level"))
            marked = Marked(options, self.marks.file, self.marks.at(*path).lines)
            return Setting(level, marked if options else None)
        if value is True or value is None:
            raise self.fail(f"say what ‘{path[-1]}’ shall be: {', '.join(LEVELS)}, or options", *path)
        if value not in LEVELS:
            raise self.fail(f"‘{value}’ is no level; {did_you_mean(str(value), LEVELS)}", *path)
        return Setting(str(value))

    def languagetool(self, value: object, path: tuple[object, ...]) -> LanguageTool:
        if isinstance(value, str):
            return LanguageTool(backend=self.backend(value, path))
        settings: dict[str, Any] = {}
        for key, v in self.mapping(path).items():
            here = (*path, key)
            match key:
                case "backend" | "url" if "backend" in settings:
                    raise self.fail("‘backend’ and ‘url’ say the same thing; keep one of them", *here)
                case "backend":
                    settings["backend"] = self.backend(v, here)
                case "url":
                    settings["backend"] = self.address(v, here)
                case "timeout":
                    if isinstance(v, bool) or not isinstance(v, int | float) or v <= 0:
                        raise self.fail("‘timeout’ must be a number of seconds above 0", *here)
                    settings[key] = float(v)
                case "version" | "user_agent":
                    settings[key] = self.text(v, here)
                case "n_grams":
                    settings[key] = self.folder(v, here)
                case "profile":
                    settings[key] = self.one_of(v, PROFILES, here)
                case "rules":
                    settings[key] = self.levels(v, here)
                case _:
                    hint = did_you_mean(str(key), (*LanguageTool.__dataclass_fields__, "url"))
                    raise self.fail(f"there is no setting ‘{key}’ here; {hint}", *here)
        return LanguageTool(**settings)

    def backend(self, value: object, path: tuple[object, ...]) -> str:
        return str(value) if is_address(str(value)) else self.one_of(value, BACKENDS, path, "backend")

    def address(self, value: object, path: tuple[object, ...]) -> str:
        if not is_address(str(value)):
            raise self.fail(f"‘{value}’ is no address of a server; write http://HOST:PORT", *path)
        return str(value)

    def text(self, value: object, path: tuple[object, ...]) -> str:
        if not isinstance(value, str) or not value:
            raise self.fail(f"‘{path[-1]}’ must be text; put it in quotes", *path)
        return value

    def folder(self, value: object, path: tuple[object, ...]) -> str:
        folder = self.root / self.text(value, path)
        if not folder.is_dir():
            raise self.fail(f"there is no folder {folder}", *path)
        return str(folder)

    def levels(self, value: object, path: tuple[object, ...]) -> dict[str, str]:
        if isinstance(value, list):
            return dict.fromkeys(self.strings(value, path), "warning")
        return {str(k): self.one_of(v, LEVELS, (*path, k), "level") for k, v in self.mapping(path).items()}

    def override(self, glob: str, path: tuple[object, ...]) -> Override:
        fields, rules = self.keys(path, _BELOW)
        return Override((glob,), fields, rules)
