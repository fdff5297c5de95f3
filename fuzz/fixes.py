"""Fixes: what is outside of them stays, byte for byte, and so does what people said; fixing twice is fixing once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

import lint
from fuzz.pages import sound
from lint.config.settings import Config, LanguageTool
from lint.errors import ReadError
from lint.finding import READER, Edit
from lint.fixes.apply import ROUNDS, Fixed, chosen, wanted
from lint.formats import FORMATS
from lint.formats.base import apart
from lint.formats.encoding import decode
from lint.rule import Severity

_ENDINGS = {b"<": ".html", b"#": ".md", b"-": ".md"}
"""Of files, by their first byte."""
_SAID = re.compile(r"“([^“”]+)”")
_OTHER_MARKS = re.compile(r"[\"'‘’ʼ]")
"""A line with one of them may have other quotations."""


def fixes(data: bytes) -> None:
    """A text with all of its fixes, or (one in four) with the safe ones."""
    path, unsafe = "a" + _ENDINGS.get(data[:1], ".txt"), len(data) % 4 > 0
    once = _fixed(data, path, unsafe=unsafe)
    if once.new == data:
        return
    assert _fixed(once.new, path, unsafe=unsafe).new == once.new, "fixing twice is not fixing once"
    if not any("were left out" in note for note in once.report.notes):
        assert _by_hand(data, path, unsafe=unsafe) == once.new, "another text than its fixes make"


def _fixed(data: bytes, path: str, *, unsafe: bool) -> Fixed:
    fixed = _linter().fix_bytes(data, path, unsafe=unsafe, least=Severity.SUGGESTION)
    if any(f.component in (READER, "writer") for f in fixed.report.failures):
        assert fixed.new == data
    else:
        assert decode(fixed.new)[0] == fixed.after
    sound(fixed.report, fixed.after)
    return fixed


def _by_hand(data: bytes, path: str, *, unsafe: bool) -> bytes:
    """The fixes made one round after the other, each proved to change nothing else."""
    known = FORMATS["." + path.rpartition(".")[2]]
    asked = partial(wanted, unsafe=unsafe, least=Severity.SUGGESTION)
    now = data
    for _ in range(ROUNDS):
        document = known.read(path, now, "en-GB")
        report = _linter().check_bytes(now, path)
        sound(report, document.source, shown=False)
        edits, _ = chosen(document, filter(asked, report.findings))
        if known is not FORMATS[".html"]:
            _keeps_what_was_said(document.source, edits)
        try:
            after = known.write(now, edits)
        except ReadError:  # the encoding lacks a letter
            return data
        assert after == _spliced(now, document.source, edits), "something changed beside the fixes"
        if after == now:
            break
        now = after
    return now


def _keeps_what_was_said(source: str, edits: Sequence[Edit]) -> None:
    for line in re.finditer(r"[^\r\n]+", source):
        if _OTHER_MARKS.search(line[0]):
            continue
        for said in _SAID.finditer(source, line.start(), line.end()):
            for edit in edits:
                inside = edit.span.start < said.end(1) and said.start(1) < edit.span.end
                all_of_it = edit.span.start <= said.start() and said.end() <= edit.span.end
                assert all_of_it or not inside, f"{said[0]!r} is changed by {edit}"


def _spliced(raw: bytes, source: str, edits: Sequence[Edit]) -> bytes:
    """The bytes with the edits made, reckoned in bytes."""
    encoding = next(e for e in ("utf-16-le", "utf-16-be", "utf-8", "cp1252") if source.encode(e, "ignore") == raw)
    out, at = [], 0
    for edit in apart(edits):
        start, end = (len(source[:point].encode(encoding)) for point in edit.span)
        out += [raw[at:start], edit.text.encode(encoding)]
        at = end
    return b"".join([*out, raw[at:]])


@cache
def _linter() -> lint.Linter:
    return lint.load(Config(languagetool=LanguageTool("off")))
