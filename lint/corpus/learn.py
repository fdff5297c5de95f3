"""Boilerplate, learned from a newsroom's own archive: lines that many different stories have.

Every paragraph, and every sentence of one, gets a MinHash signature of its pairs of words (rensa); lines that share a
band of it and are alike are counted as one. Lines seen too seldom are forgotten as the archive is read (lossy
counting, Manku and Motwani 2002), so that memory does not grow with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

from lint.document import Document
from lint.errors import ReadError
from lint.files.discover import Listed
from lint.files.read import read_bytes, read_document
from lint.reporters.printable import escaped_yaml, printable, without_commands
from lint.span import Span
from lint.text.near_duplicates import alike, normal

SIMILAR = 0.85
"""How much of their letters two lines must share, in order, to be the same line."""
_BANDS, _ROWS = 6, 3
_WORDS = range(3, 81)
"""A line of fewer words is too little to be told from a story's own; one of more is no boilerplate."""
_ROUND = 2_000
"""After so many stories, lines that were seen too seldom for their age are forgotten."""


@dataclass
class Line:
    """A line of the archive: as it was first written and where, in how many stories, and since which one it is counted.

    ``normal`` is how it is compared; addresses and handles are alike there.
    """

    text: str
    where: str
    since: int
    stories: int = 1
    last: int = -1
    whole: bool = True
    keys: set[tuple[int, ...]] = field(default_factory=set)
    normal: str = ""

    def __post_init__(self) -> None:
        self.normal = self.normal or normal(self.text)


class Learner:
    """Counts the lines of stories, one story after the other."""

    def __init__(self) -> None:
        self.stories = 0
        self._buckets: dict[tuple[int, ...], list[Line]] = {}
        self._exact: dict[str, Line] = {}

    def add(self, document: Document) -> None:
        """Counts the lines of one story; each counts once, however often it has it."""
        self.stories += 1
        for span, whole in _lines(document):
            self._count(document, span, whole)
        if self.stories % _ROUND == 0:
            self._forget()

    def found(self, least: int) -> list[Line]:
        """The lines that stand in at least so many stories, the commonest first. A sentence that stands in as many as
        the paragraph around it is left out."""
        lines = {id(line): line for line in self._exact.values() if line.stories >= least}
        ranked = sorted(lines.values(), key=lambda line: (-line.stories, -len(line.text), line.text))
        kept: list[Line] = []
        for line in sorted(ranked, key=lambda line: -len(line.text)):
            holders = (k for k in kept if line.normal in k.normal)
            if not any(k.stories >= 0.8 * line.stories for k in holders):
                kept.append(line)
        return [line for line in ranked if line in kept]

    def _count(self, document: Document, span: Span, whole: bool) -> None:
        low = normal(_on_one_line(span.of(document.prose)))
        line = self._exact.get(low)
        if line is None:
            keys = _keys(low)
            line = self._alike(low, keys)
            if line is None:
                place = f"{document.path}:{document.lines.place(document.to_source(span).start)[0]}"
                text = _on_one_line(document.written(span))
                line = Line(text, place, self.stories, 0, whole=whole, normal=low)
                for key in keys:
                    self._buckets.setdefault(key, []).append(line)
                line.keys = set(keys)
            self._exact[low] = line
        if line.last != self.stories:
            line.stories, line.last = line.stories + 1, self.stories

    def _alike(self, low: str, keys: Iterable[tuple[int, ...]]) -> Line | None:
        for key in keys:
            for line in self._buckets.get(key, ()):
                if alike(low, line.normal, SIMILAR):
                    return line
        return None

    def _forget(self) -> None:
        """Drops what was seen less than once in a round since it is counted."""
        rounds = self.stories // _ROUND

        def old(line: Line) -> bool:
            return line.stories <= rounds - line.since // _ROUND

        self._exact = {low: line for low, line in self._exact.items() if not old(line)}
        buckets = ((key, [line for line in lines if not old(line)]) for key, lines in self._buckets.items())
        self._buckets = {key: lines for key, lines in buckets if lines}


def _lines(document: Document) -> Iterator[tuple[Span, bool]]:
    """Every paragraph, and its sentences where it has several: the span in the prose, and whether it is whole."""
    for block, parts in zip(document.blocks, document.sentences, strict=True):
        text = block.span.of(document.prose)
        for span in (block.span, *(parts if len(parts) > 1 else ())):
            line = _on_one_line(span.of(document.prose))
            if len(line.split()) in _WORDS:
                yield span, len(line) == len(text)


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _keys(low: str) -> list[tuple[int, ...]]:
    """The bands of a line's signature; lines that share one are compared."""
    from rensa import RMinHash

    words = low.split()
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=7)
    signature.update([f"{a} {b}" for a, b in pairwise(words)] or words)
    row = signature.digest()
    return [(band, *row[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]


def learn(files: Iterable[Listed]) -> tuple[Learner, list[str]]:
    """Reads an archive; the second part names the files that could not be read, and why."""
    learner, failed = Learner(), []
    for item in files:
        try:
            path = str(item.path)
            learner.add(read_document(path, read_bytes(item.path), "en-GB"))
        except ReadError as e:
            failed.append(f"{item.path}: {e}")
    return learner, failed


_BRACKETS = re.compile(r"([\[\]])\1")
"""Marks of an example; a line that holds them is shown with one of each."""


def pack(lines: list[Line], stories: int) -> str:
    """The lines as a file of rules, for an editor to look through and keep what is right."""
    head = (
        f"# Boilerplate of {stories} stories, the commonest first. Look through it, delete what is none,\n"
        "# and keep the file in a folder of rules (packs: [default, rules/house]).\n"
    )
    rules = [
        {
            "id": f"line-{i}",
            "kind": "boilerplate",
            "lines": [line.text],
            "message": "Boilerplate of this newsroom.",
            "why": f"It stands in {line.stories} of {stories} stories, for example {printable(line.where)}.",
            "severity": "warning",
            "category": "boilerplate",
            "language": "any",
            "examples": [
                {"bad": "[[" + _BRACKETS.sub(r"\1", line.text) + "]]"},
                {"ok": "The council met on Tuesday to talk about the bridge."},
            ],
        }
        for i, line in enumerate(lines, 1)
    ]
    body = yaml.dump(rules, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=118) if rules else "[]\n"
    return head + escaped_yaml(body)


class _Dumper(yaml.SafeDumper):
    """Quotes what is not printable or looks like a command, so that it can be escaped."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if text == without_commands(printable(text)) and "::" not in text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)
