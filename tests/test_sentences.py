from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.span import Span
from lint.text.sentences import begins_sentence, ends_sentence, sentences


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tide rose. Boats sank! Why? Nobody knew… Ask.", ["The tide rose.", "Boats sank!", "Why?", "Nobody knew…", "Ask."]),
        ('"It rose." He left.', ['"It rose."', "He left."]),
        ("(It rose.) (He left.)", ["(It rose.)", "(He left.)"]),
        ("It rose.' [He left.] 40 stayed.", ["It rose.'", "[He left.]", "40 stayed."]),
        ("It rose by approx. four feet.", ["It rose by approx. four feet."]),
        ("no stop here\n  and none here \n", ["no stop here", "and none here"]),
        ("“It rose.” ‘He left.’", ["“It rose.”", "‘He left.’"]),
        ("", []),
        ("  \n ", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_only_the_block_is_cut() -> None:
    text = "One. Two. Three. Four."
    assert [s.of(text) for s in sentences(text, Span(5, 16))] == ["Two.", "Three."]


TEXTS = st.text(st.sampled_from("aB1 \n.!?…:\"'“”‘’()[]-•"), max_size=40)


@given(TEXTS)
def test_each_sentence_begins_where_a_capital_is_owed_to_its_place(text: str) -> None:
    for sentence in sentences(text, Span(0, len(text))):
        assert begins_sentence(text, sentence.start)


@given(TEXTS)
def test_sentences_leave_out_nothing_but_space(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "|Boats", "“|Boats", "(‘|Boats", "It rose. |Boats", "It rose! |Boats", "It rose? |Boats", "It rose… |Boats",
        "He said: |Boats", "“It rose.” |Boats", "(It rose.) (|Boats", "It rose.               |Boats", "a line\n|Boats",
        "a line\n    |Boats", "a line\n“|Boats", "he said “|Boats", "he said ‘|Boats", 'he said "|Boats', "he said \"'|Boats",
        "• |Boats", "- |Boats", "* |Boats", "· |Boats", "the end – |Boats", "the end—|Boats", "a line \n|Boats",
    ],
)  # fmt: skip
def test_a_capital_may_come_from_its_place(text: str) -> None:
    at = text.index("|")
    assert begins_sentence(text.replace("|", ""), at)


@pytest.mark.parametrize(
    "text",
    [
        "the |Boats", "the, |Boats", "rock '|Boats", "a (|Boats", "a.|Boats", "“It rose,” |Boats", "the; |Boats", "see [|Boats",
        "a ('|Boats", "the) |Boats", "x:|Boats",
    ],
)  # fmt: skip
def test_a_capital_may_be_the_words_own(text: str) -> None:
    at = text.index("|")
    assert not begins_sentence(text.replace("|", ""), at)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It rose.", True), ("“It rose.”", True), ("(why?)", True), ("It rose…", True), ("It rose,", False), ("said:", False),
     ("(a)", False), ("", False), (".", True), ('"', False)],
)  # fmt: skip
def test_a_sentence_ends_after_its_closing_marks(text: str, ends: bool) -> None:
    assert ends_sentence(text, len(text)) is ends


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones of Spacenews, Inc. All rights are theirs.",
        "J. D. Vance spoke in the U.S. Senate on Oct. 3 for approx. 10 minutes.",
        "The firm, Marathon Corp. Holdings, lost vs. Acme Ltd. Europe.",
    ],
)
def test_the_stop_of_a_short_form_or_an_initial_ends_no_sentence(text: str) -> None:
    assert [s.of(text) for s in sentences(text, Span(0, len(text)))] == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He joined Acme Inc. The firm grew.", 2),
        ("They live in the U.S. He does not.", 2),
        ("She likes tea, milk, etc. But not I. They do.", 3),
        ("He came in May. Smith did not.", 2),
    ],
)
def test_a_short_form_may_end_a_sentence(text: str, count: int) -> None:
    assert len(list(sentences(text, Span(0, len(text))))) == count
