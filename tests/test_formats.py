"""formats/<format>/NAME.in → NAME.prose: each block's scope and what is read. --update writes them anew."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

import lint
from lint.document import DUMMY, Document
from lint.errors import NotText, ReadError
from lint.files.discover import Listed, listed
from lint.finding import Edit
from lint.formats import FORMATS, parse
from lint.formats.base import edited
from lint.span import Span

FOLDER = Path(__file__).parent / "formats"
ENDINGS = {"plain": ".txt", "markdown": ".md", "mdx": ".mdx", "html": ".html"}
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


# ---- bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", sorted(FORMATS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_fix_keeps_encoding_byte_order_mark_and_line_ends(ending: str, encoding: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    raw = f"{mark}A café opened.\r\n\r\nIt utilises one stove.\r\n".encode(encoding)
    start = FORMATS[ending].read("a" + ending, raw, "en-GB").source.index("utilises")
    new = FORMATS[ending].write(raw, [Edit(Span(start, start + 8), "uses")])
    assert new == raw.replace(
        "utilises".encode(encoding.replace("-sig", "")), "uses".encode(encoding.replace("-sig", ""))
    )


def test_a_guessed_encoding_is_noted() -> None:
    document = FORMATS[".md"].read("a.md", "The café.".encode("cp1252"), "en-GB")
    assert document.source == "The café."
    assert document.notes == ("not UTF-8 (byte 7), so read as Windows-1252; save it as UTF-8",)
    assert FORMATS[".md"].read("a.md", "The café.".encode(), "en-GB").notes == ()


@pytest.mark.parametrize("raw", [b"a\x00b", "wide".encode("utf-32"), b"\xff\xfe\x00\x00"])
def test_what_is_no_text_is_called_so(raw: bytes) -> None:
    with pytest.raises(NotText):
        FORMATS[".txt"].read("a.txt", raw, "en-GB")


def test_a_letter_that_the_encoding_lacks_is_reported() -> None:
    with pytest.raises(ReadError, match="Windows-1252, which has no ‘ł’"):
        FORMATS[".txt"].write(b"caf\xe9", [Edit(Span(0, 0), "ł")])


class Ledger:
    """A made-up binary format: a zipped story behind eight bytes of its own."""

    HEAD = b"LEDGER\x00\x01"

    def read(self, path: str, raw: bytes, dialect: str) -> Document:
        """The story in the ledger."""
        if not raw.startswith(self.HEAD):
            raise NotText("is no ledger")
        return parse("story.txt", zlib.decompress(raw[len(self.HEAD) :]).decode(), dialect)

    def write(self, raw: bytes, edits: Sequence[Edit]) -> bytes:
        """The ledger with the story edited."""
        story = zlib.decompress(raw[len(self.HEAD) :]).decode()
        return self.HEAD + zlib.compress(edited(story, edits).encode())


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(FORMATS, ".ledger", Ledger())
    path = tmp_path / "a.ledger"
    path.write_bytes(Ledger.HEAD + zlib.compress(b"The the council met.\n\nThe goverment paid.\n"))
    return path


def test_a_binary_format_is_checked_and_found_in_folders(linter: lint.Linter, ledger: Path) -> None:
    (report,) = linter.check_files(listed([str(ledger.parent)]))
    assert report.complete
    assert [(f.text, f.place.start) for f in report.findings] == [("The the", (1, 1)), ("goverment", (3, 5))]


def test_a_binary_format_is_fixed_as_bytes(linter: lint.Linter, ledger: Path) -> None:
    (fixed,) = linter.fix_files([Listed(ledger, True)], unsafe=True)
    assert fixed.raw == ledger.read_bytes()
    assert Ledger().read("a.ledger", fixed.new, "en-GB").source == "The council met.\n\nThe government paid.\n"
    assert fixed.after == "The council met.\n\nThe government paid.\n"


def test_a_file_of_a_binary_format_that_is_none_is_a_failure_named_or_found(linter: lint.Linter, ledger: Path) -> None:
    ledger.write_bytes(b"a letter")
    assert linter.check_file(ledger).failures[0].message == "is no ledger"
    (report,) = linter.check_files(listed([str(ledger.parent)]))
    assert [f.message for f in report.failures] == ["is no ledger"]


def test_a_text_is_checked_under_the_name_of_a_binary_file(linter: lint.Linter, ledger: Path) -> None:
    assert [f.text for f in linter.check_text("The goverment paid.", "a.ledger").findings] == ["goverment"]
