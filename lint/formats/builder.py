"""Builds a Document from left to right; what a reader leaves out is skipped markup, so nothing is ever lost."""

from __future__ import annotations

import dataclasses
import re
import time
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from lint.document import DUMMY, REPLACEMENT, Block, Document, Element, Part
from lint.errors import ReadError
from lint.formats.insets import Inset, Sort, covered, settled
from lint.span import Lines, Span

_NO_PROSE = re.compile(
    r"""(?<![\w@])(?:
        (?:https?|ftp)://[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]
      | www\.[\w-]++\.[^\s<>"“”]*[\w/]
      | (?<![.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+
      | (?:@|(?<!-)(?<![\w-]\.))(?:[\w-]++\.)+(?:com|co\.uk|org|net|gov|edu|io|info|uk|eu|de|fr|au|ca|nz|tv|me)\b
        (?:/[^\s<>"“”]*[\w/])?
      | [@\#][A-Za-z_]\w+
    )|\r\n|\r|[\ud800-\udfff]|[\u00ad\u200b\u200c\u2060\ufeff]+|[\ufb00-\ufb06]|[^\W\d_][\u0300-\u036f]+""",
    re.VERBOSE | re.IGNORECASE,
)
"""URLs, e-mail addresses, @handles, #tags and domain names read as a dummy word, \\r\\n and \\r as \\n, and what is no
character (half of a surrogate pair) as U+FFFD. What the eye does not tell apart reads alike: soft hyphens and marks
without a width as nothing, ligatures as their letters, a letter with its accents behind it as the one that has them.
An address is tried only where one can begin, and each piece of it is
taken whole, so that the time grows with the text and no faster."""


_LOOK_BACK = 2
"""Characters before an address that say whether one can begin there."""


def masked(text: str) -> str:
    """A text as the prose has it: with a dummy for each address, handle and tag."""
    return str(_NO_PROSE.sub(_instead, text))


def _instead(m: re.Match[str]) -> str:
    if m[0][0] == "\r":
        return "\n"
    if "\ud800" <= m[0][0] <= "\udfff":
        return REPLACEMENT
    return _composed(m[0]) if m[0][0] in _INVISIBLE or _LIGATURE_OR_ACCENT.match(m[0]) else DUMMY


_INVISIBLE = "\u00ad\u200b\u200c\u2060\ufeff"
_LIGATURE_OR_ACCENT = re.compile(r"[\ufb00-\ufb06]|.[\u0300-\u036f]")


def _composed(text: str) -> str:
    """A text as it looks: without invisible marks, letters with their accents, ligatures as letters."""
    bare = text.translate(dict.fromkeys(map(ord, _INVISIBLE)))
    return "".join(unicodedata.normalize("NFKC" if _LIGATURE_OR_ACCENT.match(c) else "NFC", c) for c in _pieces(bare))


def _pieces(text: str) -> list[str]:
    """The letters of a text, each with its accents."""
    return re.findall(r"(?s:.)[\u0300-\u036f]*", text)


_TEXTS = re.compile(r"\b(?:alt|caption)=\"(?P<text>[^\"\n]*)\"")


SECONDS = 120.0
"""The longest that the reading of one file may take."""
_BETWEEN_LOOKS = 256
"""Parts that are added between two looks at the clock."""


class Builder:
    """Takes text and markup in the order of the source and closes every gap between them.

    A gap inside a block is skipped; a gap between blocks reads as an empty line. Whatever takes text in raises
    ReadError when the reading takes too long.
    """

    def __init__(self, path: str, source: str, dialect: str) -> None:
        self.path, self.source, self.dialect = path, source, dialect
        self.covered = source
        self.at = 0
        self._insets: Sequence[Inset] = ()
        self._deadline = time.monotonic() + SECONDS
        self.comments: list[Span] = []
        self.notes: list[str] = []
        self.protected: list[Span] = []
        self._lines: Lines | None = None
        self._elements: list[Element] = []
        self._parts: list[Part] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._open: tuple[int, str] | None = None
        self._floor = 0
        self._titled = False

    def cover(self, found: Iterable[Inset]) -> None:
        """Says which stretches are no prose; ``covered`` is the source without them, with the same positions."""
        self._insets = settled(self.source, found)
        self.covered = covered(self.source, self._insets)

    # ---- blocks ------------------------------------------------------------------------------

    def begin(self, scope: str) -> None:
        """Opens a block; one that is open is closed first."""
        self.end()
        self._open = (self._length, scope)

    def end(self) -> None:
        """Closes the open block; a block without text leaves no trace."""
        if self._open is None:
            return
        start, scope = self._open
        self._open = None
        if self._length > start:
            self._blocks.append(Block(Span(start, self._length), scope))

    @property
    def scope(self) -> str | None:
        """The scope of the open block, or None."""
        return self._open[1] if self._open else None

    def element(self, start: int, end: int, *, tag: bool = False, apart: bool = False) -> None:
        """A stretch that can be cut out as a whole, without the white space at its edges."""
        text = self.source[start:end]
        start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if start < end:
            self._elements.append(Element(Span(start, end), tag, apart))

    def heading(self, level: int) -> str:
        """The scope of a heading; the first one of the highest level (1) is the document's title."""
        if level != 1 or self._titled:
            return "heading"
        self._titled = True
        return "headline"

    # ---- text --------------------------------------------------------------------------------

    def text(self, start: int, end: int) -> None:
        """Text that is taken as it is, but for insets, URLs, addresses and carriage returns in it."""
        self._text(self.covered, start, end, self._around_insets)

    def _text(self, source: str, start: int, end: int, read: Callable[[int, int], None]) -> None:
        at = max(start, self.at, self._floor)
        if at >= end:
            return
        goes_on = at == self.at and bool(self._parts) and self._parts[-1].rendered is None  # text before, not markup
        base = max(0, at - _LOOK_BACK) if goes_on else at
        for m in _NO_PROSE.finditer(source[base:end], at - base):
            read(at, base + m.start())
            at = base + m.end()
            self.render(base + m.start(), at, _instead(m))
        read(at, end)

    def _around_insets(self, at: int, end: int) -> None:
        for inset in self._insets_from(at):
            if inset.span.start >= end:
                break
            self._as_it_stands(at, inset.span.start)
            self._inset(inset, inset.rendered)
            at = max(at, min(inset.span.end, end))
        self._as_it_stands(at, end)

    def _insets_from(self, at: int) -> Iterator[Inset]:
        """Those that do not end before a place, in order."""
        return islice(self._insets, bisect_right(self._insets, at, key=lambda i: i.span.end), None)

    def _as_it_stands(self, start: int, end: int) -> None:
        start = max(start, self.at, self._floor)
        if start < end:
            self._gap(start)
            self._add(start, end, None)

    def _inset(self, inset: Inset, rendered: str) -> None:
        if inset.span.start < max(self.at, self._floor):
            return
        if inset.is_fixed:
            self.protected.append(inset.span)
        if inset.sort is Sort.REMARK:
            self.comments.append(inset.span)
        if inset.sort in (Sort.TAG, Sort.ELEMENT):
            self.markup(*inset.span, rendered)
        else:
            self.render(*inset.span, rendered)

    def insets(self, start: int, end: int) -> bool:
        """Reads a stretch that holds nothing but insets and white space, outside of all blocks; False for another."""
        at, found = start, []
        for inset in self._insets_from(start):
            if inset.span.start >= end:
                break
            if not self.source[at : inset.span.start].isspace() and at < inset.span.start:
                return False
            found.append(inset)
            at = inset.span.end
        if not found or self.source[at:end].strip():
            return False
        for inset in found:
            self._inset(inset, "")
        return True

    def render(self, start: int, end: int, rendered: str, visible: str | None = None) -> None:
        """A stretch in whose place the prose has ``rendered``; where that is DUMMY, the page shows ``visible``, or the
        stretch itself."""
        if start < max(self.at, self._floor) or start >= end:
            return
        self._gap(start)
        self._add(start, end, rendered if rendered.isascii() else _composed(rendered), visible)

    def reveal(self, start: int, visible: str) -> None:
        """Says later what the page shows of the stretch from ``start``, if that is the last one."""
        if self._parts and self._parts[-1].start == start and self._parts[-1].rendered == DUMMY:
            self._parts[-1] = dataclasses.replace(self._parts[-1], visible=visible)

    def markup(self, start: int, end: int, rendered: str) -> None:
        """A tag, or a shortcode that stands for something else; the texts that it gives a picture are prose."""
        found = _TEXTS.finditer(self.source, start, end)
        texts = [Span(*m.span("text")) for m in found if any(c.isalpha() for c in m["text"])]
        if not texts:
            self.render(start, end, rendered)
            return
        scope = self.scope
        for text in texts:
            self.begin("alt")
            self._text(self.source, *text, self._as_it_stands)
        self.end()
        self.skip(end)
        if scope is not None:
            self.begin(scope)

    def skip(self, end: int) -> None:
        """Markup up to ``end``: text before it that comes later is not taken."""
        self._floor = max(self._floor, end)

    def _gap(self, to: int) -> None:
        """Closes the gap before ``to``: an empty line before a block's first text, nothing within a block."""
        if to <= self.at:
            return
        fresh = self._open is not None and self._open[0] == self._length > 0
        self._add(self.at, to, "\n\n" if fresh else "")
        if self._open is not None and fresh:
            self._open = (self._length, self._open[1])

    def _add(self, start: int, end: int, rendered: str | None, visible: str | None = None) -> None:
        if start >= end:
            return
        if len(self._parts) % _BETWEEN_LOOKS == 0 and time.monotonic() > self._deadline:
            raise ReadError(f"takes longer than {SECONDS:g} s to read")
        last = self._parts[-1] if self._parts else None
        if last and last.rendered is None and rendered is None and last.end == start:
            self._parts[-1] = Part(last.start, end)
        else:
            self._parts.append(Part(start, end, rendered, visible))
        self._length += end - start if rendered is None else len(rendered)
        self.at = end

    # ---- what a person should know -------------------------------------------------------------

    def note(self, at: int, text: str) -> None:
        """Says with its line what is not read, or not as it may have been meant."""
        if self._lines is None:
            self._lines = Lines(self.source)
        self.notes.append(f"line {self._lines.place(at)[0]}: {text}")

    # ---- the end -----------------------------------------------------------------------------

    def document(self) -> Document:
        """What was built: the rest of the source is skipped. Raises ValueError for a reader that lost text."""
        self.end()
        self._gap(len(self.source))
        return Document(
            self.path,
            self.source,
            tuple(self._parts),
            tuple(self._trimmed()),
            tuple(self.comments),
            self.dialect,
            tuple(sorted(self._elements, key=lambda e: (e.span.start, -e.span.end))),
            (*self.protected, *self.comments),
            tuple(self.notes),
        )

    def _trimmed(self) -> list[Block]:
        """The blocks without white space at their edges; those with nothing left are dropped."""
        pieces = [self.source[p.start : p.end] if p.rendered is None else p.rendered for p in self._parts]
        prose = "".join(pieces)
        out = []
        for block in self._blocks:
            text = block.span.of(prose)
            start = block.span.start + len(text) - len(text.lstrip())
            end = block.span.end - (len(text) - len(text.rstrip()))
            if start < end:
                out.append(Block(Span(start, end), block.scope))
        return out
