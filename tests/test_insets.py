"""What stands in a text for a machine is no prose; what only looks like it is."""

from __future__ import annotations

import re

import pytest
from growth_of import grows_too_fast
from rules_of import document_of

from lint.document import DUMMY
from lint.formats import parse
from lint.formats.insets import Inset, Sort, covered, find, settled
from lint.span import Span


def prose(source: str, path: str = "a.md") -> str:
    document = document_of(source, path)
    return " | ".join(b.span.of(document.prose).replace(DUMMY, "□") for b in document.blocks)


def insets(source: str, language: str = "markdown") -> list[tuple[str, Sort]]:
    return [(i.span.of(source), i.sort) for i in find(source, 0, language)]


@pytest.mark.parametrize("language", ["text", "html", "markdown"])
@pytest.mark.parametrize(
    ("written", "sort"),
    [
        ("{% include 'a' x=\"%\" %}", Sort.TAG),
        ("{%- if a < b -%}", Sort.TAG),
        ("{% include a.html\n   b='c'\n   d=\"{{ e }}\"\n%}", Sort.TAG),
        ('{{< a b="{{ c }}" >}}', Sort.TAG),
        ('{% a b = "c\n\n- d\n\n</p>{{ e }}" %}', Sort.TAG),
        ("{{% a %}}", Sort.TAG),
        ("{{ a | b }}", Sort.VALUE),
        ("{{ a\n  | b: 'c'\n  | d }}", Sort.VALUE),
        ("{{{ a }}}", Sort.VALUE),
        ("<% a > b %>", Sort.TAG),
        ("<%= a %>", Sort.VALUE),
        ("<%- a %>", Sort.VALUE),
        ("<%# a %>", Sort.REMARK),
        ("<%-- a\n\nb --%>", Sort.REMARK),
        ("{# a #}", Sort.REMARK),
        ("{{! a }}", Sort.REMARK),
        ("{{!-- a }} b\n\n --}}", Sort.REMARK),
        ("{{/* a\n\nb */}}", Sort.REMARK),
        ("{{- /* a */ -}}", Sort.REMARK),
        ("{% comment %}a\n\n{% b %}{% endcomment %}", Sort.REMARK),
        ("{%- comment -%}{%- endcomment -%}", Sort.REMARK),
        ("{::comment}a\n\nb{:/comment}", Sort.REMARK),
        ("{% highlight ruby %}a\n\nb{% endhighlight %}", Sort.CODE),
        ("{{< highlight go >}}a\n\nb{{< /highlight >}}", Sort.CODE),
        ('[code lang="a"]b\n\nc[/code]', Sort.CODE),
        ("[gallery ids=1 b='c']", Sort.TAG),
        ("[gallery\n ids=1\n]", Sort.TAG),
    ],
)
def test_templates_are_found_whole(written: str, sort: Sort, language: str) -> None:
    assert insets(f"One {written} two.", language) == [(written, sort)]


@pytest.mark.parametrize(
    ("written", "sort"),
    [
        ("{: .a #b c=\"d e\" f='g'}", Sort.ATTRIBUTES),
        ("{:.no_toc}", Sort.ATTRIBUTES),
        ('{:rel="external"}', Sort.ATTRIBUTES),
        ("{:name: .a}", Sort.ATTRIBUTES),
        ("{::options toc_levels='2..3' /}", Sort.ATTRIBUTES),
        ("{#a}", Sort.ATTRIBUTES),
        ("{#a-b .c d=e -}", Sort.ATTRIBUTES),
        ("{.a}", Sort.ATTRIBUTES),
        ("{/* a\n\nb */}", Sort.REMARK),
    ],
)
def test_attributes_and_remarks_of_markdown_are_found_there_alone(written: str, sort: Sort) -> None:
    assert insets(f"One{written} two.") == [(written, sort)]
    assert insets(f"One{written} two.", "text") == insets(f"One{written} two.", "html") == []


@pytest.mark.parametrize(
    "text",
    [
        "I <3 you and {this} and { that",
        "A smile {: and :} and {:",
        "{x=1} and {1, 2} and { .5 } b",
        "[sic] and [/none] and [a] and [b](c)",
        "5 {% of it, {{ open, <% open",
        "{# open and {/* open",
        "Some {{ text.\n\nMore }} text",
        "Some {% text.\n- More %} text",
        "| {{ a |\n| b }} | c |",
        "Use `{{` to open and `}}` to close",
        "```\n{% comment %}\n```\n\nText\n\n```\n{% endcomment %}\n```",
        "<code>{%</code> to open and <code>%}</code> to close",
        "<!-- {{ --> text <!-- }} -->",
        "\\{{ and \\{% and }} and %}",
        "import duties rose by “half”.",
    ],
)
def test_what_only_looks_like_it_is_read(text: str) -> None:
    assert insets(text) == []


@pytest.mark.parametrize("tag", ["</p><p>", "</td><td>", "<p>", "<li>", "<h2>", "<!-- x -->"])
@pytest.mark.parametrize(("begin", "end"), [("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("{# ", "#}")])
def test_in_a_page_no_template_goes_on_in_the_next_element(tag: str, begin: str, end: str) -> None:
    assert insets(f"<p>Some {begin} text{tag}more {end} text", "html") == []


def test_code_is_left_to_the_code() -> None:
    document = document_of("Write `{{ a | b }}` here.")
    (at,) = (i for i, c in enumerate(document.prose) if c == DUMMY)
    assert document.written(Span(at, at + 1)) == "{{ a | b }}"
    document = document_of("<p>Write <code>{{ a }}</code> here.</p>", "a.html")
    assert document.written(document.blocks[0].span) == "Write {{ a }} here."


@pytest.mark.parametrize("mark", ["* ", "- ", "1. "])
@pytest.mark.parametrize("list_", ["{:toc}", "{: .toc}", "{:toc .x}"])
def test_the_item_before_a_table_of_contents_is_no_prose(mark: str, list_: str) -> None:
    assert prose(f"{mark}A tabel\n{list_}\n\nThe council met.") == "The council met."


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("One\n{% if x %}\ntwo", "One | two"),
        ("One\n{{ x }}\ntwo", "One\n□\ntwo"),
        ("- one\n{% if x %}{# y #}\n- two", "one | two"),
        ("> one\n> {% if x %}\n> two", "one | two"),
        ("{% if x %}\n| a | b |\n|---|---|\n| c | d |\n{% endif %}", "a | b | c | d"),
        ("A {% if x %}b{% endif %}.", "A □b□."),
        ("One _two_{: .x}, **three**{:.y}", "One two, three"),
        ("Text\n\n{{ x }}\n", "Text | □"),
        ("[a]({{ b }}/c d)", "[a](□/c d)"),
        ("[a]({{ b }}/c)", "a"),
        ("<div\n{% if a > b %}\nclass=x\n{% endif %}\n>One</div>", "One"),
        ('{% a %}x{% b caption="A text" %}', "□x | A text"),
        ("# One {-}\n\n[TOC]\n\n::: note\nTwo\n:::", "One | Two"),
        ("<{{ tag }}>One</{{ tag }}>", "One"),
        ("https://x.example/{{ a }}/b on", "□ on"),
    ],
)
def test_what_is_read_around_them(source: str, read: str) -> None:
    assert prose(source) == read


def test_remarks_are_comments_and_no_fix_cuts_tags_out() -> None:
    source = "One {# a #}\n\n{/* b */}\n\n[//]: # (c)\n\n{% d %}\n\nTwo {% e %} {{ f }}"
    document = document_of(source)
    assert [c.of(source) for c in document.comments] == ["{# a #}", "{/* b */}", "[//]: # (c)"]
    assert [p.of(source) for p in document.protected[:2]] == ["{% d %}", "{% e %}"]


SOURCE = (
    "The {{ a }} council {% b %} met{: .c} in <i lang=fr>mai</i> {/* d */} and\n{% if e %}\nspoke &amp; left. "
    '<% f %> It {# g #} went <p>on {% h caption="A caption" %} there.'
)


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.html", "a.txt"])
def test_each_word_is_where_it_stands(path: str) -> None:
    document = parse(path, SOURCE, "en-GB")
    found = list(re.finditer("[A-Za-z]+", document.prose))
    assert {"council", "spoke", "went", "there"} <= {m[0] for m in found}
    for m in found:
        assert document.to_source(Span(*m.span())).of(SOURCE) == m[0]


def test_what_is_covered_keeps_all_positions() -> None:
    source = "a {{ b }}\n{% c %}\n<{{ d }}>"
    found = settled(source, find(source, 0, "markdown"))
    assert [i.alone for i in found] == [False, True, False]
    assert covered(source, found) == "a xxxxxx:\n<!---->\n<xxxxxxx>"


def test_of_insets_that_overlap_the_first_and_longest_counts() -> None:
    long, short, late = (Inset(Span(*s), Sort.VALUE) for s in ((0, 9), (0, 4), (5, 12)))
    assert settled("x" * 20, [short, late, long]) == [long]


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.html", "a.txt"])
@pytest.mark.parametrize(
    "piece", ["{{", "{% ", "<% ", "{", "{/* ", "{% comment %} ", "[a b=", "<A ", '{{ "a ', "{: a", "<i lang=fr>a "]
)
def test_what_never_ends_costs_time_that_grows_with_the_text(piece: str, path: str) -> None:
    assert not grows_too_fast(lambda n: parse(path, piece * (n // len(piece)), "en-GB"), 5_000)
