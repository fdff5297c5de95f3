"""Addresses, handles and what is no character have their stand-ins in the prose, whatever stands around them."""

from __future__ import annotations

import pytest
from rules_of import document_of

from lint.document import DUMMY
from lint.errors import ReadError
from lint.formats import builder
from lint.formats.builder import masked
from lint.span import Span


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("see example.com.The next", "see □.The next"),
        ("see ...example.com/a, or b.c", "see ...□, or b.c"),
        ("(www.paper.example/a_b).", "(□)."),
        ("write to jo.b-c+d@paper.co.uk.", "write to □."),
        ("write to @service.gov.uk or @desk.", "write to □ or □."),
        ("the x.com-like a.com.b.c", "the □-like □.b.c"),
        ("https://a.example/x?y=(z), and #tag", "□), and □"),
        ("18f_18f.gsa.gov and café.co.uk", "□ and □"),
        ("a.b.c.d and 3.5m", "a.b.c.d and 3.5m"),
        ("one\rtwo\r\nthree", "one\ntwo\nthree"),
        ("a \ud800 b \udfff.", "a \ufffd b \ufffd."),
    ],
)
def test_what_is_no_prose(text: str, prose: str) -> None:
    assert masked(text).replace(DUMMY, "□") == prose


def test_markup_before_an_address_is_no_part_of_it() -> None:
    document = document_of("at _www.paper.example/a_ or **jo@paper.co.uk**, a*b.co.uk*")
    assert document.prose.replace(DUMMY, "□") == "at □ or □, a□"


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_half_a_surrogate_pair_is_no_character_of_the_prose_and_has_its_place(path: str) -> None:
    document = document_of("The talks \ud800 hsotage are due.", path)
    assert document.prose.encode()
    at = document.prose.index("\ufffd")
    assert document.to_source(Span(at, at + 1)).of(document.source) == "\ud800"
    assert document.as_written.prose == document.prose
    assert document.as_written.to_source(Span(at, at + 1)) == Span(at, at + 1)


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_reading_ends_when_its_time_is_over(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "SECONDS", -1.0)
    with pytest.raises(ReadError, match="takes longer than"):
        document_of("The talks.", path)
