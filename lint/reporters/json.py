"""JSON, version 1: a contract. Offsets are code points of the file's text as decoded, half-open, from 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

import msgspec

from lint.finding import Finding, Place, Report
from lint.reporters.options import Options, Summary
from lint.reporters.printable import escaped

VERSION = 1


def write(reports: Sequence[Report], stream: TextIO, options: Options) -> None:
    """All findings, the suppressed ones with their reason; suggestions only when they were asked for."""
    summary = Summary.of(reports, options)
    page = {
        "version": VERSION,
        "tool": {"name": "copydesk", "version": options.version},
        "files": [_file(r, options) for r in reports],
        "summary": {
            "files": summary.files,
            "words": summary.words,
            "findings": summary.findings,
            "errors": summary.by_severity["error"],
            "warnings": summary.by_severity["warning"],
            "suggestions": summary.by_severity["suggestion"],
            "suppressed": summary.suppressed,
            "failures": summary.failures,
            "read": summary.read,
            "left_out": dict(summary.left_out),
        },
    }
    encoded = msgspec.json.format(msgspec.json.encode(_clean(page)), indent=1)
    stream.write(escaped(encoded.decode()) + "\n")


def _file(report: Report, options: Options) -> dict[str, Any]:
    return {
        "path": report.path,
        "findings": [_finding(f) for f in report.findings if f.severity.rank >= options.least.rank],
        "failures": [{"who": f.component, "message": f.message} for f in report.failures],
        "notes": list(report.notes),
    }


def _finding(f: Finding) -> dict[str, Any]:
    return {
        "rule": f.rule,
        "category": str(f.category),
        "severity": str(f.severity),
        "message": f.message,
        "text": f.text,
        "excerpt": {"text": f.excerpt.text, "start": f.excerpt.start, "end": f.excerpt.end},
        **_place(f.place),
        "suggestions": list(f.suggestions),
        "fixable": f.fixable,
        "fix": {"start": f.edit.span.start, "end": f.edit.span.end, "text": f.edit.text} if f.edit else None,
        "fingerprint": f.fingerprint,
        "related": [{"path": p.path, **_place(p)} for p in f.related],
        "suppressed": f.suppressed,
    }


def _place(p: Place) -> dict[str, int]:
    (line, column), (end_line, end_column) = p.start, p.end
    return {
        "start": p.span.start,
        "end": p.span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _clean(value: Any) -> Any:
    """Lone surrogates (undecodable file names, odd texts) can't be JSON; they become U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode() if not value.isascii() else value
    if isinstance(value, dict):
        return {_clean(k): _clean(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_clean(v) for v in value]
    return value
