"""conditional: where one thing stands, another must stand before it (an acronym and its full form)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.exceptions import Exceptions
from lint.matching.patterns import ANYWHERE, WORD, Edges, Pattern, TooSlow, pattern, too_slow
from lint.rule import Rule
from lint.span import Span


class Options(Base, frozen=True, kw_only=True):
    """``first``: a pattern that is allowed only where ``second`` has matched.

    When ``second`` has a group, what ``first`` finds must have been captured by it, anywhere in the story or,
    with ``before`` (true), not later than there. Case counts unless ``ignorecase``. Each text is reported once.
    """

    first: str
    second: str
    exceptions: list[str] = []
    ignorecase: bool = False
    before: bool = False


class Checker:
    """Looks for what must be defined, and for what defines it."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = [(_pattern(r, "first", WORD), _pattern(r, "second", ANYWHERE), _exceptions(r)) for r in rules]

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """What is not defined, each text once; a Failure for a pattern that took too long."""
        for first, second, exceptions in self._rules:
            try:
                yield from _check(document, first, second, exceptions)
            except TooSlow as e:
                yield too_slow(document, e)


def _pattern(rule: Rule, key: str, edges: Edges) -> Pattern:
    source, where = getattr(rule.options, key), rule.where_of(key)
    return pattern(rule, source, where, edges=edges, ignorecase=rule.options.ignorecase)


def _exceptions(rule: Rule) -> Exceptions:
    return Exceptions(rule, ignorecase=False)


def _check(document: Document, first: Pattern, second: Pattern, exceptions: Exceptions) -> Iterator[Match]:
    o: Options = first.rule.options
    defined = _defined(document, second)
    reported: set[str] = set()
    for block, text in zip(document.blocks, document.texts, strict=True):
        for m in first.find(text):
            said, at = m[0], block.span.start + m.start()
            if said in reported or _is_defined(said if second.groups else ANY, at, defined, before=o.before):
                continue
            if not exceptions.excuse(text, Span(*m.span())):
                reported.add(said)
                yield match(first.rule, document, Span(at, at + len(said)))


ANY = ""
"""What ``second`` defines where it has no group: anything."""


def _defined(document: Document, second: Pattern) -> dict[str, int]:
    """Where each text that ``second`` captures stands first; where it captures none, that it has matched (ANY)."""
    defined: dict[str, int] = {}
    for block, text in zip(document.blocks, document.texts, strict=True):
        for m in second.find(text):
            for group in filter(None, m.groups()) if second.groups else (ANY,):
                defined.setdefault(group, block.span.start + m.start())
    return defined


def _is_defined(text: str, at: int, defined: dict[str, int], *, before: bool) -> bool:
    """Whether a text is defined anywhere or, with ``before``, not later than ``at``."""
    return text in defined and not (before and text != ANY and defined[text] > at)
