from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.context.features import FEATURES, Words, row
from lint.context.model import load
from lint.context.tokens import tokens
from lint.dictionary.lexicon import load as lexicon

TEXT = "The minister's plan cost £1,200; it's late. \"Who's there?\" he asked NATO."


def test_words_numbers_and_marks_are_read_with_their_places() -> None:
    found = list(tokens(TEXT))
    assert [t.text for t in found[:4]] == ["the", "minister", "'s", "plan"]
    assert "1,200" in [t.text for t in found]
    assert "it's" in [t.text for t in found]
    assert all(TEXT[t.start : t.end].lower() == t.text for t in found)


def test_a_capital_in_mid_sentence_makes_a_name() -> None:
    assert [t.text for t in tokens("Smith met Jones in NATO. Then he left.") if t.name] == ["jones", "nato"]


@given(st.text(max_size=200))
def test_places_never_go_backwards(text: str) -> None:
    at = 0
    for t in tokens(text):
        assert at <= t.start < t.end <= len(text)
        at = t.end


@given(st.lists(st.text(max_size=80), max_size=4))
def test_the_model_reads_anything(texts: list[str]) -> None:
    for slip in load().slips(texts):
        assert texts[slip.text][slip.start : slip.end].lower() == slip.word


def test_a_row_has_every_feature() -> None:
    assert len(row("form", "from", 1.0, 2.0, 0, lexicon())) == len(FEATURES)


def test_the_trigrams_speak_for_the_commoner_phrase() -> None:
    text = "he came form the north"
    token = next(t for t in tokens(text) if t.text == "form")
    assert Words([text]).trigrams(0, token, "from") > 3


def test_hyphenated_words_and_addresses_are_no_targets() -> None:
    read = load().read(["See form-fill, www.form.example and form/from today."])
    assert [t.text for _, t in read.tokens if t.text in ("form", "from")] == []
