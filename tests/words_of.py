"""Finds words of a short text for tests of the speller."""

from __future__ import annotations

from lint.dictionary.lexicon import load
from lint.dictionary.story import Story, Token
from lint.formats import parse

LEXICON = load()


def story(text: str) -> Story:
    """A text as the speller sees it."""
    return Story(parse("a.md", text, "en-GB"))


def token(of: Story, word: str) -> Token:
    """The first word of a story that reads so."""
    return next(t for t in of.tokens if t.text == word)
