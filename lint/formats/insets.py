"""Finds what stands in a text for a machine: tags of templates, shortcodes, remarks, lists of attributes.

Nothing that only looks like it is found: each has its end in the same block, unless its end can be nothing else
(``{% endcomment %}``, ``*/}``), and none begins within another. What stands in code is left to the code.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lint.document import DUMMY
from lint.span import Span


class Sort(Enum):
    """What an inset is: a remark, a tag of a template, a tag of a component (which reads as nothing), a value that is
    put in its place, code, attributes of what stands beside it, or a stretch of an HTML tag."""

    REMARK = "remark"
    TAG = "tag"
    ELEMENT = "element"
    VALUE = "value"
    CODE = "code"
    ATTRIBUTES = "attributes"
    WITHIN = "within"


_SILENT = frozenset({Sort.REMARK, Sort.ELEMENT, Sort.ATTRIBUTES, Sort.WITHIN})


@dataclass(frozen=True, slots=True)
class Inset:
    """A stretch of the source that is no prose. ``alone``: nothing else stands on its lines."""

    span: Span
    sort: Sort
    alone: bool = False

    @property
    def rendered(self) -> str:
        """What the prose has in its place."""
        return "" if self.alone or self.sort in _SILENT else DUMMY

    @property
    def is_fixed(self) -> bool:
        """Whether no fix may cut it out: what it begins or ends may stand elsewhere."""
        return self.sort in (Sort.TAG, Sort.CODE)


# ---- how each is written -------------------------------------------------------------------------

_NEW_BLOCK = (
    r"(?:\r\n|\r|\n)[ \t]*(?:[\r\n#<`~]|>(?!\}\})|[-*+](?:[ \t]|[-*+])|\d{1,9}[.)][ \t]"
    r"|\|(?![ \t]*\w+[ \t]*(?:[:(}%-]|$)(?![^\r\n]*\|[ \t]*$)))"
)
"""A line of Markdown that is empty or begins something new: a heading, a list's item, a quotation, a table's row."""
_NEW_ELEMENT = r"</|<!--|<(?:p|div|h[1-6]|li|td|tr|section)\b"


def _between(begin: str, end: str, *stops: str) -> str:
    """From one mark to the other. A second beginning or one of ``stops`` may stand between them in a string alone, and
    lines may end in one alone that is a value: ``name="…"``."""
    string = "|".join(rf"{mark}(?:(?!{end})[^{mark}\r\n])*+{mark}" for mark in "\"'")
    value = "|".join(rf"=[ \t]*+{mark}(?:(?!{end}|{begin})[^{mark}])*+{mark}" for mark in "\"'")
    return rf"{begin}(?:{value}|{string}|(?!{'|'.join((end, begin, *stops))}).)*+{end}"


def _element(begin: str, name: str, rest: str, finish: str, end: str) -> str:
    """From a tag to the tag that ends it, whatever stands between them but a second such tag. ``finish``: what the
    latter has before its name."""
    again = rf"{begin}(?:{finish})?(?P={name})\b"
    return rf"\b{rest}{end}(?:(?!{again}).)*+{begin}{finish}(?P={name})[ \t]*{end}"


_LIQUID_CODE = "highlight|codeblock|mermaid|plantuml|graphviz|math|katex|schema|javascript|stylesheet|style"
_HUGO_CODE = "highlight|mermaid|math|katex|plantuml|graphviz|chart|rawhtml"
_WORDPRESS_CODE = "code|sourcecode|highlight|php|latex"
_LIQUID, _HUGO = r"\{%-?[ \t]*", r"\{\{[<%][ \t]*"
_WIDE = {
    Sort.REMARK: (
        _between(r"\{\{-?[ \t]*/\*", r"\*/[ \t\r\n]*-?\}\}"),
        _between(r"\{\{~?!--", r"--~?\}\}"),
        _between(r"\{%-?[ \t]*comment\b[^%{}]*%\}", r"\{%-?[ \t]*endcomment[ \t]*-?%\}"),
        _between(r"<%--", r"--%>"),
        _between(r"\{::comment\}", r"\{:/(?:comment)?\}"),
    ),
    Sort.CODE: (
        _LIQUID + f"(?P<a>{_LIQUID_CODE})" + _element(_LIQUID, "a", "[^%{}]*", "end", r"%\}"),
        _HUGO + f"(?P<b>{_HUGO_CODE})" + _element(_HUGO, "b", "[^{}]*?", "/", r"[>%]\}\}"),
        r"\[" + f"(?P<c>{_WORDPRESS_CODE})" + _element(r"\[", "c", r"[^\[\]\r\n]*", "/", r"\]"),
    ),
}
"""What may run over several blocks: its end can be nothing else."""
_JSX_REMARK = _between(r"\{/\*", r"\*/[ \t\r\n]*\}")

_DIRECTIVE = r"^[ \t]*(?:\#|//)[ \t]*copydesk[ \t]*:[^\r\n]*"
"""What plain text says to copydesk, on a line of its own."""


def _narrow(stop: str) -> dict[Sort, tuple[str, ...]]:
    """What templates put in, within one block. ``stop``: where the next one begins."""
    return {
        Sort.REMARK: (
            _between(r"\{#(?=[\s-])", r"#\}", stop),
            _between(r"<%#", r"%>", "<%", stop),
            _between(r"\{\{~?!", r"\}\}", r"\{\{", stop),
        ),
        Sort.TAG: (
            _between(r"\{\{[<%]", r"[>%]\}\}", r"\{\{", stop),
            _between(r"\{%", r"%\}", stop),
            _between(r"<%(?![=-])", r"%>", "<%", stop),
            r"\[[a-z][\w-]*\s+[\w-]+=(?:[^\[\]\r\n]|(?:\r\n|\r|\n)(?![ \t]*[\r\n]))*+\]",
        ),
        Sort.VALUE: (
            _between(r"<%", r"%>", stop),
            _between(r"\{\{", r"\}\}\}?", stop),
        ),
    }


_VALUE = r"""(?:"[^"\r\n]*+"|'[^'\r\n]*+'|[^\s{}"']++)"""
_MARKDOWN = {
    Sort.REMARK: (
        r"^[ ]{0,3}\[(?://|comment)\]:[ \t]*(?:\#|<>)[ \t]*(?:\([^\r\n]*\)|\"[^\"\r\n]*\"|'[^'\r\n]*')[ \t]*$",
    ),
    Sort.ATTRIBUTES: (
        r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?P<contents>\S[^\r\n]*(?:\r\n|\r|\n)[ \t]*\{:[ \t]*\.?toc\b[^{}\r\n]*\})",
        r"^[ \t]*\[(?:TOC|toc|\[_TOC_\])\](?=[ \t]*$)",
        rf"\{{::?[ \t]*/?(?:[\w-]+=)?(?:[\w-]++:?(?!=)|[.#][\w:-]++|[\w-]+=(?:{_VALUE})|[ \t]++)*+/?\}}",
        rf"\{{[ \t]*[.\#][A-Za-z_][\w:.-]*+(?:[ \t]++(?:[.\#][\w:.-]++|[\w-]++=(?:{_VALUE})|-(?=[ \t}}])))*+[ \t]*\}}",
        rf"(?<=[)\]`])\{{[ \t]*[\w-]++=(?:{_VALUE})(?:[ \t]++(?:[.\#][\w:.-]++|[\w-]++=(?:{_VALUE})))*+[ \t]*\}}",
        r"(?<=`)\{=\w+\}",
        r"\{-\}(?=[ \t]*$)",
        r"^[ \t]*:{3,}(?:[ \t]*(?:[\w-]++(?![ \t]*[.,;:!?])|\{[^{}\r\n]*\})[ \t]*:*(?=[ \t\[{]|$)|(?=[ \t]*$))",
    ),
}
_BRACKETS = r"(?P<brackets>\[(?P<slash>/?)(?P<name>[a-z][\w-]*)\](?![(\[:]))"
"""[name] and [/name] are tags of WordPress where there are both."""
FENCE = (
    r"^(?:[ \t>]|[-*+] |\d{1,9}[.)] )*(?P<fence>`{3,}(?=[^`\r\n]*$)|~{3,})[^\r\n]*"
    r"(?:\r?\n(?![ \t>]*(?P=fence))[^\r\n]*)*+(?:\r?\n[ \t>]*(?P=fence)[`~]*|\Z)?"
)
INLINE_CODE = r"(?<!`)(?P<ticks>`++)(?:(?!\n[ \t]*\n).){1,300}?(?<!`)(?P=ticks)(?!`)"
"""Code amid a sentence; longer code is not looked for."""
_ESCAPED = r"\\[\\{\[<`]"
_HTML_CODE = (
    rf"<(?P<tag>script|style|pre|code|textarea)\b(?:(?!</?(?P=tag)\b).)*+</(?P=tag)\b|{_between('<!--', '-->')}"
)


def _compiled(code: Sequence[str], *found: dict[Sort, tuple[str, ...]]) -> tuple[re.Pattern[str], Sequence[Sort]]:
    """One pattern for all; the group ``s0``, ``s1`` … that matched says what sort of inset it found."""
    sorts = [(sort, pattern) for each in found for sort, patterns in each.items() for pattern in patterns]
    groups = (f"(?P<s{i}>{pattern})" for i, (_, pattern) in enumerate(sorts))
    return re.compile(_FIRST + f"(?:{'|'.join((*code, *groups, _BRACKETS))})", re.S | re.M), [sort for sort, _ in sorts]


_FIRST = r"(?=[{\[<`~\\]|^[ \t>*+\d:\#/-])"
"""What any of them begins with: where nothing of it stands, the others need not be tried."""


_CODE_OF_MARKDOWN = (FENCE, INLINE_CODE, _ESCAPED, _HTML_CODE)
_PATTERNS = {
    "text": _compiled((_HTML_CODE,), {Sort.REMARK: (_DIRECTIVE,)}, _WIDE, _narrow(_NEW_BLOCK)),
    "html": _compiled((_HTML_CODE,), _WIDE, _narrow(_NEW_ELEMENT)),
    "markdown": _compiled(_CODE_OF_MARKDOWN, {Sort.REMARK: (_JSX_REMARK,)}, _WIDE, _narrow(_NEW_BLOCK), _MARKDOWN),
    "mdx": _compiled(_CODE_OF_MARKDOWN, {Sort.REMARK: (_JSX_REMARK, *_MARKDOWN[Sort.REMARK])}),
}


def find(source: str, start: int, language: str) -> list[Inset]:
    """The insets of a text from ``start``, in order. ``language``: text, html, markdown or mdx."""
    pattern, sorts = _PATTERNS[language]
    found: list[tuple[Sort, re.Match[str]]] = []
    for m in pattern.finditer(source, start):
        if m["brackets"]:
            found.append((Sort.TAG, m))
        elif (m.lastgroup or "").startswith("s") and (m.lastgroup or "")[1:].isdigit():
            found.append((sorts[int(str(m.lastgroup)[1:])], m))
    return list(_without_loose_brackets(found))


def _without_loose_brackets(found: Sequence[tuple[Sort, re.Match[str]]]) -> Iterator[Inset]:
    begun: set[str] = set()
    ended = Counter(m["name"] for _, m in found if m["slash"])
    for sort, m in found:
        name = _BEGINS.match(m[0])
        if m["brackets"] is None:
            begun.update(name.groups() if name else ())
        elif m["slash"]:
            ended[m["name"]] -= 1
            if m["name"] not in begun:
                continue
        elif ended[m["name"]]:
            begun.add(m["name"])
        else:
            continue
        yield Inset(Span(*m.span("contents" if m.groupdict().get("contents") else 0)), sort)


_BEGINS = re.compile(r"\[([a-z][\w-]*)\s")


# ---- what stands alone, and what a parser sees instead -------------------------------------------

_FAR = 2_000
_MANY = 20
"""As far before an inset (code points, and other insets) the tag of HTML is looked for that it may stand in."""


def settled(source: str, found: Iterable[Inset]) -> list[Inset]:
    """Insets in order, those that overlap an earlier or longer one left out, and which of them stand alone."""
    insets: list[Inset] = []
    for each in sorted(found, key=lambda i: (i.span.start, -i.span.end)):
        if not insets or each.span.start >= insets[-1].span.end:
            insets.append(each)
    edges = [0, *(at for i in insets for at in i.span), len(source)]
    gaps = [source[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    first = _reached(insets, [_LAST_LINE.search(gap) for gap in gaps[:-1]])
    last = _reached(insets[::-1], [_FIRST_LINE.match(gap) for gap in gaps[:0:-1]])[::-1]
    return [
        dataclasses.replace(inset, alone=begins and ends and not _in_tag(gaps[max(0, i - _MANY) : i + 1]))
        for i, (inset, begins, ends) in enumerate(zip(insets, first, last, strict=True))
    ]


_LAST_LINE = re.compile(r"(?:\A|(?P<line>[\r\n]))[ \t>]*\Z")
_FIRST_LINE = re.compile(r"[ \t]*(?:(?P<line>[\r\n])|\Z)")


def _reached(insets: Sequence[Inset], blanks: Sequence[re.Match[str] | None]) -> list[bool]:
    """For each inset, whether nothing but others stands between it and the edge of its line. ``blanks``: what is blank
    in the text before each, from the edge of the line or from the last inset."""
    out, reached = [], True
    for inset, blank in zip(insets, blanks, strict=True):
        reached = blank is not None and (reached or blank["line"] is not None) and inset.sort is not Sort.VALUE
        out.append(reached)
    return out


def _in_tag(gaps: Sequence[str]) -> bool:
    """Whether what follows some text, given without the insets in it, may be inside a tag of HTML."""
    near = "".join(gap[-_FAR:] for gap in gaps)[-_FAR:]
    begin = near.rfind("<")
    return begin >= 0 and near[begin + 1 : begin + 2].isalpha() and ">" not in near[begin:]


def covered(source: str, insets: Iterable[Inset]) -> str:
    """The source with each inset overwritten, letter for letter, by something that Markdown and HTML leave alone."""
    out, at = [], 0
    for inset in insets:
        out += [source[at : inset.span.start], _cover(source, inset)]
        at = inset.span.end
    return "".join((*out, source[at:]))


_REMARK = "<!---->"
_SHORT = 3


def _cover(source: str, inset: Inset) -> str:
    """A remark of HTML where the inset stands alone, which ends the paragraph above it; otherwise letters, with marks
    at both ends, so that emphasis beside it is seen."""
    start, end = inset.span
    if inset.alone and end - start >= len(_REMARK):
        return _REMARK[:4] + "x" * (end - start - len(_REMARK)) + _REMARK[4:]
    if inset.sort is Sort.WITHIN or end - start < _SHORT or source[start - 1 : start] in ("<", "/"):
        return "x" * (end - start)
    first = "x" if not source[start - 1 : start].strip() else ":"  # at the start of a line, it begins a definition
    return first + "x" * (end - start - 2) + ":"
