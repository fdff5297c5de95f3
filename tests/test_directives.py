"""What a comment says to copydesk, in every form of comment, and what it holds for."""

from __future__ import annotations

import re

import pytest
from rules_of import document_of

from lint.directives import Directive, directives, reaches

FORMS = {
    "a.md": ["<!-- {} -->", "<!--{}-->", "[//]: # ({})", '[//]: # "{}"', "[comment]: <> ({})", "{{/* {} */}}", "{{{{/* {} */}}}}",
             "{{# {} #}}", "{{% comment %}}{}{{% endcomment %}}", "{{%- comment -%}} {} {{%- endcomment -%}}", "{{{{! {} }}}}",
             "{{{{!-- {} --}}}}", "<%# {} %>", "<%-- {} --%>", "{{::comment}}{}{{:/comment}}"],
    "a.mdx": ["{{/* {} */}}", "<!-- {} -->", "[//]: # ({})"],
    "a.html": ["<!-- {} -->", "{{# {} #}}", "{{% comment %}} {} {{% endcomment %}}", "<%# {} %>", "{{{{/* {} */}}}}"],
    "a.txt": ["# {}", "// {}", "  #{}", "<!-- {} -->"],
}  # fmt: skip
CASES = [(path, form) for path, forms in FORMS.items() for form in forms]


def said(source: str, path: str = "a.md") -> list[tuple[str, ...]]:
    found = directives(document_of(source, path))
    for d in found:
        for word in (d.verb, *d.names):
            assert word.span.of(source).lower() in (word.text, "copydesk-ignore", "copydesk")
    return [(d.verb.text, *(n.text for n in d.names)) for d in found if d.right]


def covered(source: str, path: str = "a.md", rule: str = "typos.spelling") -> str:
    """Those of the letters V to Z, each a word, at which a finding is switched off."""
    document = document_of(source, path)
    found = list(reaches(document, directives(document)))
    places = (m.start() for m in re.finditer(r"\b[V-Z]\b", source))
    return "".join(source[at] for at in places if any(r.covers(rule, at) for r in found))


@pytest.mark.parametrize(("path", "form"), CASES)
def test_a_directive_is_read_in_every_form_of_comment(path: str, form: str) -> None:
    comment = form.format("copydesk: ignore typos.spelling, house -- a play, typos")
    source = f"V is here.\n\n{comment}\n\nX is here.\n\nY is here.\n"
    assert said(source, path) == [("ignore", "typos.spelling", "house")]
    assert covered(source, path) == ("X" if path != "a.html" else "XY")


@pytest.mark.parametrize(("path", "form"), CASES)
def test_a_comment_is_no_prose_and_parts_what_stands_around_it(path: str, form: str) -> None:
    document = document_of(f"V is here.\n\n{form.format('copydesk: off')}\n\nX is here.", path)
    assert "copydesk" not in document.prose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("copydesk: ignore", ("ignore",)),
        ("copydesk:ignore", ("ignore",)),
        ("Copydesk: Ignore a", ("ignore", "a")),
        ("copydesk: off a b,c ,d;e", ("off", "a", "b", "c", "d", "e")),
        ("copydesk: off a.b-c -- why, not", ("off", "a.b-c")),
        ("copydesk: off -- why", ("off",)),
        ("copydesk: off – why", ("off",)),
        ("copydesk: off a — why", ("off", "a")),
        ("copydesk: ignore-line a\n  -- why", ("ignore-line", "a")),
    ],
)
def test_the_words_of_a_directive(text: str, words: tuple[str, ...]) -> None:
    assert said(f"<!-- {text} -->") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "copydesk ignore",
        "copydesk",
        "copydesk: please look",
        "copy: ignore",
        "ignore",
        "the copydesk: off",
        "note: off",
    ],
)
def test_what_is_no_directive(text: str) -> None:
    assert said(f"<!-- {text} -->") == []


def test_in_code_nothing_is_said() -> None:
    assert said("`<!-- copydesk: off -->`\n\n```\n{/* copydesk: off */}\n```\n") == []
    assert said("<pre><!-- copydesk: off --></pre>", "a.html") == []


@pytest.mark.parametrize(
    "field",
    [
        "copydesk-ignore: [a.b, c]",
        "copydesk-ignore: a.b, c",
        "copydesk-ignore: ['a.b', \"c\"]  # why",
        "copydesk-ignore:\n  - a.b  # why, d\n  - c",
        "copydesk-ignore:\n- a.b\n- c",
        "copydesk-ignore: [\n  a.b,\n  c\n]",
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_front_matter_switches_rules_off_in_the_whole_file(field: str, path: str) -> None:
    source = f"---\ntitle: V\n{field}\ndate: 2026-01-01\n---\n\nX\n"
    assert said(source, path) == [("ignore-file", "a.b", "c")]
    assert covered(source, path, "a.b") == "VX"
    assert covered(source, path, "d.e") == ""


def test_front_matter_in_toml_does_so_too() -> None:
    assert said('+++\ntitle = "V"\ncopydesk-ignore = [\n  "a.b", # why\n  "c",\n]\n+++\n\nX') == [
        ("ignore-file", "a.b", "c")
    ]


IGNORE = "<!-- copydesk: ignore -->"


@pytest.mark.parametrize(
    ("source", "off"),
    [
        (f"V\n\n{IGNORE}\nX\nY\n\nZ", "XY"),
        (f"{IGNORE}\r\n\r\nX\r\nY\r\n \r\nZ", "XY"),
        (f"{IGNORE}\n## X\nY", "X"),
        (f"V is {IGNORE} X\n\nY", "X"),
        (f"- V\n- {IGNORE} X\n- Y", "X"),
        (f"- V\n- X {IGNORE}\n- Y", "X"),
        (f"- V\n- X {IGNORE} Y\n- Z", "XY"),
        (f"{IGNORE}\n- V\n- X\n  - Y\n\nZ", "VXY"),
        (f"{IGNORE}\n- V\n- X\n\n- Y", "VX"),
        (f"{IGNORE}\n| V | X |\n|---|---|\n| Y | Y |\n\nZ", "VXYY"),
        (f"| V | X {IGNORE} |\n|---|---|\n| Y | Z |", "X"),
        (f"{IGNORE}\n> V\n>\n> X\n\nY", "V"),
        (f"V\n\n{IGNORE}", ""),
        ("V\nX <!-- copydesk: ignore-line -->\nY", "X"),
        ("V\n<!-- copydesk: ignore-line -->\nX", ""),
        ("V\n\n<!-- copydesk: off a -->\n\nX\n\n<!-- copydesk: off -->\n\nY\n\n<!-- copydesk: on -->\n\nZ", "Y"),
    ],
)
def test_what_a_directive_holds_for(source: str, off: str) -> None:
    assert covered(source) == off


def test_the_rule_about_directives_has_to_be_named() -> None:
    assert covered(f"{IGNORE}\n\nX", rule="copydesk.suppression") == ""
    assert covered("<!-- copydesk: ignore copydesk -->\n\nX", rule="copydesk.suppression") == "X"


def test_a_line_of_plain_text_that_speaks_to_copydesk_leaves_the_headline_a_headline() -> None:
    document = document_of(
        "# copydesk: ignore typos\nThe council\n\nIt met.\n// copydesk: ignore typos\nIt ended.", "a.txt"
    )
    assert [(b.scope, b.span.of(document.prose)) for b in document.blocks] == [
        ("headline", "The council"),
        ("paragraph", "It met."),
        ("paragraph", "It ended."),
    ]


def test_a_long_comment_costs_time_that_grows_with_it() -> None:
    comment = "copydesk: ignore " + " " * 50_000 + "x" + " ," * 20_000
    found: list[Directive] = directives(document_of(f"<!-- {comment} -->\n\nX"))
    assert [d.right for d in found] == [True]
