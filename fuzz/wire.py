"""Answers of a LanguageTool server: findings that fit the text, or a failure; a broken one is never silence."""

from __future__ import annotations

import http.client
import io
import json
import socket
import threading
from functools import cache

import lint
import lint.languagetool.remote
from fuzz.pages import sound
from lint.config.settings import Config, LanguageTool

STORY = "The 😀 councillor has went to they house.\n\nIt was a try for the the team – a “good one”, they said.\n"
SECONDS = 1.0
"""The time that a server has; one that has closed the connection answers no more."""


def wire(data: bytes) -> None:
    """All that a server sends, the head of the answer among it."""
    server = _server()
    server.answer = data
    report = _linter().check_text(STORY, "a.txt")
    sound(report, STORY)
    assert report.failures or _is_whole(data), "a broken answer is taken for a good one"


def _is_whole(data: bytes) -> bool:
    """Whether this is an answer to a check of STORY, by Python's own readers of HTTP and JSON."""
    try:
        response = http.client.HTTPResponse(_Replay(data))  # type: ignore[arg-type]
        response.begin()
        answer = json.loads(response.read())
        units = len(STORY.strip().encode("utf-16-le")) // 2
        places = [(m["offset"], m["length"]) for m in answer["matches"]]
        fits = all(0 <= at < at + length <= units for at, length in places)
        named = all(isinstance(m["message"] + m["rule"]["id"], str) for m in answer["matches"])
    except (http.client.HTTPException, OSError, ValueError, LookupError, TypeError, RecursionError):
        return False
    return response.status == 200 and fits and named


class _Replay:
    """A socket that has received something."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, mode: str) -> io.BytesIO:
        """What has come."""
        return io.BytesIO(self._data)


class _Server:
    """Sends ``answer`` to whoever asks, and closes the connection."""

    def __init__(self) -> None:
        self.answer = b""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self._socket.accept()
            with client:
                try:
                    _read_request(client)
                    client.sendall(self.answer)
                except OSError:  # one that has heard enough
                    continue


def _read_request(client: socket.socket) -> None:
    """Takes in all that is asked: a connection that is closed with something unread is reset."""
    client.settimeout(SECONDS)
    with client.makefile("rb") as request:
        request.readline()
        request.read(int(http.client.parse_headers(request)["Content-Length"]))


@cache
def _server() -> _Server:
    return _Server()


@cache
def _linter() -> lint.Linter:
    lint.languagetool.remote.PAUSE = 0.01
    server = LanguageTool(_server().url, timeout=SECONDS, profile="all")
    return lint.load(Config(packs=("languagetool",), languagetool=server))
