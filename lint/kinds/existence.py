"""existence: words or patterns that should not stand in the copy."""

from __future__ import annotations

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
from lint.text.casing import cased, quoted_as


class Options(Base, frozen=True):
    """``tokens``: patterns, any of which is a finding; ``raw``: pieces of one pattern, joined as they are.

    ``ignorecase`` (true), ``nonword``: need not begin and end at a word's edge, ``exceptions``,
    ``replace``: what stands there instead, with \\1 for a group ("" proposes to delete it),
    ``exact_quotes``: quotation marks are taken as written.
    """

    tokens: list[str] = []
    raw: list[str] = []
    ignorecase: bool = True
    nonword: bool = False
    append: bool = False
    exceptions: list[str] = []
    replace: str | None = None
    exact_quotes: bool = False


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._patterns = Patterns([_pattern(rule) for rule in rules])
        self._exceptions = {r.id: Exceptions(r, r.options.exceptions, ignorecase=r.options.ignorecase) for r in rules}

    def check(self, document: Document) -> Iterator[Match | Failure]:
        for found in self._patterns.find(document):
            if isinstance(found, Failure):
                yield found
                continue
            p, block, m, span = found
            if span.start < span.end and not self._exceptions[p.rule.id].excuse(document.texts[block], Span(*m.span())):
                yield match(p.rule, document, span, _suggestions(p.rule, document, m, span))


def _pattern(rule: Rule) -> Pattern:
    o: Options = rule.options
    tokens = "|".join(f"(?:{t})" for t in o.tokens)
    raw = "".join(o.raw)
    if not tokens and not raw:
        raise RuleError(f"the rule ‘{rule.id}’ needs ‘tokens:’ or ‘raw:’", rule.where)
    words = bool(tokens) and not o.nonword
    source = f"(?:{tokens}){raw}" if o.append else f"{raw}(?:{tokens})"
    whole = source if tokens else raw
    return pattern(rule, whole, ignorecase=o.ignorecase, words=words, exact=o.exact_quotes, parts=o.tokens)


def _suggestions(rule: Rule, document: Document, m: object, span: Span) -> list[str]:
    template = rule.options.replace
    if template is None:
        return []
    found = span.of(document.prose)
    return [quoted_as(cased(m.expand(template), found), document.curly, found)]  # type: ignore[attr-defined]
