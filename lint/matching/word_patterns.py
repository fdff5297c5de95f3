"""Patterns whose signs hold for whole words: ``^ the MODIFIER* PLURAL of the NOUN {has}``.

A sentence is coded as a string in which each word has its classes before it; a pattern over words becomes a pattern
over that string.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from lint.matching.patterns import Edges
from lint.span import Span
from lint.text.words import PATTERN

_AFTER_NOUN = "[bzdngjr]*"
CLASSES = {
    "SINGULAR": f"(?:su?|u){_AFTER_NOUN}",
    "COUNTABLE": "su?b?",
    "PLURAL": f"p{_AFTER_NOUN}",
    "ONLY-PLURAL": "p",
    "ONLY-SINGULAR": "su?",
    "ONLY-BASE": "b",
    "ONLY-ADJECTIVE": "jr?",
    "NOUN": f"(?:su?p?|up?|p){_AFTER_NOUN}",
    "MODIFIER": "(?:[a-z]*[sujng][a-z]*|N|D|O)",
    "ADJECTIVE": "[a-fh-z]*jr?",
    "ADVERB": "[a-z]*r",
    "BASE": "b[dngjr]*",
    "THIRD": "z[dngjr]*",
    "PAST": "d",
    "PAST-OR-PARTICIPLE": "dn?",
    "NAME": "N",
    "NUMBER": "D",
    "WORD": r"\w*",
}
"""What each class is among the letters that ``lint.dictionary.word_classes.letters`` gives a word."""

_TOKEN = re.compile(rf"{PATTERN}(?:-{PATTERN})*|[£$€]?\d(?:[\d.,:]*\d)?(?:%|\w+)?|\S")
_UNIT = re.compile(
    r"\((?:\?:)?[a-z'-]+(?:\|[a-z'-]+)+\)|\(\?[:=!<]+|\{\d+(?:,\d*)?\}|\\.|[A-Za-z]+(?:['-][A-Za-z]+)*|\s+|.", re.DOTALL
)
TARGET = "at"
"""The group of what stands in braces."""
_SIGNS = {
    "^": r"\A",
    "$": r"(?=\W[.!?]\s|\Z)",
    "{": f"(?P<{TARGET}>",
    "}": ")",
    "(": "(?:",
    ",": r"(?:\W,\s)",
    ";": r"(?:\W;\s)",
}
WHOLE_WORDS = Edges(r"(?<!\S)", "")


def coded_pattern(source: str) -> str:
    """The pattern over coded sentences for one over words."""
    return "".join(map(_unit, _UNIT.findall(source)))


def _unit(unit: str) -> str:
    if unit.isspace():
        return ""
    if unit in CLASSES:
        return rf"(?:{CLASSES[unit]}\W[\w£$€]\S*\s)"
    if unit[0].isalpha() or "|" in unit[1:]:
        words = unit.lower() if unit[0].isalpha() else f"(?:{unit.strip('(?:)')})"
        return rf"(?:[a-z]*\W{words}\s)"
    return _SIGNS.get(unit, unit)


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence as patterns read it: ``text``, where each of its words begins in it, and where they stand."""

    text: str
    starts: tuple[int, ...]
    places: tuple[Span, ...]

    def place(self, start: int, end: int) -> Span:
        """Where the words of a stretch of ``text`` stand."""
        first, after = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)
        return Span(self.places[first].start, self.places[after - 1].end)


def coded(text: str, sentence: Span, letters: Callable[[str, bool], str]) -> Coded:
    """A sentence (of ``text``, apostrophes straight) as patterns read it. ``letters`` of a word, and whether it is the
    first one, are its classes."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[Span] = []
    at = 0
    for m in _TOKEN.finditer(text, *sentence):
        piece = f"{letters(m[0], not places)}/{m[0].lower()} "
        pieces.append(piece)
        starts.append(at)
        places.append(Span(*m.span()))
        at += len(piece)
    return Coded("".join(pieces), tuple(starts), tuple(places))
