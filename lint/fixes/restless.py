"""Fixes that never come to rest, because rules undo or feed each other's work: where they began."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint.finding import Edit
from lint.formats.base import apart
from lint.span import Lines, Span

_LINES = 5
"""So many lines are named of one rule."""


class Way:
    """The way that a text has gone from one round of fixing to the next."""

    def __init__(self) -> None:
        self._rounds: list[Sequence[Edit]] = []

    def add(self, edits: Iterable[Edit]) -> None:
        """One more round."""
        self._rounds.append(list(apart(edits)))

    def back(self, span: Span) -> Span:
        """Where a stretch of the text as it is now was at first; what an edit has put there, and what touches it, was
        all that the edit replaced."""
        start, end = span
        for edits in reversed(self._rounds):
            start, end = _before(start, edits).start, _before(end, edits).end
        return Span(start, end)


def _before(at: int, edits: Sequence[Edit]) -> Span:
    """Where an offset of an edited text was."""
    longer = 0
    for edit in edits:
        begins = edit.span.start + longer
        if at < begins:
            break
        if at <= begins + len(edit.text):
            return edit.span
        longer += len(edit.text) - (edit.span.end - edit.span.start)
    return Span(at - longer, at - longer)


class Restless:
    """The fixes that are left out, by their rules and by where they began. A rule that finds no rest a second time is
    left out altogether, so that there is an end."""

    def __init__(self) -> None:
        self._places: dict[str, set[Span]] = {}
        self._everywhere: set[str] = set()

    def add(self, found: Iterable[tuple[str, Span]]) -> None:
        """What moved to the last: rules, and where in the text as it was at first."""
        seen = set(self._places)
        for rule, span in found:
            self._places.setdefault(rule, set()).add(span)
            if rule in seen:
                self._everywhere.add(rule)

    def has(self, rule: str, span: Span) -> bool:
        """Whether the fix of a rule is left out, there (in the text as it was) or anywhere."""
        touched = (p.start <= span.end and span.start <= p.end for p in self._places.get(rule, ()))
        return rule in self._everywhere or any(touched)

    def told(self, lines: Lines) -> tuple[str, ...]:
        """What a person should know of it, if there is anything."""
        rules = [f"{rule} ({self._where(rule, lines)})" for rule in sorted(self._places)]
        said = f"the fixes of {', '.join(rules)} were left out, for they undo each other or have no end"
        return (said,) if rules else ()

    def _where(self, rule: str, lines: Lines) -> str:
        if rule in self._everywhere:
            return "everywhere"
        numbers = sorted({lines.place(span.start)[0] for span in self._places[rule]})
        named = ", ".join(map(str, numbers[:_LINES])) + (" …" if len(numbers) > _LINES else "")
        return f"line{'s' * (len(numbers) > 1)} {named}"
