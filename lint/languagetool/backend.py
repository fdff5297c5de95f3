"""What a LanguageTool backend is, and how its input is guarded so that no text can hang it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from lint.text.sentences import ends_sentence


@dataclass(frozen=True, slots=True)
class Found:
    """One of LanguageTool's matches; offsets are code points in the text that was given."""

    id: str
    sub_id: str
    message: str
    start: int
    end: int
    suggestions: tuple[str, ...]
    category: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of LanguageTool's rules shall run: those named, or ``everything`` that it has on and those named; never
    those that are ``off``."""

    ids: frozenset[str]
    off: frozenset[str] = frozenset()
    everything: bool = False

    def has(self, name: str) -> bool:
        """Whether the rule with LanguageTool's id ``name`` shall run."""
        return name not in self.off if self.everything else name in self.ids


class Backend(Protocol):
    """Answers for the rules that it was made for (``Wanted``); threads may share it.

    ``at_once``: code points that are best sent together; 0 means paragraph by paragraph.
    """

    at_once: int

    def unknown(self, ids: Collection[str]) -> list[str]:
        """Those of ``ids`` that this LanguageTool has no rule for."""
        ...

    def check(self, text: str) -> tuple[Found, ...]:
        """What LanguageTool finds in ``text``, in code points from its start. Raises BackendError when it can't say."""
        ...


MOST_WORDS = 300
"""Words sent at once. The port's time grows with the square of a sentence's length: 1,000 words take 0.6 s."""
_LONG = re.compile(r"\S{60,}|\d{20,}|[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{4,}|[\ud800-\udfff]")
_PARAGRAPH = "\n\n"
_SPACE = re.compile(r"\s+")


def guarded(text: str) -> str:
    """The text with what could hang an engine blanked out, letter for letter: endless tokens and numbers, piled-up
    accents, lone surrogates (measured on lingotweaker 0.2.8: 5,000 digits never end)."""
    return _LONG.sub(lambda m: " " * len(m[0]), text)


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """(offset, piece): the text cut after sentences, or between words where a sentence is endless."""
    start = at = words = 0
    for m in _SPACE.finditer(text):
        words += 1
        if ends_sentence(text, m.start()) or _PARAGRAPH in m[0]:
            at = m.end()
        if words >= MOST_WORDS:
            cut = at if at > start else m.end()
            yield start, text[start:cut]
            words = len(_SPACE.findall(text, cut, m.end()))
            start = at = cut
    if start < len(text):
        yield start, text[start:]
