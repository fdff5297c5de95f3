"""What a newsroom has decided: the settings of a run."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pathspec

from lint.config.name_lists import Name
from lint.config.yaml import Marked

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


@dataclass(frozen=True)
class Override:
    """Keys that hold only for the files that match ``globs``, relative to the configuration's folder."""

    globs: tuple[str, ...]
    changes: dict[str, Any]
    rules: dict[str, Setting]


@dataclass(frozen=True)
class Config:
    """All settings of a run. Paths are absolute; ``root`` is the folder of the configuration file.

    ``dialect_chosen``: the dialect was set and is not the default; ``languagetool_chosen``: the person who runs
    copydesk named the backend, not a file that came with the drafts.
    """

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
    languagetool_chosen: bool = False
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
