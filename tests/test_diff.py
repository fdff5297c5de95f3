"""``fix --diff``: exact for git, harmless for whoever looks at it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from conftest import OFF, copydesk, copydesk_in_bytes
from test_printable import HOSTILE, dangers

pytestmark = pytest.mark.usefixtures("one_pack")
W = "The the council met on Tuesday."
FILES = {
    "a.md": f"{W}\n".encode(),
    "sub dir/b c.md": f"{W}\r\nMore of it.\r\n".encode(),
    "no-end.txt": W.encode(),
    "latin.txt": f"Café. {W}".encode("cp1252"),
    "mark.txt": f"\ufeff{W}\n".encode(),
    "utf16.txt": f"{W}\n".encode("utf-16"),
    "command.md": f"One.\n\n::add-mask::{W}\n\n##[error]{W}\n".encode(),
    "control.md": f"\x1b]0;x\x07 {W}\u202e\n".encode(),
    "é.md": f"{W}\n".encode(),
    'we\tird"\n::error::\\\x1b[31m.md': f"{W}\n".encode(),
}


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name, raw in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    return tmp_path


def diff(folder: Path, *paths: str, on_github: str = "") -> bytes:
    """Its bytes, which are not in one encoding."""
    env = {"GITHUB_ACTIONS": on_github}
    code, stdout, stderr = copydesk_in_bytes("fix", *OFF, "--diff", *paths, cwd=folder, env=env)
    assert code == 1, stderr
    return stdout


def apply(folder: Path, patch: bytes) -> None:
    done = subprocess.run(["git", "apply", "-"], cwd=folder, input=patch, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("on_github", ["", "true"])
def test_what_is_shown_to_a_program_is_what_fix_would_do(on_github: str, drafts: Path) -> None:
    patch = diff(drafts, ".", on_github=on_github)
    apply(drafts, patch)
    applied = {name: (drafts / name).read_bytes() for name in FILES}
    for name, raw in FILES.items():
        (drafts / name).write_bytes(raw)
    assert copydesk("fix", *OFF, ".", cwd=drafts).returncode == 0
    assert applied == {name: (drafts / name).read_bytes() for name in FILES} != FILES


def test_in_a_log_of_github_commands_stop_for_the_diff(drafts: Path) -> None:
    first, *_, last, end = diff(drafts, ".", on_github="true").decode("latin-1").split("\n")
    token = re.fullmatch(r"::stop-commands::([0-9a-f]{32})", first)
    assert token
    assert (last, end) == (f"::{token[1]}::", "")


def test_it_is_applied_from_the_folder_where_it_was_made(drafts: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=drafts, check=True)
    apply(drafts / "sub dir", diff(drafts / "sub dir", "."))
    apply(drafts, diff(drafts, os.fspath(drafts / "a.md")))
    assert W not in (drafts / "sub dir" / "b c.md").read_text()
    assert W not in (drafts / "a.md").read_text()


def test_a_terminal_sees_no_control_characters(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.cli.diff._seen_by_a_person", lambda: True)
    (drafts / "hostile.md").write_text(W + HOSTILE.rstrip("\0\ud800") + "\n")
    done = copydesk("fix", *OFF, "--diff", ".", cwd=drafts)
    assert done.returncode == 1
    assert dangers(done.stdout) == []
    assert "-The the council met on Tuesday.\n+The council met on Tuesday.\n" in done.stdout
