from __future__ import annotations

import pytest
from words_of import LEXICON, LexiconWith, story, token

from lint.dictionary.brands import LEFT_ALONE, Written, brand_of, miswritten
from lint.dictionary.reasons import first


@pytest.mark.parametrize(
    ("form", "brand"),
    [
        ("Youtube", "YouTube"), ("GutHub", "GitHub"), ("youtube", "YouTube"), ("iphone", "iPhone"), ("Mcdonald", None),
        ("Parliament", None), ("xouTube", None), ("YouTubx", None), ("Ebay", "eBay"),
    ],
)  # fmt: skip
def test_a_brand_is_known_in_any_casing_and_one_slip_away(form: str, brand: str | None) -> None:
    assert brand_of(LEXICON, form) == (brand if brand != "eBay" else None)


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


@pytest.mark.parametrize(
    ("word", "common", "known"),
    [
        ("BrqXk", 1.0, True),
        ("BrqXk", 0.99, False),
        ("BrqX", 3.0, False),
        ("Brqxk", 3.0, False),
        ("McBrqx", 3.0, False),
        ("iBrqx", 1.0, True),
        ("eBrqx", 1.0, True),
        ("xBrqx", 3.0, False),
    ],
)
def test_a_brand_has_a_capital_inside(word: str, common: float, known: bool) -> None:
    assert brand_of(LexiconWith({word: common}), word.lower()) == (word if known else None)


def test_a_name_with_two_spellings_is_no_brand() -> None:
    class TwoSpellings(LexiconWith):
        def __contains__(self, form: str) -> bool:
            return form == "Brqxk"

    assert brand_of(TwoSpellings({"BrqXk": 3.0}), "brqxk") is None


@pytest.mark.parametrize(
    ("text", "word", "brand"),
    [
        ("See Brqxk there.", "Brqxk", "BrqXk"),
        ("See BrQxk there.", "BrQxk", "BrqXk"),
        ("See BrQxkk there.", "BrQxkk", "BrqXk"),
        ("See BRqx there.", "BRqx", None),
        ("See BrqXk there.", "BrqXk", None),
        ("BRqXk is there.", "BRqXk", "BrqXk"),
    ],
)
def test_what_is_near_a_short_brand(text: str, word: str, brand: str | None) -> None:
    of = story(text)
    lexicon = LexiconWith({"BrqXk": 3.0} if word != "BrqXk" else {}, {})
    assert miswritten(token(of, word), of, lexicon, ()) == brand
