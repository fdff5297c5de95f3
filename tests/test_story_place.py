from __future__ import annotations

import pytest
from rules_of import document_of, rule, run

from lint.kinds import story_place
from lint.rule import Severity

SIGN = rule("kind: boilerplate\nstarts: [sign up]\nrepeated: 4\nneeds_story: true")
PROSE = "The council of the town met on Monday.\n\nIt will meet again there in late June.\n\n"
LINE = "Sign up for our newsletter."


def told(text: str, path: str = "a.md") -> list[tuple[str, Severity | None]]:
    document = document_of(text, path)
    return [(m.span.of(document.prose), m.severity) for m in run(SIGN, text, path)]


def test_a_line_of_its_own_in_a_story_is_boilerplate() -> None:
    assert told(PROSE + LINE) == [(LINE, None)]


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        "The council of the town met on Monday.\n\n" + LINE,
        f"{PROSE}They came by bus and car that night. {LINE} They left at ten in the morning.",
    ],
)
def test_without_a_story_around_or_inside_a_paragraph_it_is_suggested(text: str) -> None:
    assert told(text) == [(LINE, Severity.SUGGESTION)]


@pytest.mark.parametrize(
    "text",
    [
        f"# {LINE}\n\n{PROSE}",
        f"{PROSE}## {LINE}\n\nThe hall was full of people all night.",
        f"---\ntitle: {LINE}\n---\n\n{PROSE}",
        f"{PROSE}![{LINE}](a.jpg)",
        f"{PROSE}| a | b |\n|---|---|\n| {LINE} | c |",
        f"{PROSE}“{LINE}” he said.",
    ],
)
def test_in_a_heading_a_picture_a_table_or_somebodys_words_it_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<article><p>{LINE}</p></article>", 1),
        (f"<FOOTER class='x'><p>{LINE}</p></FOOTER>", 0),
        (f"<nav><p>{LINE}</p></nav>", 0),
        (f"<nav><p>{LINE}</p>", 0),
        (f"<nav><p>Home</p></nav><p>{LINE}</p>", 1),
        (f"<navigation><p>{LINE}</p></navigation>", 1),
    ],
)
def test_what_a_page_has_at_its_foot_and_in_its_menus_was_put_there(page: str, found: int) -> None:
    prose = "".join(f"<p>{p}</p>" for p in PROSE.split("\n\n") if p)
    assert len(told(prose + page, "a.html")) == found
    assert len(told(PROSE + page, "a.md")) == 1  # in Markdown, somebody wrote it


def test_a_heading_that_leads_a_list_or_nothing_is_one() -> None:
    assert told(f"{PROSE}## {LINE}\n\n- One\n- Two")[:1] == [(LINE, None)]
    assert told(f"{PROSE}## {LINE}")[:1] == [(LINE, None)]


def test_the_headings_of_plain_text_are_short_lines() -> None:
    assert told(f"{PROSE}Sign up now\n\nThe hall was full of people all night.", "a.txt") == [("Sign up now", None)]


@pytest.mark.parametrize(("words", "paragraphs", "story"), [(8, 2, True), (7, 2, False), (8, 1, False)])
def test_so_many_paragraphs_of_so_many_words_are_a_story(words: int, paragraphs: int, story: bool) -> None:
    paragraph = " ".join(["word"] * words)
    assert story_place.is_story(document_of(f"{paragraph}.\n\n" * paragraphs, "a.md")) is story
    assert not story_place.is_story(document_of(f"{paragraph}\n\n" * paragraphs, "a.md"))


@pytest.mark.parametrize(
    ("paragraph", "times", "found"),
    [
        ("The road is shut again.", 2, 1),
        ("The road is shut again.", 3, 0),
        ("The road is shut again:", 2, 0),
        ("See `the road` is shut again.", 2, 0),
        ("- The road is shut again.", 2, 0),
    ],
)
def test_prose_that_stands_twice_was_pasted(paragraph: str, times: int, found: int) -> None:
    text = "\n\nBetween them stands something else.\n\n".join([paragraph] * times)
    document = document_of(text, "a.md")
    assert len([m for m in run(SIGN, text) if "road" in m.span.of(document.prose)]) == found
