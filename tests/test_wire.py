from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import BackendError
from lint.languagetool import wire
from lint.languagetool.backend import Wanted


def answer(**match: object) -> bytes:
    whole = {"message": "m", "offset": 0, "length": 1, "rule": {"id": "X"}, "replacements": []} | match
    return json.dumps({"matches": [whole]}).encode()


def test_a_request_names_the_rules_that_are_wanted() -> None:
    form = wire.form("text", "en-GB", Wanted(frozenset({"B", "A"}), frozenset({"C"})))
    assert form == {
        "text": "text",
        "language": "en-GB",
        "enabledOnly": "true",
        "enabledRules": "A,B",
        "disabledRules": "C",
    }


def test_everything_is_asked_for_without_names() -> None:
    assert wire.form("t", "fr", Wanted(frozenset(), everything=True)) == {
        "text": "t",
        "language": "fr",
        "enabledOnly": "false",
    }


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_utf_16_offsets_become_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    def units(to: int) -> int:
        return len(text[:to].encode("utf-16-le")) // 2

    (found,) = wire.read(answer(offset=units(start), length=units(end) - units(start)), text)
    assert (found.start, found.end) == (start, end)


def test_all_that_an_answer_says() -> None:
    rule = {"id": "X", "subId": "3", "urls": [{"value": "https://x.y"}], "category": {"id": "TYPOS"}}
    (found,) = wire.read(answer(rule=rule, replacements=[{"value": "a"}, {"value": "b"}]), "text")
    assert (found.id, found.sub_id, found.suggestions) == ("X", "3", ("a", "b"))
    assert (found.category, found.url) == ("TYPOS", "https://x.y")


@pytest.mark.parametrize("body", [b"", b"<html>Welcome</html>", b'{"matches": [', b"[]", b'{"ok": true}', b"\xff\xfe"])
def test_what_is_no_answer_of_languagetool_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(BackendError, match="what answers is not LanguageTool"):
        wire.read(body, "text")


def test_an_answer_in_part_is_none() -> None:
    body = json.dumps({"matches": [], "warnings": {"incompleteResults": True}}).encode()
    with pytest.raises(BackendError, match="only in part"):
        wire.read(body, "text")


@pytest.mark.parametrize(("offset", "length"), [(90, 5), (0, 90), (-1, 1), (3, -2), (4, 1), (2, 0)])
def test_an_answer_whose_places_do_not_fit_the_text_is_none(offset: int, length: int) -> None:
    with pytest.raises(BackendError, match="does not fit the text"):
        wire.read(answer(offset=offset, length=length), "text")


def test_more_matches_than_any_text_has_are_no_answer() -> None:
    one = {"message": "m", "offset": 0, "length": 1, "rule": {"id": "X"}}
    with pytest.raises(BackendError, match="10,001 things"):
        wire.read(json.dumps({"matches": [one] * (wire.MOST_MATCHES + 1)}).encode(), "text")


@pytest.mark.parametrize(
    ("offset", "length", "place"), [(1, 1, (0, 1)), (0, 1, (0, 1)), (1, 3, (0, 3)), (2, 1, (1, 2))]
)
def test_a_place_inside_a_character_is_that_character(offset: int, length: int, place: tuple[int, int]) -> None:
    (found,) = wire.read(answer(offset=offset, length=length), "😀ab")
    assert (found.start, found.end) == place


@pytest.mark.parametrize("bad", ["a\0b", "a\x1b[31mb", "a\nb", "a\r", "\u202eab", "a\u2028b", "\x85", "x" * 1_001])
def test_a_server_puts_nothing_harmful_into_a_story(bad: str) -> None:
    good = ["the team", "l’été\u202f!", "می\u200cرود", "x" * 1_000]
    (found,) = wire.read(answer(replacements=[{"value": bad}, *({"value": g} for g in good)]), "text")
    assert found.suggestions == tuple(good)


def test_a_message_has_an_end() -> None:
    (found,) = wire.read(answer(message="m" * 5_000), "text")
    assert found.message == "m" * 1_000
