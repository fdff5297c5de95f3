"""Where things stand in a text: the only place where positions are reckoned.

Every offset in copydesk counts Unicode code points from 0, and every span is half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: code points, 0-based, ``end`` not included."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch of the text."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether all of the other lies within."""
        return self.start <= other.start and other.end <= self.end


_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Turns an offset into a line and a column, both 1-based and for people only."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
        self._length = len(text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (in code points) of ``offset``; a line ends with \\n, \\r or \\r\\n."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @property
    def count(self) -> int:
        """How many there are; after a line end at the end of the text comes an empty one."""
        return len(self._starts)

    def span(self, line: int) -> Span:
        """The line (1-based) with its line end."""
        end = self._starts[line] if line < len(self._starts) else self._length
        return Span(self._starts[line - 1], end)


class Units:
    """Counts of an encoding's units ⇄ code points of one text.

    ``widths`` gives the number of units for each code point beyond those that take one.
    """

    def __init__(self, text: str, encoding: str) -> None:
        width = _WIDTHS[encoding]
        self._points: list[int] = []  # offset just after each wide character, in code points
        self._units: list[int] = []  # the same place, in units
        if encoding == "utf-8" and text.isascii():
            return
        extra = 0
        for at, char in enumerate(text):
            if (w := width(ord(char))) > 1:
                extra += w - 1
                self._points.append(at + 1)
                self._units.append(at + 1 + extra)

    def to_points(self, units: int) -> int:
        """Code points before ``units``; a place inside a character becomes the character's end."""
        i = bisect_right(self._units, units)
        after, at = (self._units[i - 1], self._points[i - 1]) if i else (0, 0)
        limit = self._points[i] if i < len(self._points) else None
        points = at + units - after
        return points if limit is None else min(points, limit)

    def to_units(self, points: int) -> int:
        """Units before so many code points."""
        i = bisect_right(self._points, points)
        after, at = (self._units[i - 1], self._points[i - 1]) if i else (0, 0)
        return after + points - at


def _utf8(code: int) -> int:
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def _utf16(code: int) -> int:
    return 1 if code < 0x10000 else 2


_WIDTHS = {"utf-8": _utf8, "utf-16": _utf16}
