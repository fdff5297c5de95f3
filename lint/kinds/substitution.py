"""substitution: write this, not that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.patterns import Exceptions, Pattern, Patterns, pattern
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased, fill, quoted_as


class Options(Base, frozen=True, kw_only=True):
    """``swap``: what is found (a pattern) → what to write; ``a|b`` offers both, ``$1`` is a group of the pattern.

    ``ignorecase`` (true), ``nonword``: need not begin and end at a word's edge, ``exceptions``.
    """

    swap: dict[str, str]
    ignorecase: bool = True
    nonword: bool = False
    exceptions: list[str] = []


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._patterns = Patterns([p for rule in rules for p in _patterns(rule)])
        self._exceptions = {r.id: Exceptions(r, r.options.exceptions, ignorecase=r.options.ignorecase) for r in rules}

    def check(self, document: Document) -> Iterator[Match | Failure]:
        taken: dict[str, list[Span]] = {}
        for found in self._patterns.find(document):
            if isinstance(found, Failure):
                yield found
                continue
            p, block, m, span = found
            earlier = taken.setdefault(p.rule.id, [])
            if span.start == span.end or any(span.overlaps(e) for e in earlier):
                continue
            earlier.append(span)
            if self._exceptions[p.rule.id].excuse(document.texts[block], Span(*m.span())):
                continue
            text = span.of(document.prose)
            offered = [quoted_as(cased(fill(s, m), text), document.curly, text) for s in p.note]
            if text not in offered:
                yield match(p.rule, document, span, offered)


def _patterns(rule: Rule) -> Iterator[Pattern]:
    """One pattern a swap, the longest first, as Vale has it: "in order to" goes before "in order"."""
    o: Options = rule.options
    if not o.swap:
        raise RuleError(f"the rule ‘{rule.id}’ needs at least one line under ‘swap:’", rule.where)
    for wrong, right in sorted(o.swap.items(), key=lambda kv: -len(kv[0])):
        choices = [s.replace("\\|", "|") for s in re.split(r"(?<!\\)\|", right)]
        yield pattern(rule, wrong, ignorecase=o.ignorecase, words=not o.nonword, note=choices)
