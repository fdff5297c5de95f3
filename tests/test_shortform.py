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
