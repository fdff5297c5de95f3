"""One contract for all backends, kept by real engines: in process, a server of our own, a server’s recorded answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3
from server_of import needs_server, ok, serving

from lint.config.settings import LanguageTool
from lint.errors import CopydeskError
from lint.languagetool import connect, local, wire
from lint.languagetool.backend import Backend, Wanted, guarded

RECORDED = Path(__file__).parent / "recorded" / "languagetool-6.8.json"
WANTED = Wanted(frozenset({"EN_A_VS_AN", "IT_IS", "MODAL_OF", "NON3PRS_VERB"}))
SHARED = "a honest man came. "
CASES = {
    "plain": "He is a honest man.",
    "astral": "😀 “Café” 👩🏽‍🚀 and a honest man.",
    "combining": "The cafe\u0301 of a honest man.",
    "two paragraphs": "He is a honest man.\n\nIt took a hour.",
    "sub-id": "You should of come.",
    "many tokens": SHARED * 40,
    "crlf": "He is\r\na honest man.",
    "clean": "The council met on Tuesday, and nothing was decided.",
    "names": "Barnea, Hanegbi and Haniyeh spoke of hsotage talks.",
    "empty": "",
    "spaces": "   ",
    "surrogate": "A lone \ud800 is a honest mistake.",
    "digits": "9" * 5_000 + " is a honest number.",
    "nul": "He is \x00 a honest man.",
}


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("embedded", marks=pytest.mark.engine),
        pytest.param("local", marks=[needs_server, pytest.mark.slow]),
        "recorded",
    ],
)
def backend(request: pytest.FixtureRequest) -> Iterator[Backend]:
    if request.param != "recorded":
        yield connect(LanguageTool(request.param), "en-GB", WANTED)
        local.close()
    elif request.config.getoption("--update"):
        pytest.skip("the answers are recorded by the test at the end")
    else:
        answers = json.loads(RECORDED.read_text(encoding="utf-8"))
        with serving(lambda form: ok(answers[form["text"]])) as url:
            yield connect(LanguageTool(url), "en-GB", WANTED)


def found(backend: Backend, text: str) -> list[tuple[str, str, str]]:
    return [(f.id, text[f.start : f.end], f.suggestions[0]) for f in backend.check(text)]


@pytest.mark.parametrize("name", ["plain", "astral", "combining", "crlf", "surrogate", "digits", "nul"])
def test_a_fault_stands_where_it_stands(backend: Backend, name: str) -> None:
    assert found(backend, CASES[name]) == [("EN_A_VS_AN", "a", "an")]
    (f,) = backend.check(CASES[name])
    assert CASES[name][f.end :].startswith(" honest")


def test_paragraphs_may_be_sent_together(backend: Backend) -> None:
    assert found(backend, CASES["two paragraphs"]) == [("EN_A_VS_AN", "a", "an")] * 2


def test_sub_ids_messages_and_categories(backend: Backend) -> None:
    (f,) = backend.check(CASES["sub-id"])
    assert (f.id, f.sub_id.isdigit(), f.category) == ("MODAL_OF", True, "TYPOS")
    assert "have" in f.suggestions[0]
    assert len(f.message) > 10


def test_every_fault_of_a_long_text(backend: Backend) -> None:
    starts = [f.start for f in backend.check(CASES["many tokens"])]
    assert starts == [i * len(SHARED) for i in range(40)]


@pytest.mark.parametrize("name", ["clean", "names", "empty", "spaces"])
def test_only_the_rules_that_are_wanted_speak(backend: Backend, name: str) -> None:
    assert found(backend, CASES[name]) == []


def test_rules_that_do_not_exist(backend: Backend) -> None:
    assert backend.unknown(["EN_A_VS_AN", "NO_SUCH_RULE"]) == ["NO_SUCH_RULE"]


@needs_server
@pytest.mark.slow
def test_what_was_recorded_is_what_the_real_server_says(pytestconfig: pytest.Config) -> None:
    pool = urllib3.PoolManager()
    server = local._server("6.8", "")
    answers = {}
    for text in map(guarded, CASES.values()):
        if text.strip():
            fields = wire.form(text, "en-GB", WANTED)
            reply = pool.request("POST", f"{server.url}/v2/check", fields=fields, encode_multipart=False).json()
            answers[text] = {key: reply[key] for key in ("software", "warnings", "matches")}
            answers[text]["software"] = {"name": "LanguageTool", "version": "6.8"}
    pool.clear()
    local.close()
    if pytestconfig.getoption("--update"):
        RECORDED.parent.mkdir(exist_ok=True)
        RECORDED.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert answers == json.loads(RECORDED.read_text(encoding="utf-8"))


def test_a_language_that_no_package_speaks_names_the_way_out() -> None:
    with pytest.raises(CopydeskError, match="does not speak fr; use a server: --languagetool local"):
        connect(LanguageTool("embedded"), "fr", Wanted(frozenset(), everything=True))
