"""Runs: a configuration becomes a Linter, and a Linter turns texts and files into reports."""

from __future__ import annotations

import dataclasses
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TypeVar

from lint.config.load import load as load_config
from lint.config.load import nearest
from lint.config.settings import Config
from lint.corpus.compare import Comparison, compared
from lint.document import Document
from lint.engine import RuleSet, Timings, lint
from lint.errors import ReadError
from lint.files.discover import Listed, read
from lint.finding import Failure, Report
from lint.fixes.apply import Fixed, fixed, wanted
from lint.formats import parse
from lint.kinds import OPTIONS, groups
from lint.kinds.base import RuleGroup
from lint.packs.select import Catalogue, catalogue, select
from lint.rule import Rule, Severity

SECONDS = 120.0
"""The longest that one file may take; what was not done by then is a Failure."""
_WARM_UP = "The hsotage talks. Its there plan, and it were to many, the minster said. The governments plan is bad."
"""A text that asks for all that is loaded late: a word of no dictionary, one out of place, a phrase gone wrong."""
_AHEAD = 64
T = TypeVar("T")


class _Setup(NamedTuple):
    """What is run over the files that share one effective configuration; ``left_out``: packs for other languages."""

    dialect: str
    rule_set: RuleSet
    left_out: Sequence[str]


class Linter:
    """A loaded configuration. It may be shared by many threads."""

    def __init__(self, config: Config, *, profile: bool = False) -> None:
        """Loads the packs. Raises ConfigError and RuleError, with file and line, for what can't be used.

        ``profile``: runs each rule by itself, slowly, and adds up its seconds in ``self.profile``.
        """
        self.config = config
        self.profile: Counter[str] | None = Counter() if profile else None
        self.catalogue = catalogue(config, OPTIONS)
        self._setups: dict[tuple[int, ...], _Setup] = {}
        self._lock = threading.Lock()
        self._setup(())
        for i in range(len(config.paths)):  # a mistake in ``paths`` shows at the start, not at the first file
            select(self.catalogue, config.with_overrides((i,)), OPTIONS)

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules that are on, where no ``paths`` entry says otherwise."""
        return tuple(self._setup(()).rule_set.rules.values())

    @property
    def left_out(self) -> Sequence[str]:
        """The packs of which no rule applies to the language of the configuration."""
        return self._setup(()).left_out

    def warm_up(self) -> None:
        """Loads all that the first check would load (dictionary, models, LanguageTool), so that it is as fast as the
        next. It takes seconds. A backend that is away is a Failure in the reports, as ever."""
        for overrides in ((), *((i,) for i in range(len(self.config.paths)))):
            setup = self._setup(overrides)
            self._check(parse("draft.md", _WARM_UP, setup.dialect), setup)

    def check_text(self, text: str, path: str = "draft.txt") -> Report:
        """Checks a text; the ending of ``path`` names its format, and ``paths`` in the configuration hold for it.

        Never raises for what stands in the text: what could not be checked is in ``Report.failures``.
        """
        setup = self._setup(self.config.overrides(Path(path)) if self.config.paths else ())
        try:
            return self._check(parse(path, text, setup.dialect), setup)
        except Exception as e:
            return _broken(path, text, e)

    def _check(self, document: Document, setup: _Setup) -> Report:
        timings: Timings = {}
        report = lint(document, setup.rule_set, SECONDS, timings)
        if self.profile is not None:
            with self._lock:
                self.profile.update(timings)
        return report

    def fix_text(
        self,
        text: str,
        path: str = "draft.txt",
        *,
        unsafe: bool = False,
        least: Severity = Severity.WARNING,
        comparison: Comparison | None = None,
    ) -> Fixed:
        """Makes the fixes that are safe (``unsafe``: all of them) of findings that matter at least this much.

        ``comparison``: with other files, whose findings are fixed too. Direct quotations and everything outside the
        edits stay as they are. Never raises for what stands in the text.
        """

        def check(document: Document) -> Report:
            report = self._check(document, setup)
            return comparison.of(report) if comparison else report

        setup = self._setup(self.config.overrides(Path(path)) if self.config.paths else ())
        try:
            return fixed(
                text,
                lambda source: parse(path, source, setup.dialect),
                check,
                lambda finding: wanted(finding, unsafe=unsafe, least=least),
            )
        except Exception as e:
            return Fixed(text, text, (), _broken(path, text, e))

    def check_file(self, path: str | os.PathLike[str]) -> Report:
        """Checks a file. One that can't be read is a report with a Failure."""
        return self._check_listed(Listed(Path(path), named=True))

    def check_files(self, files: Iterable[Listed], jobs: int | None = None) -> Iterator[Report]:
        """Checks files in parallel and yields their reports in the order of ``files``, compared with one another
        where the configuration asks for it."""
        reports = _in_order(self._check_listed, files, jobs)
        return iter(compared(list(reports), self._known())) if self.compares else reports

    @property
    def compares(self) -> bool:
        """Whether files are compared with one another."""
        return self.config.across or self.config.repeated

    def _known(self) -> dict[str, Rule]:
        return self.catalogue.by_id

    def fix_files(
        self,
        files: Iterable[Listed],
        jobs: int | None = None,
        *,
        unsafe: bool = False,
        least: Severity = Severity.WARNING,
    ) -> Iterator[Fixed]:
        """What files are when they are fixed (``fix_text``), in the order of ``files``. Nothing is written."""
        comparison = None
        if self.compares:
            files = list(files)
            comparison = Comparison(_in_order(self._check_listed, files, jobs), self._known())

        def fix(item: Listed) -> Fixed:
            got = _read(item)
            if isinstance(got, Report):
                return Fixed("", "", (), got)
            name = os.fspath(item.path)
            result = self.fix_text(got[0], name, unsafe=unsafe, least=least, comparison=comparison)
            return dataclasses.replace(result, report=dataclasses.replace(result.report, notes=got[1]))

        return _in_order(fix, files, jobs)

    def _check_listed(self, item: Listed) -> Report:
        got = _read(item)
        if isinstance(got, Report):
            return got
        report = self.check_text(got[0], os.fspath(item.path))
        quoted = report.findings or report.observations
        # a long run keeps only the texts that a page will quote
        return dataclasses.replace(report, notes=got[1], source=report.source if quoted else "")

    def _setup(self, overrides: tuple[int, ...]) -> _Setup:
        with self._lock:
            if overrides not in self._setups:
                self._setups[overrides] = _make(
                    self.catalogue, self.config.with_overrides(overrides), singly=self.profile is not None
                )
            return self._setups[overrides]


def _in_order(work: Callable[[Listed], T], files: Iterable[Listed], jobs: int | None) -> Iterator[T]:
    """What the work makes of each file, in their order, done in parallel."""
    jobs = jobs or min(8, os.cpu_count() or 1)
    if jobs == 1:
        yield from map(work, files)
        return
    pool = ThreadPoolExecutor(jobs)
    waiting: list[Future[T]] = []
    try:
        for item in files:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= _AHEAD:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()
    finally:  # after Ctrl-C nobody waits for what is still being checked
        pool.shutdown(wait=False, cancel_futures=True)


def _read(item: Listed) -> tuple[str, tuple[str, ...]] | Report:
    """The text of a file and notes on it, or the report of one that is no text or can't be read."""
    name = os.fspath(item.path)
    try:
        return read(item.path)
    except ReadError as e:
        if not item.named and "NUL" in str(e):  # found in a folder by its ending: nothing to check, and said so
            return Report(name, notes=("skipped: it is not text",))
        return Report(name, failures=(Failure(name, "reader", str(e)),))


def _broken(path: str, text: str, e: Exception) -> Report:
    return Report(path, failures=(Failure(path, "copydesk", f"crashed: {type(e).__name__}: {e}"),), source=text)


def _make(catalogue: Catalogue, config: Config, *, singly: bool) -> _Setup:
    chosen = select(catalogue, config, OPTIONS)
    rules = [r for r in chosen if r.speaks(config.dialect)]
    left_out = sorted({r.pack for r in chosen} - {r.pack for r in rules})
    if config.languagetool.backend == "off":
        rules = [r for r in rules if r.kind != "languagetool"]
    made: Sequence[RuleGroup] = groups(rules, config)
    if singly:
        made = [one for g in made for one in ((g,) if g.kind.shared else g.singly())]
    return _Setup(config.dialect, RuleSet(made, config), left_out)


def load(config: Config | str | os.PathLike[str] | None = None) -> Linter:
    """A Linter for a configuration: one that is given, a .copydesk.yaml by its path, or the one found from the
    current folder upwards (the defaults where there is none).

    Raises ConfigError or RuleError (both CopydeskError) with file and line.
    """
    if config is None:
        return Linter(nearest(Path.cwd()))
    return Linter(config if isinstance(config, Config) else load_config(Path(config)))
