from __future__ import annotations

import pytest
from rules_of import fixes, rule, run, texts

OUTLET = rule("kind: shortform\ncheck: outlet\nnames: [Post, Times]")
ARTICLE = rule("kind: shortform\ncheck: article")
SURNAME = rule("kind: shortform\ncheck: surname")
ACRONYM = rule("kind: shortform\ncheck: acronym", message="{fault}")


def test_a_newspaper_named_before_keeps_its_capital() -> None:
    assert fixes(OUTLET, "It stood in the Washington Post. The aide, according to the post, knew.") == ["Post"]
    assert fixes(OUTLET, "It stood in the Washington Post. The post reported it first.") == ["Post"]


def test_the_signs_of_a_name_mean_themselves() -> None:
    outlet = rule("kind: shortform\ncheck: outlet\nnames: ['The <Post> (daily)']")
    assert texts(outlet, "It stood in the Washington The <Post> (daily). The aide said no.") == []


@pytest.mark.parametrize(
    "text",
    ["The aide, according to the post, knew.", "It stood in the Washington Post. He left the post in May."],
)
def test_other_posts_are_left_alone(text: str) -> None:
    assert texts(OUTLET, text) == []


def test_a_name_with_and_without_its_article() -> None:
    (m,) = run(ARTICLE, "Mossad refused. Mossad was blamed. The Mossad had warned him.")
    assert m.suggestions == ("Mossad",)
    assert len(m.related) == 2
    assert texts(ARTICLE, "The Kremlin said no. The Kremlin was silent.") == []


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("One.\n\nMossad refused. Mossad was blamed. The Mossad had warned him.", ["The Mossad"], "Mossad"),
        ("The Mossad had a plan. We know the Mossad had it. By then Mossad refused.", ["Mossad"], "the Mossad"),
        ("The Mossad had a plan. We know the Mossad had it. Mossad refused.", ["Mossad"], "The Mossad"),
        ("One.\n\nThe Mossad had it. The Mossad said so.\n\nSo far Mossad was silent.", ["Mossad"], "the Mossad"),
    ],
)
def test_the_article_that_most_places_have_wins(text: str, found: list[str], right: str) -> None:
    assert texts(ARTICLE, text) == found
    assert fixes(ARTICLE, text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Old Mossad was blamed. The Mossad had warned him. The Mossad said so.",  # the name is a longer one
        "Bread was dear. The Bread was sold. The Bread had risen.",  # a common word
    ],
)
def test_other_names_and_common_words_have_no_article_to_lose(text: str) -> None:
    assert texts(ARTICLE, text) == []


def test_the_rarer_short_form_of_a_paper_is_found_where_it_stands_in_any_paragraph() -> None:
    text = "It was first in the Washington Post.\n\nA while later the aide, according to the post, knew of it."
    assert texts(OUTLET, text) == ["post"]
    assert texts(OUTLET, "It was in the Washington Post.\n\nWell, the post reported it.") == ["post"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By then Netanyahu spoke. Netanyahu said no. The leader, Benjamin Netanyahu, left.", ["Netanyahu"]),
        ("One.\n\nBy then Netanyahu said no.\n\nThe leader, Benjamin Netanyahu, left.", ["Netanyahu"]),
        (
            "By then Netanyahu said no. And so far Netanyahu said no. The leader, Benjamin Netanyahu, left.",
            ["Netanyahu"],
        ),
        ("The leader, Benjamin Netanyahu, left. One.\n\nBy then Netanyahu said no.", []),
        ("By then Netanyahu of Likud came. The leader, Benjamin Netanyahu, left.", []),
        ("President Netanyahu said no. The leader, Benjamin Netanyahu, left.", []),
        ("By then Fairfax said no. It was a Monday Fairfax will like.", []),  # a weekday is no first name
        ("By then Netanyahu said no. The old Blorgify Netanyahu left.", []),  # a first name that nobody has
        ("By then Netanyahu said no. A Green Netanyahu left.", []),  # nor is a common word
        ("By then Baker said no. The man, Benjamin Baker, left.", []),  # a surname that is a common word may be one
    ],
)
def test_who_is_introduced_too_late(text: str, found: list[str]) -> None:
    assert texts(SURNAME, text) == found


def test_the_introduction_is_shown_with_the_surname_that_came_too_early() -> None:
    (m,) = run(SURNAME, "Yes.\n\nBy then Netanyahu said no.\n\nThe leader, Benjamin Netanyahu, left.")
    assert [s.of("Yes.\n\nBy then Netanyahu said no.\n\nThe leader, Benjamin Netanyahu, left.") for s in m.related] == [
        "Benjamin Netanyahu"
    ]


def test_a_surname_before_the_person_is_introduced() -> None:
    text = "At first Netanyahu was absent. The prime minister, Benjamin Netanyahu, spoke. Netanyahu left."
    assert texts(SURNAME, text) == ["Netanyahu"]
    assert texts(SURNAME, "Benjamin Netanyahu spoke. Netanyahu left.") == []


def test_an_acronym_is_spelled_out_once_and_used() -> None:
    once = "The Health Protection Agency (HPA) said no."
    assert texts(ACRONYM, once) == ["(HPA)"]
    assert texts(ACRONYM, once + " The HPA left.") == []
    (m,) = run(ACRONYM, once + " The HPA left. The Health Protection Agency (HPA) came back.")
    assert "spelled out before" in m.message


LETTERS = rule("kind: shortform\ncheck: letters")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Kent Nurses Association (KNA) met. The NKA left.", ["KNA"]),
        ("The Kent Nurses Association, or KNA, met. The NKA left.", ["KNA"]),
        ("The Kent Nurses Association (the KNA) met. The NKA left.", ["KNA"]),
        ("The Kent Nurses Association (KNA) met. The NKA left. The NKA lost.", []),  # twice
        ("The Kent Nurses Association (KNB) met. The NKB left.", []),  # no initials
        ("The Kent Nurses Association (KNA) met. The New Kent Academy (NKA) left.", []),
        ("The Kent Nurses Association (KNA) met. The NKA-led side left.", []),
        ("The NKA left.", []),
    ],
)
def test_letters_that_changed_places(text: str, meant: list[str]) -> None:
    assert [m.suggestions[0] for m in run(LETTERS, text)] == meant
