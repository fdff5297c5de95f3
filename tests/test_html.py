"""What a browser shows of a page is read, however broken the page is."""

from __future__ import annotations

import pytest
from rules_of import document_of

from lint.document import DUMMY


def prose(source: str) -> str:
    document = document_of(source, "a.html")
    return " | ".join(b.span.of(document.prose).replace(DUMMY, "□") for b in document.blocks)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p><code>x</p><p>The hsotage talks.</p>", "x | The hsotage talks."),
        ("<p><code>x<code>y</code></p><p>The hsotage talks.</p>", "x□ | The hsotage talks."),
        ("<p><code>x<code>y</code></code></p><p>The talks.</p>", "□ | The talks."),
        ("<noscript><p>The hsotage talks.</p>", "The hsotage talks."),
        ("<p>x</p><div><noscript>y</div><p>The hsotage talks.</p></noscript>", "x | y | The hsotage talks."),
        ("<pre>x<p>The hsotage talks.</p>", "x | The hsotage talks."),
        ("<svg><p>The hsotage talks.</p></svg>", "The hsotage talks."),
        ("<svg><style><p>The hsotage talks.</p></style></svg>", "The hsotage talks."),
        ("<math><table><h2>The hsotage</h2></table></math>", "The hsotage"),
        ("<select><code>hsotage</code></select>", "hsotage"),
        ("<a>x<kbd><a>y</a>hsotage</kbd>", "xyhsotage"),
        ("<p>x<kbd><div>hsotage</div></kbd>", "x | hsotage"),
        ("<p><b>x</p><kbd>y</b>hsotage</kbd>", "x | yhsotage"),
        ("<textarea><p>The hsotage talks.</p>", "The hsotage talks."),
        ("<title>The talks<p>The hsotage.</p>", "The talks | The hsotage."),
        ("<code/>The hsotage talks.", "The hsotage talks."),
    ],
)
def test_an_element_without_an_end_hides_nothing(source: str, read: str) -> None:
    assert prose(source) == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<div>One<pre>two</pre>three</div>", "One | three"),
        ("<p>x</p><pre><ol><li>a<li>b</ol><table><tr><td>c</table></pre>d", "x | d"),
        ("<p>x</p><noscript><p>On with <a href=x>it</a></p></noscript>y", "x | y"),
        ("x<svg><title>icon</title><style>a > b {}</style><path/></svg>y", "xy"),
        ("x<template><p>no</p></template>y", "xy"),
        ("x <kbd>a <b>&amp;</b> c</kbd> y", "x □ y"),
        ("x<script>if (a</b>c) '<p>'</script>y", "xy"),
        ("x<iframe><p>no</iframe>y<textarea>no</textarea>z", "xyz"),
    ],
)
def test_what_no_reader_sees_is_left_out(source: str, read: str) -> None:
    assert prose(source) == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>The <!x>hsotage talks</p>", "The hsotage talks"),
        ("<p>The <![&>hsotage talks</p>", "The hsotage talks"),
        ("<p>The <![“ hsotage talks</p>We met.", "The We met."),
        ("<p>The <![CDATA[ a > hsotage ]]></p>", "The  hsotage ]]>"),
        ("<p>The <?x?>hsotage</ > talks</>.</p>", "The hsotage talks."),
        ("<p>One &#" + "9" * 5_000 + "; hsotage</p>", "One \ufffd hsotage"),
        ("<p>One<img data-alt='no' alt=hsotage> two</p>", "One | hsotage | two"),
    ],
)
def test_odd_markup_hides_no_more_than_itself(source: str, read: str) -> None:
    assert prose(source) == read


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("<p>A\n<script>b", "line 2: ‘<script>’ has no ‘</script>’, so what follows it is not read"),
        ("<p>A\n\n<!-- b", "line 3: ‘<!--’ has no ‘-->’, so what follows it is not read"),
        ("<p>A <!b", "line 1: ‘<!’ or ‘<?’ has no ‘>’, so what follows it is not read"),
        ("<p>A <b c", "line 1: the tag ‘b’ has no ‘>’, so what follows it is not read"),
    ],
)
def test_what_hides_the_rest_of_a_page_is_told(source: str, note: str) -> None:
    assert document_of(source, "a.html").notes == (note,)


def test_a_heading_without_an_end_gives_its_scope_to_what_stands_in_it() -> None:
    document = document_of("<h1>One <b>two</b></h1><blockquote><p>three</p><li>four</blockquote>five", "a.html")
    assert [b.scope for b in document.blocks] == ["headline", "quote", "list", "paragraph"]
