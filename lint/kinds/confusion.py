"""confusion: a right word in the wrong place, judged by the words around it with a learned model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lint.config.settings import Config
from lint.dictionary.edits import same_letters, sound
from lint.dictionary.lexicon import load as lexicon
from lint.document import Block, Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import cased
from lint.text.quotations import straight

if TYPE_CHECKING:
    from lint.context.model import Slip


class Options(Base, frozen=True, kw_only=True):
    """``words``: sets of words that are taken for each other; without it, all that the model knows.

    ``exceptions``: words that are never touched; ``margin``: how much more evidence than usual is asked for, in
    natural log-odds (0). Headings, names, words joined by hyphens and paragraphs in another language
    are left alone. Evidence of one sort alone is a suggestion.
    """

    PLACEHOLDERS = {"message": ("evidence",)}

    words: list[list[str]] = []
    exceptions: list[str] = []
    margin: float = 0.0


_STRANGE = 0.35
"""A paragraph with more unknown words than this is in another language, or no prose."""


_NO_SENTENCES = ("heading", "headline", "table", "alt")
_FEWEST = 4
"""A block of fewer words has too little context to judge by."""
_SAMPLE = 60
"""So many words tell what language a paragraph is in."""
STRONG = 5.5
"""Natural log-odds of the context that need no second evidence: its and it's, of which the trigrams know little."""

LITTLE, LITTLE_NEEDS = 5.5, 1.9
"""A word at least this common (Zipf) is a little word; it needs so much more evidence (natural log-odds) …"""
ALIKE_NEED, OTHERS_NEED = 0.9, 3.5
"""… words that sound alike so much, and other words so much."""
SOME_WORD = 4.0
"""A rarer word (Zipf) sounds like many common ones."""
RARE_NEEDS = 1.9
"""A rare word that the trigrams alone speak against needs so much."""
_AMOUNT = re.compile(r"\s*[£$€¥\d]")


class Checker:
    """Asks the models which words are likelier another one; every rule judges what they say."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules
        self._sets = {r.id: [_plain(words) for words in r.options.words] for r in rules}
        self._exceptions = {r.id: _plain(r.options.exceptions) for r in rules}
        self._own = _plain(config.words)

    def check(self, document: Document) -> Iterator[Match]:
        """Words that their neighbours, and the trigrams, take for slips for another one."""
        for block, slip in self._slips(document):
            if slip.word in self._own or not (lexicon().has(slip.meant, document.dialect) or "'" in slip.meant):
                continue
            span = Span(block.span.start + slip.start, block.span.start + slip.end)
            if slip.meant == "its" and _AMOUNT.match(document.prose, span.end):
                continue  # “under £50 it’s £6.99”
            yield from (_match(rule, document, span, slip) for rule in self._rules if self._is_for(rule, slip))

    def _slips(self, document: Document) -> Iterator[tuple[Block, Slip]]:
        """The likely slips in order, each with its block; of two for a word, the one of the rare words only where the
        other one lies below its threshold."""
        from lint.context import rare_words  # costs 50 MB; only a text that is not answered otherwise comes this far
        from lint.context.features import Words
        from lint.context.model import load

        chosen = [(b, t) for b, t in zip(document.blocks, document.texts, strict=True) if _is_prose(b.scope, t)]
        texts = [text for _, text in chosen]
        words = Words(texts)
        judged = {(s.text, s.start): s for s in rare_words.slips(texts, document.dialect, words)}
        for s in load().slips(texts, words):
            if s.sure >= 0 or (s.text, s.start) not in judged:
                judged[s.text, s.start] = s
        yield from ((chosen[slip.text][0], slip) for _, slip in sorted(judged.items()))

    def _is_for(self, rule: Rule, slip: Slip) -> bool:
        sets = self._sets[rule.id]
        fits = not sets or any({slip.word, slip.meant} <= s for s in sets)
        margin = rule.options.margin
        return fits and slip.sure >= margin and slip.word not in self._exceptions[rule.id]


def _plain(words: Iterable[str]) -> frozenset[str]:
    """Words as the models have them."""
    return frozenset(straight(w.lower()) for w in words)


def _is_prose(scope: str, text: str) -> bool:
    """Whether a block has sentences in English: no heading or table, and not too many words that nobody knows."""
    if scope in _NO_SENTENCES or scope.startswith("frontmatter"):
        return False
    words = text.split()
    plain = [w for w in (w.strip(".,;:!?\"'()") for w in words[:_SAMPLE]) if w.isalpha() and w.islower()]
    strange = sum(not lexicon().anywhere(w) for w in plain)
    return len(words) >= _FEWEST and strange <= _STRANGE * len(plain)


def _match(rule: Rule, document: Document, span: Span, slip: Slip) -> Match:
    found = span.of(document.prose)
    meant = cased(slip.meant, found)
    alone = slip.context < 0 or (slip.trigrams <= 0 and slip.context < STRONG)
    weak = slip.sure < rule.options.margin + _needed(slip) or alone
    severity = Severity.SUGGESTION if weak else None
    return match(rule, document, span, [meant], severity=severity, evidence=_evidence(slip))


def _needed(slip: Slip) -> float:
    """How far the evidence must lie above its threshold for a warning: words that sound alike or have the same letters,
    and little words, are written for each other again and again, other words seldom."""
    if slip.context == 0:
        return RARE_NEEDS
    if "'" in slip.word + slip.meant:
        return 0.0
    alike = sound(slip.word) == sound(slip.meant) and lexicon().zipf(slip.word) >= SOME_WORD
    if alike or same_letters(slip.word, slip.meant):
        return ALIKE_NEED
    return LITTLE_NEEDS if lexicon().zipf(slip.word) >= LITTLE else OTHERS_NEED


def _evidence(slip: Slip) -> str:
    """What speaks for the other word, in words."""
    sources = [
        name for name, odds in (("the words around", slip.context), ("common phrases", slip.trigrams)) if odds > 0
    ]
    return " and ".join(sources) or "the kind of slip"
