"""Marks findings that a directive in the story switches off: copydesk: ignore RULE, in a comment."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.directives import directives, reaches
from lint.document import Document
from lint.finding import Finding
from lint.rule import Rule


class Suppressions:
    """What a comment in the story, or its front matter, switches off is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses the findings that begin where a directive holds for their rule."""
        found = list(reaches(document, directives(document))) if document.comments else []
        if not found:
            return list(findings)
        return [
            dataclasses.replace(f, suppressed="switched off by a comment")
            if f.suppressed is None and any(r.covers(f.rule, f.place.span.start) for r in found)
            else f
            for f in findings
        ]
