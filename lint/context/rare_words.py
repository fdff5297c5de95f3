"""Rare words that a slip makes of common ones (“he wold go”): the model of context is not taught them, but the trigram
model knows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.context.features import Words
from lint.context.model import Slip, joined
from lint.context.tokens import Token, words_of
from lint.dictionary.edits import slip_cost
from lint.dictionary.lexicon import Lexicon, load
from lint.dictionary.suggestions import one_slip_away

RARE = 3.2
"""A word at most this common (Zipf) …"""
COMMON = 4.0
"""… one slip away from one at least this common, and 1.5 more than it, …"""
SURE = 10.3
"""… is a slip when the five words around make that one so much likelier (natural log-odds, less the cost of the slip).
Set on clean news: three false alarms in 487,000 words."""


def slips(texts: Sequence[str], dialect: str, words: Words | None = None) -> Iterator[Slip]:
    """The rare words of a document's paragraphs that are likelier a common one; each stands but once (``words``: of
    the same texts)."""
    lexicon, words = load(), words or Words(texts)
    for n, text in enumerate(texts):
        for token in words_of(text):
            if token.name or words.counts[token.text] > 1 or not _is_rare(token, lexicon) or joined(text, token):
                continue
            best = max(_meant(n, token, words, lexicon, dialect), default=None)
            if best and best[0] > SURE:
                score, odds, meant = best
                yield Slip(n, token.start, token.end, token.text, meant, 0.0, odds, score, score - SURE)


def _is_rare(token: Token, lexicon: Lexicon) -> bool:
    word = token.text
    if len(word) <= 2 or not word.isalpha() or lexicon.zipf(word) >= RARE:
        return False
    return lexicon.anywhere(word) or lexicon.is_rare(word)


def _meant(n: int, token: Token, words: Words, lexicon: Lexicon, dialect: str) -> Iterator[tuple[float, float, str]]:
    least = max(COMMON, lexicon.zipf(token.text) + 1.5)
    for other in one_slip_away(lexicon, token.text, dialect):
        if other.islower() and lexicon.zipf(other) >= least:
            odds = words.trigrams(n, token, other)
            yield odds - slip_cost(token.text, other), odds, other
