from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lint.errors import NotText, ReadError
from lint.files.discover import HIDDEN, IGNORED, LICENCE, LINK, OTHER, discover, listed, once
from lint.files.read import read_bytes, read_document
from lint.files.write import rewrite


def names(folder: Path, *paths: str, **options: Any) -> list[str]:
    found = once(discover([str(folder / p) for p in paths] or [str(folder)], **options))[0]
    return [str(i.path.relative_to(folder)) for i in found]


def tree(folder: Path, *files: str) -> Path:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return folder


def test_folders_give_what_copydesk_reads(tmp_path: Path) -> None:
    tree(
        tmp_path, "b.md", "a.TXT", "c.html", "d.htm", "e.markdown", "f.jpg", "g.py", "sub/h.md", ".hidden/i.md", ".j.md"
    )
    assert names(tmp_path) == ["a.TXT", "b.md", "c.html", "d.htm", "e.markdown", "sub/h.md"]


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    tree(tmp_path, "notes.rst", ".hidden.md")
    assert names(tmp_path, "notes.rst", ".hidden.md") == [".hidden.md", "notes.rst"]


def test_licences_are_left_out_of_folders(tmp_path: Path) -> None:
    tree(tmp_path, "LICENSE.md", "licence.txt", "COPYING.txt", "LICENSE-MIT.txt", "license_de.md", "licensed.md")
    assert names(tmp_path) == ["licensed.md"]
    assert {i.reason for i in once(discover([str(tmp_path)]))[1]} == {LICENCE}
    assert names(tmp_path, "LICENSE.md") == ["LICENSE.md"]


def test_gitignore_is_respected_on_every_level(tmp_path: Path) -> None:
    tree(tmp_path, ".git/config", "a.md", "old/b.md", "sub/c.md", "sub/d.md", "sub/keep/e.txt")
    (tmp_path / ".gitignore").write_text("old/\n*.txt\n")
    (tmp_path / "sub/.gitignore").write_text("c.md\n!keep/e.txt\n")
    assert names(tmp_path) == ["a.md", "sub/d.md", "sub/keep/e.txt"]
    assert names(tmp_path, "sub") == ["sub/d.md", "sub/keep/e.txt"]


def test_excluded_files_are_left_out_unless_named(tmp_path: Path) -> None:
    tree(tmp_path, "a.md", "archive/b.md")

    def excluded(path: Path) -> bool:
        return path.parent.name == "archive"

    assert names(tmp_path, excluded=excluded) == ["a.md"]
    assert names(tmp_path, "archive/b.md", excluded=excluded) == ["archive/b.md"]
    assert names(tmp_path, "archive/b.md", excluded=excluded, force=True) == []


def left_out(folder: Path) -> dict[str, str]:
    return {str(i.path.relative_to(folder)): i.reason for i in once(discover([str(folder)]))[1]}


def test_what_is_left_out_has_a_reason(tmp_path: Path) -> None:
    tree(tmp_path, ".git/config", "a.docx", "b.png", ".c.md", ".DS_Store", "old/d.md", "e.md", "f/g.adoc")
    (tmp_path / ".gitignore").write_text("old/\n")
    (tmp_path / "link").symlink_to(tmp_path / "f")
    assert left_out(tmp_path) == {
        "a.docx": ".docx", "b.png": OTHER, ".c.md": HIDDEN, "old": IGNORED, "f/g.adoc": ".adoc", "link": LINK,
    }  # fmt: skip


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    tree(tmp_path, "a/x.md", "b/y.md", "b/z.pdf")
    paths = [str(tmp_path / p) for p in ("b", "a", "b/y.md", "a/../b/y.md")]
    one = once(discover(paths))
    assert once(discover(reversed(paths))) == one
    assert [(i.path.name, i.named) for i in one[0]] == [("x.md", False), ("y.md", True)]
    assert len(one[1]) == 1


def test_a_line_of_gitignore_that_is_no_pattern_is_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, ".git/config", "a.md", "b.md")
    (tmp_path / ".gitignore").write_text("!\na.md\n\\\n")
    assert names(tmp_path) == ["b.md"]


def test_folders_in_folders_without_end(tmp_path: Path) -> None:
    deep, levels = tmp_path, 150
    for _ in range(levels):
        deep /= "d"
        deep.mkdir()
    (deep / "a.md").write_text("x")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + levels // 2)
    try:
        (found,) = listed([str(tmp_path)])
    finally:
        sys.setrecursionlimit(limit)
    assert found.path == deep / "a.md"


def test_a_folder_that_cannot_be_searched_is_listed_with_the_reason(
    tmp_path: Path, locked: Callable[[str], None]
) -> None:
    tree(tmp_path, "a.md", "locked/b.md")
    locked("locked")
    problems = {i.path.name: i.problem for i in listed([str(tmp_path)])}
    assert problems == {"a.md": "", "locked": "this folder can't be searched: permission denied"}


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.docx", b"", "a Word file"),
        ("a.md", b"PK\x03\x04 word/document.xml", "a Word file"),
        ("a.md", b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        ("a.zip", b"PK\x03\x04", "a zip archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
        ("a.txt", b"%PDF-1.7", "a PDF file"),
        ("a.rtf", b"{\\rtf1 Teh", "an RTF file"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(name: str, raw: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(NotText, match=f"is {what}; copydesk reads .*[.]md"):
        read_document(name, read_bytes(tmp_path / name), "en-GB")


@pytest.mark.parametrize("name", ["a.doc", "a.rtf", "notes", "a.rst"])
def test_a_text_is_read_whatever_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Plain words.")
    assert read_document(name, read_bytes(tmp_path / name), "en-GB").source == "Plain words."


def test_each_file_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.md")
    assert names(tmp_path, "a.md", ".", "a.md") == ["a.md"]


def test_a_rewritten_file_keeps_its_mode_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    path.chmod(0o640)
    rewrite(path, b"one", b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "b.txt").symlink_to("a.txt")
    rewrite(tmp_path / "b.txt", b"one", b"two")
    assert (tmp_path / "b.txt").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"two"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"what the reporter wrote since")
    with pytest.raises(ReadError, match="changed"):
        rewrite(tmp_path / "a.txt", b"one", b"two")
    assert (tmp_path / "a.txt").read_bytes() == b"what the reporter wrote since"
    assert os.listdir(tmp_path) == ["a.txt"]
