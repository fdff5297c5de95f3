"""Packs that installed packages bring, by the entry point ``copydesk.packs``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from lint.errors import CopydeskError, RuleError
from lint.packs.pack import Pack, packs_in

GROUP = "copydesk.packs"
"""The group of entry points: the name is the pack's, the value the package whose folder is the pack."""


def installed(names: Collection[str] | None, taken: Collection[str]) -> list[Pack]:
    """The installed packs that are called so, or all; the package is looked up and its code is not run.

    ``taken`` are names of packs that no package may have. Raises CopydeskError, which names the distribution, for one
    that can't be used.
    """
    return list(_packs(names, set(taken))) if names is None or names else []


def installed_names() -> set[str]:
    """The names of all installed packs, whether or not they can be used. All installed packages are looked through."""
    return {point.name for point in entry_points(group=GROUP)}


def _packs(names: Collection[str] | None, taken: set[str]) -> Iterator[Pack]:
    for point in sorted(entry_points(group=GROUP), key=lambda e: e.name):
        if names is not None and point.name not in names:
            continue
        source = point.dist.name if point.dist else point.value
        try:
            if point.name in taken:
                raise RuleError(f"there is a pack ‘{point.name}’ already; its entry point needs another name")
            yield from (replace(pack, source=source) for pack in packs_in(_folder(point), point.name))
        except CopydeskError as e:
            raise RuleError(f"the pack ‘{point.name}’ of the package ‘{source}’ can't be used: {e}") from e
        taken.add(point.name)


def _folder(point: EntryPoint) -> Path:
    """The folder of the package that the entry point names."""
    if point.attr:
        raise RuleError(f"its entry point must name a package alone; write {point.module}, not {point.value}")
    try:
        spec = find_spec(point.module)
    except Exception as e:  # the package around it is run to look it up, and may do anything
        raise RuleError(f"the package {point.module} can't be found: {e}") from e
    folders = [Path(f) for f in (spec and spec.submodule_search_locations) or ()]
    folder = next((f for f in folders if f.is_dir()), None)
    if folder is None:
        raise RuleError(f"{point.module} is not a package with a folder of its own")
    if not any(folder.rglob("*.y*ml")):
        raise RuleError(f"there are no rules in {folder}")
    return folder
