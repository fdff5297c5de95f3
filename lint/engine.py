"""The whole way from a document to its report, on one page."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from lint.document import Document
from lint.filters import FILTERS
from lint.finding import Edit, Failure, Finding, Match, Place, Report, Spelling
from lint.fixes import deletion
from lint.kinds.base import Checker, Repeats, Tally
from lint.rule import Rule
from lint.span import Span
from lint.text.words import WORD

Named = tuple[str, Checker]


def lint(
    document: Document,
    checkers: Sequence[Named],
    rules: Sequence[Rule],
    timeout: float | None = None,
    *,
    across: bool = False,
    repeated: bool = False,
) -> Report:
    """Checks one document. A checker that breaks, or is not done after ``timeout`` seconds, is a Failure in the
    report; what the others found stands. ``across``, ``repeated``: the report tells the spellings of pairs, and the
    paragraphs, for a comparison of many files."""
    failures: list[Failure] = []
    deadline = time.monotonic() + timeout if timeout else None
    matches = [m for name, checker in checkers for m in _run(name, checker, document, failures, deadline)]
    by_id = {r.id: r for r in rules}
    findings = sorted(_findings(document, matches), key=lambda f: (f.place.span, f.rule))
    for mark in FILTERS:
        findings = mark(document, findings, by_id)
    words = sum(1 for _ in WORD.finditer(document.prose))
    spellings = tuple(_spellings(document, checkers, by_id)) if across else ()
    paragraphs = tuple(_paragraphs(document, checkers, by_id)) if repeated else ()
    return Report(document.path, tuple(findings), tuple(failures), (), document.source, words, spellings, paragraphs)


def _paragraphs(document: Document, checkers: Sequence[Named], rules: dict[str, Rule]) -> Iterator[tuple[str, Finding]]:
    """What each paragraph of some length is known by, and the finding that it is if it stands in other files too."""
    for _, checker in checkers:
        if isinstance(checker, Repeats):
            for key, found in checker.paragraphs(document):
                yield from ((key, f) for f in _shown(document, found, rules))


def _spellings(document: Document, checkers: Sequence[Named], rules: dict[str, Rule]) -> Iterator[Spelling]:
    for _, checker in checkers:
        if isinstance(checker, Tally):
            for key, side, found in checker.spellings(document):
                yield from (Spelling(key, side, f) for f in _shown(document, found, rules))


def _shown(document: Document, found: Match, rules: dict[str, Rule]) -> list[Finding]:
    """The finding that a match is, if no filter marks it."""
    findings = list(_findings(document, [found]))
    for mark in FILTERS:
        findings = mark(document, findings, rules)
    return [f for f in findings if f.suppressed is None]


def _run(
    name: str, checker: Checker, document: Document, failures: list[Failure], deadline: float | None
) -> Iterator[Match]:
    if deadline and time.monotonic() > deadline:
        failures.append(Failure(document.path, name, "left out: the file took too long"))
        return
    try:
        for found in checker.check(document):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                yield found
            if deadline and time.monotonic() > deadline:
                failures.append(Failure(document.path, name, "stopped: the file took too long"))
                return
    except Exception as e:
        failures.append(Failure(document.path, name, f"broke off: {type(e).__name__}: {e}"))


def _findings(document: Document, matches: Sequence[Match]) -> Iterator[Finding]:
    seen: Counter[tuple[str, ...]] = Counter()
    told: set[tuple[str, Span]] = set()
    for m in sorted(matches, key=lambda m: (m.span, m.rule.id)):
        span = m.span if m.raw else document.to_source(m.span)
        if (m.rule.id, span) in told:
            continue
        told.add((m.rule.id, span))
        around = ("", "") if m.raw else _neighbours(document, m.span)
        key = (m.rule.id, m.span.of(document.source if m.raw else document.prose), *around)
        seen[key] += 1
        yield Finding(
            rule=m.rule.id,
            category=m.rule.category,
            place=_place(document, span),
            text=span.of(document.source),
            message=m.message,
            severity=m.severity or m.rule.severity,
            fingerprint=_fingerprint(key, seen[key]),
            suggestions=m.suggestions,
            safety=m.rule.safety,
            edit=_edit(document, m),
            related=tuple(_place(document, document.to_source(s)) for s in m.related),
        )


def _edit(document: Document, m: Match) -> Edit | None:
    """The change that the first suggestion asks for: inside one stretch that stands as it is, or a whole block."""
    if m.raw or not m.suggestions or document.in_quotation(m.span):
        return None
    text = m.suggestions[0]
    index = document.block_at(m.span.start)
    if not text and index is not None and document.blocks[index].span == m.span:
        return next((Edit(span, "") for span in deletion.blocks(document, {index})), None)
    if not document.stands(m.span):
        return None
    span = document.to_source(m.span)
    return Edit(span if text else deletion.words(document, span), text)


def _place(document: Document, span: Span) -> Place:
    return Place(document.path, span, document.lines.place(span.start), document.lines.place(span.end))


_NEIGHBOUR = re.compile(r"\w+")


def _neighbours(document: Document, span: Span) -> tuple[str, str]:
    """Two words on each side, within the block."""
    index = document.block_at(span.start)
    block = document.blocks[index].span if index is not None else Span(0, len(document.prose))
    before = document.prose[max(block.start, span.start - 60) : span.start]
    after = document.prose[span.end : min(block.end, span.end + 60)]
    return " ".join(_NEIGHBOUR.findall(before)[-2:]), " ".join(_NEIGHBOUR.findall(after)[:2])


def _fingerprint(key: tuple[str, ...], nth: int) -> str:
    """Rule, text, neighbours and the how-manieth: no line numbers, so that a paragraph above changes nothing."""
    return hashlib.blake2b("\x1f".join((*key, str(nth))).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
