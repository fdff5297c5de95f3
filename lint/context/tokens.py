"""The words of a text as the model of context reads them; tools/model trains on the very same reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.text.words import PATTERN

PAD, UNKNOWN, NAME, NUMBER = 0, 1, 2, 3
"""The ids of what is no word of the vocabulary: the edge of a paragraph, a rare word, a rare word with a capital, and
a number."""

_TOKEN = re.compile(rf"{PATTERN}|\d+(?:[.,:]\d+)*|[^\w\s]")
_WHOLE = frozenset("it's that's what's who's he's she's there's here's let's where's how's".split())
_OPENS = frozenset('.!?:"([•—–')


class Token(NamedTuple):
    """A word in lower case, a number or a mark; where it begins and ends; whether its capital makes it a name; and
    whether it opens a sentence."""

    text: str
    start: int
    end: int
    name: bool
    opens: bool


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Token, ...]:
    """The tokens of a paragraph that several readers want, one after the other."""
    return tuple(tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """Reads one paragraph, apostrophes straight. A possessive ’s is a token by itself (not in it’s, who’s …)."""
    opens = True
    for m in _TOKEN.finditer(text):
        word, start, end = m[0], m.start(), m.end()
        if not word[0].isalpha():
            yield Token(word, start, end, False, opens)
            opens = opens if word in "'" else word in _OPENS
            continue
        low = word.lower()
        name = word != low and (not opens or (len(word) > 1 and word.isupper()))
        if low.endswith("'s") and low not in _WHOLE:
            yield Token(low[:-2], start, end - 2, name, opens)
            yield Token("'s", end - 2, end, False, False)
        else:
            yield Token(low, start, end, name, opens)
        opens = False
