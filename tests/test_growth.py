"""How the work of reading, and of taking boilerplate out, grows with a text: each shape at n, 2n and 4n. How that of
reading settings and rules grows with these.

Work is counted in calls, which no other process disturbs. What a single call does, a pattern's search above all, shows
in time alone: there the margin is wide.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from growth_of import exponent, grows_too_fast
from rules_of import document_of, rule, run

import lint
from lint.config.load import loads
from lint.document import Document
from lint.fixes import deletion
from lint.kinds import OPTIONS
from lint.packs.load import read_file
from lint.packs.pack import Pack

MOST_CALLS = 1.2
"""The exponent that is still taken for n·log n; a quadratic shape has 2."""

SHAPES: dict[str, tuple[str, int, Callable[[int], str]]] = {
    "a domain that never ends": (".txt", 8_000, lambda n: "a." * n),
    "hyphens and dots": (".txt", 8_000, lambda n: "-." * n),
    "a compound": (".txt", 8_000, lambda n: "a-" * n),
    "an account": (".txt", 8_000, lambda n: "a@" * n),
    "addresses": (".txt", 2_000, lambda n: "a@b.c " * n),
    "a path of no page": (".txt", 8_000, lambda n: "a.com/" + "!" * n),
    "an address of stops": (".txt", 8_000, lambda n: "http://" + "." * n),
    "underscores": (".md", 8_000, lambda n: "_a" * n),
    "emphasis": (".md", 1_000, lambda n: "*a " * n),
    "shortcodes without end": (".md", 4_000, lambda n: "{{" * n),
    "shortcodes without end, in text": (".txt", 4_000, lambda n: "{{ a=' " * n),
    "tags of Liquid without end": (".md", 4_000, lambda n: '{% a="' * n),
    "shortcodes": (".md", 300, lambda n: "a {{ b }} *c* " * n),
    "WordPress's without end": (".txt", 2_000, lambda n: "[a b=" * n),
    "captions without end": (".md", 4_000, lambda n: '{{< a alt="' + "b " * n + ">}}"),
    "paragraphs of HTML in Markdown": (".md", 500, lambda n: "<p>S" * n),
    "paragraphs of HTML": (".html", 500, lambda n: "<p>S" * n),
    "other ends": (".html", 1_000, lambda n: "<div>" * (n // 2) + "</p>" * (n // 2)),
    "deep blocks with text": (".html", 500, lambda n: "<div>x" * n),
    "marked sections": (".html", 8_000, lambda n: "<![CDATA[" * n),
    "tags without end": (".html", 8_000, lambda n: "<a " * n),
    "tags without end, in text": (".txt", 4_000, lambda n: "<a " * n),
    "quotes in a tag": (".html", 4_000, lambda n: "<a " + "b='c' d=\" " * n),
    "comments without end": (".html", 8_000, lambda n: "<!-- " * n),
    "comments without end, in text": (".txt", 2_000, lambda n: "<!-- " * n),
    "comments without end, in blocks": (".md", 500, lambda n: "<div>\n<!--\n\n" * n),
    "comments that end otherwise": (".html", 1_000, lambda n: "<!-- --!>" * n),
    "titles without end": (".html", 1_000, lambda n: "<title>" * n),
    "scripts in comments of scripts": (".html", 4_000, lambda n: "<script><!--" * n),
    "code without end": (".html", 500, lambda n: "<code>x" * n + "</b>" * n),
    "crossed tags": (".html", 500, lambda n: "<b>" * n + "<i></b>" * n),
    "pictures and other ends": (".html", 500, lambda n: "<svg>" * n + "<p>" * n),
    "lists in lists": (".html", 500, lambda n: "<ul><li>x" * n),
    "ampersands": (".html", 2_000, lambda n: "&a" * n),
    "a number without end": (".html", 8_000, lambda n: "&#" + "9" * n),
    "keys of front matter": (".md", 200, lambda n: "---\n" + "".join(f"k{i}: v\n" for i in range(n)) + "---\n"),
    "brackets in front matter": (".md", 2_000, lambda n: "---\ntitle: " + "[" * n + "\n---\n"),
    "quotes in TOML": (".md", 2_000, lambda n: "+++\n" + "title = '''" * n + "\n+++\n"),
    "empty lines": (".txt", 8_000, lambda n: "a" + "\n " * n),
    "quotation marks": (".txt", 2_000, lambda n: "\"a'" * n),
    "single quotation marks": (".txt", 2_000, lambda n: "'a " * n),
    "halves of surrogate pairs": (".txt", 2_000, lambda n: "\ud800a" * n),
}  # fmt: skip


def read(ending: str, text: str) -> Document:
    document = document_of(text, "a" + ending)
    assert document.prose is not None
    assert document.sentences is not None
    assert document.quotations is not None
    return document


def calls(work: Callable[[], object]) -> int:
    """The calls of functions that the work makes, Python's and C's."""
    count = 0

    def seen(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_grows_with_the_text_and_no_faster(shape: str) -> None:
    ending, n, made = SHAPES[shape]
    few, more, most = (calls(lambda k=k: read(ending, made(k * n // 4))) for k in (1, 2, 4))  # type: ignore[misc]
    assert exponent(few, most) < MOST_CALLS
    assert exponent(few, more) * 2 < MOST_CALLS
    assert not grows_too_fast(lambda k: read(ending, made(k)), n)


@pytest.mark.parametrize(
    ("ending", "paragraph"),
    [
        (".txt", "Sign up here.\n\n"),
        (".md", "Sign up here.\n\n"),
        (".md", "- Sign up here.\n"),
        (".html", "<p>Sign up here.</p>"),
        (".html", "<p>Sign up here.</p><img src=x>"),
        (".html", "<div><p>Sign up here.</p>"),
    ],
)
def test_taking_paragraphs_out_one_by_one_grows_with_their_number(ending: str, paragraph: str) -> None:
    def work(n: int) -> int:
        document = read(ending, paragraph * n)
        return calls(lambda: [deletion.blocks(document, {i}) for i in range(len(document.blocks))])

    assert exponent(work(50), work(200)) < MOST_CALLS


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_taking_all_paragraphs_out_at_once_grows_with_their_number(ending: str) -> None:
    def work(n: int) -> int:
        document = read(ending, "<p>Sign up here.</p>\n\n" * n)
        return calls(lambda: deletion.blocks(document, range(len(document.blocks))))

    assert exponent(work(50), work(200)) < MOST_CALLS


@pytest.mark.parametrize("paragraph", ["the the ", "The the. ", "“", "Teh hsotage. "])
def test_checking_a_paragraph_grows_with_its_findings(linter: lint.Linter, paragraph: str) -> None:
    linter.warm_up()
    assert not grows_too_fast(lambda n: linter.check_text(paragraph * n + "the hsotage", "a.txt"), 300)


SETTINGS: dict[str, Callable[[int], str]] = {
    "rules": lambda n: "rules:\n" + "".join(f"  x{i}: off\n" for i in range(n)),
    "options of rules": lambda n: "rules:\n" + "".join(f"  x{i}: {{level: error, max: 1}}\n" for i in range(n)),
    "words": lambda n: "words:\n" + "".join(f"- x{i}\n" for i in range(n)),
    "levels": lambda n: "languagetool:\n  rules:\n" + "".join(f"    X{i}: off\n" for i in range(n)),
}


@pytest.mark.parametrize("shape", SETTINGS)
def test_settings_are_read_in_time_that_grows_with_them(shape: str, tmp_path: Path) -> None:
    made = SETTINGS[shape]
    assert not grows_too_fast(lambda n: loads(made(n), tmp_path), 500)


def test_rules_are_read_in_time_that_grows_with_their_number(tmp_path: Path) -> None:
    def work(n: int) -> object:
        text = "".join(
            f"- {{id: r{i}, kind: existence, tokens: [f], message: m, why: w, examples: [{{bad: '[[f]]'}}, {{ok: y}}]}}\n"
            for i in range(n)
        )
        (tmp_path / "r.yaml").write_text(text)
        return list(read_file(tmp_path / "r.yaml", Pack("house"), OPTIONS))

    assert not grows_too_fast(work, 150)


OF_KINDS: dict[str, tuple[str, int, Callable[[int], str]]] = {
    "titles": ("kind: casing\nphrases: [Prime Minister, Minister]", 200, lambda n: "a Prime minister " * n),
    "dates": ("kind: dates\ncheck: weekday", 500, lambda n: "Monday, 1 January 2024, " * n),
    "capitals": ("kind: shortform\ncheck: outlet\nnames: [Post]", 2_000, lambda n: "ABC De " * n),
    "spellings": ("kind: consistency\neither: {adviser: advisor}", 100, lambda n: "adviser advisor advisor " * n),
}


@pytest.mark.parametrize("shape", OF_KINDS)
def test_a_kind_finds_in_time_that_grows_with_the_text(shape: str) -> None:
    body, n, made = OF_KINDS[shape]
    checked = rule(body)
    assert not grows_too_fast(lambda k: run(checked, made(k)), n)
    less, more = (calls(lambda k=k: run(checked, made(k * n))) for k in (1, 4))  # type: ignore[misc]
    assert exponent(less, more) < MOST_CALLS


def test_names_are_looked_for_in_time_that_grows_with_their_number(linter: lint.Linter) -> None:
    def work(n: int) -> int:
        names = " ".join(
            f"{'ABCDEFGH'[i % 8]}{''.join('aeiou'[i // 5**k % 5] + 'lmnrst'[k] for k in range(5))}" for i in range(n)
        )
        document_of(names)
        return calls(lambda: linter.check_text(names, "a.txt"))

    work(10)
    assert exponent(work(100), work(400)) < MOST_CALLS
