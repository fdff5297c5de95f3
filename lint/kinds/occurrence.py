"""occurrence: something that may stand in a block no more, or no less, than so often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.patterns import ANYWHERE, TooSlow, pattern, too_slow
from lint.rule import Rule
from lint.span import Span


class Options(Base, frozen=True, kw_only=True):
    """``token``: the pattern that is counted in each block; ``max`` and ``min``: how often it may stand there.

    ``{count}`` in the message is the number found.
    """

    PLACEHOLDERS = {"message": ("count",)}

    token: str
    max: int | None = None
    min: int | None = None
    ignorecase: bool = True


class Checker:
    """Counts a pattern in each block."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        for rule in rules:
            if rule.options.max is None and rule.options.min is None:
                raise RuleError(f"the rule ‘{rule.id}’ needs ‘max:’ or ‘min:’", rule.where)
        self._patterns = [
            pattern(r, r.options.token, r.where_of("token"), edges=ANYWHERE, ignorecase=r.options.ignorecase)
            for r in rules
        ]

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """Blocks that have it too often or too seldom, and a Failure for a pattern that took too long."""
        for p in self._patterns:
            o: Options = p.rule.options
            for block, text in zip(document.blocks, document.texts, strict=True):
                try:
                    spots = [m.span() for m in p.find(text)]
                except TooSlow as e:
                    yield too_slow(document, e)
                    break
                start = block.span.start
                if o.max is not None and len(spots) > o.max:
                    span = Span(start + spots[o.max][0], start + spots[o.max][1])
                    yield match(p.rule, document, span, count=len(spots))
                elif o.min is not None and len(spots) < o.min:
                    yield match(p.rule, document, block.span, count=len(spots))
