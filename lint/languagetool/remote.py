"""A LanguageTool server somewhere: plain or behind a path, with or without an account."""

from __future__ import annotations

import os
from collections.abc import Collection
from functools import cached_property
from typing import Any

from lint.errors import BackendError
from lint.languagetool import wire
from lint.languagetool.backend import Found, Wanted, guarded
from lint.languagetool.embedded import known_ids

AT_ONCE = 8_000
"""Code points that one request carries; paragraphs are put together up to this."""
UNDER_WAY = 4
"""Requests under way at one time."""
TRIES = 4
_TRY_AGAIN = (429, 500, 502, 503, 504)


class Remote:
    """Speaks /v2/check at ``url``. Retries with growing pauses on 429 and 5xx (or as long as the server asks).

    The environment may hold COPYDESK_LANGUAGETOOL_USERNAME and COPYDESK_LANGUAGETOOL_API_KEY for a hosted service.
    """

    at_once = AT_ONCE

    def __init__(self, url: str, language: str, wanted: Wanted, timeout: float = 60.0, agent: str = "") -> None:
        self.url = url
        self._language = language
        self._wanted = wanted
        self._timeout = timeout
        self._agent = agent or "copydesk"

    def unknown(self, ids: Collection[str]) -> list[str]:
        """A server does not tell which rules it has; the data package of English does."""
        return sorted(set(ids) - known_ids()) if self._language.startswith("en") else []

    @cached_property
    def _pool(self) -> Any:
        import urllib3

        retry = urllib3.Retry(
            total=TRIES - 1,
            connect=1,
            read=1,
            backoff_factor=0.3,
            status_forcelist=_TRY_AGAIN,
            allowed_methods=None,
            respect_retry_after_header=True,
            raise_on_status=False,
        )
        return urllib3.PoolManager(
            maxsize=UNDER_WAY, block=True, retries=retry, timeout=self._timeout, headers={"User-Agent": self._agent}
        )

    def check(self, text: str) -> tuple[Found, ...]:
        """What the server finds, in code points. Raises BackendError when it gives no answer that can be used."""
        return self.ask(self.url, text)

    def ask(self, url: str, text: str) -> tuple[Found, ...]:
        """What the server at ``url`` (before or with /v2/check) finds in a text."""
        if not text.strip():
            return ()
        text = guarded(text)
        fields = wire.form(text, self._language, self._wanted) | _account()
        return wire.read(self._post(_check(url), fields), text)

    def _post(self, url: str, fields: dict[str, str]) -> bytes:
        import urllib3

        try:
            answer = self._pool.request("POST", url, fields=fields, encode_multipart=False)
        except urllib3.exceptions.HTTPError as e:
            raise BackendError(_why(url, e)) from e
        body: bytes = answer.data
        if answer.status == 200:
            return body
        said = " ".join(body[:200].decode("utf-8", "replace").split())
        message = _STATUS.get(answer.status, "LanguageTool at {url} answered {status}: {said}")
        raise BackendError(message.format(url=url, status=answer.status, said=said))


def _check(url: str) -> str:
    base = url.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return base + "/v2/check"


_STATUS = {
    404: "there is no LanguageTool at {url} (404); the address ends before /v2/check",
    429: "LanguageTool at {url} asks for fewer requests (429), still after " + str(TRIES) + " tries",
    401: "LanguageTool at {url} wants an account (401); set COPYDESK_LANGUAGETOOL_USERNAME and …_API_KEY",
    403: "LanguageTool at {url} refuses (403): {said}",
}


def _account() -> dict[str, str]:
    name = os.environ.get("COPYDESK_LANGUAGETOOL_USERNAME")
    key = os.environ.get("COPYDESK_LANGUAGETOOL_API_KEY")
    return {"username": name, "apiKey": key} if name and key else {}


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
            return f"LanguageTool at {url} did not answer in time"
        case urllib3.exceptions.LocationParseError() | urllib3.exceptions.LocationValueError():
            return f"‘{url}’ is no address; write http://HOST:PORT"
        case _:
            return f"the connection to LanguageTool at {url} broke off: {reason}"
