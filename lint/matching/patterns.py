"""The one door for patterns of rules: checked at load, compiled when needed, bounded in time and in size."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import regex

from lint.document import Document
from lint.errors import RuleError, Where
from lint.finding import Failure
from lint.matching.neighbours import SIDES, Neighbours, spaced
from lint.matching.prefilter import Index
from lint.matching.syntax import KEPT, PatternError, read
from lint.matching.word_lists import expand, masked, uncaptured
from lint.rule import Rule
from lint.span import Span
from lint.text.quotations import straight
from lint.text.sentences import AFTER_SENTENCE, BEFORE_LINE

TIMEOUT = 2.0
"""Seconds that one pattern may take over one block."""
_UNLIKE = re.compile(r"(?<!\\)\{(?!\d+(?:,\d*)?\}|,\d+\})|\(\?[A-Za-z-]+\)")
"""Where ``read`` may see a pattern and the compiler none: brackets that count nothing, and flags, which change what the
signs behind a pattern mean."""
_JOINED = 200_000
"""Characters of patterns that are tried as one: more cost many seconds to compile, and gigabytes."""
SHOWN = 200
"""So much of a pattern is quoted in a complaint."""


class Edges(NamedTuple):
    """What is put to the left and to the right of a pattern, so that it stands where it must."""

    left: str
    right: str


WORD = Edges(r"(?<!\w)", r"(?!\w)")
"""It begins and ends at a word's edge."""
ANYWHERE = Edges("", "")
BEGINS = Edges(r"\A", "")
WHOLE = Edges(r"\A", r"\Z")
"""It is all there is."""
PARAGRAPH = Edges(r"\A\W*", r"\W*\Z")
"""It is all there is, but for signs around it."""
LINE_START = Edges(rf"(?<={BEFORE_LINE})(?<!\w)", r"(?!\w)")
SENTENCE_END = Edges(r"(?<!\w)", rf"(?!\w)(?={AFTER_SENTENCE})")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of a rule, the text that it needs, and what the rule wants to know of it (``note``).

    ``exact``: quotation marks are taken as written. ``where``: the line that it stands on.
    """

    rule: Rule
    source: str
    flags: int
    needs: frozenset[str] | None
    groups: int
    where: Where
    note: Any = None
    exact: bool = False

    def find(
        self, text: str, start: int = 0, end: int | None = None, *, overlapped: bool = False
    ) -> list[regex.Match[str]]:
        """All matches in a stretch of ``text`` (``overlapped``: one from each place where one begins). Raises
        TooSlow when it takes longer than TIMEOUT, twice."""
        stop = len(text) if end is None else end
        compiled = self.compiled()
        return self._twice(lambda: list(compiled.finditer(text, start, stop, overlapped=overlapped, timeout=TIMEOUT)))

    def first(self, text: str) -> regex.Match[str] | None:
        """The first match in ``text``. Raises TooSlow as ``find`` does."""
        compiled = self.compiled()
        return self._twice(lambda: compiled.search(text, timeout=TIMEOUT))

    def _twice(self, search: Callable[[], T]) -> T:
        """What a search gives. One that is stopped is tried again: another thread may have held the interpreter (an
        engine that loads does so for seconds)."""
        try:
            return search()
        except TimeoutError:
            pass
        try:
            return search()
        except TimeoutError as e:
            raise TooSlow(self) from e

    def compiled(self) -> regex.Pattern[str]:
        """The pattern made ready, which takes time: it is done when it is needed. Raises RuleError."""
        try:
            return _compile(self.source, self.flags)
        except regex.error as e:  # what ``read`` took for a pattern, and the compiler does not
            raise RuleError(f"the pattern can't be used: {e.msg}", self.where) from e


class TooSlow(RuleError):  # noqa: N818  (it says what the pattern is)
    """A pattern that was stopped, with what to say of it."""

    def __init__(self, p: Pattern) -> None:
        super().__init__(f"the pattern took longer than {TIMEOUT:g} s and was stopped; simplify it ({p.where})")
        self.rule = p.rule.id


@lru_cache(maxsize=KEPT)
def _compile(source: str, flags: int) -> regex.Pattern[str]:
    with warnings.catch_warnings(action="ignore"):
        return regex.compile(source, flags)


class Line(NamedTuple):
    """A pattern as a rule has it, where, and what must stand around it; ``at`` is the path of the keys that say so."""

    source: str
    where: Where
    around: Neighbours = Neighbours()
    at: tuple[object, ...] = ()


def pattern(rule: Rule, source: str, where: Where, **options: Any) -> Pattern:
    """One pattern; ``options`` are those of ``any_of``. Raises RuleError, with file and line."""
    return any_of(rule, [Line(source, where)], **options)


def any_of(
    rule: Rule,
    lines: Sequence[Line],
    *,
    edges: Edges = WORD,
    ignorecase: bool = True,
    exact: bool = False,
    note: Any = None,
    read_as: Callable[[str], str] = str,
) -> Pattern:
    """One pattern of several (at least one), any of which may match.

    A straight quotation mark or apostrophe in it stands for the curly ones too, unless it is ``exact``. ``read_as``
    rewrites each (what a kind reads a sign as). Raises RuleError, with file and line, for what is no pattern.
    """
    pieces = [_piece(rule, line, exact, read_as) for line in lines]
    _refuse_borrowed_groups(pieces)
    whole = pieces[0].text if len(pieces) == 1 else "|".join(f"(?:{p.text})" for p in pieces)
    needs = None if exact else _either(p.needs for p in pieces)
    flags = regex.VERSION0 | regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0)
    if len(whole) > _JOINED:
        says = f"these patterns come to {len(whole):,} characters, and {_JOINED:,} are allowed; make two rules of it"
        raise RuleError(says, lines[0].where)
    source = f"{edges.left}(?:{whole}){edges.right}"
    unsure = next((p.line.where for p in pieces if _UNLIKE.search(p.text)), None)
    made = Pattern(rule, source, flags, needs, sum(p.groups for p in pieces), unsure or lines[0].where, note, exact)
    if unsure:
        made.compiled()
    return made


def check(rule: Rule, source: str, where: Where) -> None:
    """Raises RuleError, with file and line, for what is no pattern."""
    _text(rule, source, where, False, str)


class _Piece(NamedTuple):
    text: str
    needs: frozenset[str] | None
    groups: int
    line: Line


def _piece(rule: Rule, line: Line, exact: bool, read_as: Callable[[str], str]) -> _Piece:
    text = _text(rule, line.source, line.where, exact, read_as)
    syntax = read(text)
    around = line.around
    if around == Neighbours():
        return _Piece(text, syntax.needs, syntax.groups, line)
    sides = {name: _side(rule, line, name, exact) for name in SIDES}
    beside = Neighbours(**sides, starts=around.starts, ends=around.ends)
    both = [_either(read(item).needs for item in sides[name]) for name in ("before", "after") if sides[name]]
    return _Piece(f"{beside.behind}(?:{text}){beside.ahead}", _best([syntax.needs, *both]), syntax.groups, line)


def _side(rule: Rule, line: Line, name: str, exact: bool) -> list[str]:
    """The patterns of which one, or none, must stand on one side of a match."""
    items = enumerate(getattr(line.around, name))
    return [_text(rule, item, rule.where_of(*line.at, name, i), exact, _as_neighbour) for i, item in items]


def _as_neighbour(item: str) -> str:
    return spaced(uncaptured(item))


def _either(needs: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """What one of several patterns needs; nothing is known where one of them may match without."""
    known = list(needs)
    return frozenset().union(*filter(None, known)) if all(known) else None


def _best(needs: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """Of several sets of texts that are all needed, the one that rules out most: long texts, and few of them."""
    return max(filter(None, needs), key=lambda n: (min(map(len, n)), -len(n)), default=None)


def _refuse_borrowed_groups(pieces: Sequence[_Piece]) -> None:
    """``\\1`` in a pattern that is joined to others would be the group of another one."""
    before = 0
    for p in pieces:
        if before and re.search(r"(?<!\\)\\[1-9]", p.line.source):
            message = f"give the group in ‘{p.line.source}’ a name: (?P<word>…) and (?P=word) in place of \\1"
            raise RuleError(message, p.line.where)
        before += p.groups


def _text(rule: Rule, source: str, where: Where, exact: bool, read_as: Callable[[str], str]) -> str:
    """A pattern as it is compiled: with its lists, and what signs in it stand for."""
    written = source if exact else straight(source)
    _checked(masked(written), where, source)
    try:
        text = expand(written, rule.lists)
    except PatternError as e:
        raise RuleError(f"‘{source}’: {e}", where) from e
    return _checked(read_as(text if exact else straight(text)), where, source)


def _checked(text: str, where: Where, source: str) -> str:
    try:
        read(text)
    except PatternError as e:
        place = "" if e.at is None else " at its end" if e.at >= len(source) else f" at character {e.at + 1}"
        hint = "; put a backslash before a sign meant as itself" if e.at is not None else ""
        raise RuleError(f"‘{_brief(source)}’ is not a valid pattern: {e}{place}{hint}", where) from e
    return text


def _brief(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def too_slow(document: Document, e: TooSlow) -> Failure:
    """What is reported of a rule whose pattern was stopped."""
    return Failure(document.path, e.rule, str(e))


class Patterns:
    """Many patterns, of which each story tries only those whose needed text it holds."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._index = Index([p.needs for p in patterns])

    def find(self, document: Document) -> Iterator[tuple[Pattern, int, Any, Span] | Failure]:
        """(pattern, block index, regex match in the block's text, span in the prose), or a Failure for one
        pattern that took too long."""
        timed_out: set[int] = set()
        for entry, block in self._candidates(document):
            p = self.patterns[entry]
            if entry in timed_out:
                continue
            base = document.blocks[block].span
            text = base.of(document.prose) if p.exact else document.texts[block]
            try:
                matches = p.find(text)
            except TooSlow as e:
                timed_out.add(entry)
                yield too_slow(document, e)
                continue
            for m in matches:
                yield p, block, m, Span(base.start + m.start(), base.start + m.end())

    def _candidates(self, document: Document) -> list[tuple[int, int]]:
        pairs = {(entry, block) for entry in self._index.always for block in range(len(document.blocks))}
        for entry, start, _ in self._index.hits(document.folded):
            block = document.block_at(start)
            if block is not None:
                pairs.add((entry, block))
        return sorted(pairs)
