from __future__ import annotations

import pytest
from rules_of import fixes, rule, texts

DOUBLED = "kind: repetition\nexceptions: [had had]"


@pytest.mark.parametrize("text", ["of the the war", "The the war", "is\nis here", "it’s it’s so", "said said he"])
def test_a_word_twice_is_found_over_line_ends_and_capitals(text: str) -> None:
    assert len(texts(rule(DOUBLED), text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "had had",
        "the, the",
        "Duran Duran",
        "law lord Lord Bingham",
        "reader reader-centred",
        "no no no",
        "the. The",
        "M M Naravane",
        "the *x* the",
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert texts(rule(DOUBLED), text) == []


def test_one_of_the_two_is_kept() -> None:
    assert fixes(rule(DOUBLED), "The the cat") == ["The"]


def test_max_allows_repeats() -> None:
    assert texts(rule("kind: repetition\nmax: 1"), "very very good, bad bad bad luck") == ["bad bad bad"]


@pytest.mark.parametrize(
    "text",
    [
        "A tuk tuk driver danced.",
        "The band The The played.",
        "“No no no,” he said.",
        "They sang zdravo zdravo there.",
        "the reader reader-centred page",
    ],
)
def test_reduplications_names_emphasis_and_foreign_words_are_left_alone(text: str) -> None:
    assert texts(rule(DOUBLED), text) == []
