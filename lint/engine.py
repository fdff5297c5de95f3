"""The whole way from a document to its report, on one page."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.filters import BEFORE_COMPARING, FILTERS, Filter, filters
from lint.finding import Edit, Excerpt, Failure, Finding, Match, Note, Observation, Place, Report
from lint.fixes import deletion
from lint.kinds import suppression
from lint.kinds.base import RuleGroup
from lint.matching.patterns import TooSlow
from lint.rule import Severity
from lint.span import Span
from lint.text.words import WORD

Timings = dict[str, float]
"""Seconds by rule, or by kind where rules can't be timed apart."""
Seen = tuple[Document, Match]
"""A match, and the view of the document in which it was found."""


class RuleSet:
    """The rules that are on under one configuration, made ready to run."""

    def __init__(self, groups: Iterable[RuleGroup], config: Config, known: Collection[str] = ()) -> None:
        """``known``: the names of all rules and packs there are, on or off."""
        self.groups = tuple(groups)
        self.known = known
        self.all_on = config.languagetool.backend != "off" and not config.only
        self.rules = {r.id: r for g in self.groups for r in g.rules}
        self.filters = filters(FILTERS, config, self.rules)
        self.before_comparing = filters(BEFORE_COMPARING, config, self.rules)


def lint(document: Document, rule_set: RuleSet, timeout: float | None = None, timings: Timings | None = None) -> Report:
    """Checks one document. A rule that breaks, or a group that is not done when ``timeout``
    seconds are over, is a Failure in the report; what the others found stands. ``timings`` is added to."""
    run = _Run(document, time.monotonic() + timeout if timeout else None, {} if timings is None else timings)
    for group in rule_set.groups:
        run.group(group)
    run.matches += _idle(document, rule_set, run)
    findings = _filtered(document, _findings(document, run.matches), rule_set.filters)
    return Report(
        document.path,
        tuple(findings),
        tuple(run.failures),
        document.notes,
        words=sum(1 for _ in WORD.finditer(document.prose)),
        observations=tuple(_observations(document, run.notes, rule_set.before_comparing)),
    )


class _Run:
    """One document on its way past all rules: what they found, noticed and could not do."""

    def __init__(self, document: Document, deadline: float | None, timings: Timings) -> None:
        self.document, self.deadline, self.timings = document, deadline, timings
        self.matches: list[Seen] = []
        self.notes: list[tuple[Document, Note]] = []
        self.failures: list[Failure] = []

    def group(self, group: RuleGroup) -> None:
        """Runs rules together and, where one of them breaks, each by itself, so that the others still speak."""
        start = time.perf_counter()
        try:
            self._check(group)
        except Exception as e:
            if len(group.rules) == 1 or group.kind.shared:
                self._fail(group.name, str(e) if isinstance(e, TooSlow) else f"crashed: {type(e).__name__}: {e}")
            else:
                for single in group.singly():
                    self.group(single)
        self.timings[group.name] = self.timings.get(group.name, 0.0) + time.perf_counter() - start

    def _check(self, group: RuleGroup) -> None:
        if self._is_late():
            self._fail(group.name, "left out: the file took too long")
            return
        view = group.view(self.document)
        for found in group.checker.check(view):
            match found:
                case Failure():
                    self.failures.append(found)
                case Note() if _in_scope(view, found.match):
                    self.notes.append((view, found))
                case Match() if _in_scope(view, found):
                    self.matches.append((view, found))
            if self._is_late():
                self._fail(group.name, "stopped: the file took too long")
                return

    def _is_late(self) -> bool:
        return self.deadline is not None and time.monotonic() > self.deadline

    def _fail(self, component: str, message: str) -> None:
        self.failures.append(Failure(self.document.path, component, message))


def _idle(document: Document, rule_set: RuleSet, run: _Run) -> list[Seen]:
    """What is wrong with comments that switch rules off, beside what the rules found."""
    rules = [r for r in rule_set.rules.values() if r.kind == "suppression"] if document.comments else []
    noted = ((view, note.match) for view, note in run.notes)
    found = [(m.rule.id, view.to_source(m.span).start) for view, m in (*run.matches, *noted)] if rules else []
    return [
        (document.as_written, m)
        for rule in rules
        for m in suppression.idle(
            rule, document, rule_set.known, rule_set.rules, None if run.failures else found, all_on=rule_set.all_on
        )
    ]


def _in_scope(view: Document, m: Match) -> bool:
    """Whether a match lies in a block that its rule looks at, whatever the kind made of that."""
    index = view.block_at(m.span.start)
    return index is not None and m.rule.applies_to(view.blocks[index].scope)


def _filtered(document: Document, found: Iterable[Finding], by: Iterable[Filter]) -> list[Finding]:
    findings = sorted(found, key=lambda f: (f.place.span, f.rule))
    for each in by:
        findings = each.mark(document, findings)
    return findings


def _observations(
    document: Document, notes: Sequence[tuple[Document, Note]], by: Iterable[Filter]
) -> Iterator[Observation]:
    """Notes with the findings that they may become, less those that would not be shown."""
    found = _filtered(document, _findings(document, [(view, note.match) for view, note in notes]), by)
    shown = {(f.rule, f.place.span): f for f in found if f.suppressed is None}
    for view, note in notes:
        finding = shown.get((note.match.rule.id, view.to_source(note.match.span)))
        if finding is not None:
            yield Observation(note.match.rule.id, note.key, note.side, finding)


def _findings(document: Document, seen: Sequence[Seen]) -> Iterator[Finding]:
    """Matches carried back to the source, each once."""
    counts: Counter[tuple[str, ...]] = Counter()
    reported: set[tuple[str, Span]] = set()
    for view, m in sorted(seen, key=lambda s: (s[1].span, s[1].rule.id)):
        span = view.to_source(m.span)
        if (m.rule.id, span) in reported:
            continue
        reported.add((m.rule.id, span))
        around = _neighbours(view, m.span)
        key = (m.rule.id, m.span.of(view.prose), *around)
        counts[key] += 1
        yield Finding(
            rule=m.rule.id,
            category=m.rule.category,
            place=_place(document, span),
            text=span.of(document.source),
            excerpt=Excerpt.of(document.source, span),
            message=m.message,
            severity=_severity(m),
            fingerprint=_fingerprint(key, counts[key]),
            suggestions=m.suggestions,
            safety=m.rule.safety,
            edit=_edit(view if m.rule.reads_source else document, m),
            related=tuple(_place(document, view.to_source(s)) for s in m.related),
        )


def _severity(m: Match) -> Severity:
    """The rule's own, or a lower one where the match is less sure."""
    return min(m.severity or m.rule.severity, m.rule.severity, key=lambda s: s.rank)


def _edit(document: Document, m: Match) -> Edit | None:
    """The change that the first suggestion asks for: inside one stretch that stands as it is, or a whole block."""
    if not m.suggestions or document.in_quotation(m.span):
        return None
    text = m.suggestions[0]
    index = document.block_at(m.span.start)
    if not text and index is not None and document.blocks[index].span == m.span:
        return next((Edit(span, "") for span in deletion.blocks(document, {index})), None)
    if not document.is_verbatim(m.span):
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
