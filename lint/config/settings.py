"""What a newsroom has decided: the settings of a run."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lint.config.globs import Globs, settled
from lint.config.name_lists import Name
from lint.config.yaml import Marked
from lint.disk import MOST
from lint.errors import Where

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

    def under(self, settings: Mapping[str, Any]) -> LanguageTool:
        """These settings with those named over them; ``rules`` are merged."""
        rules = {**self.rules, **settings.get("rules", {})}
        return dataclasses.replace(self, **{**settings, "rules": rules})


Origin = Where | str
"""Where a setting comes from: a line of a file, or words such as “command line”."""
Key = tuple[object, ...]
COMMAND_LINE = "command line"


@dataclass(frozen=True)
class Layer:
    """What one file, one entry of ``paths`` or the command line says.

    ``changes``: fields of Config by name; of ``languagetool``, the settings that are named. ``origins``: where each
    key and item is written.
    """

    changes: Mapping[str, Any]
    origins: Mapping[Key, Origin] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Override(Layer):
    """Keys that hold only for the files that ``globs`` match, below the folder ``root``."""

    glob: str = ""
    root: Path = field(default_factory=Path.cwd)

    @property
    def rules(self) -> Mapping[str, Setting]:
        """What it says of rules and packs, by name."""
        rules: Mapping[str, Setting] = self.changes.get("rules", {})
        return rules

    @property
    def globs(self) -> tuple[str, ...]:
        """The pattern of the files that it is for."""
        return (self.glob,)

    def holds_for(self, path: Path) -> bool:
        """Whether it holds for a file; ``path`` as ``globs.settled`` gives it."""
        return bool(Globs(self.root, self.globs).verdict(path))


@dataclass(frozen=True)
class Config:
    """All settings of a run. ``root`` is the folder of the configuration file; ``extends``: the files it builds on,
    the outermost first.

    ``dialect_chosen``: the dialect was set and is not the default; ``languagetool_chosen``: the person who runs
    copydesk named the backend, not a file that came with the drafts. ``max_file_size``: bytes; of a larger file nothing
    is read.
    """

    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None
    extends: tuple[Path, ...] = ()
    dialect: str = "en-GB"
    dialect_chosen: bool = False
    packs: tuple[str, ...] = ("default",)
    rules: dict[str, Setting] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    names: tuple[Name, ...] = ()
    exclude: tuple[Globs, ...] = ()
    fail_on: str = "warning"
    max_file_size: int = MOST
    across: bool = False
    repeated: bool = False
    languagetool: LanguageTool = field(default_factory=LanguageTool)
    languagetool_chosen: bool = False
    paths: tuple[Override, ...] = ()
    origins: Mapping[Key, Origin] = field(default_factory=dict, compare=False, repr=False)

    def excludes(self, path: Path) -> bool:
        """Whether ``exclude`` names a file. The last pattern that says something of it decides, as in .gitignore."""
        path = settled(path)
        excluded = False
        for patterns in self.exclude:
            verdict = patterns.verdict(path)
            excluded = excluded if verdict is None else verdict
        return excluded

    def overrides(self, path: Path) -> tuple[int, ...]:
        """Which entries of ``paths`` hold for a file."""
        path = settled(path)
        return tuple(i for i, o in enumerate(self.paths) if o.holds_for(path))

    def with_overrides(self, chosen: tuple[int, ...]) -> Config:
        """This configuration with those entries of ``paths`` laid over it, in order."""
        config = self
        for override in (self.paths[i] for i in chosen):
            config = config.under(override)
        return config

    def under(self, layer: Layer) -> Config:
        """This configuration with a layer over it: lists of words, names and patterns add to those that are there,
        ``rules`` and ``languagetool`` are merged key by key, all else is replaced."""
        changes = dict(layer.changes)
        for name in _ADDED & changes.keys():
            changes[name] = getattr(self, name) + changes[name]
        if "words" in changes:
            changes["words"] = self.words | changes["words"]
        if "rules" in changes:
            changes["rules"] = {**self.rules, **changes["rules"]}
        if "languagetool" in changes:
            changes["languagetool"] = self.languagetool.under(changes["languagetool"])
        replaced = changes.keys() - _ADDED - {"words", "rules", "languagetool"}
        kept = {key: origin for key, origin in self.origins.items() if key[0] not in replaced}
        return dataclasses.replace(self, **changes, origins={**kept, **layer.origins})

    def where(self, *path: object) -> Where | None:
        """The line that says so, or the nearest thing around it that has one; None where it is no file's."""
        origin = self.origin(*path)
        return origin if isinstance(origin, Where) else None

    def origin(self, *path: object) -> Origin | None:
        """Where a setting comes from; None: it is the default."""
        return next((o for end in range(len(path), 0, -1) if (o := self.origins.get(path[:end]))), None)


_ADDED = {"names", "exclude", "paths"}


def is_folder(pack: str) -> bool:
    """Whether an entry of ``packs`` is a folder of rules (it holds a slash) and not a pack's name."""
    return "/" in pack or pack.startswith(".")


def is_english(dialect: str) -> bool:
    """Whether a dialect is one of English."""
    return dialect.startswith("en")


def is_address(backend: str) -> bool:
    """Whether a backend is a server somewhere."""
    return backend.startswith(("http://", "https://"))
