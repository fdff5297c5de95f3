"""Finds words of a short text, and makes lexicons with made-up words, for tests of the speller."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint.dictionary.lexicon import Lexicon, load
from lint.dictionary.story import Story, Token
from lint.formats import parse

LEXICON = load()
EVERYWHERE = 0b111111


def story(text: str) -> Story:
    """A text as the speller sees it."""
    return Story(parse("a.md", text, "en-GB"))


def token(of: Story, word: str) -> Token:
    """The first word of a story that reads so."""
    return next(t for t in of.tokens if t.text == word)


class LexiconWith(Lexicon):
    """The real lexicon and some more words: those that dictionaries have, those that people only write (each with its
    Zipf value), and known misspellings."""

    def __init__(
        self,
        words: Mapping[str, float] | None = None,
        written: Mapping[str, float] | None = None,
        misspellings: Mapping[str, list[str]] | None = None,
    ) -> None:
        super().__init__()
        self._words = words or {}
        self._zipf = {**self._words, **(written or {})}
        self._wrong = misspellings or {}

    def dialects(self, form: str) -> int:
        return EVERYWHERE if form in self._words else super().dialects(form)

    def zipf(self, word: str) -> float:
        known = self._zipf.get(word, self._zipf.get(word.lower()))
        return super().zipf(word) if known is None else known

    def misspelt(self, word: str, dialect: str) -> list[str]:
        return self._wrong.get(word) or super().misspelt(word, dialect)

    def entries(self, least: float) -> Iterator[tuple[str, float]]:
        """The made-up words alone: to read the real ones takes a second."""
        return ((w, z) for w, z in self._words.items() if z >= least)
