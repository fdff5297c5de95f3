from __future__ import annotations

import regex

from lint.matching.word_patterns import TARGET, WHOLE_WORDS, coded, coded_pattern
from lint.span import Span

TEXT = "Well. The big cat, 20 of them, sat."


def letters(word: str, first: bool) -> str:
    return {"cat": "s", "big": "j", "sat": "d", "20": "D"}.get(word.lower(), "")


def found(pattern: str) -> str | None:
    sentence = coded(TEXT, Span(6, len(TEXT)), letters)
    m = regex.search(WHOLE_WORDS.left + coded_pattern(pattern), sentence.text)
    return sentence.place(*m.span(TARGET)).of(TEXT) if m else None


def test_each_sign_holds_for_a_whole_word() -> None:
    assert found("the ADJECTIVE? {SINGULAR}") == "cat"
    assert found("(a|the) (small|big){1,2} {cat}") == "cat"
    assert found("{the big SINGULAR}") == "The big cat"
    assert found("the {cat}") is None
    assert found("{ca}") is None


def test_signs_of_the_sentence() -> None:
    assert found("^ {the}") == "The"
    assert found("^ {big}") is None
    assert found("{WORD} $") == "sat"
    assert found("cat , {NUMBER}") == "20"


def test_what_stands_beside_it() -> None:
    assert found("(?<!big) {cat}") is None
    assert found("(?<!small) {cat}") == "cat"
    assert found("{cat} (?!,)") is None
