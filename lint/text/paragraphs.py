"""Where the paragraphs of a text are, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator

from lint.span import Lines, Span


def paragraphs(source: str, lines: Lines) -> Iterator[Span]:
    """The stretches of a text between its empty lines, without a byte order mark and the line ends at their edges."""
    start: int | None = None
    end = 0
    for number in range(1, lines.count + 1):
        line = lines.span(number)
        text = line.of(source).rstrip()
        mark = number == 1 and text.startswith("\ufeff")
        if len(text) > mark:
            start = line.start + mark if start is None else start
            end = line.start + len(text)
        elif start is not None:
            yield Span(start, end)
            start = None
    if start is not None:
        yield Span(start, end)
