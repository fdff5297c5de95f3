"""What is taken out leaves no trace, in every format."""

from __future__ import annotations

import pytest

from lint.fixes import deletion
from lint.formats import parse
from lint.span import Span


def without(source: str, ending: str, unwanted: str) -> str | None:
    """The source without the blocks that hold a word; None where none of them can go."""
    document = parse("story" + ending, source, "en-GB")
    gone = {i for i, text in enumerate(document.texts) if unwanted in text}
    assert gone
    spans = deletion.blocks(document, gone)
    for span in reversed(spans):
        source = source[: span.start] + source[span.end :]
    return source if spans else None


@pytest.mark.parametrize(
    ("ending", "before", "after"),
    [
        pytest.param(".txt", "One.\n\nSPAM.\n\nTwo.\n", "One.\n\nTwo.\n", id="between paragraphs"),
        pytest.param(".txt", "One.\n\nSPAM.\n", "One.\n", id="at the end"),
        pytest.param(".txt", "One.\n\nSPAM.\n\n\n", "One.\n", id="at the end, with empty lines"),
        pytest.param(".txt", "One.\n\nSPAM.", "One.\n", id="at the end, without a line end"),
        pytest.param(".txt", "SPAM.\n\nOne.\n", "One.\n", id="at the top"),
        pytest.param(".txt", "\ufeffSPAM.\n\nOne.\n", "\ufeffOne.\n", id="after a byte order mark"),
        pytest.param(".txt", "SPAM.\n", "", id="all there is"),
        pytest.param(".txt", "One.\r\n\r\nSPAM.\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n", id="CRLF"),
        pytest.param(".txt", "One.\r\rSPAM.\r\rTwo.\r", "One.\r\rTwo.\r", id="CR"),
        pytest.param(".txt", "One.\n\nSPAM.\n\nSPAM too.\n", "One.\n", id="two at the end"),
        pytest.param(".txt", "One.\n\nSPAM.\nSPAM wrapped.\n\nTwo.\n", "One.\n\nTwo.\n", id="wrapped"),
        pytest.param(".txt", f"{'One. ' * 30}\nSPAM.\nTwo.\n", f"{'One. ' * 30}\nTwo.\n", id="one to a line"),
        pytest.param(".md", "- One.\n- SPAM\n- Two.\n", "- One.\n- Two.\n", id="item"),
        pytest.param(".md", "- One.\n\n- SPAM\n\n- Two.\n", "- One.\n\n- Two.\n", id="item of a loose list"),
        pytest.param(".md", "One.\n\n- SPAM\n- SPAM\n\nTwo.\n", "One.\n\nTwo.\n", id="whole list"),
        pytest.param(".md", "1. One\n   - SPAM\n   - in\n2. Two\n", "1. One\n   - in\n2. Two\n", id="nested item"),
        pytest.param(".md", "One.\n\n> SPAM.\n\nTwo.\n", "One.\n\nTwo.\n", id="whole quotation"),
        pytest.param(".md", "> One.\n>\n> SPAM.\n>\n> Two.\n", "> One.\n>\n> Two.\n", id="in a quotation"),
        pytest.param(".md", "> One.\n>\n> SPAM.\n\nTwo.\n", "> One.\n\nTwo.\n", id="at a quotation's end"),
        pytest.param(".md", "One.\n## SPAM\nTwo.\n", "One.\n\nTwo.\n", id="heading that keeps paragraphs apart"),
        pytest.param(".md", "One.\n\nSPAM\n----\n\nTwo.\n", "One.\n\nTwo.\n", id="underlined heading"),
        pytest.param(".md", "One.\n\n**SPAM:** [a](http://x.y)\n\nTwo.\n", "One.\n\nTwo.\n", id="links and bold"),
        pytest.param(".md", "---\ntitle: x\n---\nSPAM.\n\nTwo.\n", "---\ntitle: x\n---\n\nTwo.\n", id="after front matter"),
        pytest.param(".md", "One.\n\n<p>SPAM.</p>\n\nTwo.\n", "One.\n\nTwo.\n", id="HTML in Markdown"),
        pytest.param(".html", "<p>One.</p><p>SPAM.</p><p>Two.</p>", "<p>One.</p><p>Two.</p>", id="amid a line"),
        pytest.param(".html", "<p>One.</p>\n  <p>SPAM.</p>\n<p>Two.</p>\n", "<p>One.</p>\n<p>Two.</p>\n", id="a line of its own"),
        pytest.param(".html", "<p>One.\n<p>SPAM.\n<p>Two.\n", "<p>One.\n<p>Two.\n", id="without end tags"),
        pytest.param(".html", "<ul><li>One<li>SPAM</ul>", "<ul><li>One</ul>", id="item without end tag"),
        pytest.param(".html", "<p>One.</p><ul><li>SPAM</li><li>SPAM</li></ul>", "<p>One.</p>", id="list of nothing else"),
        pytest.param(".html", "<p>One.</p><div><p><b>SPAM</b></p></div>", "<p>One.</p>", id="div of nothing else"),
        pytest.param(".html", "<a href='x'><div>SPAM</div></a><p>One.</p>", "<p>One.</p>", id="in a link"),
        pytest.param(".html", "<div><p>SPAM</p><img src='x'></div>", "<div><img src='x'></div>", id="beside a picture"),
        pytest.param(".html", "<p>SPAM &amp; more</p><p>One.</p>", "<p>One.</p>", id="entities"),
    ],
)  # fmt: skip
def test_a_block_goes_without_a_trace(ending: str, before: str, after: str) -> None:
    assert without(before, ending, "SPAM") == after


@pytest.mark.parametrize(
    ("ending", "source"),
    [
        pytest.param(".md", "| One | SPAM |\n|---|---|\n| a | b |\n", id="a cell of a table"),
        pytest.param(".md", "---\ntitle: SPAM\n---\nOne.\n", id="front matter"),
        pytest.param(".md", "- SPAM\n  - Two\n", id="an item with a list in it"),
        pytest.param(".md", "![SPAM](a.png) and words.\n", id="a picture’s text"),
        pytest.param(".md", "[^1]: SPAM\n", id="a footnote"),
        pytest.param(".html", "<table><tr><td>SPAM</td><td>One</td></tr></table>", id="a cell"),
        pytest.param(".html", "<p>SPAM <img src='minister.jpg'></p>", id="a paragraph with a picture"),
        pytest.param(".html", "SPAM<br><img src='x'>", id="text in no element"),
        pytest.param(".html", "<title>SPAM</title><p>One.</p>", id="a page’s title"),
        pytest.param(".html", "<div>SPAM<!-- copydesk: ignore --></div>", id="a comment in it"),
    ],
)
def test_what_cannot_go_alone_stays(ending: str, source: str) -> None:
    assert without(source, ending, "SPAM") is None


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("One. SPAM. Two.", "One. Two."),
        ("SPAM. Two.", "Two."),
        ("One. SPAM.", "One."),
        ("One. SPAM.\n\nTwo.", "One.\n\nTwo."),
        ("oneSPAM. two", "one two"),
    ],
)
def test_words_go_with_the_space_they_would_leave_double(source: str, after: str) -> None:
    document = parse("a.txt", source, "en-GB")
    at = source.index("SPAM.")
    span = deletion.words(document, Span(at, at + 5))
    assert source[: span.start] + source[span.end :] == after
