"""existence: words or patterns that should not stand in the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import Placed, match
from lint.matching.exceptions import Exceptions
from lint.matching.neighbours import Neighbours
from lint.matching.patterns import ANYWHERE, WORD, Line, Pattern, Patterns, any_of, check
from lint.matching.suggestions import check_suggestion
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased, fill


class Token(Placed, frozen=True, kw_only=True):
    """A line of ``tokens`` that says where it counts, or carries its proof."""

    token: str

    def __str__(self) -> str:
        return self.token


class Options(Base, frozen=True):
    """``tokens``: patterns, any of which is a finding, each by itself or with its neighbours and its example;
    ``starts``, ``ends``: the same at the beginning, or the end, of a sentence; ``raw``: pieces of one pattern, joined
    as they are, before the tokens or (``append``) after them.

    ``ignorecase`` (true), ``nonword``: need not begin and end at a word's edge, ``exceptions``,
    ``replace``: what to write instead, with $1 for a group ("" proposes to delete it),
    ``exact_quotes``: quotation marks are taken as written.
    """

    tokens: list[str | Token] = []
    starts: list[str] = []
    ends: list[str] = []
    raw: list[str] = []
    ignorecase: bool = True
    nonword: bool = False
    append: bool = False
    exceptions: list[str] = []
    replace: str | None = None
    exact_quotes: bool = False


class Checker:
    """Finds what must not be there, for all rules in one pass."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._patterns = Patterns([_pattern(rule) for rule in rules])
        self._exceptions = {r.id: Exceptions(r, ignorecase=r.options.ignorecase) for r in rules}

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """What is found and not excused, and a Failure for a pattern that took too long."""
        for found in self._patterns.find(document):
            if isinstance(found, Failure):
                yield found
                continue
            p, block, m, span = found
            if span.start < span.end and not self._exceptions[p.rule.id].excuse(document.texts[block], Span(*m.span())):
                yield match(p.rule, document, span, _suggestions(p.rule, document, m, span))


def _pattern(rule: Rule) -> Pattern:
    o: Options = rule.options
    lines = [
        *_tokens(rule),
        *_edge(rule, "starts", Neighbours(starts=True)),
        *_edge(rule, "ends", Neighbours(ends=True)),
    ]
    if not lines and not o.raw:
        raise RuleError(f"the rule ‘{rule.id}’ needs ‘tokens:’, ‘starts:’, ‘ends:’ or ‘raw:’", rule.where)
    edges = WORD if lines and not o.nonword else ANYWHERE
    if o.raw:
        lines = [_joined(rule, lines)]
    p = any_of(rule, lines, edges=edges, ignorecase=o.ignorecase, exact=o.exact_quotes)
    if o.replace is not None:
        check_suggestion(p, o.replace, rule.where_of("replace"))
    return p


def _tokens(rule: Rule) -> Iterator[Line]:
    for i, token in enumerate(rule.options.tokens):
        if isinstance(token, Token):
            yield Line(token.token, rule.where_of("tokens", i, "token"), token.around, ("tokens", i))
        else:
            yield Line(token, rule.where_of("tokens", i))


def _edge(rule: Rule, key: str, around: Neighbours) -> Iterator[Line]:
    for i, source in enumerate(getattr(rule.options, key)):
        yield Line(source, rule.where_of(key, i), around)


def _joined(rule: Rule, lines: list[Line]) -> Line:
    """The raw pieces and the tokens as one pattern."""
    raw = Line("".join(rule.options.raw), rule.where_of("raw", 0))
    for line in (raw, *lines):
        if line.around != Neighbours():
            raise RuleError("‘raw:’ can't be joined to what has neighbours; make it a rule of its own", line.where)
        check(rule, line.source, line.where)
    tokens = "|".join(f"(?:{line.source})" for line in lines)
    return Line(f"(?:{tokens}){raw.source}" if rule.options.append else f"{raw.source}(?:{tokens})", raw.where)


def _suggestions(rule: Rule, document: Document, m: object, span: Span) -> list[str]:
    template = rule.options.replace
    if template is None:
        return []
    return [cased(fill(template, m), span.of(document.prose))]
