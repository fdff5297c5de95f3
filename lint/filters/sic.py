"""Marks findings that the writer has seen: after them stands [sic], as said or written by somebody else."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule

NEAR = 120
"""So many code points after a finding are looked at, markup and all."""
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|[*_\\]")
_SIC = re.compile(r"(?:[^\w\n]*\w[\w'’]*(?:[^\S\n]+|(?=[^\w\s])|\b)){0,3}?[^\w\n]*[\[(]\s*sic\b", re.IGNORECASE)
"""At most three words, and then the remark, alone or with more in the brackets (“[sic; no full stop]”)."""


class Sic:
    """What is followed by [sic] is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses the findings after which, within three words, stands [sic] or (sic)."""
        if "sic" not in document.source.lower():
            return list(findings)
        return [_marked(f, document.source) for f in findings]


def _marked(f: Finding, source: str) -> Finding:
    end = f.place.span.end
    if f.suppressed is None and _SIC.match(_MARKUP.sub("", source[end : end + NEAR])):
        return dataclasses.replace(f, suppressed="followed by [sic]")
    return f
