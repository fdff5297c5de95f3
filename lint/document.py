"""A story as copydesk sees it: the source, the prose read from it, and the way back."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from lint.span import Lines, Span
from lint.text.paragraphs import paragraphs
from lint.text.quotations import mostly_curly, quotations, straight
from lint.text.sentences import sentences
from lint.text.words import words

DUMMY = "\ufffc"
"""Stands in the prose for something that is no word of the story: inline code, a URL, a shortcode.

U+FFFC, the object replacement character; no word pattern matches it.
"""

REPLACEMENT = "\ufffd"
"""Stands in the prose for what is no character: half of a surrogate pair, which nothing can encode."""

_SHARED = ("prose", "straight", "folded", "_starts", "lines", "curly", "quotations")
"""What a view of a document (``Document.within``) takes over from it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source, and what it reads as.

    ``rendered`` is None for text that is in the prose as it is, "" for markup that is skipped,
    and otherwise the text that is read instead ("&" for "&amp;"). Where that is DUMMY, ``visible`` is what a reader
    of the page sees there (the code without its marks); None where that is the source's own text.
    """

    start: int
    end: int
    rendered: str | None = None
    visible: str | None = None


_RUN = re.compile("(?P<half>[\ud800-\udfff])|[^\ud800-\udfff]+")


def _is_markup(part: Part) -> bool:
    return part.rendered is not None and not part.rendered.strip()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table cell …: a span of the prose and what kind it is.

    Scopes: headline heading paragraph list table quote caption alt frontmatter.KEY; raw in a view (``as_written``)
    """

    span: Span
    scope: str


@dataclass(frozen=True, slots=True)
class Element:
    """What can be cut out of the source as a whole: a paragraph, a list's item with its mark, ``<div>…</div>``.

    ``tag``: it may stand amid a line; otherwise only whole lines can go. ``apart``: the lines around it must not
    close up, or they would be read as one paragraph.
    """

    span: Span
    tag: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech in the prose, its marks included."""

    span: Span


@dataclass(frozen=True)
class Document:
    """A parsed file: its parts tile the source, its blocks lie in order in the prose, its elements in the source,
    from the outside in. ``protected`` are stretches of the source that no fix may cut out: pictures, code, comments;
    ``notes`` say what a person should know of how the file was read.

    Raises ValueError when the parts leave a gap or overlap: a reader (``formats/``) that loses text
    must not get past this point.
    """

    path: str
    source: str
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]
    comments: tuple[Span, ...] = ()
    dialect: str = "en-GB"
    elements: tuple[Element, ...] = ()
    protected: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for part in self.parts:
            if part.start != at or part.end < part.start:
                raise ValueError(f"{self.path}: parts do not tile the source at offset {at}")
            at = part.end
        if at != len(self.source):
            raise ValueError(f"{self.path}: parts end at offset {at} of {len(self.source)}")

    def __getstate__(self) -> dict[str, object]:
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    # ---- the prose ---------------------------------------------------------------------------

    @cached_property
    def prose(self) -> str:
        """What a reader reads: the source without its markup."""
        source = self.source
        return "".join(source[p.start : p.end] if p.rendered is None else p.rendered for p in self.parts)

    @cached_property
    def straight(self) -> str:
        """The prose with curly quotation marks and apostrophes made straight; the same length."""
        return straight(self.prose)

    @cached_property
    def folded(self) -> str:
        """``straight`` in lower case; the same length, so that its offsets are the prose's."""
        text = self.straight
        low = text.lower()
        if len(low) == len(text):
            return low
        return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each part begins in the prose."""
        lengths = (p.end - p.start if p.rendered is None else len(p.rendered) for p in self.parts)
        return [0, *accumulate(lengths)]

    @cached_property
    def lines(self) -> Lines:
        """Lines of the source."""
        return Lines(self.source)

    # ---- the way back ------------------------------------------------------------------------

    def to_source(self, span: Span) -> Span:
        """The stretch of the source that a span of the prose was read from.

        An end that falls inside a replaced part ("&amp;") takes in the whole part; markup at the
        edges of the span is left out.
        """
        start = self._point(span.start, closing=False)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self._point(span.end, closing=True)))

    def _point(self, offset: int, *, closing: bool) -> int:
        starts = self._starts
        if not self.parts:
            return 0
        # the part that holds the character at ``offset`` (opening) or just before it (closing)
        i = (bisect_left if closing else bisect_right)(starts, offset) - 1
        i = min(max(i, 0), len(self.parts) - 1)
        part = self.parts[i]
        if part.rendered is None:
            return min(part.start + offset - starts[i], part.end)
        return part.end if closing else part.start

    def is_verbatim(self, span: Span) -> bool:
        """Whether a span of the prose is, letter for letter, one stretch of the source."""
        i = bisect_right(self._starts, span.start) - 1
        if i < 0 or i >= len(self.parts):
            return False
        return self.parts[i].rendered is None and span.end <= self._starts[i + 1]

    def written(self, span: Span) -> str:
        """The prose of a span with the addresses, handles and code that a reader sees in place of the dummies."""
        text = span.of(self.prose)
        if DUMMY not in text:
            return text
        return "".join(self._visible(span.start + i) if c == DUMMY else c for i, c in enumerate(text))

    def _visible(self, offset: int) -> str:
        part = self.parts[bisect_right(self._starts, offset) - 1]
        if part.rendered is None:  # the source itself has the character
            return DUMMY
        return self.source[part.start : part.end] if part.visible is None else part.visible

    def with_markup(self, span: Span) -> str:
        """The source of a span of the prose, with the markup right before and after it but without comments."""
        first, last = bisect_right(self._starts, span.start) - 1, bisect_left(self._starts, span.end) - 1
        start, end = self.to_source(span)
        while first > 0 and start == self.parts[first].start and _is_markup(self.parts[first - 1]):
            first, start = first - 1, self.parts[first - 1].start
        while last + 1 < len(self.parts) and end == self.parts[last].end and _is_markup(self.parts[last + 1]):
            last, end = last + 1, self.parts[last + 1].end
        edges = [start, *(at for c in self.comments if start <= c.start < end for at in c), end]
        return "".join(self.source[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))

    # ---- a part of it ------------------------------------------------------------------------

    @cached_property
    def as_written(self) -> Document:
        """The source itself as a document, markup, addresses and front matter included: a block (scope ``raw``) for
        each paragraph. Positions in its prose are those in the source; quotations are those of the prose."""
        blocks = tuple(Block(span, "raw") for span in paragraphs(self.source, self.lines))
        runs = _RUN.finditer(self.source)
        parts = tuple(Part(m.start(), m.end(), REPLACEMENT if m["half"] else None) for m in runs)
        elements = tuple(Element(b.span, apart=True) for b in blocks)
        view = Document(self.path, self.source, parts, blocks, self.comments, self.dialect, elements)
        quoted = tuple(Quotation(self.to_source(q.span)) for q in self.quotations)
        view.__dict__.update(lines=self.lines, curly=self.curly, quotations=quoted)
        return view

    @cached_property
    def whole(self) -> Document:
        """The document with all its blocks, where this is a view of it (``within``)."""
        return self

    def within(self, applies: Callable[[str], bool]) -> Document:
        """A view of this document that has only the blocks whose scope ``applies`` accepts; positions stay the same."""
        blocks = tuple(b for b in self.blocks if applies(b.scope))
        if len(blocks) == len(self.blocks):
            return self
        view = dataclasses.replace(self, blocks=blocks)
        view.__dict__.update({name: getattr(self, name) for name in _SHARED}, whole=self.whole)
        return view

    # ---- blocks and quotations ---------------------------------------------------------------

    @cached_property
    def words(self) -> tuple[tuple[Span, ...], ...]:
        """The words of each block: letters, with apostrophes inside."""
        return tuple(tuple(words(self.prose, b.span)) for b in self.blocks)

    @cached_property
    def sentences(self) -> tuple[tuple[Span, ...], ...]:
        """The sentences of each block."""
        return tuple(tuple(sentences(self.straight, b.span)) for b in self.blocks)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each block, as ``straight`` has it."""
        return tuple(b.span.of(self.straight) for b in self.blocks)

    @cached_property
    def curly(self) -> bool | None:
        """Whether apostrophes in this story are curly for the most part; None where it has none."""
        return mostly_curly(self.prose)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.span.start for b in self.blocks]

    def block_at(self, offset: int) -> int | None:
        """The index of the block that holds an offset of the prose."""
        i = bisect_right(self._block_starts, offset) - 1
        return i if i >= 0 and offset <= self.blocks[i].span.end else None

    @cached_property
    def places(self) -> tuple[Span, ...]:
        """Where each block stands in the source."""
        return tuple(self.to_source(b.span) for b in self.blocks)

    @cached_property
    def wholes(self) -> Mapping[int, Sequence[tuple[Element, range]]]:
        """The elements that hold whole blocks and nothing protected, from the outside in, by the first of the blocks
        (with all of them, by index)."""
        starts = [s.start for s in self.places]
        ends = [0, *accumulate((s.end for s in self.places), max)]
        guarded = sorted(s.start for s in self.protected)
        guarded_ends = [0, *accumulate((s.end for s in sorted(self.protected)), max)]
        out: dict[int, list[tuple[Element, range]]] = {}
        for element in self.elements:
            start, end = element.span
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            whole = first < last and ends[first] <= start and ends[last] <= end
            if whole and guarded_ends[bisect_left(guarded, end)] <= start:
                out.setdefault(first, []).append((element, range(first, last)))
        return out

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Direct quotations, in order. One that runs over several paragraphs, each opened anew, counts whole."""
        return tuple(Quotation(s) for b in self.blocks for s in quotations(self.prose, b.span))

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.span.start for q in self.quotations]

    def in_quotation(self, span: Span) -> bool:
        """Whether a span of the prose lies inside a direct quotation."""
        i = bisect_right(self._quotation_starts, span.start) - 1
        return i >= 0 and self.quotations[i].span.contains(span)
