from __future__ import annotations

import pickle
import re

import pytest
from rules_of import document_of

from lint.document import Block, Document, Part
from lint.formats import parse
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


@pytest.mark.parametrize(
    ("text", "path", "written"),
    [
        ("Write to desk@paper.example or @thepaper.", "a.md", "Write to desk@paper.example or @thepaper."),
        ("See <https://paper.example/x> *now*.", "a.md", "See https://paper.example/x now."),
        ("Write to <desk@paper.example>.", "a.txt", "Write to desk@paper.example."),
        ("Type `copydesk` twice.", "a.md", "Type copydesk twice."),
        ("<p>Type <code>copy <b>&amp;</b> desk</code> twice.", "a.html", "Type copy & desk twice."),
        ("<p><script>x</script>Type <kbd>Q</kbd> or www.paper.example/x.", "a.html", "Type Q or www.paper.example/x."),
        ("{{< promo >}} Sign up.", "a.md", "{{< promo >}} Sign up."),
        ("A \ufffc of its own.", "a.txt", "A \ufffc of its own."),
    ],
)
def test_what_is_written_has_what_the_dummies_stand_for(text: str, path: str, written: str) -> None:
    d = document_of(text, path)
    assert d.written(d.blocks[-1].span) == written


def test_a_span_with_its_markup_has_no_comments() -> None:
    d = document_of("One.\n\n**Two <!-- no --> *three* four.**<!-- no -->\n\nFive.\n")
    assert d.with_markup(d.blocks[1].span).strip() == "**Two  *three* four.**"
    start = d.prose.index("three")
    assert d.with_markup(Span(start, start + 5)) == "*three*"
    assert d.with_markup(Span(start + 1, start + 4)) == "hre"


def test_a_document_as_it_is_written_has_the_source_for_its_prose() -> None:
    source = "\ufeff---\ntitle: x\n---\n\n# A *b*\n \t\n“Go to @c,” she said.\r\n\r\n  Last.\n\n"
    written = document_of(source).as_written
    assert written.prose == source
    assert [b.scope for b in written.blocks] == ["raw"] * 4
    assert [b.span.of(source) for b in written.blocks] == [
        "---\ntitle: x\n---", "# A *b*", "“Go to @c,” she said.", "  Last.",
    ]  # fmt: skip
    assert written.to_source(Span(5, 9)) == Span(5, 9)
    assert [q.span.of(source) for q in written.quotations] == ["“Go to @c,”"]
    assert document_of("").as_written.blocks == ()


def test_quotation_marks_of_markup_are_no_quotation_in_what_is_written() -> None:
    written = document_of('<p class="lead">He said "yes".</p>', "a.html").as_written
    assert [q.span.of(written.prose) for q in written.quotations] == ['"yes"']


def test_words_and_sentences_are_those_of_each_block() -> None:
    d = document_of("# It’s here\n\nOne came. Two left.")
    assert [[w.of(d.prose) for w in words] for words in d.words] == [["It’s", "here"], ["One", "came", "Two", "left"]]
    assert [[s.of(d.prose) for s in sentences] for sentences in d.sentences] == [
        ["It’s here"],
        ["One came.", "Two left."],
    ]


@pytest.mark.parametrize(
    ("path", "source", "prose"),
    [
        ("a.md", "The e\ufb00ect of the con\ufb02ict", "The effect of the conflict"),
        ("a.html", "<p>The govern&shy;ment met&#8203; now, &#xfb01;rst.</p>", "The government met now, first."),
        ("a.txt", "cafe\u0301, go\u00advernment, 👨\u200d👩\u200d👧", "caf\u00e9, government, 👨\u200d👩\u200d👧"),
    ],
)
def test_what_looks_alike_reads_alike_and_keeps_its_place(path: str, source: str, prose: str) -> None:
    document = parse(path, source, "en-GB")
    assert document.prose.strip() == prose
    for word in re.finditer(r"\w+", document.prose):
        place = document.to_source(Span(*word.span()))
        assert parse(path, place.of(source), "en-GB").prose.strip() == word[0]
