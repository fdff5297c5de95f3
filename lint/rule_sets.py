"""Rules made ready to run under a configuration, once for all configurations that agree in what matters to them."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lint.config.settings import Config, is_folder
from lint.engine import RuleSet
from lint.kinds import KINDS, OPTIONS, groups
from lint.kinds.base import RuleGroup
from lint.packs.installed import installed_names
from lint.packs.select import Catalogue, catalogue, select, spoken_of
from lint.rule import Rule


class Setup(NamedTuple):
    """What is run over the files that share one effective configuration; ``left_out``: packs for other languages."""

    dialect: str
    rule_set: RuleSet
    left_out: Sequence[str]


class Shared:
    """Packs and rules made ready, once for all linters of a run whose settings agree in what matters to them."""

    def __init__(self) -> None:
        self._catalogues: dict[frozenset[Path | str], Catalogue] = {}
        self._setups: list[tuple[Config, Catalogue, bool, Setup]] = []
        self._costly: list[tuple[Config, Sequence[Rule], Sequence[RuleGroup]]] = []
        self._lock = threading.RLock()

    def catalogue(self, config: Config) -> Catalogue:
        """All rules of copydesk's own packs, of the folders that the configuration names and of the installed packs
        that it speaks of."""
        named = {*config.packs, *(p for o in config.paths for p in o.changes.get("packs", ()))}
        spoken = spoken_of(config)
        installed = installed_names() & spoken if spoken else set()
        key = frozenset((*(config.root / p for p in named if is_folder(p)), *installed))
        with self._lock:
            if key not in self._catalogues:
                self._catalogues[key] = catalogue(config, OPTIONS)
            return self._catalogues[key]

    def setup(self, catalogue: Catalogue, config: Config, *, singly: bool) -> Setup:
        """The rules that a configuration switches on, made ready. Raises ConfigError and RuleError."""
        essence = _essence(config)
        with self._lock:
            for known, rules, was_singly, setup in self._setups:
                if rules is catalogue and was_singly == singly and known == essence:
                    return setup
            setup = self._made(catalogue, config, singly=singly)
            self._setups.append((essence, catalogue, singly, setup))
            return setup

    def _made(self, catalogue: Catalogue, config: Config, *, singly: bool) -> Setup:
        chosen = select(catalogue, config, OPTIONS)
        rules = [r for r in chosen if r.speaks(config.dialect)]
        left_out = sorted({r.pack for r in chosen} - {r.pack for r in rules})
        if config.languagetool.backend == "off":
            rules = [r for r in rules if r.kind != "languagetool"]
        costly = [r for r in rules if KINDS[r.kind].shared]
        made = groups([r for r in rules if not KINDS[r.kind].shared], config)
        if singly:
            made = [one for g in made for one in g.singly()]
        known = frozenset((*catalogue.by_id, *catalogue.by_name))
        return Setup(config.dialect, RuleSet([*made, *self._engines(costly, config)], config, known), left_out)

    def _engines(self, rules: Sequence[Rule], config: Config) -> Sequence[RuleGroup]:
        """The groups of rules that share one costly reading of the text. Words and names are nothing to them, so one
        engine serves all configurations that agree in the rest."""
        essence = dataclasses.replace(_essence(config), words=frozenset(), names=(), rules={}, packs=())
        for known, known_rules, made in self._costly:
            if known == essence and known_rules == rules:
                return made
        made = groups(rules, config)
        self._costly.append((essence, rules, made))
        return made


def _essence(config: Config) -> Config:
    """What of a configuration decides about the rules: not where it stands, and not for which files it holds."""
    return dataclasses.replace(config, root=Path(), file=None, extends=(), exclude=(), paths=(), fail_on="", origins={})
