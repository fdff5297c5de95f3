from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from lint.errors import ReadError
from lint.files.discover import listed, rewrite


def names(folder: Path, *paths: str, **options: Any) -> list[str]:
    found = listed([str(folder / p) for p in paths] or [str(folder)], **options)
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
    assert names(tmp_path, "notes.rst", ".hidden.md") == ["notes.rst", ".hidden.md"]


def test_gitignore_is_respected_on_every_level(tmp_path: Path) -> None:
    tree(tmp_path, ".git/config", "a.md", "old/b.md", "sub/c.md", "sub/d.md", "sub/keep/e.txt")
    (tmp_path / ".gitignore").write_text("old/\n*.txt\n")
    (tmp_path / "sub/.gitignore").write_text("c.md\n!keep/e.txt\n")
    assert names(tmp_path) == ["a.md", "sub/d.md", "sub/keep/e.txt"]
    assert names(tmp_path, "sub") == ["sub/d.md", "sub/keep/e.txt"]


def test_excluded_files_are_left_out_unless_named(tmp_path: Path) -> None:
    tree(tmp_path, "a.md", "archive/b.md")
    assert names(tmp_path, exclude=("archive/",), root=tmp_path) == ["a.md"]
    assert names(tmp_path, "archive/b.md", exclude=("archive/",), root=tmp_path) == ["archive/b.md"]
    assert names(tmp_path, "archive/b.md", exclude=("archive/",), root=tmp_path, force=True) == []


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
