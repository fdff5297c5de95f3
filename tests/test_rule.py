"""Rules: the scopes that they look at."""

from __future__ import annotations

import pytest
from rules_of import document_of, rule, texts


@pytest.mark.parametrize(
    ("wanted", "scope", "applies"),
    [
        ("text", "paragraph", True),
        ("text", "headline", True),
        ("text", "frontmatter.summary", True),
        ("heading", "heading", True),
        ("heading", "headline", True),
        ("heading", "frontmatter.title", True),
        ("heading", "frontmatter.headline", True),
        ("heading", "frontmatter.summary", False),
        ("heading", "paragraph", False),
        ("headline", "headline", True),
        ("headline", "frontmatter.title", True),
        ("headline", "frontmatter.headline", True),
        ("headline", "heading", False),
        ("frontmatter", "frontmatter.title", True),
        ("frontmatter.title", "frontmatter.title", True),
        ("frontmatter.title", "frontmatter.summary", False),
        ("frontmatter.title", "headline", False),
        ("~heading", "paragraph", True),
        ("~heading", "headline", False),
        ("~heading", "frontmatter.title", False),
        ("~headline", "heading", True),
        ("heading & ~headline", "heading", True),
        ("heading & ~headline", "headline", False),
        ("raw", "raw", True),
        ("raw", "paragraph", False),
        ("text", "raw", False),
        ("~heading", "raw", False),
    ],
)
def test_scopes_take_in_narrower_ones(wanted: str, scope: str, applies: bool) -> None:
    assert rule(f"kind: existence\ntokens: [x]\nscope: '{wanted}'").applies_to(scope) is applies


HEADLINE = rule("kind: existence\ntokens: [backs]\nscope: headline")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Council backs new plan\n\nIt backs it.\n", "a.txt"),
        ("# Council backs new plan\n\nIt backs it.\n\n# It backs more\n", "a.md"),
        ("Council backs new plan\n===\n\nIt backs it.\n\n## It backs more\n", "a.md"),
        ("# ![seal](s.png) Council backs new plan\n\nIt backs it.\n", "a.md"),
        ("## Politics\n\n# Council backs new plan\n\nIt backs it.\n", "a.md"),
        ("<h1>Council backs new plan</h1>\n\nIt backs it.\n\n# It backs more\n", "a.md"),
        ("---\ntitle: Council backs new plan\nsummary: It backs it.\n---\n\nIt backs it.\n", "a.md"),
        ("+++\nheadline = 'Council backs new plan'\n+++\n\nIt backs it.\n", "a.md"),
        ("<title>Council backs new plan</title><p>It backs it.</p>", "a.html"),
        (
            "<h1><img src=s.png alt=''>Council <img src=t.png alt='seal'> backs new plan</h1><p>It backs it.</p>",
            "a.html",
        ),
        (
            "<h1><img src=s.png></h1><h1>Council backs new plan</h1><h1>It backs more</h1><h2>It backs it.</h2>",
            "a.html",
        ),
    ],
)
def test_a_headline_is_the_title_in_every_format(text: str, path: str) -> None:
    assert texts(HEADLINE, text, path) == ["backs"]
    assert len(texts(rule("kind: existence\ntokens: [backs]"), text, path)) > 1


def test_what_follows_a_picture_keeps_its_scope() -> None:
    document = document_of("| ![a map](m.png) Leeds |\n|---|\n| York |\n", "a.md")
    assert [b.scope for b in document.blocks] == ["alt", "table", "table"]
