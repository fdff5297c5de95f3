"""The laws of the house, under hypothesis."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lint
from lint.document import DUMMY, Document
from lint.errors import ReadError
from lint.files.discover import Listed
from lint.finding import Edit
from lint.fixes import deletion
from lint.fixes.apply import chosen
from lint.formats import FORMATS, parse
from lint.formats.base import edited
from lint.formats.encoding import decode, encode
from lint.span import Span, Units

PIECES = st.sampled_from([
    "The hsotage talks ", "the the ", "Word ", "é😀 ", "e\u0301", "\n", "\n\n", "\r\n", "\r", "# ", "> ", "- ", "* ", "**", "_",
    "`code` ", "```\n", "[a](http://x.y) ", "![alt](i.png) ", "&amp;", "&eacute; ", "&", "<b>", "</b>", "<p>", "<div>", "</div>",
    "<!-- x -->", "<script>", "</script>", "| a | b |\n|---|---|\n| c | d |\n", "---\n", "title: 'It''s'\n", "{{< x >}}", "{% y %}",
    "“Quote” ", '"q" ', "it’s ", "http://example.com/a_b ", "@someone ", "\ufeff", "\x00", "\u2028", "    indented text that is read\n",
    "{% if x %}\n", "{% endif %}", "{{ x }} ", "{{", "}}", "{%", "%}", "{# y #}", "{/* z */}\n", "{/*", "*/}", "<% x %>", "<%= y", "%>",
    "{% comment %}", "{% endcomment %}", "{: .x}", "{:toc}\n", "{#id} ", "{", "}", "<Foo a={b} ", "<Foo>\n", "</Foo>", "<>", "import a from 'b'\n",
    "export const x = {\n", ":::\n", "[x a=1] ", "[b]", "[/b]", "<i lang=fr>", "</i>", "<p translate='no'>", "[//]: # (x)\n",
    "Prime minister ", "[^1]", "<img alt='x y'>", "~~s~~", "$5", "\\*", "Sign up for our newsletter.\n",
])  # fmt: skip
SOURCES = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)
ENDINGS = st.sampled_from(sorted(FORMATS))
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def document(source: str, ending: str) -> Document:
    return parse("story" + ending, source, "en-GB")


def parts_give_the_source_back(source: str, d: Document) -> None:
    assert "".join(source[p.start : p.end] for p in d.parts) == source
    assert len(d.straight) == len(d.folded) == len(d.prose)


def the_way_back_keeps_characters_and_order(source: str, d: Document) -> None:
    last = 0
    for i, char in enumerate(d.prose):
        span = d.to_source(Span(i, i + 1))
        assert 0 <= span.start <= span.end <= len(source)
        assert span.start >= last
        last = span.start
        if d.is_verbatim(Span(i, i + 1)):
            assert span.of(source) == char


def blocks_lie_in_order_inside_the_prose(source: str, d: Document) -> None:
    at = 0
    for block in d.blocks:
        assert at <= block.span.start < block.span.end <= len(d.prose)
        at = block.span.end
    for quotation in d.quotations:
        index = d.block_at(quotation.span.start)
        assert index is not None
        assert d.blocks[index].span.contains(quotation.span)


def a_document_as_it_is_written_is_the_source(source: str, d: Document) -> None:
    written = d.as_written
    assert written.prose == source
    at = 0
    for block in written.blocks:
        assert at <= block.span.start < block.span.end <= len(source)
        at = block.span.end
    assert all(block.span.of(source).strip() for block in written.blocks)


@given(SOURCES, ENDINGS)
@settings(max_examples=500, deadline=None)
def test_the_laws_of_a_document(source: str, ending: str) -> None:
    d = document(source, ending)
    parts_give_the_source_back(source, d)
    the_way_back_keeps_characters_and_order(source, d)
    blocks_lie_in_order_inside_the_prose(source, d)
    a_document_as_it_is_written_is_the_source(source, d)


@given(st.text())
def test_units_there_and_back(text: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        units = Units(text, encoding)
        assert all(units.to_points(units.to_units(i)) == i for i in range(len(text) + 1))


@given(SOURCES, ENDINGS)
@FEW
def test_every_finding_lies_in_the_source(linter: lint.Linter, source: str, ending: str) -> None:
    report = linter.check_text(source, "story" + ending)
    assert report.complete, report.failures
    for f in report.findings:
        assert 0 <= f.place.span.start <= f.place.span.end <= len(source)
        assert f.text == f.place.span.of(source)
        assert f.text.startswith(f.excerpt.text[f.excerpt.start : f.excerpt.end].removesuffix("…"))
        assert f.excerpt.text[: f.excerpt.start] in source
        assert f.excerpt.text[f.excerpt.end :] in source
        assert DUMMY in source or DUMMY not in "".join((f.message, *f.suggestions, f.excerpt.text))
        for place in f.related:
            assert 0 <= place.span.start <= place.span.end <= len(source)


@given(SOURCES)
@FEW
def test_switching_everything_off_shows_nothing(linter: lint.Linter, source: str) -> None:
    for verb in ("off", "ignore-file"):
        report = linter.check_text(f"<!-- copydesk: {verb} -->\n\n" + source.replace("copydesk", ""), "story.md")
        assert {f.rule for f in report.shown(lint.Severity.SUGGESTION)} <= {"copydesk.suppression"}


@given(SOURCES)
@FEW
def test_a_clean_paragraph_above_changes_no_fingerprint(linter: lint.Linter, source: str) -> None:
    before = linter.check_text("A line of its own.\n\n" + source, "story.txt")
    after = linter.check_text("The cat sat down.\n\nA line of its own.\n\n" + source, "story.txt")
    assert {f.fingerprint for f in before.findings} == {f.fingerprint for f in after.findings}


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_readers_failure(raw: bytes) -> None:
    try:
        text, notes = decode(raw)
    except ReadError:
        return
    assert encode(text, raw) == raw
    if not notes and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert text.encode() == raw


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@given(SOURCES, ENDINGS, ENCODINGS, st.data())
@settings(max_examples=300, deadline=None)
def test_writing_changes_the_edits_and_not_a_byte_more(
    source: str, ending: str, encoding: str, data: st.DataObject
) -> None:
    raw = source.replace("\0", "").encode(encoding, "ignore")
    known = FORMATS[ending]
    try:
        before = known.read("story" + ending, raw, "en-GB").source
    except ReadError:  # chance has made bytes that are in none of the encodings
        return
    assert known.write(raw, []) == raw
    ends = data.draw(st.lists(st.integers(0, len(before)), max_size=6).map(sorted))
    edits = [Edit(Span(a, b), "new") for a, b in zip(ends[::2], ends[1::2], strict=False)]
    after = known.write(raw, edits)
    cuts = [Span(0, 0), *(e.span for e in edits), Span(len(before), len(before))]
    pieces = [encode(before[a.end : b.start], raw) for a, b in pairwise(cuts)]
    assert after == encode("new", raw).join(pieces)


@given(SOURCES, ENDINGS)
@FEW
def test_fixing_twice_is_fixing_once(linter: lint.Linter, source: str, ending: str) -> None:
    once = linter.fix_text(source, "story" + ending, unsafe=True)
    assert once.report.complete, once.report.failures
    assert linter.fix_text(once.after, "story" + ending, unsafe=True).after == once.after


@given(SOURCES, ENDINGS)
@FEW
def test_a_fix_leaves_everything_outside_its_edits(linter: lint.Linter, source: str, ending: str) -> None:
    d = document(source, ending)
    findings = [f for f in linter.check_text(source, "story" + ending).findings if f.edit and f.edit.text]
    wanted, made = chosen(d, findings)
    after = edited(d.source, wanted)
    edits = [Edit(Span(0, 0), ""), *(f.edit for f in made if f.edit), Edit(Span(len(source), len(source)), "")]
    at = 0
    for this, following in pairwise(edits):
        assert after.startswith(this.text, at)
        piece = source[this.span.end : following.span.start]
        assert after.startswith(piece, at + len(this.text))
        at += len(this.text) + len(piece)
    assert at == len(after)


@given(SOURCES, ENDINGS, st.data())
@settings(max_examples=300, deadline=None)
def test_a_block_taken_out_leaves_the_others_as_they_were(source: str, ending: str, data: st.DataObject) -> None:
    d = document(source, ending)
    if not d.blocks:
        return
    gone = data.draw(st.sets(st.integers(0, len(d.blocks) - 1)))
    spans = deletion.blocks(d, gone)
    after = "".join(source[a.end : b.start] for a, b in pairwise([Span(0, 0), *spans, Span(len(source), len(source))]))
    kept = [i for i in range(len(d.blocks)) if not any(s.overlaps(d.places[i]) for s in spans)]
    assert set(range(len(d.blocks))) - set(kept) <= gone
    assert all(d.places[i].of(source) in after for i in kept)


def test_serial_equals_parallel(linter: lint.Linter, tmp_path: Path) -> None:
    for i in range(12):
        (tmp_path / f"{i}.md").write_text(f"Story {i}: the hsotage talks of the the Prime minister.\n" * (i + 1))
    files = [Listed(p, True) for p in sorted(tmp_path.iterdir())]
    assert list(linter.check_files(files, 1)) == list(linter.check_files(files, 4))


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_the_same_text_gives_the_same_report(linter: lint.Linter, ending: str) -> None:
    text = "The hsotage talks. The adviser met an advisor. " * 20
    assert linter.check_text(text, "a" + ending) == linter.check_text(text, "a" + ending)
