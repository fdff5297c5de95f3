"""The fixes that findings ask for: which of them go together, and what a text or file is when they are made."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lint.document import Document
from lint.errors import ReadError
from lint.finding import Edit, Failure, Finding, Report
from lint.fixes import deletion
from lint.fixes.restless import Restless, Way
from lint.rule import Safety, Severity
from lint.span import Span

ROUNDS = 10
"""How often a text is checked anew because a fix laid another fault bare."""


C = TypeVar("C", str, bytes)
"""What is fixed: a text, or the bytes of a file."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A source with its fixes made, as its Document has it. ``made``: the findings put right, where they were when it
    was done; ``report``: what is left. ``raw``, ``new``: the bytes before and after, where a file was fixed."""

    before: str
    after: str
    made: tuple[Finding, ...]
    report: Report
    raw: bytes = b""
    new: bytes = b""


def fixed(
    content: C,
    read: Callable[[C], Document],
    write: Callable[[C, Sequence[Edit]], C],
    check: Callable[[Document], Report],
    wanted: Callable[[Finding], bool],
) -> tuple[C, Fixed]:
    """Fixes a text or a file until nothing wanted is left to fix, and says what it is then.

    Where that never comes to rest, because rules undo or feed each other's work, those of their fixes are left out, and
    a note says so; where the file can't hold a fix, nothing is changed, and that is a Failure.
    """
    restless = Restless()
    while True:
        at_rest = _at_rest(content, read, write, check, wanted, restless)
        if at_rest:
            return at_rest


def _at_rest(
    content: C,
    read: Callable[[C], Document],
    write: Callable[[C, Sequence[Edit]], C],
    check: Callable[[Document], Report],
    wanted: Callable[[Finding], bool],
    restless: Restless,
) -> tuple[C, Fixed] | None:
    """What comes of it without the fixes that are ``restless``; None where more of them are, which were added."""
    now, way = content, Way()
    document = begun = read(now)
    report = told = check(begun)
    made: list[Finding] = []
    late: list[tuple[str, Span]] = []
    for turn in range(ROUNDS):
        asked = [f for f in report.findings if wanted(f)]
        edits, done = chosen(document, [f for f in asked if not restless.has(f.rule, way.back(f.place.span))])
        try:
            after = write(now, edits) if edits else now
        except ReadError as e:
            return content, _unfixed(begun, told, str(e))
        if after == now:
            notes = told.notes + restless.told(begun.lines)
            return now, Fixed(begun.source, document.source, tuple(made), dataclasses.replace(report, notes=notes))
        late += [(f.rule, way.back(f.place.span)) for f in done if turn >= ROUNDS // 2]
        made += done
        way.add(edits)
        now = after
        document = read(now)
        report = check(document)
    restless.add(late)
    return None


def _unfixed(document: Document, report: Report, message: str) -> Fixed:
    failure = Failure(report.path, "writer", message)
    report = dataclasses.replace(report, failures=(*report.failures, failure))
    return Fixed(document.source, document.source, (), report)


def wanted(finding: Finding, *, unsafe: bool, least: Severity = Severity.WARNING) -> bool:
    """Whether a finding is to be fixed: it is shown, can be fixed, and is safe unless unsafe fixes are asked for."""
    return (
        finding.suppressed is None
        and finding.edit is not None
        and finding.severity.rank >= least.rank
        and (unsafe or finding.safety is Safety.SAFE)
    )


def chosen(document: Document, findings: Iterable[Finding]) -> tuple[list[Edit], list[Finding]]:
    """The edits to make, in order, and the findings whose edits they are. Of two that overlap, the first is made.

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
    cut = (Edit(span, "") for span in deletion.blocks(document, gone))
    return sorted([*kept, *cut], key=lambda e: e.span), made


def _clash(last: Finding, f: Finding, whole: bool) -> bool:
    """Whether two fixes touch the same text. The empty line between two blocks that go may be claimed by both."""
    assert last.edit is not None
    assert f.edit is not None
    a, b = last.place.span, f.place.span
    return a.overlaps(b) or a.start == b.start or (not whole and last.edit.span.overlaps(f.edit.span))
