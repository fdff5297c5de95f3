from __future__ import annotations

import pytest
from rules_of import rule, run

LINE = "For help, ring the Samaritans free on 116 123."
RULE = rule(f"kind: required\ntext: {LINE!r}\nat: end\nwhen: suicide", message="{fault}")
STORY = "The court heard of a suicide.\n\nThe coroner spoke.\n\n"


def faults(text: str) -> list[str]:
    return [m.message for m in run(RULE, text)]


def test_text_that_is_there_once_and_last_is_right() -> None:
    assert faults(STORY + LINE + "\n") == []
    assert faults("The council met.\n") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (STORY, "is missing"),
        (STORY + "For help, ring the Samaritans on 116 123.\n", "not word for word"),
        (LINE + "\n\n" + STORY, "must be the last paragraph"),
        (STORY + LINE + "\n\n" + LINE + "\n", "stands twice"),
    ],
)
def test_each_fault_is_told(text: str, says: str) -> None:
    (fault,) = faults(text)
    assert says in fault


def test_the_right_text_is_the_suggestion() -> None:
    (m,) = run(RULE, STORY + "For help, ring the Samaritans on 116 123.\n")
    assert m.suggestions == (LINE,)


def test_the_shape_of_quotation_marks_does_not_count() -> None:
    r = rule('kind: required\ntext: "It\'s free."', message="{fault}")
    assert run(r, "The line is open. It’s free.") == []
