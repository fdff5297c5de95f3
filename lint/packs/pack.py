"""A pack: a folder of rules, and what its pack.yaml says of it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from lint.config.settings import DIALECTS, LANGUAGES
from lint.config.yaml import Marked, read
from lint.errors import RuleError, Where, did_you_mean
from lint.packs.schema import decode
from lint.rule import Category

FILE = "pack.yaml"
"""The file in which a pack says what it is."""
NEWSROOM_RANK = 20
"""The rank of a pack that names none: a newsroom's own rules come before all built-in packs but ``boilerplate``."""
_NAME = re.compile(r"\w[\w-]*", re.ASCII)
"""What a pack may be called: a suppression in a story names it, so it holds no spaces or full stops, and no letter that
looks like another one."""
ID = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What a rule may be called, after the name of its pack and a full stop."""
_SUFFIXES = (".yaml", ".yml")
_LANGUAGES = frozenset({"any", *DIALECTS, *LANGUAGES} | {d.partition("-")[0] for d in (*DIALECTS, *LANGUAGES)})


@dataclass(frozen=True, slots=True)
class Pack:
    """A named set of rules.

    ``category`` and ``language`` hold for rules that give none. ``default``: on without being named (a newsroom's
    folder: as soon as the configuration names it or the folder around it). ``rank``: of two findings of equal
    severity on the same words, the one whose pack has the lower rank is shown. ``lists``: lists of words, with their
    lines. ``files``: where the rules are. ``source``: "copydesk", the distribution that brought the pack, or ""
    for a newsroom's folder.
    """

    name: str
    title: str = ""
    category: Category = Category.STYLE
    default: bool = True
    rank: int = NEWSROOM_RANK
    language: str = "any"
    lists: Marked | None = field(default=None, hash=False)
    folder: Path | None = None
    files: tuple[Path, ...] = ()
    source: str = ""

    @property
    def builtin(self) -> bool:
        """Whether it is one of copydesk's own packs."""
        return self.source == "copydesk"

    @property
    def where(self) -> Where:
        """Its pack.yaml, or the folder where it has none."""
        folder = self.folder or Path(self.name)
        return Where(folder / FILE if (folder / FILE).is_file() else folder)


class _Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of pack.yaml; those that are missing are as for a newsroom's folder without one."""

    title: str = ""
    category: Literal[tuple(str(c) for c in Category)] = "style"  # type: ignore[valid-type]
    default: bool = True
    rank: int = NEWSROOM_RANK
    language: str = "any"
    lists: dict[str, list[str]] = {}


def builtin() -> Path:
    """The folder of copydesk's own packs: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parents[1] / "_rules"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


@cache
def builtin_packs() -> tuple[Pack, ...]:
    """Copydesk's own packs."""
    return tuple(replace(pack, source="copydesk") for pack in packs_in(builtin()))


def packs_in(folder: Path, name: str = "") -> list[Pack]:
    """The packs in a folder, each with the files of its rules.

    A file of rules belongs to the nearest folder around it that has a pack.yaml; where none has, to the outermost
    folder below ``folder``, or to ``folder`` itself for the files right in it. With a ``name``, the whole folder is one
    pack that is called so. Raises RuleError for a pack.yaml that can't be used and for a name that no story could name.
    """
    files: dict[Path, list[Path]] = {}
    for file in sorted(_files_below(folder)):
        members = files.setdefault(folder if name else _home(file, folder), [])
        members.extend([file] if file.stem != "pack" else [])
    return [_pack(home, name or home.resolve().name, tuple(found)) for home, found in files.items()]


def _files_below(folder: Path) -> Iterator[Path]:
    """The files of rules in a folder and below it. Raises RuleError for a folder that can't be searched: rules that are
    not seen would be rules that find nothing."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = list(os.scandir(here))
        except OSError as e:
            raise RuleError(f"this folder can't be searched: {(e.strerror or str(e)).lower()}", Where(here)) from e
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(here / entry.name)
            elif entry.name.endswith(_SUFFIXES) and os.path.isfile(entry):
                yield here / entry.name


def pack_of(file: Path) -> Pack:
    """The pack of one file of rules: the folder that it is in."""
    return _pack(file.parent, file.resolve().parent.name, (file,))


def _home(file: Path, folder: Path) -> Path:
    """The folder that is the pack of ``file``."""
    below = file.relative_to(folder).parts[:-1]
    around = [folder.joinpath(*below[:n]) for n in range(len(below), -1, -1)]
    outermost = folder.joinpath(*below[:1])
    return next((f for f in around if (f / FILE).is_file()), outermost)


def _pack(folder: Path, name: str, files: tuple[Path, ...]) -> Pack:
    if not _NAME.fullmatch(name) or name == "default":
        wrong = "means copydesk’s own packs" if name == "default" else "holds more than a to z, digits, - and _"
        new = "house" if name == "default" else slug(name)
        raise RuleError(f"the name of the pack ‘{name}’ {wrong}; call the folder ‘{new}’", Where(folder))
    if (folder / "pack.yml").is_file():
        raise RuleError("copydesk reads pack.yaml; rename this file", Where(folder / "pack.yml"))
    pack = Pack(name, name, folder=folder, files=files)
    return _with_keys(pack, folder / FILE) if (folder / FILE).is_file() else pack


def _with_keys(pack: Pack, file: Path) -> Pack:
    marks = read(file, RuleError)
    if not isinstance(marks.data, dict):
        raise RuleError("pack.yaml is ‘key: value’ lines, such as ‘title: House style’", marks.where())
    keys: _Keys = decode(marks, _Keys, "pack.yaml", RuleError)
    if keys.rank < 0:
        raise RuleError("‘rank’ must be 0 or more; the lowest rank comes first", marks.where("rank"))
    return replace(
        pack,
        title=keys.title.strip() or pack.name,
        category=Category(keys.category),
        default=keys.default,
        rank=keys.rank,
        language=language(keys.language, marks),
        lists=marks.at("lists") if keys.lists else None,
    )


def language(value: object, marks: Marked) -> str:
    """A value of the key ``language``; raises RuleError where no language is called so."""
    if not isinstance(value, str) or value not in _LANGUAGES:
        hint = did_you_mean(str(value), _LANGUAGES)
        if not hint.startswith("did you mean"):
            hint = "write any, en, de … or a dialect such as en-GB"
        raise RuleError(f"unknown language ‘{value}’; {hint}", marks.where("language"))
    return value


def slug(name: str) -> str:
    """The nearest name that a pack or a rule may have: “Foo Bar” → foo-bar."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "house"


def unique(packs: Collection[Pack]) -> Iterator[Pack]:
    """The packs, each folder once; raises RuleError where two have the same name."""
    seen: dict[str, Pack] = {}
    for pack in packs:
        other = seen.setdefault(pack.name, pack)
        if other is pack:
            yield pack
        elif other.folder is None or pack.folder is None or other.folder.resolve() != pack.folder.resolve():
            at = f"installed with {other.source}" if other.source and not other.builtin else f"in {other.folder}"
            raise RuleError(f"there is a pack ‘{pack.name}’ already, {at}; rename this folder", pack.where)
