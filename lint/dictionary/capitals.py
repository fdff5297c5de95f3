"""Words in capitals alone: those of a line in capitals are spelt as others are, and any name as the story spells it
elsewhere (“GUYMRI, Armenia –” beside “Gyumri”)."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from lint.dictionary.capitalised import MOST, RATHER_COMMON, SEEN
from lint.dictionary.edits import same_letters
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.story import Story, Token
from lint.dictionary.suggestions import one_slip_away

_SHORTEST = 5
"""Fewer capitals are an abbreviation."""
_LONG = 8
"""So many letters with another one among them are hardly an abbreviation or a name."""
_LINE = 3
"""So many words in capitals that dictionaries have make a line of capitals, if no others stand there."""


def misspelt(story: Story, lexicon: Lexicon) -> Iterator[tuple[Token, list[str]]]:
    """Words in capitals that are a slip, each with what was meant, in capitals."""
    lines = _lines(story, lexicon)
    for token in story.tokens:
        if _may_be_a_slip(token, lexicon, story.document.dialect):
            meant = _named(token.text, story) or (_words(token.text, story, lexicon) if token.block in lines else [])
            if meant:
                yield token, [w.upper() for w in meant[:MOST]]


def _may_be_a_slip(token: Token, lexicon: Lexicon, dialect: str) -> bool:
    word = token.text
    if not (word.isupper() and word.isalpha() and len(word) >= _SHORTEST) or token.hyphenated:
        return False
    if any(map(lexicon.in_any_case, (word, word.lower(), word.capitalize()))):
        return False
    return lexicon.zipf(word) < SEEN or bool(lexicon.misspelt(word.lower(), dialect))


def _lines(story: Story, lexicon: Lexicon) -> set[int]:
    """The blocks in capitals."""
    known: dict[int, int] = {}
    mixed = {t.block for t in story.tokens if not t.text.isupper()}
    for token in story.tokens:
        if token.block not in mixed and lexicon.in_any_case(token.text.lower()):
            known[token.block] = known.get(token.block, 0) + 1
    return {block for block, count in known.items() if count >= _LINE}


def _named(word: str, story: Story) -> list[str]:
    """The names of the story that a word is, with letters swapped, dropped or doubled."""
    low = word.lower()
    near = [n for n in story.names if len(n) >= _SHORTEST and OSA.distance(low, n.lower(), score_cutoff=1) == 1]
    return [
        n for n in near if (same_letters(low, n.lower()) or len(n) != len(low)) and low + "s" != n.lower() != low[:-1]
    ]


def _words(word: str, story: Story, lexicon: Lexicon) -> list[str]:
    """The rather common words that are one slip away, the most common first."""
    low = word.lower()
    near = [w for w in one_slip_away(lexicon, low, story.document.dialect) if lexicon.zipf(w) >= RATHER_COMMON]
    return [w for w in near if len(low) >= _LONG or len(w) != len(low) or same_letters(low, w.lower())]
