from __future__ import annotations

import pytest

from lint.span import Span
from lint.text.languages import foreign
from lint.text.sentences import sentences


def found(text: str) -> list[str]:
    spans = tuple(sentences(text, Span(0, len(text))))
    return [s.of(text) for s in foreign(text, spans)]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("He said “Le gouvernement est tombé hier soir.”", "Le gouvernement est tombé hier soir"),
        ("Les fans sont venus dire au revoir après le match.", "Les fans sont venus dire au revoir après le match"),
        ("Een ronde in een volle arena zit er niet in.", "Een ronde in een volle arena zit er niet in"),
        ("She wrote: De la mano, con muchos sueños por cumplir.", "wrote: De la mano, con muchos sueños por cumplir"),
        ("Das ist nicht wahr, said the man.", "Das ist nicht wahr, said"),
        ("Gallia est omnis divisa sed non tota.", "Gallia est omnis divisa sed non tota"),
    ],
)
def test_little_words_of_another_language_make_a_run_foreign(text: str, run: str) -> None:
    assert found(text) == [run]


@pytest.mark.parametrize(
    "text",
    [
        "The head of la Repubblica spoke to Le Monde and El País in Los Angeles.",
        "Ursula von der Leyen met Charles de Gaulle’s son in Rio de Janeiro.",
        "That's an election of a different kind, he said, and is no such thing.",
        "It was a coup de grâce, a tour de force and an idée fixe.",
        "Het is a Dutch word.",
        "Per se, non sequiturs are a pro forma matter, et cetera.",
        "I love this bra, if you don't want to wear an underwear bra.",
    ],
)
def test_names_and_phrases_in_english_are_english(text: str) -> None:
    assert found(text) == []


def test_english_words_end_a_run() -> None:
    assert found("They shouted das ist nicht wahr and went home with their friends.") == ["shouted das ist nicht wahr"]
