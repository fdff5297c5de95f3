"""Configuration files become settings: one file, and those that it extends."""

from __future__ import annotations

import os
from pathlib import Path

from lint.config.reader import Reader
from lint.config.settings import Config, Layer
from lint.config.trust import refuse_strange_base
from lint.config.yaml import Marked, parse, read
from lint.errors import ConfigError, Where

NAME = ".copydesk.yaml"
_MOST_BASES = 20
"""Files that may build on one another."""


def load(file: Path) -> Config:
    """Reads a configuration file and those that it extends; raises ConfigError with file and line for what it can't
    use."""
    return _config(read(file, ConfigError), file.resolve().parent, file)


def loads(text: str, root: Path) -> Config:
    """Reads a configuration from text, as ``load`` does from a file in the folder ``root``."""
    return _config(parse(text, Path(NAME), ConfigError), root.resolve(), None)


def _config(marks: Marked, root: Path, file: Path | None) -> Config:
    chain = _chain(Reader(marks, root, root), () if file is None else (file.resolve(),))
    bases = tuple(base for base, _ in chain if base)
    config = Config(root=root, file=file, extends=bases)
    for _, layer in chain:
        config = config.under(layer)
    return config


def _chain(reader: Reader, seen: tuple[Path, ...]) -> list[tuple[Path | None, Layer]]:
    """What a file and those that it extends say, the one at the bottom first; each base with its name, the file itself
    without."""
    layer = Layer({}) if reader.marks.data is None else reader.layer()
    chain: list[tuple[Path | None, Layer]] = [(None, layer)]
    below = reader.below
    while found := reader.extends():
        base, where = found
        place = Path(os.path.realpath(base))  # for a link to itself, the link
        if place in seen:
            names = " → ".join(p.name for p in (*seen, base))
            raise ConfigError(f"a configuration can't extend itself ({names})", where)
        if len(seen) > _MOST_BASES:
            raise ConfigError(f"this builds on more than {_MOST_BASES} files; join some of them", where)
        seen = (*seen, place)
        reader = _base(base, where, below)
        chain.insert(0, (base, Layer({}) if reader.marks.data is None else reader.layer()))
    return chain


def _base(base: Path, where: Where, below: Path) -> Reader:
    """The reader of a file that is extended; a stranger's is refused. Its patterns hold below its own folder where that
    is above the one that extends it, and otherwise (a style kept elsewhere) below the one that extends it."""
    if not os.path.isfile(base):
        raise ConfigError(f"there is no file {base} to extend", where)
    refuse_strange_base(base, where)
    root = base.resolve().parent
    return Reader(read(base, ConfigError), root, root if root == below or root in below.parents else below)
