from __future__ import annotations

import pytest

import lint

STORY = "The council met on Monday and voted to close the road.\n\nResidents said they would appeal.\n\n"


def found(linter: lint.Linter, text: str, path: str = "a.md") -> list[str]:
    return [f.text for f in linter.check_text(text, path).shown() if f.category == "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "To get more news, click here to sign up for our free daily newsletter.",
        "Sign up for our weekly email newsletter",
        "SIGN UP TO OUR NEWSLETTER!",
        "👉 Subscribe to our newsletter today →",
        "Get the best of the Herald delivered straight to your inbox.",
        "Follow the Herald on Facebook, Twitter and Instagram.",
        "Share this story",
        "READ MORE: Ten miles of road still closed",
        "Read more »",
        "Related Stories",
        "Have your say in the comments below.",
        "Your email address will not be published. Required fields are marked *",
        "© 2024 The Herald. All rights reserved.",
        "Copyright 2024 Herald Media. All rights reserved. This material may not be published, broadcast or redistributed.",
        "This website uses cookies to improve your experience.",
        "Privacy Policy | Terms of Service",
        "Advertisement",
        "Story continues below advertisement",
        "Sign in to continue reading.",
        "A. Reporter in London contributed to this report.",
        "Originally published on The Conversation.",
        "-ends-",
    ],
)
def test_standing_text_is_found_whole(linter: lint.Linter, line: str) -> None:
    assert found(linter, STORY + line + "\n\nThe case goes on.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The newspaper’s newsletter reported that 4,000 people had signed up.",
        "Customers can sign up for the service from June, the firm said.",
        "He shared the story on Facebook, police said.",
        "The minister said she had more followers on Twitter than he did.",
        "The court ruled that all rights in the song belonged to her, and the copyright case goes on.",
        "The watchdog said that websites use cookies to follow people.",
        "He read more books than his brother.",
        "Comments by the minister caused a row.",
        "The advertisement was banned in May.",
        "The report was first published in 1997, she said.",
        "The regulator’s privacy policy unit has eight staff.",
    ],
)
def test_a_story_about_such_things_is_none(linter: lint.Linter, line: str) -> None:
    assert found(linter, STORY + line) == []


def test_a_sentence_in_a_paragraph_is_found_without_its_neighbours(linter: lint.Linter) -> None:
    line = "Sign up for our daily newsletter here."
    text = f"The council met on Monday and voted to close the road for a month or more. {line} Residents said they would appeal."
    assert found(linter, text) == [line]


def test_what_stands_in_furniture_is_not_checked_for_spelling(linter: lint.Linter) -> None:
    report = linter.check_text("Sign up for our daily newslettter and our newsletter of hsotage news.", "a.md")
    (spelling, *_) = [f for f in report.findings if f.text == "hsotage"]
    assert spelling.suppressed == "in boilerplate (boilerplate.newsletter)"
    assert [f.rule for f in report.shown()] == ["boilerplate.newsletter"]


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_in_every_format(linter: lint.Linter, path: str) -> None:
    line = "Follow us on Facebook and Instagram."
    text = f"<p>One.</p>\n<p>{line}</p>" if path.endswith("html") else f"One.\n\n{line}\n"
    assert found(linter, text, path) == [line]


def test_a_paragraph_pasted_twice_is_told_at_its_second_place(linter: lint.Linter) -> None:
    line = "The council will meet again in June."
    report = linter.check_text(f"{line}\n\nThe road is shut.\n\n{line}\n", "a.md")
    assert [(f.rule, f.place.start, f.related[0].start) for f in report.shown()] == [
        ("boilerplate.repeated", (5, 1), (1, 1))
    ]


def test_paragraphs_that_differ_in_an_address_alone_are_not_the_same(linter: lint.Linter) -> None:
    text = "The council’s own page for it is http://example.com/{} now."
    assert not linter.check_text(f"{text.format(1)}\n\nThe road is shut.\n\n{text.format(2)}\n", "a.md").shown()


def test_standing_text_that_stands_twice_is_told_as_what_it_is(linter: lint.Linter) -> None:
    line = "Sign up for our free daily newsletter today."
    report = linter.check_text(f"{line}\n\nThe road is shut.\n\n{line}\n", "a.md")
    assert [f.rule for f in report.shown()] == ["boilerplate.newsletter"] * 2
