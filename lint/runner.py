"""Runs: a configuration becomes a Linter, and a Linter turns texts and files into reports."""

from __future__ import annotations

import dataclasses
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from lint import packs
from lint.config import Config, nearest
from lint.config import load as load_config
from lint.engine import Named, lint
from lint.errors import ReadError
from lint.files import Listed, read
from lint.finding import Failure, Report
from lint.formats import parse
from lint.kinds import KINDS, OPTIONS
from lint.rule import Rule

SECONDS = 120.0
"""The longest that one file may take; what was not done by then is a Failure."""
_AHEAD = 64


class _Setup(NamedTuple):
    """What is run over the files that share one effective configuration."""

    dialect: str
    rules: Sequence[Rule]
    checkers: Sequence[Named]
    left_out: Sequence[str]


class Linter:
    """A loaded configuration. It may be shared by many threads."""

    def __init__(self, config: Config) -> None:
        """Loads the packs. Raises ConfigError and RuleError, with file and line, for what can't be used."""
        self.config = config
        self.catalogue = packs.catalogue(config, OPTIONS)
        self._setups: dict[tuple[int, ...], _Setup] = {}
        self._lock = threading.Lock()
        self._setup(())
        for i in range(len(config.paths)):  # a mistake in ``paths`` shows at the start, not at the first file
            packs.select(self.catalogue, config.with_overrides((i,)), OPTIONS)

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules that are on, where no ``paths`` entry says otherwise."""
        return self._setup(()).rules

    @property
    def left_out(self) -> Sequence[str]:
        """The packs of which no rule applies to the language of the configuration."""
        return self._setup(()).left_out

    def check_text(self, text: str, path: str = "draft.txt") -> Report:
        """Checks a text; the ending of ``path`` names its format, and ``paths`` in the configuration hold for it.

        Never raises for what stands in the text: what could not be checked is in ``Report.failures``.
        """
        setup = self._setup(self.config.overrides(Path(path)) if self.config.paths else ())
        try:
            document = parse(path, text, setup.dialect)
            return lint(
                document, setup.checkers, setup.rules, SECONDS, across=self.config.across, repeated=self.config.repeated
            )
        except Exception as e:
            return Report(
                path, failures=(Failure(path, "copydesk", f"broke off: {type(e).__name__}: {e}"),), source=text
            )

    def check_file(self, path: str | os.PathLike[str]) -> Report:
        """Checks a file. One that can't be read is a report with a Failure."""
        name = os.fspath(path)
        try:
            text, notes = read(Path(path))
        except ReadError as e:
            return Report(name, failures=(Failure(name, "reader", str(e)),))
        report = self.check_text(text, name)
        # a long run keeps only the texts that a page will quote
        return dataclasses.replace(
            report,
            notes=notes,
            source=report.source if report.findings or report.spellings or report.paragraphs else "",
        )

    def check_files(self, files: Iterable[Listed], jobs: int | None = None) -> Iterator[Report]:
        """Checks files in parallel and yields their reports in the order of ``files``."""
        jobs = jobs or min(8, os.cpu_count() or 1)
        if jobs == 1:
            yield from map(self._check_listed, files)
            return
        pool = ThreadPoolExecutor(jobs)
        waiting: list[Future[Report]] = []
        try:
            for item in files:
                waiting.append(pool.submit(self._check_listed, item))
                if len(waiting) >= _AHEAD:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
        finally:  # after Ctrl-C nobody waits for what is still being checked
            pool.shutdown(wait=False, cancel_futures=True)

    def _check_listed(self, item: Listed) -> Report:
        report = self.check_file(item.path)
        binary = not item.named and any("NUL" in f.message for f in report.failures)
        if binary:  # found in a folder by its ending, but no text: nothing to check, and said so
            return Report(report.path, notes=("skipped: it is not text",))
        return report

    def _setup(self, overrides: tuple[int, ...]) -> _Setup:
        with self._lock:
            if overrides not in self._setups:
                self._setups[overrides] = _make(self.catalogue, self.config.with_overrides(overrides))
            return self._setups[overrides]


def _make(catalogue: Sequence[Rule], config: Config) -> _Setup:
    chosen = packs.select(catalogue, config, OPTIONS)
    rules = [r for r in chosen if r.speaks(config.dialect)]
    left_out = sorted({r.pack for r in chosen} - {r.pack for r in rules})
    if config.languagetool.backend == "off":
        rules = [r for r in rules if r.kind != "languagetool"]
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        by_kind.setdefault(rule.kind, []).append(rule)
    checkers = [(name, KINDS[name].build(members, config)) for name, members in by_kind.items()]
    return _Setup(config.dialect, rules, checkers, left_out)


def load(config: Config | str | os.PathLike[str] | None = None) -> Linter:
    """A Linter for a configuration: one that is given, a .copydesk.yaml by its path, or the one found from the
    current folder upwards (the defaults where there is none).

    Raises ConfigError or RuleError (both CopydeskError) with file and line.
    """
    if config is None:
        return Linter(nearest(Path.cwd()))
    return Linter(config if isinstance(config, Config) else load_config(Path(config)))
