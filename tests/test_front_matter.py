"""What stands between two fences is front matter, or text; neither is left out unsaid."""

from __future__ import annotations

import pytest
from rules_of import document_of

from lint.document import Document


def read(document: Document) -> list[str]:
    return [f"{b.scope}: {b.span.of(document.prose)}" for b in document.blocks]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("title: Council: a hsotage plan", "Council: a hsotage plan"),
        ('title: "A hsotage plan', "A hsotage plan"),
        ("title: @A hsotage plan", "@A hsotage plan"),
        ("title: %A hsotage plan", "%A hsotage plan"),
        ("title: *A hsotage plan", "*A hsotage plan"),
        ("title: 'A' hsotage plan", "A' hsotage plan"),
        ("title:\tA hsotage plan\n\ton two lines", "A hsotage plan\n\ton two lines"),
        ("title: A hsotage \x00 plan", "A hsotage \x00 plan"),
        ("slug: [x\ntitle: A hsotage plan\ndate: 2025-01-01", "A hsotage plan"),
        ("slug: a: b\ntitle: >\n  A hsotage\n  plan", "A hsotage\n  plan"),
    ],
)
def test_front_matter_that_is_no_yaml_is_read_line_by_line_and_said_so(head: str, title: str) -> None:
    document = document_of(f"---\n{head}\n---\n\nThe body.\n")
    assert read(document) == [f"frontmatter.title: {title}", "paragraph: The body."]
    (note,) = document.notes
    assert "this front matter is not YAML" in note


def test_front_matter_that_is_no_toml_is_read_line_by_line_and_said_so() -> None:
    document = document_of("+++\nslug = 'x'\ntitle = A hsotage plan\n+++\n\nThe body.\n")
    assert read(document) == ["frontmatter.title: A hsotage plan", "paragraph: The body."]
    assert document.notes[0].startswith("line 3: this front matter is not TOML (invalid value)")


def test_the_note_names_the_line_and_the_reason() -> None:
    document = document_of("---\nslug: x\ntitle: Council: a plan\n---\nThe body.\n")
    assert document.notes[0].startswith("line 3: this front matter is not YAML (it has a second colon)")


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("---\n\nA hsotage paragraph.\n\n---\n\nBody.", ["paragraph: A hsotage paragraph.", "paragraph: Body."]),
        ("---\n# A hsotage heading\n---\n\nBody.", ["headline: A hsotage heading", "paragraph: Body."]),
        ("---\n- A hsotage item\n---\n\nBody.", ["list: A hsotage item", "paragraph: Body."]),
        ("---\nNote: a: hsotage\n---\n\nBody.", ["heading: Note: a: hsotage", "paragraph: Body."]),
        ("---\ntitle: a: b\n\nA hsotage.\n\n---\n", ["paragraph: title: a: b", "paragraph: A hsotage."]),
        ("+++\nA hsotage.\n+++\n", ["paragraph: +++\nA hsotage.\n+++"]),
    ],
)
def test_text_between_two_rules_is_read(source: str, blocks: list[str]) -> None:
    document = document_of(source)
    assert read(document) == blocks
    assert document.notes == ()


@pytest.mark.parametrize("body", ["", "\n", "slug: x\n", "tags: [a, b]\n"])
def test_front_matter_without_prose_says_nothing(body: str) -> None:
    document = document_of(f"---\n{body}---\nBody.\n")
    assert read(document) == ["paragraph: Body."]
    assert document.notes == ()


def test_a_list_and_a_long_toml_text_are_read() -> None:
    assert read(document_of("---\ntitle: [One, 'a hsotage']\n---\n")) == [
        "frontmatter.title: One",
        "frontmatter.title: a hsotage",
    ]
    assert read(document_of('+++\nsummary = """\nOne "two"\nthree"""\n+++\n')) == [
        'frontmatter.summary: One "two"\nthree'
    ]
