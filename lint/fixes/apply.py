"""Makes the fixes that findings ask for: which of them go together, and what the text is afterwards."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lint.document import Document
from lint.finding import Edit, Failure, Finding, Report
from lint.fixes import deletion
from lint.rule import Safety, Severity

ROUNDS = 10
"""How often a text is checked anew because a fix laid another fault bare."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text with its fixes made. ``made``: the findings put right, where they stood when it was done; ``report``:
    what is left."""

    before: str
    after: str
    made: tuple[Finding, ...]
    report: Report


def fixed(
    before: str, read: Callable[[str], Document], check: Callable[[Document], Report], wanted: Callable[[Finding], bool]
) -> Fixed:
    """Fixes a text until nothing wanted is left to fix. Where that never comes to rest, because rules undo or feed
    each other's work, nothing is changed, and the report has a Failure that names them."""
    text, first = before, None
    made: list[Finding] = []
    for _ in range(ROUNDS):
        document = read(text)
        report = check(document)
        first = first or report
        after, done = apply(document, [f for f in report.findings if wanted(f)])
        if after == text:
            return Fixed(before, text, tuple(made), report)
        text = after
        made += done
    assert first is not None
    names = ", ".join(sorted({f.rule for f in done}))
    failure = Failure(
        first.path, "fix", f"nothing was changed, for the fixes of {names} undo each other or have no end"
    )
    return Fixed(before, before, (), dataclasses.replace(first, failures=(*first.failures, failure)))


def wanted(finding: Finding, *, unsafe: bool, least: Severity = Severity.WARNING) -> bool:
    """Whether a finding is to be fixed: it is shown, can be fixed, and is safe unless unsafe fixes are asked for."""
    return (
        finding.suppressed is None
        and finding.edit is not None
        and finding.severity.rank >= least.rank
        and (unsafe or finding.safety is Safety.SAFE)
    )


def apply(document: Document, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """The source with the edits made, and the findings whose edits they were. Of two that overlap, the first is made.

    Blocks that go are taken out together, so that a list goes with its last item.
    """
    made: list[Finding] = []
    kept: list[Edit] = []
    blocks = {span: i for i, span in enumerate(document.places)}
    gone: set[int] = set()
    for f in sorted((f for f in findings if f.edit), key=lambda f: (f.place.span.start, -f.place.span.end)):
        assert f.edit is not None
        whole = not f.edit.text and f.place.span in blocks
        if made and _clash(made[-1], f, whole):
            continue
        made.append(f)
        if whole:
            gone.add(blocks[f.place.span])
        else:
            kept.append(f.edit)
    return _edited(document.source, [*kept, *(Edit(s, "") for s in deletion.blocks(document, gone))]), made


def _clash(last: Finding, f: Finding, whole: bool) -> bool:
    """Whether two fixes touch the same text. The empty line between two blocks that go may be claimed by both."""
    assert last.edit is not None
    assert f.edit is not None
    a, b = last.place.span, f.place.span
    return a.overlaps(b) or a.start == b.start or (not whole and last.edit.span.overlaps(f.edit.span))


def _edited(source: str, edits: Sequence[Edit]) -> str:
    out, at = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start >= at:
            out += [source[at : edit.span.start], edit.text]
            at = edit.span.end
    return "".join((*out, source[at:]))
