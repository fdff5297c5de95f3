"""Patterns of text rules: how they are compiled, and how many of them are run over a story at once."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure
from lint.matching.prefilter import Index, required
from lint.rule import Rule
from lint.span import Span
from lint.text.quotations import straight

TIMEOUT = 2.0
"""Seconds that one pattern may take over one block."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of a rule, the text that it needs, and what the rule wants to know of it."""

    rule: Rule
    search: Any
    needs: frozenset[str] | None
    note: Any = None
    exact: bool = False


def pattern(
    rule: Rule,
    source: str,
    *,
    ignorecase: bool = True,
    words: bool = True,
    exact: bool = False,
    note: Any = None,
    parts: Sequence[str] = (),
) -> Pattern:
    """Compiles ``source``. A straight quotation mark or apostrophe in it stands for the curly ones too.

    ``words``: it must begin and end at a word's edge. ``exact``: quotation marks are taken as written.
    Raises RuleError, with the rule's file and line, for what is no pattern; it names the one of ``parts`` (what the
    rule wrote, where ``source`` was put together from several) that is to blame.
    """
    text = source if exact else straight(source)
    whole = rf"(?<!\w)(?:{text})(?!\w)" if words else text
    flags = regex.VERSION0 | regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0)
    try:
        with warnings.catch_warnings(action="ignore"):
            search = regex.compile(whole, flags)
    except (regex.error, RecursionError, OverflowError) as e:
        blame = next((part for part in parts if not _compiles(part)), source)
        message = f"‘{blame}’ is no pattern: {e}; put a backslash before a sign meant as itself"
        raise RuleError(message, rule.where) from e
    return Pattern(rule, search, None if exact else required(whole), note, exact)


def _compiles(source: str) -> bool:
    try:
        regex.compile(source)
    except (regex.error, RecursionError, OverflowError):
        return False
    return True


def found(search: Any, text: str, start: int = 0, end: int | None = None) -> list[Any]:
    """All matches of a compiled pattern in a stretch of ``text``.

    Raises TimeoutError when it takes longer than TIMEOUT, twice: the first time another thread may have held
    the interpreter (an engine that loads does so for seconds).
    """
    stop = len(text) if end is None else end
    try:
        return list(search.finditer(text, start, stop, timeout=TIMEOUT))
    except TimeoutError:
        return list(search.finditer(text, start, stop, timeout=TIMEOUT))


def too_slow(document: Document, rule: Rule) -> Failure:
    """What is told of a rule whose pattern was stopped."""
    message = f"the pattern took longer than {TIMEOUT:g} s and was stopped; simplify it ({rule.where})"
    return Failure(document.path, rule.id, message)


class Patterns:
    """Many patterns, of which each story tries only those whose needed text it holds."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._index = Index([p.needs for p in patterns])

    def find(self, document: Document) -> Iterator[tuple[Pattern, int, Any, Span] | Failure]:
        """(pattern, block index, regex match in the block's text, span in the prose), or a Failure for one
        pattern that took too long."""
        tired: set[int] = set()
        for entry, block in self._candidates(document):
            p = self.patterns[entry]
            if entry in tired:
                continue
            base = document.blocks[block].span
            text = base.of(document.prose) if p.exact else document.texts[block]
            try:
                matches = found(p.search, text)
            except TimeoutError:
                tired.add(entry)
                yield too_slow(document, p.rule)
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


class Exceptions:
    """Words and phrases that a rule leaves alone: a finding that holds one, or lies inside one."""

    def __init__(self, rule: Rule, exceptions: Iterable[str], *, ignorecase: bool = True) -> None:
        sources = [f"(?:{e})" for e in exceptions]
        self._pattern = pattern(rule, "|".join(sources), ignorecase=ignorecase, parts=sources) if sources else None

    def excuse(self, text: str, span: Span) -> bool:
        """Whether the stretch ``span`` of a block's text is excused."""
        if self._pattern is None:
            return False
        near = found(self._pattern.search, text, max(0, span.start - 80), min(len(text), span.end + 80))
        return any(Span(*m.span()).contains(span) or span.contains(Span(*m.span())) for m in near)
