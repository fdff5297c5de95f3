"""What says that it is in another language is not read; the text around it is."""

from __future__ import annotations

import pytest
from rules_of import document_of

from lint.document import DUMMY


def prose(source: str, path: str = "a.html") -> str:
    document = document_of(source, path)
    return " | ".join(b.span.of(document.prose).replace(DUMMY, "□") for b in document.blocks)


@pytest.mark.parametrize("path", ["a.html", "a.md", "a.mdx"])
@pytest.mark.parametrize(
    "attribute",
    ['lang="fr"', "lang=fr-CA", "LANG='FR'", "class=x lang='la'", 'xml:lang="de"', 'translate="no"', "translate='NO'"],
)
def test_an_element_in_another_language_is_one_word_of_the_sentence(attribute: str, path: str) -> None:
    assert prose(f"He said <i {attribute}>le <b>gouvernement</b></i> there.", path) == "He said □ there."


@pytest.mark.parametrize("path", ["a.html", "a.md", "a.mdx"])
@pytest.mark.parametrize(
    "attribute",
    ['lang="en"', "lang=en-US", "lang=''", "lang", "lang=und", 'hreflang="fr"', "data-lang=fr", 'translate="yes"',
     'lang="{{ page.lang }}"', "title='lang=fr'"],
)  # fmt: skip
def test_others_are_read(attribute: str, path: str) -> None:
    assert prose(f"He said <i {attribute}>it</i> there.", path) == "He said it there."


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>One</p><p lang=fr>Deux</p><p>Three</p>", "One | Three"),
        ("<div lang=fr><p>Un</p><div>Deux</div><br></div>Three", "Three"),
        ("<p lang=fr>Un<p>Two</p>", "Un | Two"),
        ("<p lang=fr>Un<br>deux<div>Three</div></p>", "Un\ndeux | Three"),
        ("<i lang=fr>One", "One"),
        ("<b>One <i lang=fr>two</b> three</i>", "One two three"),
        ("<ul><li lang=fr>Un<ul><li>deux</li></ul></li><li>Three</ul>", "Three"),
        ("<ol><li lang=fr>One<li>Two</li></ol><ul><li>Three</li></ul>", "One | Two | Three"),
        ("<img lang=fr alt='One'> two", "One | two"),
        ("<html lang=en><body translate=no>One", "One"),
    ],
)
def test_only_an_element_with_an_end_is_left_out(source: str, read: str) -> None:
    assert prose(source) == read


def test_a_page_in_another_language_is_not_read_and_this_is_told() -> None:
    document = document_of("<!doctype html>\n<html lang='fr'><body><p>Le gouvernement", "a.html")
    assert document.blocks == ()
    assert document.notes == ("line 2: this page says that its language is another, so it is not read",)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("# One <i lang=fr>deux</i>\n\n- <i lang=fr>trois</i> four", "One □ | □ four"),
        ("| <i lang=fr>un</i> a | b |\n|---|---|\n| c | d |", "□ a | b | c | d"),
        ("One <i lang=fr>deux\n\nthree</i> four", "One deux | three four"),
        ("<p lang=fr>Un</p>\n\nTwo", "Two"),
        ("One <i lang=fr>![deux](x.png) `x` &amp;</i> two", "One □ two"),
    ],
)
def test_in_markdown_it_ends_in_its_own_block(source: str, read: str) -> None:
    assert prose(source, "a.md") == read


def test_the_text_is_kept_for_messages() -> None:
    document = document_of("<p>He said <i lang=fr>c'est <b>&eacute;gal</b></i>.</p>", "a.html")
    assert document.written(document.blocks[0].span) == "He said c'est égal."
