"""confusion: a right word in the wrong place, judged by the words around it with a learned model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint.config.settings import Config
from lint.dictionary.lexicon import load as lexicon
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import cased, quoted_as

if TYPE_CHECKING:
    from lint.context.model import Slip


class Options(Base, frozen=True, kw_only=True):
    """``words``: sets of words that are taken for each other; without it, all that the model knows.

    ``exceptions``: words that are never touched; ``margin``: how much more evidence than usual is asked for, in
    natural log-odds (0). Headings, names, words joined by hyphens and paragraphs in another language are left alone.
    Evidence of one sort alone is a suggestion.
    """

    PLACEHOLDERS = ("evidence",)

    words: list[list[str]] = []
    exceptions: list[str] = []
    margin: float = 0.0


_STRANGE = 0.35
"""A paragraph with more unknown words than this is in another language, or no prose."""


_SAMPLE = 60
"""So many words tell what language a paragraph is in."""
STRONG = 5.5
"""Natural log-odds of the context that need no second evidence: its and it's, of which the trigrams know little."""


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = [r for r in rules if r.options.words] + [r for r in rules if not r.options.words]
        self._sets = {r.id: [frozenset(w.lower() for w in s) for s in r.options.words] for r in rules}
        self._own = {w.lower() for w in config.words}

    def check(self, document: Document) -> Iterator[Match]:
        from lint.context import rare_words  # costs 50 MB; only a text that is not answered otherwise comes this far
        from lint.context.features import Words
        from lint.context.model import load

        chosen = [i for i, text in enumerate(document.texts) if self._is_prose(document, i, text)]
        texts = [document.texts[i] for i in chosen]
        words = Words(texts)
        judged = {(s.text, s.start): s for s in rare_words.slips(texts, document.dialect, words)}
        for s in load().slips(texts, words):
            if s.sure >= 0 or (s.text, s.start) not in judged:
                judged[s.text, s.start] = s
        for slip in (judged[place] for place in sorted(judged)):
            rule = self._rule(slip)
            block = document.blocks[chosen[slip.text]]
            if rule is None or not rule.applies_to(block.scope) or slip.word in self._own:
                continue
            if not lexicon().has(slip.meant, document.dialect) and "'" not in slip.meant:
                continue
            span = Span(block.span.start + slip.start, block.span.start + slip.end)
            if not rule.in_quotes and document.in_quotation(span):
                continue
            found = span.of(document.prose)
            meant = quoted_as(cased(slip.meant, found), document.curly, found)
            alone = slip.context < 0 or (slip.trigrams <= 0 and slip.context < STRONG)
            weak = slip.sure < 0 or alone
            severity = Severity.SUGGESTION if weak else None
            yield match(rule, document, span, [meant], severity=severity, evidence=_evidence(slip))

    def _rule(self, slip: Slip) -> Rule | None:
        for rule in self._rules:
            sets = self._sets[rule.id]
            if sets and not any({slip.word, slip.meant} <= s for s in sets):
                continue
            if slip.word in rule.options.exceptions or slip.sure < (rule.options.margin or -100):
                return None
            return rule
        return None

    def _is_prose(self, document: Document, index: int, text: str) -> bool:
        scope = document.blocks[index].scope
        if scope in ("heading", "headline", "table", "alt") or scope.startswith("frontmatter"):
            return False
        words = text.split()
        plain = [w for w in (w.strip(".,;:!?\"'()") for w in words[:_SAMPLE]) if w.isalpha() and w.islower()]
        strange = sum(not lexicon().anywhere(w) for w in plain)
        return len(words) >= 4 and strange <= _STRANGE * max(len(plain), 1)


def _evidence(slip: Slip) -> str:
    """What speaks for the other word, in words."""
    sources = [
        name for name, odds in (("the words around", slip.context), ("common phrases", slip.trigrams)) if odds > 0
    ]
    return " and ".join(sources) or "the kind of slip"


def build(rules: Sequence[Rule], config: Config) -> Checker:
    return Checker(rules, config)
