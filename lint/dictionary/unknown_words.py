"""What an unknown word of a story is: a slip of the pen, a name that lost its capital, a term or a foreign word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import OSA

from lint.dictionary import typo_classifier
from lint.dictionary.brands import brand_of
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.reasons import Reason, first
from lint.dictionary.story import Story, Token
from lint.dictionary.suggestions import MOST, ranked
from lint.text.sentences import begins_sentence

_LONG_BRAND = 7
"""A shorter unknown word is one slip away from too many brands."""
_COMMON = 3.3
"""A word at least this common (Zipf) that is one slip away is meant even amid unknown words."""
_STRANGERS = 3
"""So many different unknown words that stand together are a foreign phrase or a list of terms."""
_TOGETHER = 40
"""How far apart, in characters, they begin at most."""
_AROUND = 30
"""How far back the name before a name is looked for."""
_MARKS = ("'", '"')
_NAME_BEFORE = re.compile(r"[A-Z][\w']* \Z")


class Verdict(NamedTuple):
    """What an unknown word may have been meant to be, whether that is sure enough for a finding of its own weight, and
    the name of the reason."""

    offered: list[str]
    sure: bool
    reason: str


@dataclass(frozen=True)
class Unknown:
    """The ``index``-th of a story’s unknown words, and what the others say of it."""

    index: int
    words: Sequence[Token]
    counts: Counter[str]
    story: Story
    lexicon: Lexicon

    @property
    def token(self) -> Token:
        """The word where it stands."""
        return self.words[self.index]

    @property
    def text(self) -> str:
        """The word itself."""
        return self.token.text

    @cached_property
    def ranked(self) -> list[tuple[str, float]]:
        """What it may have been meant to be; an unknown word is no correction of another."""
        found = ranked(self.lexicon, self.text, self.story.document.dialect, self.story.counts)
        return [one for one in found if one[0] not in self.counts]

    @cached_property
    def brand(self) -> str | None:
        """The brand that it is, or is one slip away from."""
        return brand_of(self.lexicon, self.text) if len(self.text) >= _LONG_BRAND else None

    @cached_property
    def offered(self) -> list[str]:
        """The suggestions, the likeliest first."""
        return [self.brand] if self.brand else [word for word, _ in self.ranked[:MOST]]

    @cached_property
    def lost_capital(self) -> str | None:
        """The name that it is, when the story has it with its capital after the same capitalised word (“Greater noida
        … Greater Noida”)."""
        text, start = self.story.document.straight, self.token.span.start
        before = _NAME_BEFORE.search(text, max(0, start - _AROUND), start)
        if before is None or begins_sentence(text, before.start()):
            return None
        name = self.text.capitalize()
        return name if re.search(rf"\b{re.escape(before[0] + name)}\b", text) else None

    def has_lost_capital(self) -> bool:
        """The story has it with its capital in the same name."""
        return self.lost_capital is not None

    def is_among_strangers(self) -> bool:
        """Unknown words stand close together, and no common word is near this one."""
        return self._has_strangers_near() and not self._is_near_common_word()

    def _has_strangers_near(self) -> bool:
        around = self.words[max(0, self.index - _STRANGERS) : self.index + _STRANGERS + 1]
        at, block = self.token.span.start, self.token.block
        near = {t.text for t in around if t.block == block and abs(t.span.start - at) < _TOGETHER}
        return len(near) >= _STRANGERS

    def _is_near_common_word(self) -> bool:
        return any(
            self.lexicon.zipf(w) >= _COMMON and OSA.distance(self.text, w.lower()) <= 1 for w in self.offered[:1]
        )

    def is_mentioned(self) -> bool:
        """It stands by itself between quotation marks, as a word that somebody coined (a ‘plandemic’)."""
        text, (start, end) = self.story.document.straight, self.token.span
        return text[max(0, start - 1) : start] in _MARKS and text[end : end + 1] in _MARKS

    def is_brand(self) -> bool:
        """A brand in lower case, or misspelt."""
        return self.brand is not None

    @cached_property
    def evidence(self) -> typo_classifier.Evidence:
        """The word by itself, with all its forms counted."""
        forms = {self.text, f"{self.text}s", self.text.removesuffix("s")}
        count = sum(self.counts[form] for form in forms)
        return typo_classifier.Evidence(self.text, self.ranked, count, self.lexicon, self.story.document.dialect)

    def is_slip(self) -> bool:
        """What speaks for a slip outweighs what speaks against it."""
        return typo_classifier.is_slip(self.evidence)


REASONS: tuple[Reason[Unknown, bool], ...] = (
    Reason("a name that lost its capital", Unknown.has_lost_capital, True),
    Reason("among unknown words", Unknown.is_among_strangers, False),
    Reason("a word that is spoken of", Unknown.is_mentioned, False),
    Reason("a brand", Unknown.is_brand, True),
    Reason("a slip of the pen", Unknown.is_slip, True),
    Reason("a term", lambda u: True, False),
)
"""What an unknown word is, the first that holds; and whether that is sure enough."""


def verdicts(unknown: Sequence[Token], story: Story, lexicon: Lexicon) -> Iterator[tuple[Token, Verdict]]:
    """What each of the unknown words of a story is."""
    counts = Counter(t.text for t in unknown)
    for i, token in enumerate(unknown):
        yield token, _verdict(Unknown(i, unknown, counts, story, lexicon))


def _verdict(word: Unknown) -> Verdict:
    reason = first(REASONS, word)
    offered = [word.lost_capital] if word.lost_capital else word.offered
    return Verdict(offered, reason is not None and reason.verdict, reason.name if reason else "")
