"""conditional: where one thing stands, another must stand before it (an acronym and its full form)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.patterns import ANYWHERE, WORD, Edges, Exceptions, Pattern, pattern, too_slow
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
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = [(_pattern(r, "first", WORD), _pattern(r, "second", ANYWHERE), _exceptions(r)) for r in rules]

    def check(self, document: Document) -> Iterator[Match | Failure]:
        for first, second, exceptions in self._rules:
            try:
                yield from _check(document, first, second, exceptions)
            except TimeoutError:
                yield too_slow(document, first)


def _pattern(rule: Rule, key: str, edges: Edges) -> Pattern:
    source, where = getattr(rule.options, key), rule.where_of(key)
    return pattern(rule, source, where, edges=edges, ignorecase=rule.options.ignorecase)


def _exceptions(rule: Rule) -> Exceptions:
    return Exceptions(rule, ignorecase=False)


def _check(document: Document, first: Pattern, second: Pattern, exceptions: Exceptions) -> Iterator[Match]:
    rule = first.rule
    o: Options = rule.options
    defined: dict[str, int] = {}
    anywhere = False
    blocks = [(b.span.start, text) for b, text in zip(document.blocks, document.texts, strict=True)]
    for base, text in blocks:
        for m in second.find(text):
            anywhere = True
            for group in m.groups():
                if group:
                    defined.setdefault(group, base + m.start())
    grouped = second.groups > 0
    told: set[str] = set()
    for base, text in blocks:
        for m in first.find(text):
            said, at = m[0], base + m.start()
            fine = (said in defined and not (o.before and defined[said] > at)) if grouped else anywhere
            if not fine and said not in told and not exceptions.excuse(text, Span(*m.span())):
                told.add(said)
                yield match(rule, document, Span(at, base + m.end()))
