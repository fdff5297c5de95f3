"""Input of every bad kind: a clear message, the documented exit code, and the other files are still checked."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from conftest import OFF, copydesk

import lint
from lint.config.settings import Config, LanguageTool
from lint.files.discover import listed


def check(folder: Path, *names: str) -> dict[str, lint.Report]:
    linter = lint.load(Config(languagetool=LanguageTool("off")))
    return {Path(r.path).name: r for r in linter.check_files(listed([str(folder / n) for n in names] or [str(folder)]))}


def test_an_empty_file_is_clean(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"")
    report = check(tmp_path)["a.md"]
    assert report.complete
    assert report.findings == ()


@pytest.mark.parametrize("names", [["a.txt", "b.txt"], []])
def test_a_story_that_is_not_read_is_a_failure_named_or_found(names: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text\x00more")
    (tmp_path / "b.txt").write_text("The hsotage talks.")
    (tmp_path / "c.md").write_bytes(b"PK\x03\x04 word/document.xml")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\0")
    found = check(tmp_path, *names)
    assert "NUL at byte 4" in found["a.txt"].failures[0].message
    assert len(found["b.txt"].findings) == 1
    if not names:
        assert "is a Word file" in found["c.md"].failures[0].message
        assert "d.png" not in found


def test_bytes_that_are_not_utf8_are_read_as_windows_1252_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The hsotage café “talks”.".encode("cp1252"))
    report = check(tmp_path)["a.txt"]
    assert "Windows-1252" in report.notes[0]
    (finding,) = report.findings
    assert (finding.text, finding.excerpt.text) == ("hsotage", "The hsotage café “talks”.")
    (tmp_path / "b.txt").write_bytes(b"\x81\x8d")
    assert "neither UTF-8 nor Windows-1252" in check(tmp_path, "b.txt")["b.txt"].failures[0].message


def test_utf16_and_byte_order_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The hsotage talks.".encode("utf-16"))
    (tmp_path / "b.txt").write_bytes("\ufeffThe hsotage talks.".encode())
    for name, at in (("a.txt", 5), ("b.txt", 5)):
        (finding,) = check(tmp_path)[name].findings
        assert finding.place.span.start == at


@pytest.mark.slow
@pytest.mark.parametrize(("ending", "size"), [(".txt", 1_000_000), (".md", 100_000), (".html", 100_000)])
def test_a_megabyte_on_one_line(tmp_path: Path, ending: str, size: int) -> None:
    """In one format, that is: how reading grows in each, test_growth knows, and checking is the same for all."""
    sentence = "The ministers met in London and said that all was well. "
    (tmp_path / ("a" + ending)).write_text(sentence * (size // len(sentence)) + "The hsotage.")
    started = time.process_time()
    report = check(tmp_path)["a" + ending]
    assert report.complete
    assert [f.text for f in report.shown()] == ["hsotage"]
    assert time.process_time() - started < 60


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "9" * 5_000,
        "x" * 200_000,
        "( " * 20_000,
        "e" + "\u0301" * 5_000,
        "<" * 20_000,
        "[" * 5_000,
        "> " * 2_000,
        "“" * 5_000,
        "'a " * 2_000,
        "{{" * 9_000,
    ],
)
def test_endless_things_end(tmp_path: Path, text: str) -> None:
    for ending in (".txt", ".md", ".html"):
        (tmp_path / ("a" + ending)).write_text(text + " the hsotage")
    started = time.process_time()
    assert all(r.complete for r in check(tmp_path).values())
    assert time.process_time() - started < 30


def test_a_missing_path_is_a_failure(tmp_path: Path) -> None:
    assert check(tmp_path, "none.md")["none.md"].failures[0].message == "there is no such file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file; run as an ordinary user")
def test_an_unreadable_file_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "a.md").chmod(0)
    assert "permission" in check(tmp_path)["a.md"].failures[0].message


def test_a_file_that_fails_to_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("x")

    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert check(tmp_path)["a.md"].failures[0].message == "can't be read: permission denied"


def test_links_that_go_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The hsotage.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.md").symlink_to(tmp_path / "self.md")
    found = check(tmp_path)
    assert len(found["a.md"].findings) == 1
    assert found["self.md"].failures
    assert set(found) == {"a.md", "self.md"}


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    (tmp_path / "a.md" / "b.md").write_text("The hsotage.")
    assert set(check(tmp_path)) == {"b.md"}


def house(folder: Path, token: str) -> None:
    (folder / "rules/house").mkdir(parents=True)
    (folder / ".copydesk.yaml").write_text("packs: [default, rules/house]\n")
    (folder / "rules/house/r.yaml").write_text(
        f"- id: x\n  kind: existence\n  tokens: ['{token}']\n  message: m\n  why: because\n"
        "  examples: [{bad: '[[x]]'}, {ok: y}]\n"
    )
    (folder / "a.md").write_text("The hsotage " + "a" * 40 + "!\n")


def test_a_rule_with_a_bad_pattern_gives_two_with_file_and_line(tmp_path: Path) -> None:
    house(tmp_path, "a(b")
    done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "rules/house/r.yaml:3: ‘a(b’ is not a valid pattern" in done.stderr


@pytest.mark.slow
def test_a_rule_that_backtracks_without_end_is_a_failure_by_name(tmp_path: Path) -> None:
    house(tmp_path, "(?:a|a)+b")
    done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert done.returncode == 3
    assert "house.x" in done.stdout
    assert "longer than 2 s" in done.stdout
    assert "hsotage → hostage" in done.stdout
