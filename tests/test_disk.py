"""What is read from disk: regular files, and no more of them than was said."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from lint import disk


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree")
    assert disk.contents(tmp_path / "a") == b"\xef\xbb\xbfone\r\ntwo\rthree"
    assert disk.text(tmp_path / "a") == "one\ntwo\nthree"
    (tmp_path / "link").symlink_to("a")
    assert disk.contents(tmp_path / "link") == disk.contents(tmp_path / "a")


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.fspath(tmp_path / "socket"))
    for name, says in (
        ("pipe", "it is a pipe"),
        ("zero", "it is a device"),
        ("socket", "it is a socket"),
        (".", "Is a"),
    ):
        with pytest.raises(OSError, match=says):
            disk.contents(tmp_path / name)


def test_a_file_that_becomes_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").write_bytes(b"")
    regular = os.stat(tmp_path / "b")
    monkeypatch.setattr(os, "stat", lambda *_, **__: regular)
    with pytest.raises(OSError, match="it is a pipe"):
        disk.contents(tmp_path / "a")


def test_a_file_has_a_most(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert disk.contents(tmp_path / "a", 5) == b"12345"
    with pytest.raises(disk.TooLarge, match="it has 5 bytes, and 4 bytes is the most that is read"):
        disk.contents(tmp_path / "a", 4)
    os.truncate(tmp_path / "a", 2_000_000_000)  # nothing of it is read
    with pytest.raises(disk.TooLarge, match="it has 2 GB, and 10 MB"):
        disk.contents(tmp_path / "a")


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="only Linux has files without a size")
def test_a_file_that_does_not_know_its_size_has_a_most_too() -> None:
    with pytest.raises(disk.TooLarge):
        disk.contents(Path("/proc/self/maps"), 100)


@pytest.mark.parametrize(
    ("amount", "size"),
    [
        ("20 MB", 20_000_000), ("500kB", 500_000), ("1.5 gb", 1_500_000_000), (" 1 MB ", 1_000_000), ("20", None), ("0 MB", None),
        ("-1 MB", None), ("MB", None), ("1e9 MB", None), ("١ MB", None), ("9" * 5_000 + " MB", None), ("nan MB", None),
    ],
)  # fmt: skip
def test_sizes_are_a_number_and_its_unit(amount: str, size: int | None) -> None:
    assert disk.size_of(amount) == size


def test_a_path_is_in_a_folder_where_its_links_lead(tmp_path: Path) -> None:
    (home := tmp_path / "home").mkdir()
    (home / "out").symlink_to(tmp_path)
    (home / "circle").symlink_to("circle")
    inside = [home / "a", home / "b" / ".." / "a", home / "out" / "home" / "a", home / "circle"]
    outside = [home / ".." / "a", home / "out" / "a", tmp_path / "homes", Path("/etc/passwd")]
    assert [disk.is_in(home, p) for p in inside + outside] == [True] * 4 + [False] * 4


def test_the_repository_is_the_nearest_folder_that_git_keeps(tmp_path: Path) -> None:
    (folder := tmp_path / "news" / "desk").mkdir(parents=True)
    assert disk.repository(folder) == folder
    (tmp_path / "news" / ".git").write_text("gitdir: ../elsewhere")  # as in a worktree
    assert disk.repository(folder) == tmp_path / "news"


def test_what_is_too_much_never_looks_like_enough() -> None:
    assert [disk.amount(n) for n in (999, 1_000, 10_000_000, 10_000_001)] == ["999 bytes", "1 kB", "10 MB", "10.1 MB"]
