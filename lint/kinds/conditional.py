"""conditional: where one thing stands, another must stand before it (an acronym and its full form)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.patterns import Exceptions, found, pattern, too_slow
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
        self._rules = [
            (
                r,
                pattern(r, r.options.first, ignorecase=r.options.ignorecase).search,
                pattern(r, r.options.second, ignorecase=r.options.ignorecase, words=False).search,
                Exceptions(r, r.options.exceptions, ignorecase=False),
            )
            for r in rules
        ]

    def check(self, document: Document) -> Iterator[Match | Failure]:
        for rule, first, second, exceptions in self._rules:
            try:
                yield from _check(document, rule, first, second, exceptions)
            except TimeoutError:
                yield too_slow(document, rule)


def _check(document: Document, rule: Rule, first: object, second: object, exceptions: Exceptions) -> Iterator[Match]:
    o: Options = rule.options
    defined: dict[str, int] = {}
    anywhere = False
    blocks = [(b.span.start, text) for b, text in zip(document.blocks, document.texts, strict=True)]
    for base, text in blocks:
        for m in found(second, text):
            anywhere = True
            for group in m.groups():
                if group:
                    defined.setdefault(group, base + m.start())
    grouped = second.groups > 0  # type: ignore[attr-defined]
    told: set[str] = set()
    for base, text in blocks:
        for m in found(first, text):
            said, at = m[0], base + m.start()
            fine = (said in defined and not (o.before and defined[said] > at)) if grouped else anywhere
            if not fine and said not in told and not exceptions.excuse(text, Span(*m.span())):
                told.add(said)
                yield match(rule, document, Span(at, base + m.end()))
