from __future__ import annotations

import pytest
from rules_of import fixes, rule

ARTICLE = rule("kind: article")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Write an `server.js` file.", ["a"]),
        ("Return a ``HttpResponse`` now.", ["an"]),
        ("A `index` is kept.", ["An"]),
        ("It is an `hourly` job, a `user`, an `if` and a `cd`.", []),
        ("Use an `unicode` string and an `one` there.", ["a", "a"]),
        ("It is a `README`, an `--all`, a `$x` and an `x`.", []),
        ("See an http://example.com page, an “if” and an index.", []),
    ],
)
def test_the_article_before_code_goes_by_the_sound(text: str, right: list[str]) -> None:
    assert fixes(ARTICLE, text) == right


def test_code_in_html_counts_too() -> None:
    assert fixes(ARTICLE, "<p>Write an <code>server.js</code> file.</p>", "a.html") == ["a"]
