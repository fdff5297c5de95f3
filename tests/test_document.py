from __future__ import annotations

import pickle

import pytest
from rules_of import document_of

from lint.document import Block, Document, Part
from lint.span import Span


def test_parts_must_tile_the_source() -> None:
    with pytest.raises(ValueError, match="offset 1"):
        Document("a.txt", "abc", (Part(0, 1), Part(2, 3)), ())
    with pytest.raises(ValueError, match="end at offset 2 of 3"):
        Document("a.txt", "abc", (Part(0, 2),), ())


def test_a_replaced_part_is_taken_in_whole() -> None:
    d = Document("a", "a&amp;b", (Part(0, 1), Part(1, 6, "&"), Part(6, 7)), (Block(Span(0, 3), "paragraph"),))
    assert d.prose == "a&b"
    assert d.to_source(Span(1, 2)) == Span(1, 6)
    assert d.to_source(Span(0, 3)) == Span(0, 7)


def test_markup_at_the_edges_of_a_span_is_left_out() -> None:
    d = document_of("one **two** three")
    start = d.prose.index("two")
    assert d.to_source(Span(start, start + 3)).of(d.source) == "two"


def test_markup_inside_a_word_does_not_part_it() -> None:
    d = document_of("hso**tag**e")
    assert d.prose == "hsotage"
    assert d.to_source(Span(0, 7)).of(d.source) == "hso**tag**e"
    assert not d.is_verbatim(Span(0, 7))


def test_a_document_can_be_pickled_after_use() -> None:
    d = document_of("A *b* c.")
    assert d.prose
    copy = pickle.loads(pickle.dumps(d))
    assert copy == d
    assert copy.prose == d.prose


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" and left.', ['"yes"']),
        ("He said “yes” and left.", ["“yes”"]),
        ("“It runs on.\n\n“It ends here,” he said.", ["“It runs on.", "“It ends here,”"]),
        ("It's the players' union.", []),
        ("He said: 'I don't know.' Then he left.", ["'I don't know.'"]),
        ("In the '90s it was different.", []),
        ("A stray ” mark.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    d = document_of(text)
    assert [q.span.of(d.prose) for q in d.quotations] == quoted


def test_folding_keeps_offsets() -> None:
    d = document_of("İstanbul’s “Straße”")
    assert len(d.folded) == len(d.straight) == len(d.prose)
