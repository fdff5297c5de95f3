"""formats/<format>/NAME.in → NAME.prose: each block's scope and what is read. --update writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.document import DUMMY, Document
from lint.formats import FORMATS, parse

FOLDER = Path(__file__).parent / "formats"
ENDINGS = {"plain": ".txt", "markdown": ".md", "html": ".html"}
CASES = sorted(FOLDER.rglob("*.in"))


def shown(document: Document) -> str:
    lines = []
    for block in document.blocks:
        text = block.span.of(document.prose).replace("\n", "⏎").replace(DUMMY, "□")
        lines.append(f"{block.scope}: {text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_what_is_read(case: Path, request: pytest.FixtureRequest) -> None:
    source = case.read_bytes().decode()
    got = shown(parse("story" + ENDINGS[case.parent.name], source, "en-GB"))
    expected = case.with_suffix(".prose")
    if request.config.getoption("--update"):
        expected.write_text(got)
    assert got == expected.read_text()


@pytest.mark.parametrize("ending", sorted(FORMATS))
@pytest.mark.parametrize(
    "source",
    [
        "",
        " ",
        "\n",
        "\ufeff",
        "\x00",
        "\ud800",
        "<",
        "&",
        "&amp",
        "---\n",
        "---\na: [\n---\nx",
        "{{<",
        "[](",
        "\r\r\n\n",
        "`",
        "<!--",
        "<p",
    ],
)
def test_odd_sources_are_read_without_loss(ending: str, source: str) -> None:
    assert parse("x" + ending, source, "en-GB").source == source


def test_an_unknown_ending_is_plain_text() -> None:
    assert parse("x.rst", "*a*", "en-GB").prose == "*a*"
