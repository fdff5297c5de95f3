from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from rules_of import document_of, rule, run, texts

from lint.config.settings import Config
from lint.context.model import Slip
from lint.finding import Match
from lint.rule import Severity

ALL = rule("kind: confusion", message="{match} for {suggestion}: {evidence}")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("He singed a new contract with the club on Monday.", "singed", "signed"),
        ("She was accused of pubic disorder by the police.", "pubic", "public"),
        ("Seven versions of the virus are know to exist in Asia.", "know", "known"),
        ("The team of doctors who where in the room said nothing.", "where", "were"),
        ("Police took the men form the house to the station.", "form", "from"),
    ],
)
def test_a_right_word_in_the_wrong_place_is_found(text: str, wrong: str, right: str) -> None:
    (m,) = run(ALL, text)
    assert (m.span.of(text), m.suggestions) == (wrong, (right,))
    assert m.severity is None
    assert "the words around" in m.message


@pytest.mark.parametrize(
    "text",
    [
        "He signed a new contract with the club on Monday.",
        "The child lay in a manger, and the manager knew that the virus exists.",
        "They were there with their friends, and you know where the form is from.",
        "Mr Singed met Ms Pubic at the Form Gallery on Monday.",
        "# He singed a new contract with the club",
        "Le singed chat est dans le jardin avec la petite fille.",
    ],
)
def test_what_is_right_a_name_a_heading_or_foreign_is_left_alone(text: str) -> None:
    assert texts(ALL, text) == []


def test_a_rule_can_be_kept_to_some_words_and_away_from_others() -> None:
    text = "He singed a new contract with the club, which is know to exist."
    assert texts(rule("kind: confusion\nwords: [[singed, signed]]"), text) == ["singed"]
    assert "singed" not in texts(rule("kind: confusion\nexceptions: [singed]"), text)
    assert texts(rule("kind: confusion\nmargin: 50"), text) == []


def test_asking_for_more_evidence_never_shows_more() -> None:
    text = "He singed a new contract with the club. The team of doctors who where in the room said nothing."
    shown = [len(texts(rule(f"kind: confusion\nmargin: {margin}"), text)) for margin in (-0.001, 0, 0.001, 3, 50)]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] == shown[1] == shown[2] == 2


def test_two_rules_for_the_same_words_both_report() -> None:
    one, two = rule("kind: confusion\nwords: [[singed, signed]]"), rule("kind: confusion")
    assert len(texts([one, two], "He singed a new contract with the club.")) == 2


def test_the_suggestion_takes_the_casing() -> None:
    (m,) = run(ALL, "Form the house to the station they walked in silence.")
    assert m.suggestions == ("From",)


def test_an_amount_stands_after_it_is_and_not_after_its() -> None:
    assert texts(ALL, "Delivery is free, but if spending under £50 it’s £6.99 a parcel.") == []


def slip(*, sure: float = 1.0, context: float = 6.0, trigrams: float = 1.0, score: float = 1.0, **more: Any) -> Slip:
    """What a model says of “He singed a deal with them.”, or of another word of it."""
    place = {"text": 0, "start": 3, "end": 9, "word": "singed", "meant": "signed", **more}
    return Slip(context=context, trigrams=trigrams, score=score, sure=sure, **place)


SINGED = "He singed a deal with them."


class Models:
    """Stand in for the two models: they say what they are told, and keep the texts that they were asked about."""

    def __init__(self) -> None:
        self.rare: list[Slip] = []
        self.common: list[Slip] = []
        self.texts: list[str] = []

    def slips(self, texts: Sequence[str], words: object) -> list[Slip]:
        """Those of the model of context."""
        self.texts = list(texts)
        return self.common

    def rare_slips(self, texts: Sequence[str], dialect: str, words: object) -> list[Slip]:
        """Those of the rare words."""
        return self.rare

    def say(self, *slips: Slip, options: str = "", text: str = SINGED, config: Config | None = None) -> list[Match]:
        """What a rule makes of such slips."""
        self.common = list(slips)
        return run(rule("kind: confusion\n" + options, message="{evidence}"), text, config=config)


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> Models:
    fake = Models()
    monkeypatch.setattr("lint.context.model.load", lambda: fake)
    monkeypatch.setattr("lint.context.rare_words.slips", fake.rare_slips)
    return fake


SUGGESTED = [Severity.SUGGESTION]
REPORTED = [None]


@pytest.mark.parametrize(
    ("said", "options", "severities"),
    [
        (slip(sure=0, score=0), "", SUGGESTED),
        (slip(sure=-0.01, score=0), "", []),
        (slip(sure=-0.01, score=0.01), "", []),
        (slip(sure=0.05, score=0.05), "", SUGGESTED),
        (slip(sure=1.9, score=0), "margin: 1", REPORTED),
        (slip(sure=1.89, score=0), "margin: 1", SUGGESTED),
        (slip(sure=0.99, score=1), "margin: 1", []),
        (slip(sure=3.49, word="tie", meant="time"), "", SUGGESTED),
        (slip(sure=3.5, word="tie", meant="time"), "", REPORTED),
        (slip(sure=1.89, word="you", meant="your"), "", SUGGESTED),
        (slip(sure=1.9, word="you", meant="your"), "", REPORTED),
        (slip(sure=0.0, word="lets", meant="let's"), "", REPORTED),
        (slip(sure=0.89, word="bare", meant="bear"), "", SUGGESTED),
        (slip(sure=0.9, word="bare", meant="bear"), "", REPORTED),
        (slip(sure=1.89, context=0.0), "", SUGGESTED),
        (slip(sure=1.9, context=0.0), "", REPORTED),
    ],
)
def test_so_much_evidence_is_needed(
    models: Models, said: Slip, options: str, severities: list[Severity | None]
) -> None:
    assert [m.severity for m in models.say(said, options=options)] == severities


@pytest.mark.parametrize(
    ("context", "trigrams", "severities"),
    [
        (-0.01, 9.0, SUGGESTED),
        (0.01, 9.0, REPORTED),
        (0.5, 0.5, REPORTED),
        (5.49, 0.0, SUGGESTED),
        (5.49, 0.01, REPORTED),
        (5.5, 0.0, REPORTED),
        (5.5, -9.0, REPORTED),
    ],
)
def test_evidence_of_one_sort_is_a_suggestion_unless_the_context_is_strong(
    models: Models, context: float, trigrams: float, severities: list[Severity | None]
) -> None:
    assert [m.severity for m in models.say(slip(context=context, trigrams=trigrams))] == severities


@pytest.mark.parametrize(
    ("context", "trigrams", "evidence"),
    [
        (0.5, 0.5, "the words around and common phrases"),
        (0.5, 0.0, "the words around"),
        (0.0, 0.5, "common phrases"),
        (0.0, 0.0, "the kind of slip"),
    ],
)
def test_the_message_names_what_speaks_for_the_other_word(
    models: Models, context: float, trigrams: float, evidence: str
) -> None:
    (m,) = models.say(slip(context=context, trigrams=trigrams))
    assert m.message == evidence


def test_the_model_of_context_speaks_before_that_of_the_rare_words_only_where_it_is_sure(models: Models) -> None:
    models.rare = [slip(meant="sinned")]
    assert [m.suggestions for m in models.say(slip(sure=0))] == [("signed",)]
    assert [m.suggestions for m in models.say(slip(sure=-0.01))] == [("sinned",)]
    assert [m.suggestions for m in models.say()] == [("sinned",)]
    elsewhere = slip(sure=0.0, word="deal", meant="dial", start=12, end=16)
    assert [m.suggestions for m in models.say(elsewhere)] == [("sinned",), ("dial",)]


def test_the_newsrooms_own_words_and_words_that_nobody_has_are_left_alone(models: Models) -> None:
    assert models.say(slip(), config=Config(words=frozenset({"Singed"}))) == []
    assert models.say(slip(), config=Config(words=frozenset({"signed"}))) != []
    assert models.say(slip(meant="sxgned")) == []
    assert models.say(slip(meant="they'vx")) != []  # the model's own: few of these are in a dictionary
    assert models.say(slip(meant="color")) == []
    assert models.say(slip(meant="color"), config=Config(dialect="en-US")) != []


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ("words: [[signed, singed]]", 1),
        ("words: [[form, from], [Signed, SINGED, sinned]]", 1),
        ("words: [[singed, sinned], [signed, sighed]]", 0),
        ("exceptions: [singed]", 0),
        ("exceptions: [signed]", 1),
        ("words: [[singed, signed]]\nexceptions: [singed]", 0),
    ],
)
def test_a_rule_hears_of_its_own_words_alone(models: Models, options: str, count: int) -> None:
    assert len(models.say(slip(), options=options)) == count


def test_a_finding_stands_where_its_paragraph_does(models: Models) -> None:
    text = f"# A singed deal\n\nThe deal was there to see.\n\n{SINGED}\n"
    (m,) = models.say(slip(text=1), text=text)
    document = document_of(text)
    assert models.texts == ["The deal was there to see.", SINGED]
    assert m.span.of(document.prose) == "singed"
    assert m.span.start > document.prose.index("see")


def prose(*, known: int = 0, unknown: int = 0, others: Sequence[str] = ()) -> str:
    """Words that the dictionary has and others that it has not."""
    return " ".join([*["word"] * known, *["wxrd"] * unknown, *others])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (prose(known=3), False),
        (prose(known=4), True),
        (prose(known=13, unknown=7), True),
        (prose(known=12, unknown=8), False),
        (prose(known=13, unknown=8), False),
        (prose(known=13, unknown=7, others=["Wxrd", "wx9rd", "x-wxrd"] * 9), True),
        (prose(known=13, others=["(wxrd),", '"wxrd."', "wxrd!", "wxrd?", "wxrd;", "wxrd:", "wxrd", "wxrd"]), False),
        (prose(others=["Wxrd"] * 4), True),
        (prose(known=39, unknown=22), True),  # the 61st is not looked at
        (prose(known=38, unknown=22, others=["word"] * 9), False),
        ("# " + prose(known=9), False),
        ("---\ntitle: " + prose(known=9) + "\n---\n", False),
        ("![" + prose(known=9) + "](a.png)", False),
        ("> " + prose(known=9), True),
        ("- " + prose(known=9), True),
    ],
)
def test_what_is_no_prose_in_english_is_not_read(models: Models, text: str, read: bool) -> None:
    models.say(text=text)
    assert len(models.texts) == read
