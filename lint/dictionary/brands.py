"""Brands: names with a capital inside, and the words that are one in the wrong casing or misspelt."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, cached_property

from lint.dictionary.edits import edits
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.reasons import Reason, first
from lint.dictionary.story import Story, Token

SHORTEST = 5
"""A shorter name is a slip away from too many words."""
KNOWN = 1.0
"""A brand is at least this common (Zipf)."""
ITS_WAY = 3
"""A story that writes a name so many times in its own way means it."""

_BRAND = re.compile(r"(?!Mc|Mac|De|La|Le|Du|Di|Fitz|Van|Von|O')[A-Za-z][a-z]+[A-Z][A-Za-z]*|i[A-Z][a-z]+|e[A-Z][a-z]+")


@cache
def brands(lexicon: Lexicon) -> dict[str, str]:
    """Names with a capital inside (GitHub, iPhone), by their lower case; not McDonald, which has two spellings."""
    return {
        word.lower(): word
        for word, _ in lexicon.entries(KNOWN)
        if len(word) >= SHORTEST and _BRAND.fullmatch(word) and word.capitalize() not in lexicon
    }


def brand_of(lexicon: Lexicon, form: str) -> str | None:
    """The brand that ``form`` is, in its right casing, or is one slip away from (not at either end)."""
    low, known = form.lower(), brands(lexicon)
    if low in known:
        return known[low]
    ends = low[:1], low[-1:]
    return next((known[e] for e in edits(low) if e in known and (e[:1], e[-1:]) == ends), None)


@dataclass(frozen=True)
class Written:
    """A word that may be a brand written wrongly, and what is known of it; ``own``: the newsroom's words."""

    token: Token
    story: Story
    lexicon: Lexicon
    own: Collection[str]

    @property
    def word(self) -> str:
        """The word as written."""
        return self.token.text

    @cached_property
    def brand(self) -> str | None:
        """The brand that it is, or is one slip away from."""
        return brand_of(self.lexicon, self.word)

    def is_short(self) -> bool:
        """Too short to be a slip of one brand."""
        return len(self.word) < SHORTEST

    def has_apostrophe(self) -> bool:
        """A contraction or a possessive."""
        return "'" in self.word

    def is_word(self) -> bool:
        """A dictionary has it as written, or in lower case (“Chips”)."""
        plain = self.word[1:].islower() and self.lexicon.anywhere(self.word.lower())
        return plain or self.lexicon.anywhere(self.word)

    def is_meant(self) -> bool:
        """The story writes it so again and again."""
        return self.story.counts[self.word] >= ITS_WAY

    def is_own(self) -> bool:
        """The newsroom has declared it right."""
        return self.word.lower() in self.own

    def is_plain(self) -> bool:
        """A word with no capital inside is a slip of no brand, for names are many."""
        return self.word[1:].islower() and self.word.lower() not in brands(self.lexicon)

    def is_right(self) -> bool:
        """No brand is near, or it is written as it should be."""
        if self.brand is None or self.brand == self.word:
            return True
        return self.word[0].islower() and self.brand[1:] == self.word[1:]  # easyJet, though it is listed as EasyJet

    def opens_sentence(self) -> bool:
        """“IPhone sales fell”."""
        return self.token.start and self.brand is not None and self.word[1:] == self.brand[1:]


LEFT_ALONE: tuple[Reason[Written, None], ...] = (
    Reason("an apostrophe", Written.has_apostrophe, None),
    Reason("too short", Written.is_short, None),
    Reason("in a dictionary", Written.is_word, None),
    Reason("the story’s own way", Written.is_meant, None),
    Reason("the newsroom’s own", Written.is_own, None),
    Reason("no capital inside", Written.is_plain, None),
    Reason("no brand is near", Written.is_right, None),
    Reason("a sentence begins", Written.opens_sentence, None),
)
"""Why a word is no brand written wrongly."""


def miswritten(token: Token, story: Story, lexicon: Lexicon, own: Collection[str]) -> str | None:
    """The brand that a word is in the wrong casing, or misspelt with a capital inside: Youtube, GutHub."""
    written = Written(token, story, lexicon, own)
    return written.brand if first(LEFT_ALONE, written) is None else None
