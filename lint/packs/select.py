"""Which rules there are for a configuration, and which of them are on."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from lint.config.settings import Config, Setting, is_folder
from lint.config.yaml import Marked
from lint.errors import ConfigError, did_you_mean
from lint.packs.installed import installed, installed_names
from lint.packs.load import Kinds, rules_of
from lint.packs.pack import Pack, builtin_packs, packs_in
from lint.packs.schema import decode
from lint.rule import Origin, Rule, Severity


@dataclass(frozen=True)
class Catalogue:
    """Every pack that a configuration can name, and the rules in them."""

    packs: Sequence[Pack]
    rules: Sequence[Rule]

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their ids."""
        return {r.id: r for r in self.rules}

    @cached_property
    def by_name(self) -> dict[str, Pack]:
        """The packs by their names."""
        return {p.name: p for p in self.packs}


def catalogue(config: Config, kinds: Kinds, *, whole: bool = False) -> Catalogue:
    """Copydesk's own packs, those in the folders that the configuration names, and installed ones that it names
    (``whole``: all that are installed). Raises ConfigError and RuleError for what can't be used."""
    names: dict[str, tuple[object, ...]] = {name: ("packs", i) for i, name in enumerate(config.packs)}
    for override in config.paths:
        for i, name in enumerate(override.changes.get("packs", ())):
            names.setdefault(name, ("paths", override.globs[0], "packs", i))
    packs = list(builtin_packs())
    packs += installed(None if whole else spoken_of(config), {p.name for p in packs})
    for name, path in names.items():
        if is_folder(name):
            folder = config.root / name
            if not os.path.isdir(folder):
                raise ConfigError(f"there is no folder {folder}; name a folder of rules", config.where(*path))
            packs += packs_in(folder)
    unlike = {(p.name, p.folder and p.folder.resolve()): p for p in packs}
    return Catalogue(tuple(unlike.values()), tuple(rules_of(unlike.values(), kinds)))


def spoken_of(config: Config) -> set[str]:
    """The names of packs that the configuration speaks of, by themselves or in the id of a rule."""
    packs = (*config.packs, *(p for o in config.paths for p in o.changes.get("packs", ())))
    rules = (*config.rules, *config.only, *(r for o in config.paths for r in o.rules))
    return {*(p for p in packs if p != "default" and not is_folder(p)), *(r.partition(".")[0] for r in rules)}


def select(catalogue: Catalogue, config: Config, kinds: Kinds) -> list[Rule]:
    """The rules that are on, each with the severity and options that the configuration gives it.

    Raises ConfigError for a pack or rule id that does not exist.
    """
    on = set(_chosen(catalogue, config))
    _refuse_unknown(catalogue, config)
    chosen = []
    for rule in catalogue.rules:
        setting = _setting(rule, config)
        if config.only:
            if rule.id not in config.only:
                continue
        elif setting.level == "off" or (rule.pack not in on and setting.level is None):
            continue
        chosen.append(_with(rule, setting, kinds))
    return chosen


def _refuse_unknown(catalogue: Catalogue, config: Config) -> None:
    """Raises ConfigError for a setting or a choice of a rule that there is not."""
    for name in config.rules:
        if name not in catalogue.by_id and name not in catalogue.by_name:
            raise ConfigError(unknown(name, catalogue), config.where("rules", name))
    for name in config.only:
        if name in catalogue.by_name:
            raise ConfigError(f"‘{name}’ is a pack, not a rule; write --pack {name}")
        if name not in catalogue.by_id:
            raise ConfigError(unknown(name, catalogue))


def unknown(name: str, catalogue: Catalogue) -> str:
    """What to say of a name that neither a pack nor a rule has."""
    what = "rule" if "." in name else "rule or pack"
    return f"there is no {what} ‘{name}’; {did_you_mean(name, (*catalogue.by_id, *catalogue.by_name))}"


def _chosen(catalogue: Catalogue, config: Config) -> Iterator[str]:
    """The names of the packs that are on."""
    for i, name in enumerate(config.packs):
        if name == "default":
            yield from (p.name for p in catalogue.packs if p.builtin and p.default)
        elif is_folder(name):
            folder = (config.root / name).resolve()
            yield from (p.name for p in catalogue.packs if _is_on(p, folder))
        elif name in catalogue.by_name:
            yield name
        else:
            hint = did_you_mean(name, {*catalogue.by_name, *installed_names(), "default"})
            if os.path.isdir(config.root / name):
                hint = f"a folder is written ./{name}"
            raise ConfigError(f"there is no pack ‘{name}’; {hint}", config.where("packs", i))


def _is_on(pack: Pack, named: Path) -> bool:
    """Whether naming a folder switches the pack on: it is the folder, or in it and on by default."""
    folder = pack.folder.resolve() if pack.folder else None
    return folder == named or (pack.default and folder is not None and named in folder.parents)


def _setting(rule: Rule, config: Config) -> Setting:
    """The rule's own setting, or else its pack's."""
    whole = config.rules.get(rule.pack, Setting())
    own = config.rules.get(rule.id, Setting())
    return Setting(own.level or whole.level, own.options)


ADDED = ("exceptions", "ignore", "unless")
"""Lists of what a rule leaves alone: a configuration adds to them, where it replaces everything else."""


def _are_lists(*values: object) -> bool:
    return all(isinstance(v, list) for v in values)


def _with(rule: Rule, setting: Setting, kinds: Kinds) -> Rule:
    """The rule with the level and the options of a setting."""
    if setting.options:
        own, ours = msgspec.to_builtins(rule.options), setting.options.data
        both = {**own, **ours, **{k: [*ours[k], *own[k]] for k in ADDED if _are_lists(own.get(k), ours.get(k))}}
        marks = Marked(both, setting.options.file, setting.options.lines)
        options = decode(marks, kinds[rule.kind], f"the kind ‘{rule.kind}’", ConfigError)
        origin = Origin(setting.options.file, setting.options.lines)
        rule = dataclasses.replace(rule, options=options, origins=(origin, *rule.origins))
    if setting.level and setting.level != "off":
        rule = dataclasses.replace(rule, severity=Severity(setting.level))
    return rule
