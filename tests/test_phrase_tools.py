from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from build import spelt
from ngrams import Corpus
from sources import Slot, is_open, slots


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    file = tmp_path / "text.txt.xz"
    with lzma.open(file, "wt", encoding="utf-8") as out:
        out.write("The red cat. The red dog!\nRed cat\nthe red cat’s\n")
    return Corpus([file])


def test_runs_are_counted_within_a_paragraph(corpus: Corpus) -> None:
    assert corpus.count("red") == 4
    runs = [("red", "cat"), ("the", "red"), ("dog", "!"), ("!", "red"), ("red", "cow")]
    assert list(corpus.counts(runs)) == [2, 3, 1, 0, 0]
    assert corpus.size == 13


def test_an_open_place_takes_any_word(corpus: Corpus) -> None:
    assert list(corpus.counts([("the", "red", "cow"), ("the", "red", "dog")], 2)) == [3, 3]
    assert list(corpus.counts([("the", "x", "cat")], 1)) == [1]
    assert list(corpus.counts([("a", "red")], 1)) == [0]


def test_no_run_is_no_count(corpus: Corpus) -> None:
    assert len(corpus.counts([])) == 0


def test_the_open_words_of_phrases() -> None:
    known = {("a", "damp", "squib"): "idiom", ("in", "the", "wake", "of"): "idiom", ("in", "the", "lurch"): "term"}
    found = {(s.right, len(s.words)) for s in slots(known)}
    assert found == {("damp", 3), ("squib", 3), ("wake", 4)}


def test_names_of_two_words_are_anybodys() -> None:
    assert slots({("tom", "daley"): "name"}) == []
    assert {s.right for s in slots({("prime", "minister"): "term"})} == {"prime", "minister"}


def test_little_and_short_words_are_not_open() -> None:
    assert [is_open(w) for w in ("with", "cat", "throes", "xqzzt")] == [False, False, True, False]


def test_a_slot_with_another_word() -> None:
    assert Slot(("a", "damp", "squib"), 2, "idiom").with_word("squid") == ("a", "damp", "squid")


def test_spellings_of_dialects_are_the_same() -> None:
    assert spelt("colour") == spelt("color")
    assert spelt("travelling") == spelt("traveling")
    assert spelt("organise") == spelt("organize")
    assert spelt("throes") != spelt("throws")
