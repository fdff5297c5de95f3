"""Runs: a configuration becomes a Linter, and a Linter turns texts and files into reports."""

from __future__ import annotations

import dataclasses
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from lint import disk
from lint.config.load import load as load_config
from lint.config.settings import Config
from lint.config.tree import Tree, nearest
from lint.corpus.compare import Comparison, compared
from lint.document import Document
from lint.engine import Timings, lint
from lint.errors import ReadError
from lint.files.discover import EMPTY, Listed
from lint.files.read import read_bytes, read_document, too_large
from lint.finding import READER, Failure, Report
from lint.fixes.apply import Fixed, fixed, wanted
from lint.formats import format_of, parse
from lint.formats.base import edited
from lint.kinds import OPTIONS
from lint.packs.select import select
from lint.parallel import in_order
from lint.rule import Rule, Severity
from lint.rule_sets import Setup, Shared

_BLANK = "\ufeff \t\r\n"
"""What an empty file may hold."""
SECONDS = 120.0
"""The longest that one file may take, its reading included; what was not done by then is a Failure."""
_NO_TIME = 1e-9
"""Seconds that are left where reading has taken all: 0 would mean no limit."""
_WARM_UP = "The hsotage talks. Its there plan, and it were to many, the minster said. The governments plan is bad."
"""A text that asks for all that is loaded late: a word of no dictionary, one out of place, a phrase gone wrong."""


class Linter:
    """A loaded configuration. It may be shared by many threads."""

    def __init__(self, config: Config, *, profile: bool = False, shared: Shared | None = None) -> None:
        """Loads the packs. Raises ConfigError and RuleError, with file and line, for what can't be used.

        ``profile``: runs each rule by itself, slowly, and adds up its seconds in ``self.profile``. ``shared``: what
        other linters have loaded, and this one need not load again.
        """
        self.config = config
        self.profile: Counter[str] | None = Counter() if profile else None
        self._shared = shared or Shared()
        self.catalogue = self._shared.catalogue(config)
        self._setups: dict[tuple[int, ...], Setup] = {}
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

        Never raises for what stands in the text: what could not be checked is in ``Report.failures``. Raises TypeError
        for what is no text.
        """
        if not isinstance(text, str):
            raise TypeError(f"check_text takes a str, not {type(text).__name__}; check_bytes takes what a file holds")
        setup, started = self._setup_of(path), time.monotonic()
        try:
            return self._check(parse(path, text, setup.dialect), setup, started)
        except Exception as e:
            return _broken(path, e)

    def check_bytes(self, raw: bytes, path: str = "draft.txt") -> Report:
        """Checks what a file holds, as ``check_text`` does a text: any format's, and in any encoding that it has."""
        setup, started = self._setup_of(path), time.monotonic()
        try:
            return self._check(self._read(path, raw, setup.dialect), setup, started)
        except Exception as e:
            return _broken(path, e)

    def _read(self, path: str, raw: bytes, dialect: str) -> Document:
        """The document that a file's bytes are. Raises ReadError, also for more bytes than are to be read."""
        if len(raw) > self.config.max_file_size:
            raise ReadError(too_large(f"{disk.amount(self.config.max_file_size)} is the most that is read"))
        return read_document(path, raw, dialect)

    def _check(self, document: Document, setup: Setup, started: float | None = None) -> Report:
        """``started``: when its reading began, by the monotonic clock."""
        timings: Timings = {}
        spent = 0.0 if started is None else time.monotonic() - started
        report = lint(document, setup.rule_set, max(SECONDS - spent, _NO_TIME), timings)
        if not (document.source.strip(_BLANK) or report.findings or report.failures):
            report = dataclasses.replace(report, skipped=EMPTY)
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

        setup = self._setup_of(path)
        check, choose = self._compared(setup, comparison), partial(wanted, unsafe=unsafe, least=least)
        try:
            return fixed(text, lambda now: parse(path, now, setup.dialect), edited, check, choose)[1]
        except Exception as e:
            return Fixed(text, text, (), _broken(path, e))

    def fix_bytes(
        self,
        raw: bytes,
        path: str = "draft.txt",
        *,
        unsafe: bool = False,
        least: Severity = Severity.WARNING,
        comparison: Comparison | None = None,
    ) -> Fixed:
        """Fixes what a file holds, as ``fix_text`` does a text; ``Fixed.new`` is what the file should hold then."""
        setup, known = self._setup_of(path), format_of(path)
        check, choose = self._compared(setup, comparison), partial(wanted, unsafe=unsafe, least=least)
        try:
            new, result = fixed(raw, lambda now: self._read(path, now, setup.dialect), known.write, check, choose)
            return dataclasses.replace(result, raw=raw, new=new)
        except Exception as e:
            return Fixed("", "", (), _broken(path, e), raw, raw)

    def _compared(self, setup: Setup, comparison: Comparison | None) -> Callable[[Document], Report]:
        def check(document: Document) -> Report:
            report = self._check(document, setup)
            return comparison.of(report) if comparison else report

        return check

    def check_file(self, path: str | os.PathLike[str]) -> Report:
        """Checks a file. One that can't be read is a report with a Failure."""
        return self.check_listed(Listed(Path(path), named=True))

    def check_files(self, files: Iterable[Listed], jobs: int | None = None) -> Iterator[Report]:
        """Checks files in parallel and yields their reports in the order of ``files``, compared with one another
        where the configuration asks for it."""
        reports = in_order(self.check_listed, files, jobs)
        return iter(compared(list(reports), self.known)) if self.compares else reports

    @property
    def compares(self) -> bool:
        """Whether files are compared with one another."""
        return self.config.across or self.config.repeated

    @property
    def comparable(self) -> Hashable:
        """Files are compared with those whose linter says the same here: they have the rules and the dialect."""
        return (id(self.catalogue), self.config.dialect)

    @property
    def known(self) -> Mapping[str, Rule]:
        """All rules there are, on or off, by id."""
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
            comparison = Comparison(in_order(self.check_listed, files, jobs), self.known)
        return in_order(
            lambda item: self.fix_listed(item, unsafe=unsafe, least=least, comparison=comparison), files, jobs
        )

    def fix_listed(
        self,
        item: Listed,
        *,
        unsafe: bool = False,
        least: Severity = Severity.WARNING,
        comparison: Comparison | None = None,
    ) -> Fixed:
        """Fixes what a file holds (``fix_bytes``). Nothing is written."""
        got = self._bytes(item)
        if isinstance(got, Report):
            return Fixed("", "", (), got)
        return self.fix_bytes(got, os.fspath(item.path), unsafe=unsafe, least=least, comparison=comparison)

    def check_listed(self, item: Listed) -> Report:
        """Checks a file that was named or found in a folder."""
        got = self._bytes(item)
        return got if isinstance(got, Report) else self.check_bytes(got, os.fspath(item.path))

    def _bytes(self, item: Listed) -> bytes | Report:
        """What a file holds, or the report of one that can't be read."""
        name = os.fspath(item.path)
        if item.problem:
            return Report(name, failures=(Failure(name, READER, item.problem),))
        try:
            return read_bytes(item.path, self.config.max_file_size)
        except ReadError as e:
            return _broken(name, e)

    def _setup_of(self, path: str) -> Setup:
        return self._setup(self.config.overrides(Path(path)) if self.config.paths else ())

    def _setup(self, overrides: tuple[int, ...]) -> Setup:
        with self._lock:
            if overrides not in self._setups:
                config = self.config.with_overrides(overrides)
                self._setups[overrides] = self._shared.setup(self.catalogue, config, singly=self.profile is not None)
            return self._setups[overrides]


class Linters:
    """A linter for each configuration of a run; what two of them have in common is loaded once."""

    def __init__(self, tree: Tree | None = None, *, profile: bool = False) -> None:
        self.tree = tree or Tree()
        self._profile = profile
        self._shared = Shared()
        self._made: dict[int, Linter] = {}

    def for_path(self, path: Path) -> Linter:
        """The linter of the configuration that holds for a file. Raises ConfigError and RuleError."""
        config = self.tree.for_path(path)
        if id(config) not in self._made:  # the tree keeps its configurations, so that no id is given twice
            self._made[id(config)] = Linter(config, profile=self._profile, shared=self._shared)
        return self._made[id(config)]

    def __iter__(self) -> Iterator[Linter]:
        return iter(self._made.values())


def _broken(path: str, e: Exception) -> Report:
    """The report of what could not be read, or of a mistake in copydesk itself; never clean."""
    if isinstance(e, ReadError):
        return Report(path, failures=(Failure(path, READER, str(e)),))
    return Report(path, failures=(Failure(path, "copydesk", f"crashed: {type(e).__name__}: {e}"),))


def load(config: Config | str | os.PathLike[str] | None = None) -> Linter:
    """A Linter for a configuration: one that is given, a .copydesk.yaml by its path, or the one found from the
    current folder upwards (the defaults where there is none).

    Raises ConfigError or RuleError (both CopydeskError) with file and line.
    """
    if config is None:
        return Linter(nearest(Path.cwd()))
    return Linter(config if isinstance(config, Config) else load_config(Path(config)))
