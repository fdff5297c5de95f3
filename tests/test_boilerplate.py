from __future__ import annotations

import pytest
from rules_of import rule, run, texts

import lint
from lint.errors import RuleError
from lint.rule import Severity
from lint.text.quotations import straight

STORY = "The council met on Monday and voted to close the road.\n\nResidents of Mill Lane said that they would appeal before the end of May.\n\n"


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
    report = linter.check_text(STORY + text, "a.md")
    assert [(f.text, f.severity) for f in report.findings] == [(line, Severity.SUGGESTION)]


def test_what_stands_in_furniture_is_not_checked_for_spelling(linter: lint.Linter) -> None:
    report = linter.check_text(STORY + "Sign up for our daily newslettter and our newsletter of hsotage news.", "a.md")
    (spelling, *_) = [f for f in report.findings if f.text == "hsotage"]
    assert spelling.suppressed == "in boilerplate (boilerplate.newsletter)"
    assert [f.rule for f in report.shown()] == ["boilerplate.newsletter"]


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_in_every_format(linter: lint.Linter, path: str) -> None:
    line = "Follow us on Facebook and Instagram."
    story = f"{STORY}{line}"
    text = f"<p>{'</p><p>'.join(story.split(chr(10) * 2))}</p>" if path.endswith("html") else story
    assert found(linter, text, path) == [line]


def test_standing_text_that_stands_twice_is_told_as_what_it_is(linter: lint.Linter) -> None:
    line = "Sign up for our free daily newsletter today."
    report = linter.check_text(f"{STORY}{line}\n\nThe road is shut.\n\n{line}\n", "a.md")
    assert [f.rule for f in report.shown()] == ["boilerplate.newsletter"] * 2


def words(count: int, first: str = "Sign up") -> str:
    """A sentence of so many words."""
    return " ".join([*first.split(), *["now"] * (count - len(first.split()))]) + "."


@pytest.mark.parametrize(
    ("options", "count", "whole"),
    [("", 60, True), ("", 61, False), ("\nmax_words: 5", 5, True), ("\nmax_words: 5", 6, False)],
)
def test_a_longer_sentence_is_the_storys_own(options: str, count: int, whole: bool) -> None:
    assert texts(rule("kind: boilerplate\nany: [sign up]" + options), words(count)) == [words(count)] * whole


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("any: [sign, log in]", "Please log in, all of you.", True),
        ("starts: [sign, log in]", "Log in, all of you.", True),
        ("starts: [sign, log in]", "Please log in, all of you.", False),
        ("ends: [sign, log in]", "All of you, log in.", True),
        ("ends: [sign, log in]", "All of you, log in here.", False),
        ("whole: [sign, log in]", "→ Log in!", True),
        ("whole: [sign, log in]", "Log in here!", False),
        ("all: [log in, page]", "Please log in to this page.", True),
        ("all: [log in, page]", "This page wants you to log in.", True),
        ("all: [log in, page]", "Please log in to this site.", False),
        ("all: [log in, page]", "This is a page.", False),
        ("all: [log in, page, now]", "Please log in to this page.", False),
        ("all: [log in]", "Please log in to this page.", True),
        ("any: [log in … page]", "Please log in to this page.", True),
        ("lines: [Log in, Leave us]", "Leave us!", True),
        ("lines: [Log in, Leave us]", "Leave it.", False),
    ],
)
def test_each_key_has_its_place_for_a_pattern(key: str, text: str, found: bool) -> None:
    assert texts(rule("kind: boilerplate\n" + key), text) == [text] * found


def test_one_key_of_two_does_not_bind_the_other() -> None:
    both = rule("kind: boilerplate\nany: [sign up]\nall: [log in, page]")
    assert texts(both, "Sign up.\n\nLog in.\n\nThe page.\n\nLog in to a page.") == ["Sign up.", "Log in to a page."]


def test_something_to_look_for_is_needed() -> None:
    with pytest.raises(RuleError, match="needs ‘any:’, .* or ‘repeated:’"):
        run(rule("kind: boilerplate\nunless: [x]"), "Sign up.")


def test_what_clears_a_sentence_clears_no_other() -> None:
    quoted = rule("kind: boilerplate\nany: [sign up]\nunless: [he said, she … said]")
    text = "Sign up, he said.\n\nYou sign up, she often said.\n\nSign up. So he said."
    assert texts(quoted, text) == ["Sign up."]
    assert texts([quoted, rule("kind: boilerplate\nany: [you]", pack="other")], text)[1:] == [
        "You sign up, she often said."
    ]


@pytest.mark.parametrize(
    ("options", "text", "found"),
    [
        ("", "Press on it. So we all go.", ["Press on it."]),
        ("", "Press it. So we all.", ["Press it."]),  # 9 letters of 20
        ("", "Press it. He left.", ["Press it. He left."]),  # 9 of 18
        ("", "Press it. He left!!", ["Press it."]),
        ("covers: paragraph", "Press on it. So we all go there now and for ever.", ["all"]),
        ("", "Press it now. Press this. The many guests had gone home long ago.", ["Press it now. Press this."]),
        ("", "Press it. The many guests had gone home. Press that.", ["Press it.", "Press that."]),
    ],
)
def test_the_whole_paragraph_is_boilerplate_when_half_of_it_is(options: str, text: str, found: list[str]) -> None:
    assert texts(rule("kind: boilerplate\nstarts: [press]\n" + options), text) == [
        text if one == "all" else one for one in found
    ]


def test_a_pattern_that_runs_through_several_sentences_has_them_all_and_no_more() -> None:
    tail = " The many guests had all gone home long ago, and nobody else was there."
    text = f"The guests had gone.{tail} Press it. Then wait.{tail}"
    assert texts(rule("kind: boilerplate\nany: ['it\\. Then']"), text) == ["Press it. Then wait."]
    assert texts(rule("kind: boilerplate\nany: ['(?<=there\\.) Press']"), text) == ["Press it."]
    assert texts(rule("kind: boilerplate\nany: ['ss it\\. ']"), text) == ["Press it."]
    nested = rule("kind: boilerplate\nany: ['it\\. Then', Press]")
    assert texts(nested, text) == ["Press it. Then wait."]


LABEL = rule("kind: boilerplate\nwhole: [more, most read]\nany: [sign up]\nleads: true\nweak: [more]")
ROADS, PARKS = "New roads for Leeds", "Old parks for York"


@pytest.mark.parametrize(
    ("lines", "led"),
    [
        ([ROADS], 0),
        ([ROADS, PARKS], 2),
        ([ROADS, PARKS, "Leeds", ROADS], 2),
        (["A road shut", "The town shut"], 2),
        (["Roads shut", ROADS, PARKS], 0),
        ([words(20, "New")[:-1], PARKS], 2),
        ([words(21, "New")[:-1], PARKS, ROADS], 0),
        ([ROADS, "the council met in York"], 0),
        ([ROADS, "“Old parks” for York", "'Old parks' for York"], 3),
        ([ROADS, "(Old parks for York)"], 0),
        ([ROADS, "eBay comes to York"], 0),
        ([ROADS, PARKS, "The council met."], 2),
        ([ROADS, PARKS, "The council said:"], 2),
        ([ROADS, PARKS, "The council said,"], 2),
        ([ROADS, PARKS, "Is the park old?"], 3),
    ],
)
def test_a_label_leads_the_headlines_that_follow(lines: list[str], led: int) -> None:
    text = "\n\n".join(["Most read", *lines])
    assert [straight(t) for t in texts(LABEL, text)] == [straight(t) for t in ["Most read", *lines[:led]]]


def test_only_a_label_by_itself_leads_a_list_and_only_where_the_rule_says_so() -> None:
    more = f"\n\n{ROADS}\n\n{PARKS}\n\nThe council met."
    assert texts(rule("kind: boilerplate\nwhole: [more]"), "More" + more) == ["More"]
    story = "Sign up. The many guests had all gone home long ago."
    assert texts(LABEL, story + more) == ["Sign up."]


def test_a_headline_of_two_lists_is_told_once() -> None:
    assert sorted(texts(LABEL, f"More\n\n{ROADS}\n\nSign up for parks")) == ["More", ROADS, "Sign up for parks"]
    assert texts(LABEL, f"More\n\nMost read now\n\n{ROADS}") == ["More", "Most read now", ROADS]
    assert sorted(texts(LABEL, f"More\n\nMost read\n\n{ROADS}\n\n{PARKS}")) == sorted(
        ["More", "Most read", ROADS, PARKS]
    )


def test_a_weak_label_is_only_a_suggestion() -> None:
    found = run(LABEL, f"More\n\n{ROADS}\n\n{PARKS}\n\nMost read\n\nThe council met.")
    assert [m.severity for m in found] == [Severity.SUGGESTION, None, None, None]
    assert [m.suggestions for m in found] == [("",)] * 4


@pytest.mark.parametrize(
    ("options", "letters", "changed", "found"),
    [
        ("", 27, 0, True),
        ("", 27, 4, True),  # 0.852
        ("", 26, 4, False),  # 0.846
        ("similar: 0.9", 21, 2, True),  # 0.905
        ("similar: 0.9", 19, 2, False),  # 0.895
    ],
)
def test_a_line_that_is_known_may_differ_in_so_many_letters(
    options: str, letters: int, changed: int, found: bool
) -> None:
    line = "abcdefghijklmnopqrstuvwxyzé"[:letters]
    text = line[: letters - changed] + "ö" * changed
    assert texts(rule(f"kind: boilerplate\nlines: [{line}]\n{options}"), text) == [text] * found


def test_a_line_that_is_known_is_found_as_a_sentence_of_a_paragraph_too() -> None:
    known = rule("kind: boilerplate\nlines: [Leave us a word, 'Write to desk@example.com']")
    story = "The many guests had all gone home long ago."
    assert texts(known, f"{story} Leave us a word. {story}") == ["Leave us a word."]
    assert texts(known, f"{story} Leave us a word") == ["Leave us a word"]
    assert texts(known, f"{story} {story}") == []
    assert len(texts(known, "Write to news@example.org\n\nWrite to desk@example.com")) == 2
    assert texts([known, rule("kind: boilerplate\nany: [guests]", pack="other")], "Leave us a word.") == [
        "Leave us a word."
    ]
