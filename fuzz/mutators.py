"""Changes a text at random, as editors, converters and attackers change theirs: pieces lost, doubled, moved, put in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Mutator = Callable[[str, "Source"], str]
MOST = 12
"""Changes made to one text, at most."""
LONGEST = 6_000
"""Characters of a changed text, at most, where a target asks for no less: what takes long at this length is a
finding."""
_REPEATS = (2, 3, 10, 100, 400)
_ODD = "\x00\x0b\x1b\x85\xa0\xad\u0301\u200b\u200e\u2028\u202e\ufeff\ufffc\ufffd\ud800\U0001f600\r\t"


@dataclass(frozen=True)
class Source:
    """What the mutators draw from. ``tokens``: what means something to the reader; ``texts``: the corpus; ``longest``:
    characters of a changed text, at most; ``by_line``: most changes keep the lines whole, for what is refused as soon
    as one is broken."""

    random: random.Random
    tokens: Sequence[str]
    texts: Sequence[str]
    longest: int = LONGEST
    by_line: bool = False


def mutated(text: str, source: Source) -> str:
    """The text with a few random changes."""
    mutators, most = (BY_LINE, 4) if source.by_line else (MUTATORS, MOST)
    for _ in range(source.random.randint(1, most)):
        text = source.random.choice(mutators)(text, source)[: source.longest]
    return text


def _span(text: str, source: Source, longest: int = 60) -> tuple[int, int]:
    start = source.random.randint(0, len(text))
    return start, min(len(text), start + source.random.randint(0, longest))


def put_in(text: str, source: Source) -> str:
    """A token somewhere."""
    at = source.random.randint(0, len(text))
    return text[:at] + source.random.choice(source.tokens) + text[at:]


def put_in_twice(text: str, source: Source) -> str:
    """A token before and another one after a stretch of text."""
    start, end = _span(text, source, 300)
    first, last = source.random.choice(source.tokens), source.random.choice(source.tokens)
    return text[:start] + first + text[start:end] + last + text[end:]


def put_in_many_times(text: str, source: Source) -> str:
    """A token again and again."""
    at = source.random.randint(0, len(text))
    return text[:at] + source.random.choice(source.tokens) * source.random.choice(_REPEATS) + text[at:]


def exchange(text: str, source: Source) -> str:
    """One token of the text less, and another one in its place."""
    there = [token for token in source.tokens if token in text]
    if not there:
        return text
    old = source.random.choice(there)
    at = text.find(old, source.random.randint(0, len(text)))
    return text if at < 0 else text[:at] + source.random.choice(source.tokens) + text[at + len(old) :]


def cut(text: str, source: Source) -> str:
    """A stretch less."""
    start, end = _span(text, source)
    return text[:start] + text[end:]


def cut_sign(text: str, source: Source) -> str:
    """A sign of markup less."""
    signs = [i for i, c in enumerate(text) if c in "<>/-`{}[]()&;\"'#*_\n"]
    if not signs:
        return text
    at = source.random.choice(signs)
    return text[:at] + text[at + 1 :]


def move_line(text: str, source: Source) -> str:
    """A line less, or somewhere else, or in two places."""
    lines = text.splitlines(keepends=True) or [text]
    at, to = source.random.randrange(len(lines)), source.random.randrange(len(lines))
    moved = lines[at] if source.random.random() < 0.5 else lines.pop(at)
    return "".join([*lines[:to], *([moved] if source.random.random() < 0.8 else []), *lines[to:]])


def splice_lines(text: str, source: Source) -> str:
    """The first lines of one text and the last of another."""
    first, last = text.splitlines(keepends=True), source.random.choice(source.texts).splitlines(keepends=True)
    return "".join(first[: source.random.randint(0, len(first))] + last[source.random.randint(0, len(last)) :])


def double(text: str, source: Source) -> str:
    """A stretch twice."""
    start, end = _span(text, source, 200)
    return text[:end] + text[start:end] + text[end:]


def swap(text: str, source: Source) -> str:
    """Two neighbouring stretches change places."""
    start, middle = _span(text, source)
    end = min(len(text), middle + source.random.randint(0, 60))
    return text[:start] + text[middle:end] + text[start:middle] + text[end:]


def splice(text: str, source: Source) -> str:
    """The beginning of one text and the end of another."""
    other = source.random.choice(source.texts)
    return text[: source.random.randint(0, len(text))] + other[source.random.randint(0, len(other)) :]


def odd(text: str, source: Source) -> str:
    """A character that few expect."""
    at = source.random.randint(0, len(text))
    return text[:at] + source.random.choice(_ODD) + text[at:]


def ends(text: str, source: Source) -> str:
    """Other line ends."""
    return text.replace("\n", source.random.choice(["\r\n", "\r", "\n\n", " "]))


def word(text: str, source: Source) -> str:
    """A word whose way can be followed, white space around it."""
    at = source.random.randint(0, len(text))
    return f"{text[:at]} zq{source.random.randrange(10**6)}qz {text[at:]}"


MUTATORS: Sequence[Mutator] = (
    put_in, put_in, put_in, put_in_twice, put_in_twice, put_in_many_times, exchange, exchange, cut, cut_sign, cut_sign,
    double, swap, splice, odd, ends, word, word, word,
)  # fmt: skip
BY_LINE: Sequence[Mutator] = (
    put_in, put_in, put_in_twice, exchange, exchange, exchange, move_line, move_line, splice_lines, cut, odd, word,
)  # fmt: skip
