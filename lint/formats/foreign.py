"""Elements of HTML whose text is in another language, or that say that they are not to be translated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from lint.formats.html_hidden import VOID
from lint.formats.html_tokens import Kind, Token, attribute

SAYS_SO = re.compile(r"\blang\s*=|\btranslate\s*=", re.IGNORECASE)
_PAGE = frozenset({"html", "body"})
_LANGUAGE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]+)*\Z")
_ANY = frozenset({"und", "mul", "mis"})
"""Language codes that say nothing."""


def is_foreign(source: str, tag: Token, dialect: str) -> bool:
    """Whether a start tag says that what follows is no text of this dialect's language (en, for en-GB)."""
    for name in ("lang", "xml:lang"):
        value = attribute(source, tag, name)
        found = value and _LANGUAGE.match(value.of(source).strip())
        if found and found["language"].lower() not in _ANY | {dialect.partition("-")[0]}:
            return True
    value = attribute(source, tag, "translate")
    return value is not None and value.of(source).strip().lower() == "no" and tag.name not in _PAGE


def elements(source: str, tokens: Sequence[Token], dialect: str, *, ends_p: Collection[str]) -> dict[int, int]:
    """The index of the end tag for each start tag that says so; an element without its own end is not among them.

    A page goes on to its last token. ``ends_p``: the elements before which a paragraph ends.
    """
    return dict(_elements(source, tokens, dialect, ends_p)) if SAYS_SO.search(source) else {}


def _elements(source: str, tokens: Sequence[Token], dialect: str, ends_p: Collection[str]) -> Iterator[tuple[int, int]]:
    open_ = _Open()
    for i, tag in enumerate(tokens):
        if tag.kind is Kind.START and tag.closed and tag.name not in VOID:
            if open_.innermost() == "p" and tag.name in ends_p:
                open_.pop()
            open_.push(tag.name, i if is_foreign(source, tag, dialect) else None)
        elif tag.kind is Kind.END and (start := open_.end(tag.name)) is not None:
            yield start, i
    yield from ((start, len(tokens) - 1) for name, start in open_.elements if name in _PAGE and start is not None)


class _Open:
    """The open elements, the innermost last: the name of each, and the index of its start tag if that is foreign."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, int | None]] = []
        self._counts: Counter[str] = Counter()

    def innermost(self) -> str:
        return self.elements[-1][0] if self.elements else ""

    def push(self, name: str, start: int | None) -> None:
        self.elements.append((name, start))
        self._counts[name] += 1

    def pop(self) -> tuple[str, int | None]:
        name, start = self.elements.pop()
        self._counts[name] -= 1
        return name, start

    def end(self, name: str) -> int | None:
        """Closes the element that an end tag ends, with those inside; its index if it is foreign. None is open: the
        tag ends nothing."""
        last, start = "", None
        while last != name and self._counts[name]:
            last, start = self.pop()
        return start
