"""A run as a value: what was asked for becomes reports or fixes, and a word on what was left out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lint.config.globs import Globs, settled
from lint.config.load import load
from lint.config.settings import Config, Layer
from lint.config.tree import Tree
from lint.config.trust import doubts
from lint.corpus.compare import Comparison
from lint.errors import CopydeskError
from lint.files.discover import (
    EMPTY,
    EXCLUDED,
    HIDDEN,
    IGNORED,
    LICENCE,
    OF_COURSE,
    OTHER,
    LeftOut,
    Listed,
    discover,
    once,
)
from lint.files.documents import READ
from lint.finding import Report
from lint.fixes.apply import Fixed
from lint.linter import Linter, Linters
from lint.parallel import in_order
from lint.rule import Rule, Severity

STDIN = "standard input"
"""What standard input is called where it was given no name."""
_CHUNK = 1_000_000
"""Bytes that are passed on at a time of what is not read."""
_NAMED = 3
"""How many files are named of those that were left out for one reason."""
_OF_READABLE = {EMPTY, EXCLUDED, IGNORED, HIDDEN, LICENCE}
"""Reasons that have nothing to do with the kind of a file."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


class NothingRead(CopydeskError):  # noqa: N818  (it says what happened)
    """There was nothing to read where something was named."""


@dataclass(frozen=True)
class Run:
    """What is asked for.

    ``stdin``: standard input, or what came in there, if that is to be read; ``config_file``: holds for all files,
    whatever there is beside them; ``over``: what is laid over each configuration; ``force_exclude``: what a
    configuration excludes is left out even where it is named; ``profile``: the time of each rule is taken.
    """

    paths: tuple[str, ...] = (".",)
    stdin: bytes | BinaryIO | None = None
    stdin_name: str = STDIN
    config_file: Path | None = None
    over: Layer | None = None
    force_exclude: bool = False
    profile: bool = False

    def prepare(self) -> Prepared:
        """Finds the files and loads what holds for each. Raises CopydeskError for a mistake in the configuration or
        the rules of any of them, and NothingRead where there is nothing to read."""
        for path in self.paths:
            if _ADDRESS.match(path):
                raise CopydeskError(f"copydesk reads files, not addresses: save {path} and check that file")
        tree = Tree(load(self.config_file) if self.config_file else None, self.over)
        files, left_out = once(discover(self.paths, tree.excludes, force=self.force_exclude))
        linters = Linters(tree, profile=self.profile)
        pairs = tuple((f, linters.for_path(f.path)) for f in files)
        own = None if self.stdin is None else linters.for_path(Path(self.stdin_name))
        raw = b"" if own is None else self._standard_input(own.config.max_file_size)
        prepared = Prepared(self, pairs, own, tuple(left_out), tuple(linters), raw)
        if not files and not raw.strip() and not self.is_for_a_hook:
            raise prepared.nothing_read(())
        return prepared

    def _standard_input(self, most: int) -> bytes:
        """What came in, as far as one byte beyond what may be read."""
        if isinstance(self.stdin, bytes):
            return self.stdin
        try:
            return self.stdin.read(most + 1) if self.stdin else b""
        except (OSError, ValueError) as e:  # a folder, or closed
            raise CopydeskError(f"standard input can't be read: {getattr(e, 'strerror', None) or e}") from e

    @property
    def is_for_a_hook(self) -> bool:
        """Whether a list of files was handed over of which all may be excluded, as a commit hook does it."""
        return self.force_exclude and self.stdin is None and not any(map(os.path.isdir, self.paths))


@dataclass(frozen=True)
class Prepared:
    """A run of which the files are found and the rules are loaded. ``own``: the linter for standard input; ``raw``:
    what came in there."""

    run: Run
    files: tuple[tuple[Listed, Linter], ...]
    own: Linter | None
    left_out: tuple[LeftOut, ...]
    linters: tuple[Linter, ...]
    raw: bytes = field(default=b"", repr=False)
    _fail_on: dict[str, str] = field(default_factory=dict, repr=False)

    def more(self) -> bytes:
        """What is left of standard input beyond what may be read; empty at its end."""
        stream = self.run.stdin
        return b"" if stream is None or isinstance(stream, bytes) else stream.read(_CHUNK)

    def reports(self) -> Iterator[Report]:
        """The reports of standard input and of all files, in their order."""
        if self.own is not None:
            yield self._remembered(self.own.check_bytes(self.raw, self.run.stdin_name), self.own)
        if not any(linter.compares for linter in self.linters):
            reports: Iterable[Report] = self._checked()
        else:
            everything = list(self._checked())
            comparisons = self._comparisons(everything)
            pairs = zip(everything, self.files, strict=True)
            reports = (_compared(report, comparisons.get(linter.comparable)) for report, (_, linter) in pairs)
        for report, (_, linter) in zip(reports, self.files, strict=True):
            yield self._remembered(report, linter)

    def fixes(self, *, unsafe: bool = False, least: Severity = Severity.WARNING) -> Iterator[Fixed]:
        """What the files are when they are fixed, in their order. Nothing is written."""
        compares = any(linter.compares for linter in self.linters)
        comparisons = self._comparisons(self._checked()) if compares else {}

        def fix(pair: tuple[Listed, Linter]) -> Fixed:
            item, linter = pair
            comparison = comparisons.get(linter.comparable)
            return linter.fix_listed(item, unsafe=unsafe, least=least, comparison=comparison)

        return in_order(fix, self.files)

    def fail_on(self, report: Report) -> str:
        """The least severity that fails the run in that file."""
        return self._fail_on.get(report.path, Config().fail_on)

    @property
    def rules(self) -> dict[str, Rule]:
        """All rules that the configurations of the run know, by id."""
        return {name: rule for linter in self.linters for name, rule in linter.known.items()}

    def seconds(self) -> list[tuple[str, float]]:
        """The seconds that each rule took, over all files, the slowest first; of a kind whose rules share one reading
        of the text, those of the kind."""
        total: dict[str, float] = {}
        for linter in self.linters:
            for name, taken in (linter.profile or {}).items():
                total[name] = total.get(name, 0.0) + taken
        return sorted(total.items(), key=lambda item: -item[1])

    def notes(self) -> Iterator[str]:
        """What a person should know of the configuration: packs that are not for the language, whose it is, and
        patterns that match nothing although everything below their folder was looked through."""
        yield from dict.fromkeys(
            f"not for {linter.config.dialect}, and left out: {', '.join(linter.left_out)}"
            for linter in self.linters
            if linter.left_out
        )
        if not self.run.config_file:
            yield from self._doubts()
        searched = [settled(Path(p)) for p in self.run.paths if os.path.isdir(p)]
        seen = [settled(f.path) for f, _ in self.files] + [settled(i.path) for i in self.left_out]
        for config in {id(c): c for c in (linter.config for linter in self.linters)}.values():
            if any(folder in (config.root, *config.root.parents) for folder in searched):
                yield from _idle_patterns(config, seen)

    def _doubts(self) -> Iterator[str]:
        """Of settings that nobody may have meant."""
        pairs = [(linter.config, settled(item.path).parent) for item, linter in self.files]
        if self.own is not None:
            pairs.append((self.own.config, settled(Path(self.run.stdin_name)).parent))
        found = dict.fromkeys((c.file, c.extends, folder) for c, folder in pairs if c.file)
        yield from dict.fromkeys(said for one in found for said in doubts(*one))

    def left_out_by_reason(self, reports: Iterable[Report]) -> dict[str, int]:
        """How many files were not read, by reason: those alone that somebody might think were."""
        reasons = [i.reason for i in self.left_out if i.reason not in OF_COURSE]
        return dict(Counter([*reasons, *(r.skipped for r in reports if r.skipped)]).most_common())

    def nothing_read(self, reports: Iterable[Report]) -> NothingRead:
        """The complaint that nothing was read, with what was left out instead, and why."""
        skipped = [LeftOut(Path(r.path), r.skipped) for r in reports if r.skipped]
        names = list(self.run.paths)
        if self.run.stdin is not None and not any(i.path.name == self.run.stdin_name for i in skipped):
            skipped.append(LeftOut(Path(self.run.stdin_name), EMPTY))
        if self.run.stdin is not None and not names:
            return NothingRead(f"nothing was read: {self.run.stdin_name} is empty")
        unread = [*self.left_out, *skipped]
        reads = "" if {i.reason for i in unread} & _OF_READABLE else f"; copydesk reads {READ}"
        where = f" in {', '.join(names)}" if all(map(os.path.isdir, names)) else ""
        return NothingRead(f"nothing was read{where}: {_reasons(unread) or 'there are no files'}{reads}")

    def _checked(self) -> Iterator[Report]:
        return in_order(lambda pair: pair[1].check_listed(pair[0]), self.files)

    def _comparisons(self, reports: Iterable[Report]) -> Mapping[Hashable, Comparison]:
        """Files compared with those that are checked by the same rules."""
        groups: dict[Hashable, tuple[Linter, list[Report]]] = {}
        for report, (_, linter) in zip(reports, self.files, strict=True):
            if linter.compares:
                groups.setdefault(linter.comparable, (linter, []))[1].append(report)
        return {key: Comparison(members, linter.known) for key, (linter, members) in groups.items()}

    def _remembered(self, report: Report, linter: Linter) -> Report:
        self._fail_on[report.path] = linter.config.fail_on
        return report


def _compared(report: Report, comparison: Comparison | None) -> Report:
    return comparison.of(report) if comparison else report


def _reasons(left_out: Iterable[LeftOut]) -> str:
    """“2 .docx (a.docx, b.docx), 1 excluded (c.md)”."""
    by_reason: dict[str, list[str]] = {}
    for item in sorted(left_out, key=lambda i: (i.reason == OTHER, i.path)):
        by_reason.setdefault(item.reason, []).append(os.fspath(item.path))
    return ", ".join(
        f"{len(names)} {reason} ({', '.join(names[:_NAMED])}{' …' if len(names) > _NAMED else ''})"
        for reason, names in by_reason.items()
    )


def _idle_patterns(config: Config, seen: list[Path]) -> Iterator[str]:
    """The patterns of a configuration's own file that match nothing."""
    excludes = [(g, w, p.root, "exclude") for p in config.exclude for g, w in zip(p.globs, p.wheres, strict=False)]
    paths = [(o.glob, w, o.root, "paths") for o in config.paths if (w := config.where("paths", o.glob))]
    for glob, where, root, key in (*excludes, *paths):
        pattern = Globs(root, (glob.removeprefix("!"),))
        if where.file != config.file or os.path.exists(root / glob.strip("/!")) or any(map(pattern.verdict, seen)):
            continue
        yield f"{where}: ‘{glob}’ in ‘{key}’ matches nothing here"
