from __future__ import annotations

import pytest
from rules_of import document_of, rule, run

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


# ---- addresses and markup ------------------------------------------------------------------------

CONTACTS = [
    "To report an error, write to corrections@paper.example.",
    "Follow @thepaper on Bluesky for more of our reporting.",
    "For the helpline, see https://paper.example/help_us today.",
    "Write to <corrections@paper.example> with your concerns.",
    "Read our *code of conduct* in full before you write.",
    "Read our **[code of conduct](https://paper.example/code)** in full.",
    "Terms &amp; conditions of the paper’s <b>readers’ club</b> apply.",
    "The story was checked with `copydesk check` before it ran.",
    "_All rights reserved._ Ask <a href='https://paper.example/r'>our desk</a>.",
]


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
@pytest.mark.parametrize("line", CONTACTS)
def test_a_story_that_has_just_that_line_has_the_text(line: str, ending: str) -> None:
    r = rule(f"kind: required\ntext: {line!r}\nat: end", message="{fault}")
    story = f"<p>The council met.</p>\n<p>{line}</p>\n" if ending == ".html" else f"The council met.\n\n{line}\n"
    assert run(r, story, "a" + ending) == []
    assert [m.message for m in run(r, "The council met.\n", "a" + ending)] != []


@pytest.mark.parametrize(
    ("story", "path"),
    [
        ("Read our *code of conduct*\nin full before you write.", "a.md"),
        ("Read our [code of conduct](https://paper.example/c) in full before you write.", "a.md"),
        ("<p>Read our <em>code of conduct</em> in full before you write.", "a.html"),
        ("Read our code of conduct in full before you write.", "a.txt"),
    ],
)
def test_a_text_as_a_reader_sees_it_is_found_behind_markup(story: str, path: str) -> None:
    r = rule("kind: required\ntext: Read our code of conduct in full before you write.", message="{fault}")
    assert run(r, story, path) == []


@pytest.mark.parametrize(
    "story",
    [
        "The council met. <!-- Write to corrections@paper.example. -->\n",
        "The council met.\n\n<!-- Write to corrections@paper.example. -->\n",
        "The council met.\n\nWrite to editor@paper.example.\n",
    ],
)
def test_a_text_in_a_comment_or_with_another_address_is_not_there(story: str) -> None:
    r = rule("kind: required\ntext: Write to corrections@paper.example.", message="{fault}")
    (m,) = run(r, story)
    assert "missing" in m.message or "word for word" in m.message


def test_another_address_is_shown_as_it_is() -> None:
    r = rule("kind: required\ntext: Please write to corrections@paper.example.", message="‘{match}’: {fault}")
    (m,) = run(r, "Please write to editor@paper.example.")
    assert m.message == "‘Please write to editor@paper.example.’: the required text is not word for word"


def test_a_text_as_it_is_written_is_asked_for_by_scope_raw() -> None:
    r = rule("kind: required\nscope: raw\ntext: 'By *our own* reporters.'", message="{fault}")
    assert run(r, "By *our own* reporters.") == []
    assert len(run(r, "By our own reporters.")) == 1
    assert document_of("By *our own* reporters.").as_written.prose == "By *our own* reporters."
