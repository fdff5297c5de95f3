"""Finds what MDX adds to Markdown: components, expressions in braces, imports and exports.

A Markdown file may hold components too; there only those are taken for such that Markdown would not read as HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.formats.foreign import SAYS_SO
from lint.formats.insets import FENCE, INLINE_CODE, Inset, Sort
from lint.span import Span

_FENCED = r"(?=[`~]|^[ \t>*+\d-])"
"""What code begins with: where nothing of it stands, the patterns for it need not be tried."""
_OUTSIDE = re.compile(rf"{_FENCED}(?:{FENCE}|{INLINE_CODE})|\\[\s\S]|(?P<brace>[{{}}])", re.S | re.M)
_INSIDE = re.compile(
    r"""
      \"(?:[^\"\\\r\n]|\\.)*+\" | '(?:[^'\\\r\n]|\\.)*+' | `(?:[^`\\]|\\.)*+`
    | /\*(?:(?!\*/|/\*).)*+\*/
    | (?P<empty>\n[ \t]*\r?\n)
    | (?P<brace>[{}])
    """,
    re.VERBOSE | re.S,
)
_CODE = re.compile(f"{_FENCED}(?:{FENCE}|{INLINE_CODE})", re.S | re.M)
_TAG = re.compile(r"</?(?:(?P<name>[A-Za-z][\w-]*+(?P<member>(?:[.:][\w-]++)*+))(?=[\s/>{])|(?=>))")
_ATTRIBUTE = re.compile(
    r"""\s+ | [A-Za-z_:$][\w.:$-]*+ | =\s*(?:"[^"]*+"|'[^']*+'|(?=\{)) | (?P<brace>\{) | (?P<end>/?>)""", re.VERBOSE
)
_MODULE = re.compile(
    r"^(?:import\b[ \t]*(?:(?:[^\"'`;\r\n{}]|\{[^{}]*+\})*?\bfrom[ \t]*)?[\"'][^\"'\r\n]*[\"'];?[ \t]*$"
    r"|(?P<export>export[ \t]+(?:default|const|let|var|function|class|async)\b|export[ \t]*[{*])[^\r\n]*)",
    re.M,
)
_PLAIN = frozenset("article aside center details div figure footer header main nav section span".split())
"""Elements of HTML that hold Markdown in MDX."""


class _Tag(NamedTuple):
    span: Span
    name: str
    has_member: bool
    braces: Sequence[Span]

    @property
    def is_component(self) -> bool:
        """``<Chart>``, ``<charts.Bar>``, ``<>``."""
        return not self.name or self.name[0].isupper() or self.has_member


def find(source: str, start: int, *, mdx: bool) -> Iterator[Inset]:
    """The insets that MDX has from ``start``; of a Markdown file that is none, its components and modules."""
    if not mdx and not re.search(r"<[A-Z]|^(?:import|export)\b", source[start:], re.M):
        return
    pairs, code = _pairs(source, start), _Code(source, start)
    yield from _modules(source, start, pairs, code)
    at = start
    while (m := _TAG.search(source, at)) is not None:
        tag = None if m.start() in code else _tag(source, m, pairs)
        at = tag.span.end if tag else m.end()
        if tag:
            yield from _insets(source, tag, mdx=mdx)
    if mdx:
        yield from (Inset(Span(a, b), _sort(source, a)) for a, b in pairs.items())


class _Code:
    """What of a Markdown text is code."""

    def __init__(self, source: str, start: int) -> None:
        self._spans = [m.span() for m in _CODE.finditer(source, start)]

    def __contains__(self, at: int) -> bool:
        i = bisect_right(self._spans, at, key=lambda s: s[0]) - 1
        return i >= 0 and at < self._spans[i][1]


def _insets(source: str, tag: _Tag, *, mdx: bool) -> Iterator[Inset]:
    text = tag.span.of(source)
    if mdx:
        whole = tag.is_component or (tag.name in _PLAIN and not SAYS_SO.search(text))
    else:  # no tag of HTML, nor one that Markdown would read as such
        whole = tag.name != "" and tag.is_component and (bool(tag.braces or tag.has_member) or "\n" in text)
    if whole:
        yield Inset(tag.span, Sort.ELEMENT)
    elif mdx:
        yield from (Inset(brace, Sort.WITHIN) for brace in tag.braces)


def _tag(source: str, m: re.Match[str], pairs: dict[int, int]) -> _Tag | None:
    """The tag that begins here, if its attributes are such as JSX has."""
    at = m.end()
    braces: list[Span] = []
    while (part := _ATTRIBUTE.match(source, at)) is not None:
        at = part.end()
        if part["end"]:
            return _Tag(Span(m.start(), at), m["name"] or "", bool(m["member"]), braces)
        if part["brace"]:
            begin = part.start("brace")
            if begin not in pairs:
                return None
            at = pairs[begin]
            braces.append(Span(begin, at))
    return None


# ---- braces --------------------------------------------------------------------------------------


def _pairs(source: str, start: int) -> dict[int, int]:
    """Where each brace that has an end begins, and where it ends; a sentence's brace ends in its own paragraph."""
    out: dict[int, int] = {}
    open_: list[int] = []
    at = start
    while (m := (_INSIDE if open_ else _OUTSIDE).search(source, at)) is not None:
        at = m.end()
        if m["brace"] == "{":
            open_.append(m.start())
        elif m["brace"] == "}" and open_:
            out[open_.pop()] = at
        elif open_ and m.groupdict().get("empty") and not _is_flow(source, open_[0]):
            open_.clear()
            at -= 1
    return out


def _is_flow(source: str, at: int) -> bool:
    """Whether a brace begins a block, or the value of an attribute, which may hold empty lines."""
    line = source[source.rfind("\n", 0, at) + 1 : at]
    return not line.strip() or line.endswith("=") or line.lstrip().startswith("export")


def _sort(source: str, at: int) -> Sort:
    return Sort.REMARK if re.match(r"\{\s*/\*", source[at : at + 20]) else Sort.VALUE


# ---- modules -------------------------------------------------------------------------------------


def _modules(source: str, start: int, pairs: dict[int, int], code: _Code) -> Iterator[Inset]:
    """Imports and exports where a block begins."""
    last = start
    for m in _MODULE.finditer(source, start):
        before = source[last : m.start()]
        fresh = not before.strip() or re.search(r"\n[ \t]*\r?\n\Z", before[-100:])
        if m.start() < last or not fresh or m.start() in code:
            continue
        last = _end_of_export(source, m, pairs) if m["export"] else m.end()
        yield Inset(Span(m.start(), last), Sort.ATTRIBUTES)


def _end_of_export(source: str, m: re.Match[str], pairs: dict[int, int]) -> int:
    """The end of the last line before an empty one that stands in no braces."""
    at = m.start()
    while (step := re.compile(r"[{]|(?P<end>\n[ \t]*\r?(?=\n)|\Z)").search(source, at)) is not None:
        if step["end"] is not None:
            return step.start()
        at = pairs.get(step.start(), step.end())
    return len(source)
