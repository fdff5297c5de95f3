"""The settings that hold for a file, written as YAML, each with the place it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from itertools import groupby
from pathlib import Path

from lint import disk
from lint.config.settings import Config, LanguageTool, Setting
from lint.errors import Where

_SHOWN = 8
"""How many words of one file are written out; a list of thousands would hide all else."""
_COLUMN = 44
"""Where the comments begin."""


def described(config: Config, path: Path | None, folder: Path) -> Iterator[str]:
    """The settings for a file, with the entries of ``paths`` that hold for it laid over them; without ``path``, those
    of the folder, and the entries by themselves. Names of files are written as from ``folder``."""
    page = _Page(folder)
    overrides = config.overrides(path) if path else ()
    yield from page.files(config)
    yield from page.scalars(config.with_overrides(overrides))
    yield from page.lists(config.with_overrides(overrides))
    if config.paths:
        yield "paths:"
    for i, entry in enumerate(config.paths):
        says = "holds" if i in overrides else "does not hold" if path else ""
        yield page.line(f"  {_quoted(entry.glob)}:", config.origin("paths", entry.glob), says)


class _Page:
    """Lines of YAML, with their origins as comments."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def line(self, text: str, origin: Where | str | None, says: str = "") -> str:
        where = "default" if origin is None else origin if isinstance(origin, str) else self._where(origin)
        return f"{text:{_COLUMN}} # {where}{f' ({says})' if says else ''}"

    def _where(self, where: Where) -> str:
        return f"{self._name(where.file)}:{where.line}"

    def _name(self, file: Path) -> str:
        try:
            return file.resolve().relative_to(self._folder.resolve()).as_posix()
        except ValueError:
            return str(file)

    def files(self, config: Config) -> Iterator[str]:
        """The file that was found, and those that it builds on."""
        yield f"# from {self._name(config.file) if config.file else 'no file: these are the defaults'}"
        for base in reversed(config.extends):
            yield f"# which extends {self._name(base)}"

    def scalars(self, config: Config) -> Iterator[str]:
        yield self.line(f"dialect: {config.dialect}", config.origin("dialect"))
        yield self.line(f"fail_on: {config.fail_on}", config.origin("fail_on"))
        yield self.line(f"max_file_size: {disk.amount(config.max_file_size)}", config.origin("max_file_size"))
        for key, across in (("consistency", config.across), ("boilerplate", config.repeated)):
            yield self.line(f"{key}: {{across: {'files' if across else 'story'}}}", config.origin(key))
        yield "languagetool:"
        for setting in fields(LanguageTool):
            value = getattr(config.languagetool, setting.name)
            if setting.name != "rules":
                yield self.line(
                    f"  {setting.name}: {_quoted(value)}", config.origins.get(("languagetool", setting.name))
                )
        if config.languagetool.rules:
            yield "  rules:"
        for name, level in config.languagetool.rules.items():
            yield self.line(f"    {name}: {level}", config.origin("languagetool", "rules", name))

    def lists(self, config: Config) -> Iterator[str]:
        yield "packs:"
        for i, pack in enumerate(config.packs):
            name = pack if not Path(pack).is_absolute() else self._name(Path(pack))
            yield self.line(f"  - {name}", config.origin("packs", i))
        if config.only:
            yield self.line(f"# only the rules: {', '.join(config.only)}", config.origin("only"))
        if config.rules:
            yield "rules:"
        for name, setting in config.rules.items():
            yield self.line(f"  {name}: {_setting(setting)}", config.origin("rules", name))
        yield from self._words("words", config, sorted(config.words))
        yield from self._words("names", config, [n.right for n in config.names])
        if config.exclude:
            yield "exclude:"
        for patterns in config.exclude:
            for i, glob in enumerate(patterns.globs):
                yield self.line(f"  - {_quoted(glob)}", patterns.wheres[i] if i < len(patterns.wheres) else None)

    def _words(self, key: str, config: Config, words: list[str]) -> Iterator[str]:
        """Words in the order of their places; of a long list, the first, and how many more there are."""
        if words:
            yield f"{key}:"
        placed = sorted(((config.origin(key, w), w) for w in words), key=lambda p: str(p[0]))
        for _, group in groupby(placed, key=lambda p: p[0].file if isinstance(p[0], Where) else None):
            members = sorted(group, key=lambda p: (p[0].line if isinstance(p[0], Where) else 0, p[1]))
            for origin, word in members[:_SHOWN]:
                yield self.line(f"  - {_quoted(word)}", origin)
            if (more := len(members) - _SHOWN) > 0:
                yield f"  # and {more:,} more"


def _setting(setting: Setting) -> str:
    if setting.options is None:
        return str(setting.level)
    options = {**({"level": setting.level} if setting.level else {}), **setting.options.data}
    return json.dumps(options, ensure_ascii=False)


def _quoted(value: object) -> str:
    """A value as YAML reads it back."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    plain = text and text[0].isalnum() and not any(c in text for c in ":#'\"{}[],&*!|>%@`")
    return text if plain else json.dumps(text, ensure_ascii=False)
