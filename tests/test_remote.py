from __future__ import annotations

import contextlib
import gzip
import os
import socket
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import trustme
from server_of import NOTHING, Answer, ok, serving

import lint
from lint.config.settings import Config, LanguageTool
from lint.errors import BackendError
from lint.languagetool.backend import Wanted
from lint.languagetool.remote import TRIES, UNDER_WAY, Remote

WANTED = Wanted(frozenset({"EN_A_VS_AN"}))


def remote(url: str, timeout: float = 5.0) -> Remote:
    return Remote(url, "en-GB", WANTED, timeout)


@pytest.mark.parametrize("tail", ["", "/", "/v2", "/v2/", "/v2/check", "/behind/a/path"])
def test_the_address_may_end_anywhere(tail: str) -> None:
    paths = []

    def answer(form: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        paths.append(form["path"])
        return ok(NOTHING)

    with serving(answer) as url:
        assert remote(url + tail).check("text") == ()
    assert paths == [("/behind/a/path" if "behind" in tail else "") + "/v2/check"]


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_USERNAME", "desk")
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_API_KEY", "secret")


def sent_to(url: str = "{}", *, allowed: bool = False) -> dict[str, str]:
    """The form that a server gets."""
    forms: list[dict[str, str]] = []

    def answer(form: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        forms.append(form)
        return ok(NOTHING)

    with serving(answer) as here:
        Remote(url.format(here), "en-GB", WANTED, 5, "the desk", allowed=allowed).check("text")
    return forms[0]


@pytest.mark.usefixtures("account")
def test_the_account_goes_to_an_address_that_the_person_named() -> None:
    form = sent_to(allowed=True)
    assert (form["username"], form["apiKey"], form["agent"]) == ("desk", "secret", "the desk")


@pytest.mark.usefixtures("account")
def test_no_account_goes_to_an_address_that_the_configuration_alone_names() -> None:
    assert not {"username", "apiKey"} & set(sent_to())


@pytest.mark.usefixtures("account")
def test_the_environment_may_name_the_address_of_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda form: (200, {}, b'{"matches": []}') if "apiKey" in form else (401, {}, b"")) as url:
        monkeypatch.setenv("COPYDESK_LANGUAGETOOL_URL", url + "/v2/")
        assert Remote(url, "en-GB", WANTED, 5).check("text") == ()
        with pytest.raises(BackendError, match="wants an account"):
            Remote(url + "/elsewhere", "en-GB", WANTED, 5).check("text")


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    ("url", "goes"),
    [
        ("https://lt.example.org", True),
        ("http://lt.example.org", False),
        ("http://localhost:8081", True),
        ("http://127.0.0.1:8081/v2", True),
        ("http://[::1]:8081", True),
        ("http://127.0.0.1.example.org", False),
        ("http://[::1", False),
    ],
)
def test_the_account_travels_encrypted_or_not_at_all(url: str, goes: bool) -> None:
    assert bool(Remote(url, "en-GB", WANTED, 5, allowed=True)._account) is goes


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_story_is_not_sent_on_to_another_address(status: int) -> None:
    elsewhere: list[dict[str, str]] = []

    def other(form: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        elsewhere.append(form)
        return ok(NOTHING)

    with (
        serving(other) as there,
        serving(lambda _: (status, {"Location": there}, b"")) as url,
        pytest.raises(BackendError, match=f"redirects .{status}. to {there}; a story is not sent on"),
    ):
        remote(url).check("text")
    assert elsewhere == []


def test_a_server_that_asks_for_a_long_wait_is_not_waited_for() -> None:
    start = time.monotonic()
    for wait in ("600", "Wed, 21 Oct 2099 07:28:00 GMT"):
        with (
            serving(always(429, {"Retry-After": wait}, b"")) as url,
            pytest.raises(BackendError, match="asks for fewer requests"),
        ):
            remote(url).check("text")
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_without_end_is_cut_off(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.languagetool.remote.MOST_BYTES", 100_000)
    body = gzip.compress(b" " * 5_000_000) if packed else b" " * 200_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    with serving(lambda _: (200, headers, body)) as url, pytest.raises(BackendError, match="has no end"):
        remote(url).check("text")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"], ids=["head", "body"])
def test_an_answer_that_drips_is_not_waited_for(head: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()

        def drip() -> None:
            client, _ = server.accept()
            with client, contextlib.suppress(OSError):
                client.sendall(head)
                while not stop.wait(0.05):
                    client.sendall(b" " if head else b"H")

        threading.Thread(target=drip, daemon=True).start()
        start = time.monotonic()
        with pytest.raises(BackendError, match="did not answer in time"):
            remote(f"http://127.0.0.1:{server.getsockname()[1]}", timeout=0.3).check("text")
        stop.set()
        assert time.monotonic() - start < 3


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_is_busy_is_asked_again(status: int) -> None:
    answers = iter([(status, {"Retry-After": "0"}, b""), (status, {}, b""), ok(NOTHING)])
    with serving(lambda _: next(answers)) as url:
        assert remote(url).check("text") == ()


def always(*answer: object) -> Answer:
    return lambda _: answer  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (always(429, {"Retry-After": "0"}, b"slow down"), f"asks for fewer requests .429., tried up to {TRIES} times"),
        (always(500, {}, b"java.lang.OutOfMemoryError"), "answered 500: java.lang.OutOfMemoryError"),
        (always(404, {}, b"no"), "there is no LanguageTool at .*; the address ends before /v2/check"),
        (always(401, {}, b"no"), "wants an account .401.; set COPYDESK_LANGUAGETOOL_USERNAME"),
        (always(403, {}, b"not you"), "refuses .403.: not you"),
        (always(*ok(b"<html>Hello")), "not LanguageTool .it says ‘<html>Hello…’"),
        (always(200, {"Content-Length": "900"}, b'{"matches": ['), "the connection .* broke off"),
    ],
    ids=["rate", "memory", "no-such-page", "account", "refused", "html", "cut-off"],
)
def test_each_fault_has_its_own_words(answer: Answer, said: str) -> None:
    with serving(answer) as url, pytest.raises(BackendError, match=said):
        remote(url).check("text")


def test_an_answer_that_is_late_is_none() -> None:
    def late(_: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        time.sleep(1)
        return ok(NOTHING)

    with serving(late) as url, pytest.raises(BackendError, match="did not answer in time"):
        remote(url, timeout=0.1).check("text")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1", "nothing answers at"),
        ("http://no-such-host.invalid", "there is no host of that name"),
        ("http://127.0.0.1:port", "is no address; write http://HOST:PORT"),
        ("http://", "is no address; write http://HOST:PORT"),
    ],
)
def test_an_address_that_leads_nowhere(url: str, said: str) -> None:
    with pytest.raises(BackendError, match=said):
        remote(url, timeout=2).check("text")


def test_a_certificate_that_nobody_vouches_for() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with (
        serving(always(*ok(NOTHING)), context) as url,
        pytest.raises(BackendError, match="the certificate .* not valid"),
    ):
        remote(url).check("text")


def test_a_bounded_number_of_requests_is_under_way() -> None:
    lock, now, most = threading.Lock(), 0, 0

    def answer(_: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.05)
        with lock:
            now -= 1
        return ok(NOTHING)

    with serving(answer) as url, ThreadPoolExecutor(16) as pool:
        list(pool.map(remote(url).check, ["text"] * 32))
    assert 1 < most <= UNDER_WAY


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="descriptors are counted in /proc")
def test_a_thousand_requests_leave_no_descriptor_open() -> None:
    with serving(always(*ok(NOTHING))) as url, ThreadPoolExecutor(4) as pool:
        backend = remote(url)
        list(pool.map(backend.check, ["text"] * 50))
        before = len(os.listdir("/proc/self/fd"))
        list(pool.map(backend.check, ["text"] * 1_000))
        assert len(os.listdir("/proc/self/fd")) <= before + 2 * UNDER_WAY


def test_a_server_that_is_away_is_a_failure_and_the_other_rules_still_speak() -> None:
    linter = lint.load(Config(languagetool=LanguageTool("http://127.0.0.1:1")))
    report = linter.check_text("Further hsotage talks are due.")
    assert [f.text for f in report.shown()] == ["hsotage"]
    assert not report.complete
    assert "nothing answers at http://127.0.0.1:1" in report.failures[0].message


def test_long_stories_are_cut_between_paragraphs_and_every_fault_stands_right() -> None:
    sent: list[str] = []

    def answer(form: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        text = form["text"]
        sent.append(text)
        at = text.find("the a try")
        match = {"message": "m", "rule": {"id": "DT_DT"}, "replacements": [{"value": "the"}], "length": 5}
        match["offset"] = len(text[:at].encode("utf-16-le")) // 2
        return ok({"matches": [match] if at >= 0 else []})

    paragraph = "😀 The council met again on Tuesday and decided nothing. " * 12
    source = "\n\n".join(f"{paragraph} It was the a try." if i in (3, 20) else paragraph for i in range(30))
    with serving(answer) as url:
        linter = lint.load(Config(packs=("languagetool",), languagetool=LanguageTool(url)))
        report = linter.check_text(source, "a.md")
    assert len(sent) == 3
    assert max(map(len, sent)) <= 8_000
    found = [f.place.span.start for f in report.findings]
    assert [source[at : at + 5] for at in found] == ["the a"] * 2
