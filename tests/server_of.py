"""A small HTTP server whose answers a test writes, and what is needed to run a real LanguageTool."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from lint.languagetool import install

Answer = Callable[[dict[str, str]], tuple[int, dict[str, str], bytes]]

needs_server = pytest.mark.skipif(
    install.jar() is None or install.java() is None,
    reason="LanguageTool’s server or Java is missing: copydesk languagetool status",
)


def ok(body: object) -> tuple[int, dict[str, str], bytes]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return 200, {"Content-Type": "application/json"}, raw


NOTHING = {"software": {"name": "LanguageTool", "version": "6.8"}, "matches": []}


@contextmanager
def serving(answer: Answer, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server that answers every POST with what ``answer`` makes of its form."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8", "surrogatepass"))
            fields = {k: v[0] for k, v in form.items()} | {"path": self.path, "agent": self.headers["User-Agent"]}
            status, headers, body = answer(fields)
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            if "Content-Length" in headers:  # it promised more
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *_: object) -> None:  # a client that has gone away is no news
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
        server.shutdown()
