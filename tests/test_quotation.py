from __future__ import annotations

import pytest
from rules_of import document_of, rule, run

from lint.span import Span

RULE = rule("kind: quotation\nscope: [paragraph, list, quote]")


def marked(text: str, path: str = "t.md") -> str:
    """The prose with a # before each mark that has no partner."""
    prose = document_of(text, path).prose
    for m in reversed(run(RULE, text, path)):
        assert m.span == Span(m.span.start, m.span.start + 1)
        prose = prose[: m.span.start] + "#" + prose[m.span.start :]
    return prose


@pytest.mark.parametrize(
    "expected",
    [
        "#“Nobody asked us, he said.",
        "Nobody asked us,#” he said.",
        'He said #"nobody asked us.',
        'Nobody asked us,#" he said.',
        "#“One, he said. “Two,” he said.",
        "“One,” he said. Two,#” he said.",
        "“One,”#” he said.",
        "(#“one) and —“two”",
        "“One,” he said. #“Two, he said.\n\nThree.",
        "“One.\n\n#“Two.\n\nThree.",
        "One.\n\nTwo.#”\n\n“Three.”",
        '\'It is one,#" he said. "It is two."',
    ],
)
def test_a_mark_without_a_partner(expected: str) -> None:
    assert marked(expected.replace("#", "")) == expected


@pytest.mark.parametrize(
    "text",
    [
        '“One,” he said. "Two," she said. \'Three.',
        "“One.\n\n“Two.\n\n“Three,” he said.",
        "“One.\n\n![](a.png)\n\n“Two,” he said.",
        "He said: “We need\n\n- one\n- two\n\nand three.”",
        "“One\n\nTwo.” “Three\n\nFour.”",
        'A 6" gap, a 9.7” screen.',
        'He is 5\'10" and said "no".',
        '“Two feet 6" long.\n\nThree.',
        '“In 2020\n\nand 2021." "Two 3" long.',
        "„Eins“ und «deux» ``three'' ``four”",
        'The " sign',
        '`a`" or "`b`',
        '{% x "one" \n\n two" %}',
        "”One” and “two“",
        "A “B”C",
        'He said "the "best" of us" and “the “rest” of us”.',
        "",
    ],
)
def test_marks_that_have_their_partner_or_can_not_be_read(text: str) -> None:
    assert "#" not in marked(text)


def test_a_quotation_is_closed_within_some_blocks_or_not_at_all() -> None:
    gap = "\n\n".join(["Two."] * 11)
    assert "#" not in marked(f"“One.\n\n{gap}\n\nThree.”")
    assert marked(f"“One.\n\n{gap}\n\nTwo.\n\nThree.”").count("#") == 2


def test_a_text_whose_marks_are_not_plain_is_not_judged() -> None:
    assert marked("“One.\n\nTwo „drei”.\n\nFour.") == "“One.\n\nTwo „drei”.\n\nFour."
    assert marked("#“One.\n\nTwo “three”.\n\nFour.".replace("#", "")).count("#") == 1
