"""How files are written: whole or not at all, and the same file afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import one_pack
import pytest
from conftest import OFF, ROOT, copydesk

from lint.errors import ReadError
from lint.files.write import clear_drafts, create, rewrite, save

ROOT_ONLY = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
pytestmark = pytest.mark.usefixtures("one_pack")
FAULT, MENDED = "The the council met on Tuesday.\n", "The council met on Tuesday.\n"


def fix(folder: Path, *paths: str) -> tuple[int, str]:
    done = copydesk("fix", *OFF, *paths, cwd=folder)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def one(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(FAULT)
    return path


# ---- links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["in", "in/link.md"])
def test_nothing_is_written_through_a_link_out_of_the_folder(named: str, tmp_path: Path) -> None:
    target = one(tmp_path / "out" / "target.md")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.md").symlink_to("../out/target.md")
    code, page = fix(tmp_path, named)
    assert (code, target.read_text()) == (3, FAULT)
    assert f"is a link to {target}, outside {tmp_path / 'in'}, so it was left as it is; name that file itself" in page
    assert fix(tmp_path, "out/target.md")[0] == 0
    assert target.read_text() == MENDED


def test_links_inside_the_folder_are_followed_once(tmp_path: Path) -> None:
    one(tmp_path / "docs" / "a.md")
    (tmp_path / "README.md").symlink_to("docs/a.md")
    code, page = fix(tmp_path, ".")
    assert (code, (tmp_path / "docs" / "a.md").read_text()) == (0, MENDED), page
    assert (tmp_path / "README.md").is_symlink()


def test_a_folder_may_be_a_link_itself(tmp_path: Path) -> None:
    one(tmp_path / "real" / "a.md")
    (tmp_path / "link").symlink_to("real")
    assert fix(tmp_path, "link/a.md")[0] == 0
    one(tmp_path / "real" / "a.md")
    assert fix(tmp_path, "link")[0] == 0
    assert (tmp_path / "real" / "a.md").read_text() == MENDED


def test_a_file_with_two_names_keeps_both(tmp_path: Path) -> None:
    one(tmp_path / "a.md")
    os.link(tmp_path / "a.md", tmp_path / "b.txt")
    code, page = fix(tmp_path, "a.md")
    assert (code, "has 2 names (hard links)" in page) == (3, True)
    assert (tmp_path / "a.md").read_text() == (tmp_path / "b.txt").read_text() == FAULT
    assert os.path.samefile(tmp_path / "a.md", tmp_path / "b.txt")


# ---- owner and mode --------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_read_only_stays_read_only(mode: int, tmp_path: Path) -> None:
    one(tmp_path / "a.md").chmod(mode)
    code, page = fix(tmp_path, ".")
    assert (code, (tmp_path / "a.md").read_text()) == (3, FAULT)
    assert "is read-only, so it was left as it is; to have it fixed, make it writable (chmod u+w)" in page


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o4755, 0o2664])
def test_the_mode_is_kept(mode: int, tmp_path: Path) -> None:
    one(tmp_path / "a.md").chmod(mode)
    assert fix(tmp_path, ".")[0] == 0
    assert ((tmp_path / "a.md").stat().st_mode & 0o7777, (tmp_path / "a.md").read_text()) == (mode, MENDED)


@ROOT_ONLY
def test_the_owner_is_kept(tmp_path: Path) -> None:
    os.chown(one(tmp_path / "a.md"), 1000, 1001)
    assert fix(tmp_path, ".")[0] == 0
    found = (tmp_path / "a.md").stat()
    assert (found.st_uid, found.st_gid, (tmp_path / "a.md").read_text()) == (1000, 1001, MENDED)


def test_an_owner_that_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one(tmp_path / "a.md")
    fstat = os.fstat

    def of_another(fd: int) -> os.stat_result:
        found = fstat(fd)
        return os.stat_result([*found[:4], found.st_uid + 1, *found[5:10]])

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fstat", of_another)
    monkeypatch.setattr(os, "chown", refuse)
    code, page = fix(tmp_path, ".")
    assert (code, (tmp_path / "a.md").read_text(), os.listdir(tmp_path)) == (3, FAULT, ["a.md"])
    assert "belongs to another user or group, and a fix would change that" in page


@ROOT_ONLY
def test_a_file_that_is_not_yours_stays_its_owners(tmp_path: Path) -> None:
    one(tmp_path / "a.md").chmod(0o644)
    tmp_path.chmod(0o777)
    for folder in list(tmp_path.parents)[:-2]:  # pytest’s own are for the one who runs it alone
        folder.chmod(folder.stat().st_mode | 0o011)
    code = f"""
import os, sys
from pathlib import Path
from lint.errors import ReadError
from lint.files.write import rewrite
os.chdir({os.fspath(tmp_path)!r})
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try: rewrite(Path("a.md"), {FAULT.encode()!r}, b"x")
except ReadError as e: print(e)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "can't be written by you, so it was left as it is; ask its owner, or fix a copy\n", (
        done.stderr
    )
    assert ((tmp_path / "a.md").read_text(), (tmp_path / "a.md").stat().st_uid) == (FAULT, 0)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="only Linux has them in Python")
def test_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = one(tmp_path / "a.md")
    try:
        os.setxattr(path, "user.desk", b"sports")
    except OSError:
        pytest.skip("this file system has none")
    rewrite(path, FAULT.encode(), MENDED.encode())
    assert os.getxattr(path, "user.desk") == b"sports"


# ---- files of our own making ---------------------------------------------------------------------


def test_a_report_goes_over_an_old_one_and_into_what_is_no_file(tmp_path: Path) -> None:
    path = one(tmp_path / "page.txt")
    path.chmod(0o640)
    save(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    save(Path(os.devnull), b"new")
    assert not os.path.isfile(os.devnull)
    (tmp_path / "link").symlink_to("page.txt")
    save(tmp_path / "link", b"newer")
    assert ((tmp_path / "link").is_symlink(), path.read_bytes()) == (True, b"newer")
    assert sorted(os.listdir(tmp_path)) == ["link", "page.txt"]


def test_a_new_file_has_the_mode_that_files_have_here(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    assert create(tmp_path / "a" / "b.yaml", "x")
    assert (tmp_path / "a" / "b.yaml").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_is_there_is_not_created_even_where_it_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    assert not create(tmp_path / "a", "x")
    assert not (tmp_path / "nowhere").exists()


# ---- drafts of runs that were killed -------------------------------------------------------------


def test_old_drafts_are_cleared_by_the_next_fix_and_nothing_else_is(tmp_path: Path) -> None:
    one(tmp_path / "sub" / "a.md")
    old, young = f".copydesk-{'0' * 16}.tmp", f".copydesk-{'1' * 16}.tmp"
    others = [
        young,
        ".a.md.abcd1234",
        ".copydesk-short.tmp",
        f"copydesk-{'0' * 16}.tmp",
        f".copydesk-{'0' * 16}.tmp.md",
    ]
    for name in (old, *others):
        (tmp_path / "sub" / name).write_text("x")
        if name != young:
            os.utime(tmp_path / "sub" / name, (time.time() - 3_600,) * 2)
    (tmp_path / "sub" / f".copydesk-{'2' * 16}.tmp").symlink_to("a.md")
    assert copydesk("fix", *OFF, "--diff", ".", cwd=tmp_path).returncode == 1
    assert (tmp_path / "sub" / old).exists()
    assert fix(tmp_path, ".")[0] == 0
    assert sorted(os.listdir(tmp_path / "sub")) == sorted([*others, "a.md", f".copydesk-{'2' * 16}.tmp"])
    clear_drafts(tmp_path / "no such folder")


STEPS = ["open", "write", "chmod", "fsync", "close", "replace"]
KILLED = """
import os, runpy, signal, sys
step, number = sys.argv.pop(1), int(sys.argv.pop(1))
real = getattr(os, step)
def killed(*args, **more):
    name = os.fspath(args[0]) if not isinstance(args[0], int) else os.readlink(f"/proc/self/fd/{args[0]}")
    done = real(*args, **more)
    if ".copydesk-" in name:
        os.kill(os.getpid(), number)
    return done
setattr(os, step, killed)
runpy.run_path(sys.argv.pop(1), run_name="__main__")
"""


def killed(folder: Path, step: str, number: int) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.fspath(ROOT)}
    command = [sys.executable, "-c", KILLED, step, str(number), one_pack.__file__, "fix", *OFF, "a.md"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="only Linux says what a number stands for")
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_file_is_whole_and_what_is_left_can_be_cleared(step: str, tmp_path: Path) -> None:
    one(tmp_path / "a.md")
    done = killed(tmp_path, step, signal.SIGKILL)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (tmp_path / "a.md").read_text() == (MENDED if step == "replace" else FAULT)
    left = [n for n in os.listdir(tmp_path) if n != "a.md"]
    assert len(left) == (step != "replace")
    for name in left:
        os.utime(tmp_path / name, (0, 0))
    assert fix(tmp_path, ".")[0] == 0
    assert (os.listdir(tmp_path), (tmp_path / "a.md").read_text()) == (["a.md"], MENDED)


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="only Linux says what a number stands for")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda s: s.name)
@pytest.mark.parametrize("step", ["open", "fsync"])
def test_a_signal_to_end_leaves_nothing_behind(step: str, number: signal.Signals, tmp_path: Path) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("the signal is ignored here, as nohup does it, and those who begin a process decide")
    one(tmp_path / "a.md")
    done = killed(tmp_path, step, number)
    assert done.returncode == (130 if number == signal.SIGINT else -number)
    assert (os.listdir(tmp_path), (tmp_path / "a.md").read_text()) == (["a.md"], MENDED)
    assert b"Traceback" not in done.stderr


def test_signals_are_as_they_were_afterwards(tmp_path: Path) -> None:
    before = [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)]
    rewrite(one(tmp_path / "a.md"), FAULT.encode(), MENDED.encode())
    assert [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_file_that_goes_meanwhile_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="can't be written: no such file"):
        rewrite(tmp_path / "a.md", b"x", b"y")
