"""Tags, comments and text begin and end where a browser has them begin and end."""

from __future__ import annotations

import pytest

from lint.formats.html_tokens import Kind, attribute, raw_text, token


def cut(source: str) -> list[str]:
    at, out = 0, []
    while at < len(source):
        found = token(source, at)
        out.append(found.span.of(source))
        at = found.span.end
    return out


@pytest.mark.parametrize(
    "pieces",
    [
        ["a", "<b>", "c", "</b>"],
        ["<!x>", "hsotage"],
        ["<!>", "hsotage"],
        ["<![& y>", "hsotage"],
        ["<![“ y>", "hsotage"],
        ["<![CDATA[ a >", " b ]]>"],
        ["<?php a ?>", "hsotage"],
        ["</ x>", "hsotage"],
        ["</>", "hsotage"],
        ["<!-->", "a", "<!--->", "b", "<!-- - -- --->", "c", "<!--a--!>", "d"],
        ["<!--!> a -->", "b"],
        ["<!---!> a -->", "b"],
        ["< a > 3 << <3 <"],
        ["<a href=\"x>y\" b='>' c=> ", "d"],
        ["<a b = c>", "d", "<a/>", "e", '<a "">', "f"],
        ["<a b=\"c\"d='e'>", "f"],
    ],
)
def test_pieces(pieces: list[str]) -> None:
    source = "".join(pieces)
    expected = pieces if pieces[0][-1] != " " else ["<a href=\"x>y\" b='>' c=>", " d"]
    assert cut(source) == expected


@pytest.mark.parametrize(
    "source", ["<a ", '<a b="', "<a b='c>", "</a", "<!--", "<!-- -- >", "<!x", "<?x", "<a b=", "<a/"]
)
def test_what_has_no_end_runs_to_the_end(source: str) -> None:
    found = token(source + ' x="', 0)
    assert found.span.end == len(source) + 4
    assert not found.closed


@pytest.mark.parametrize(
    ("source", "name", "end"),
    [
        ("a < b</script>", "script", 5),
        ("a</SCRIPT >", "script", 1),
        ("</scripts></script>", "script", 10),
        ("<!--<script></script>--></script>", "script", 24),
        ("<!--></script>", "script", 5),
        ("<!--<script></script></script>", "script", 21),
        ("a<b></title>", "title", 4),
        ("a</titles>", "title", None),
        ("<!--<script></script>", "script", None),
    ],
)
def test_raw_text_ends_at_its_own_end_tag(source: str, name: str, end: int | None) -> None:
    assert raw_text(source, 0, name) == end


def test_an_attribute_is_found_by_its_whole_name() -> None:
    source = "<img data-alt='no' title=\"alt='no'\" ALT = yes alt=second>"
    value = attribute(source, token(source, 0), "alt")
    assert value is not None
    assert value.of(source) == "yes"
    assert attribute("<img alt>", token("<img alt>", 0), "alt") is None


def test_a_tag_says_what_it_is() -> None:
    found = token("<BR/>", 0)
    assert (found.kind, found.name, found.empty) == (Kind.START, "br", True)
    assert not token("<a b=c/>", 0).empty
    assert token("</P >", 0).kind is Kind.END
