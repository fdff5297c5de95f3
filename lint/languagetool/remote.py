"""A LanguageTool server somewhere: plain or behind a path, with or without an account."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lint.errors import BackendError
from lint.languagetool import wire
from lint.languagetool.backend import Found, Wanted, guarded
from lint.languagetool.embedded import known_ids

AT_ONCE = 8_000
"""Code points that one request carries; paragraphs are put together up to this."""
UNDER_WAY = 4
"""Requests under way at one time."""
TRIES = 4
PAUSE = 0.3
"""Seconds before the first repetition of a request; each further pause is twice as long."""
LONGEST_PAUSE = 30.0
"""Seconds that a server may ask us to wait (Retry-After); one that asks for more is not waited for."""
MOST_BYTES = 16 * 2**20
"""The largest answer that is read, after decompression; one for AT_ONCE code points takes a few hundred kilobytes."""
_CHUNK = 2**16
_TRY_AGAIN = (429, 500, 502, 503, 504)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Remote:
    """Speaks /v2/check at ``url``. Retries with growing pauses on 429 and 5xx (or after as long as the server asks).

    Redirects are not followed: a story goes to the address that was named and to no other. One answer with all its
    repetitions takes ``timeout`` seconds at most. The environment may hold COPYDESK_LANGUAGETOOL_USERNAME and
    COPYDESK_LANGUAGETOOL_API_KEY for a hosted service; ``allowed`` says that the person who runs copydesk has named
    this address, and COPYDESK_LANGUAGETOOL_URL says so too. To another address, and over plain http to another
    machine, no account is sent.
    """

    at_once = AT_ONCE

    def __init__(
        self,
        url: str,
        language: str,
        wanted: Wanted,
        timeout: float = 60.0,
        agent: str = "",
        *,
        allowed: bool = False,
    ) -> None:
        self.url = url
        self._language = language
        self._wanted = wanted
        self._timeout = timeout
        self._agent = agent or "copydesk"
        self._account = _account() if _may_have_the_account(url, allowed=allowed) else {}

    def unknown(self, ids: Collection[str]) -> list[str]:
        """A server does not tell which rules it has; the data package of English does."""
        return sorted(set(ids) - known_ids()) if self._language.startswith("en") else []

    @cached_property
    def _pool(self) -> Any:
        import urllib3

        return urllib3.PoolManager(maxsize=UNDER_WAY, block=True, headers={"User-Agent": self._agent})

    def check(self, text: str) -> tuple[Found, ...]:
        """What the server finds, in code points. Raises BackendError when it gives no answer that can be used."""
        return self.ask(self.url, text)

    def ask(self, url: str, text: str) -> tuple[Found, ...]:
        """What the server at ``url`` (before or with /v2/check) finds in a text."""
        if not text.strip():
            return ()
        text = guarded(text)
        fields = wire.form(text, self._language, self._wanted) | self._account
        return wire.read(_in_time(lambda: self._post(_check(url), fields), url, self._timeout), text)

    def _post(self, url: str, fields: dict[str, str]) -> bytes:
        deadline = time.monotonic() + self._timeout
        for attempt in range(TRIES):
            answer = self._request(url, fields, deadline)
            if answer.status == 200:
                return answer.body
            pause = answer.retry_after if answer.retry_after is not None else PAUSE * 2**attempt
            too_long = pause > LONGEST_PAUSE or time.monotonic() + pause > deadline
            if answer.status not in _TRY_AGAIN or too_long or attempt == TRIES - 1:
                raise BackendError(_refusal(url, answer))
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _request(self, url: str, fields: dict[str, str], deadline: float) -> _Answer:
        import urllib3

        try:
            response = self._pool.request(
                "POST",
                url,
                fields=fields,
                encode_multipart=False,
                redirect=False,
                retries=urllib3.Retry(connect=1, read=1, redirect=0, status=0, other=0),
                timeout=max(0.1, deadline - time.monotonic()),
                preload_content=False,
            )
            try:
                body = _read(response, url, deadline)
            except BaseException:
                response.close()  # what is left of it is of no use to the next request
                raise
            response.release_conn()
        except urllib3.exceptions.HTTPError as e:
            raise BackendError(_why(url, e)) from e
        return _Answer(
            response.status, body, _seconds(response.headers.get("Retry-After")), response.headers.get("Location", "")
        )


class _Answer(NamedTuple):
    """``retry_after``: seconds, where the server asks to be left alone so long."""

    status: int
    body: bytes
    retry_after: float | None
    location: str


def _read(response: Any, url: str, deadline: float) -> bytes:
    """The body of an answer, read as it comes, within its bounds."""
    body = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > MOST_BYTES:
            raise BackendError(f"the answer of LanguageTool at {url} has no end ({MOST_BYTES // 2**20} MB and more)")
        if time.monotonic() > deadline:
            raise BackendError(_LATE.format(url=url))
    return bytes(body)


def _in_time(work: Callable[[], bytes], url: str, seconds: float) -> bytes:
    """What the work returns; it is waited for so long and no longer, whatever a server does to keep it waiting."""
    done: list[bytes | BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as e:
            done.append(e)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds + _GRACE)
    if not done:
        raise BackendError(_LATE.format(url=url))
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


_GRACE = 1.0
"""Seconds beyond the time limit, so that the work itself can say what it waited for."""
_LATE = "LanguageTool at {url} did not answer in time"


def _seconds(retry_after: str | None) -> float | None:
    """``Retry-After`` in seconds; a date is treated as too long a wait."""
    if retry_after is None:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        return LONGEST_PAUSE + 1


def _refusal(url: str, answer: _Answer) -> str:
    """Why an answer is none, in words."""
    if 300 <= answer.status < 400:
        to = f" to {answer.location}" if answer.location else ""
        return (
            f"LanguageTool at {url} redirects ({answer.status}){to}; a story is not sent on: name that address itself, "
            "if you trust it"
        )
    said = " ".join(answer.body[:200].decode("utf-8", "replace").split()) or "an empty answer"
    message = _STATUS.get(answer.status, "LanguageTool at {url} answered {status}: {said}")
    return message.format(url=url, status=answer.status, said=said)


def _check(url: str) -> str:
    base = url.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return base + "/v2/check"


_STATUS = {
    404: "there is no LanguageTool at {url} (404); the address ends before /v2/check",
    429: "LanguageTool at {url} asks for fewer requests (429), tried up to " + str(TRIES) + " times",
    401: "LanguageTool at {url} wants an account (401); set COPYDESK_LANGUAGETOOL_USERNAME and …_API_KEY, and name the "
    "address with --languagetool or COPYDESK_LANGUAGETOOL_URL",
    403: "LanguageTool at {url} refuses (403): {said}",
}


def _account() -> dict[str, str]:
    name = os.environ.get("COPYDESK_LANGUAGETOOL_USERNAME")
    key = os.environ.get("COPYDESK_LANGUAGETOOL_API_KEY")
    return {"username": name, "apiKey": key} if name and key else {}


def _may_have_the_account(url: str, *, allowed: bool) -> bool:
    """Whether an address was named by the person who runs copydesk, not by a draft's repository alone, and the way
    there is encrypted or does not leave this machine."""
    ours = os.environ.get("COPYDESK_LANGUAGETOOL_URL", "")
    named = allowed or (ours != "" and _check(ours) == _check(url))
    try:
        parts = urlsplit(url)
        return named and (parts.scheme == "https" or parts.hostname in _LOOPBACK)
    except ValueError:
        return False


def _why(url: str, error: Exception) -> str:
    """What kept an answer from coming, in words."""
    import urllib3

    reason = getattr(error, "reason", None) or error
    match reason:
        case urllib3.exceptions.SSLError():
            return f"the certificate of {url} is not valid: {reason}"
        case urllib3.exceptions.NameResolutionError():
            return f"there is no host of that name: {url}"
        case urllib3.exceptions.NewConnectionError():
            return f"nothing answers at {url}; is LanguageTool running there?"
        case urllib3.exceptions.TimeoutError():
            return _LATE.format(url=url)
        case urllib3.exceptions.LocationParseError() | urllib3.exceptions.LocationValueError():
            return f"‘{url}’ is no address; write http://HOST:PORT"
        case _:
            return f"the connection to LanguageTool at {url} broke off: {reason.args[-1] if reason.args else reason}"
