"""LanguageTool’s own server: started once, shared, and gone whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from server_of import needs_server

import lint
from lint.config.settings import Config, LanguageTool
from lint.errors import BackendError
from lint.languagetool import local
from lint.languagetool.backend import Wanted
from lint.languagetool.local import Local

TEXT = "He is a honest man."


@pytest.fixture(autouse=True)
def _no_server_stays() -> Iterator[None]:
    local.close()  # another file's tests may have left one on this worker
    yield
    local.close()


def backend(timeout: float = 30.0) -> Local:
    return Local("en-GB", Wanted(frozenset({"EN_A_VS_AN"})), LanguageTool("local", timeout))


def running() -> local._Server:
    (server,) = local._servers.values()
    assert isinstance(server, local._Server)
    return server


def test_without_a_server_one_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    report = lint.load(Config(languagetool=LanguageTool("local"))).check_text("Further hsotage talks.")
    assert [f.message for f in report.failures] == [
        "LanguageTool’s server is not installed here; run: copydesk languagetool install"
    ]
    assert [f.text for f in report.shown()] == ["hsotage"]


def test_without_java_one_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "LanguageTool-6.8").mkdir()
    (tmp_path / "LanguageTool-6.8" / "languagetool-server.jar").touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("lint.languagetool.install.importlib.util.find_spec", lambda _: None)
    with pytest.raises(BackendError, match=r"needs Java 17 or later; run: pip install 'copydesk\[java\]'"):
        backend().check(TEXT)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for an old Java")
def test_a_java_that_is_too_old_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "LanguageTool-6.8").mkdir()
    (tmp_path / "LanguageTool-6.8" / "languagetool-server.jar").touch()
    (tmp_path / "java").write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    (tmp_path / "java").chmod(0o755)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(BackendError, match="did not start: Detected java 11"):
        backend().check(TEXT)


@needs_server
@pytest.mark.slow
class TestARealServer:
    def test_all_backends_of_a_run_share_one_and_close_ends_it(self) -> None:
        one, other = backend(), backend()
        assert one.check(TEXT) == other.check(TEXT)
        server = running()
        local.close()
        assert server.ended
        assert server._tool.guard.poll() is not None

    def test_killed_between_two_files_it_is_started_again(self) -> None:
        one = backend()
        one.check(TEXT)
        first = running()
        first._process.kill()
        first._process.wait()
        assert [f.id for f in one.check(TEXT)] == ["EN_A_VS_AN"]
        assert running() is not first

    def test_killed_while_it_works_it_is_a_failure(self) -> None:
        one = backend()
        one.check(TEXT)
        process = running()._process
        threading.Timer(0.1, process.kill).start()
        with pytest.raises(BackendError, match="ended before its time"):
            one.check(f"{TEXT} " * 60_000)
        assert [f.id for f in one.check(TEXT)] == ["EN_A_VS_AN"]

    def test_a_port_that_is_taken_is_passed_over(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            ports = [taken.getsockname()[1]]
            free = local._free_port
            monkeypatch.setattr(local, "_free_port", lambda host: ports.pop() if ports else free(host))
            assert [f.id for f in backend().check(TEXT)] == ["EN_A_VS_AN"]

    def test_too_little_memory_is_a_failure_and_leaves_no_process(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx12m")
        with pytest.raises(BackendError):
            backend(5.0).check(TEXT)
        local.close()
        assert until(lambda: not servers() & below(os.getpid())), "a server stayed behind"

    @pytest.mark.parametrize(
        ("sign", "seconds"), [(signal.SIGINT, 8), (signal.SIGTERM, 1), (signal.SIGKILL, 0.3), (signal.SIGKILL, 8)]
    )
    def test_no_orphan_whatever_ends_the_run(self, sign: signal.Signals, seconds: float, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("The council met again on Tuesday.\n\n" * 20_000)
        before = servers()
        run = subprocess.Popen(
            [sys.executable, "-m", "lint", "check", "--languagetool", "local", "--pack", "languagetool", tmp_path],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # a shell that runs the tests in the background has SIGINT ignored for all below it
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert until(lambda: bool(servers() - before)), "no server came up"
        time.sleep(seconds)
        run.send_signal(sign)
        run.wait(20)
        assert until(lambda: not servers() - before), "a server stayed behind"


def servers() -> set[int]:
    """The processes of this machine that are LanguageTool's server."""
    out = subprocess.run(["ps", "-ww", "-eo", "pid,stat,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in out.splitlines()[1:]]
    return {int(pid) for pid, stat, args in rows if "languagetool.server.HTTPServer" in args and "Z" not in stat}


def below(process: int) -> set[int]:
    """The children of a process, and theirs: other workers of the test run have servers of their own."""
    out = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    parents = {int(pid): int(parent) for pid, parent in (line.split() for line in out.splitlines()[1:])}
    found = {process}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {process}


def until(holds: object, seconds: float = 20) -> bool:
    assert callable(holds)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False
