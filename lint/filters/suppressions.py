"""Marks findings that a comment in the story switches off.

<!-- copydesk: off -->                … until <!-- copydesk: on -->
<!-- copydesk: off house.adviser -->  the same for one rule, or for a pack
<!-- copydesk: ignore typos.spelling --> for the paragraph that follows (all rules when none is named)
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule
from lint.span import Span

_COMMENT = re.compile(r"<!--\s*copydesk:\s*(off|on|ignore)\b([\w.,\s-]*?)-->")


@dataclass(frozen=True, slots=True)
class _Quiet:
    span: Span
    names: frozenset[str]

    def covers(self, f: Finding) -> bool:
        named = not self.names or f.rule in self.names or f.rule.partition(".")[0] in self.names
        return named and self.span.start <= f.place.span.start < self.span.end


class Suppressions:
    """What a comment in the story switches off is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses the findings that a comment covers."""
        quiet = list(_quiet(document))
        if not quiet:
            return list(findings)
        return [
            dataclasses.replace(f, suppressed="switched off by a comment")
            if f.suppressed is None and any(q.covers(f) for q in quiet)
            else f
            for f in findings
        ]


def _quiet(document: Document) -> Iterator[_Quiet]:
    opened: dict[frozenset[str], int] = {}
    for comment in document.comments:
        m = _COMMENT.match(comment.of(document.source))
        if m is None:
            continue
        names = frozenset(re.split(r"[\s,]+", m[2].strip())) - {""}
        match m[1]:
            case "off":
                opened.setdefault(names, comment.end)
            case "on":
                for key in [k for k in opened if not names or k == names]:
                    yield _Quiet(Span(opened.pop(key), comment.start), key)
            case _:
                yield _Quiet(_next_paragraph(document.source, comment.end), names)
    for names, start in opened.items():
        yield _Quiet(Span(start, len(document.source)), names)


def _next_paragraph(source: str, at: int) -> Span:
    m = re.compile(r"\s*(?:\S.*(?:\r?\n[ \t]*\S.*)*)?").match(source, at)
    return Span(at, m.end() if m else at)
