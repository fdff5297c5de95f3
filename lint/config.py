""".copydesk.yaml: what a newsroom has decided, read strictly."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pathspec

from lint.errors import ConfigError, did_you_mean
from lint.marked import Marked, parse, read
from lint.names import Name
from lint.names import read as read_names

NAME = ".copydesk.yaml"
DIALECTS = ("en-GB", "en-US", "en-AU", "en-CA", "en-NZ", "en-ZA")
LANGUAGES = tuple(
    "ar ast-ES be-BY br-FR ca-ES da-DK de de-AT de-CH de-DE el-GR eo es es-AR fa fr fr-BE fr-CA fr-CH ga-IE gl-ES it "
    "ja-JP km-KH nl nl-BE pl-PL pt pt-AO pt-BR pt-MZ pt-PT ro-RO ru-RU sk-SK sl-SI sv ta-IN tl-PH uk-UA zh-CN".split()
)
"""The other languages of LanguageTool 6.8; for these only its rules run, and those that need no English."""
LEVELS = ("off", "suggestion", "warning", "error")
FAIL_ON = ("error", "warning", "suggestion", "never")
BACKENDS = ("auto", "embedded", "local", "off")
PROFILES = ("news", "all")
DEFAULT_PACKS = ("typos", "confusions", "capitals", "consistency", "boilerplate", "punctuation", "languagetool")


@dataclass(frozen=True)
class Setting:
    """What the configuration says of one rule: a level, options of its kind, or both."""

    level: str | None = None
    options: Marked | None = None


@dataclass(frozen=True)
class LanguageTool:
    """How LanguageTool's rules are run.

    ``backend``: one of BACKENDS, or the address of a server. ``timeout``: seconds for one file and for one answer.
    ``version`` and ``n_grams`` (a folder) are for ``local``. ``rules``: LanguageTool's rules switched on or off by id.
    """

    backend: str = "auto"
    timeout: float = 60.0
    version: str = "6.8"
    n_grams: str = ""
    user_agent: str = ""
    profile: str = "news"
    rules: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Override:
    """Keys that hold only for the files that match ``globs``, relative to the configuration's folder."""

    globs: tuple[str, ...]
    changes: dict[str, Any]
    rules: dict[str, Setting]


@dataclass(frozen=True)
class Config:
    """All settings of a run. Paths are absolute; ``root`` is the folder of the configuration file."""

    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None
    dialect: str = "en-GB"
    dialect_chosen: bool = False
    packs: tuple[str, ...] = ("default",)
    rules: dict[str, Setting] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    names: tuple[Name, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = "warning"
    across: bool = False
    repeated: bool = False
    languagetool: LanguageTool = field(default_factory=LanguageTool)
    paths: tuple[Override, ...] = ()
    marks: Marked | None = field(default=None, compare=False, repr=False)

    def excludes(self, path: Path) -> bool:
        return bool(self.exclude) and _match(self.exclude, self.root, path)

    def overrides(self, path: Path) -> tuple[int, ...]:
        """Which entries of ``paths`` hold for a file."""
        return tuple(i for i, o in enumerate(self.paths) if _match(o.globs, self.root, path))

    def with_overrides(self, chosen: tuple[int, ...]) -> Config:
        """This configuration with those entries of ``paths`` laid over it, in order."""
        config = self
        for override in (self.paths[i] for i in chosen):
            changes = dict(override.changes)
            if "words" in changes:
                changes["words"] = config.words | changes["words"]
            if "names" in changes:
                changes["names"] = config.names + changes["names"]
            config = dataclasses.replace(config, **changes, rules={**config.rules, **override.rules})
        return config

    def where(self, *path: object) -> Any:
        return self.marks.where(*path) if self.marks else None


def is_english(dialect: str) -> bool:
    return dialect.startswith("en")


def is_address(backend: str) -> bool:
    """Whether a backend is a server somewhere."""
    return backend.startswith(("http://", "https://"))


def _match(globs: tuple[str, ...], root: Path, path: Path) -> bool:
    try:
        relative = path.resolve().relative_to(root.resolve())
    except (ValueError, OSError):
        return False
    return pathspec.PathSpec.from_lines("gitignore", globs).match_file(relative.as_posix())


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
