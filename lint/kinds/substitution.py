"""substitution: write this, not that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from lint.config.settings import Config
from lint.document import Document
from lint.errors import RuleError, Where
from lint.finding import Failure, Match
from lint.kinds.base import OneOrMore, Placed, match, pairs_of, several
from lint.kinds.base import Options as Base
from lint.matching.exceptions import Exceptions
from lint.matching.neighbours import spaced
from lint.matching.patterns import ANYWHERE, WORD, Line, Pattern, Patterns, any_of
from lint.matching.suggestions import check_suggestion
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased, fill, quoted_as


class Swap(Placed, frozen=True, kw_only=True):
    """One line of ``swaps``: ``wrong`` (a pattern, or several) → ``right``, written as in ``swap``."""

    wrong: OneOrMore
    right: str

    def __str__(self) -> str:
        return f"{', '.join(several(self.wrong))} → {self.right}"


class Options(Base, frozen=True, kw_only=True):
    """``swap``: what is found (a pattern) → what to write; ``a|b`` offers both, ``$1`` is a group of the pattern.
    ``swaps``: the same, each with its neighbours and its example. ``pairs``: a file beside the rule with what is found
    and what to write in each line, separated by a tab.

    ``ignorecase`` (true), ``nonword``: need not begin and end at a word's edge, ``exceptions``.
    """

    NEEDS_GOOD: ClassVar[bool] = True

    swap: dict[str, str] = {}
    swaps: list[Swap] = []
    pairs: str = ""
    ignorecase: bool = True
    nonword: bool = False
    exceptions: list[str] = []

    def files(self) -> tuple[str, ...]:
        """The file of pairs, if there is one."""
        return (self.pairs,) if self.pairs else ()


class Checker:
    """Finds what is to be written otherwise, for all rules in one pass."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._patterns = Patterns([p for rule in rules for p in _patterns(rule)])
        self._exceptions = {r.id: Exceptions(r, ignorecase=r.options.ignorecase) for r in rules}

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """What is found, each with what to write, and a Failure for a pattern that took too long."""
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
    if not (o.swap or o.swaps or o.pairs):
        raise RuleError(f"the rule ‘{rule.id}’ needs at least one line under ‘swap:’ or ‘swaps:’", rule.where)
    lines = [_swap(rule, wrong, right, rule.where_of("swap", wrong)) for wrong, right in o.swap.items()]
    lines += [_placed(rule, i) for i in range(len(o.swaps))]
    lines += [_swap(rule, *pair) for pair in (pairs_of(rule, o.pairs) if o.pairs else ())]
    yield from (p for _, p in sorted(lines, key=lambda line: -line[0]))


def _swap(rule: Rule, wrong: str, right: str, where: Where) -> tuple[int, Pattern]:
    """How long a line of ``swap`` or of the file of pairs is, and its pattern."""
    return len(wrong), _pattern(rule, [Line(wrong, where)], right, where)


def _placed(rule: Rule, index: int) -> tuple[int, Pattern]:
    """How long a line of ``swaps`` is, and its pattern; spaces in it may be the end of a line."""
    swap, at = rule.options.swaps[index], ("swaps", index)
    words = several(swap.wrong)
    if not words:
        raise RuleError("there is nothing after ‘wrong:’; write what is found", rule.where_of(*at, "wrong"))
    lines = [Line(word, rule.where_of(*at, "wrong", i), swap.around, at) for i, word in enumerate(words)]
    return max(map(len, words)), _pattern(rule, lines, swap.right, rule.where_of(*at, "right"), read_as=spaced)


def _pattern(rule: Rule, lines: list[Line], right: str, where: Where, read_as: Callable[[str], str] = str) -> Pattern:
    o: Options = rule.options
    choices = [s.replace("\\|", "|") for s in re.split(r"(?<!\\)\|", right)]
    edges = ANYWHERE if o.nonword else WORD
    p = any_of(rule, lines, edges=edges, ignorecase=o.ignorecase, note=choices, read_as=read_as)
    for choice in choices:
        check_suggestion(p, choice, where)
    return p
