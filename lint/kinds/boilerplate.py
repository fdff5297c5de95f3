"""boilerplate: text of the page that was left in the copy. The finding is the whole sentence or paragraph."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Self

import msgspec

from lint.config.settings import Config
from lint.document import DUMMY, Document
from lint.errors import RuleError
from lint.finding import Failure, Finding, Match, Note, Observation, Place
from lint.formats.builder import masked
from lint.kinds import story_place
from lint.kinds.base import RELATED, match
from lint.kinds.base import Options as Base
from lint.matching.neighbours import gapped
from lint.matching.patterns import (
    ANYWHERE,
    LINE_START,
    PARAGRAPH,
    SENTENCE_END,
    Line,
    Pattern,
    Patterns,
    any_of,
    pattern,
)
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.near_duplicates import best, normal
from lint.text.quotations import straight
from lint.text.sentences import sentences


class Options(Base, frozen=True, kw_only=True):
    """``any``: patterns, each of which marks a sentence as boilerplate; ``starts``, ``ends``: the same at the beginning
    of a sentence (or of what a page sets apart with | or », behind a bullet or an arrow), or at its end; ``whole``:
    patterns that a whole paragraph must match; ``all``: patterns that must all stand in one sentence. “ … ” in a
    pattern stands for any words of the same sentence.

    ``unless``: patterns that clear the sentence (reported speech); ``max_words``: a longer sentence is a story's own
    (60); ``covers``: ``sentence`` (the whole paragraph when half of it is boilerplate) or always ``paragraph``.
    ``leads``: a paragraph found whole leads a list: two or more lines like headlines that follow are boilerplate too.
    ``lines``: lines as they are, found again with small changes (``similar``: the share of letters, 0.85).
    ``weak``: paragraphs (“more”, in lower case) that alone are too little for more than a suggestion.
    ``needs_story``: what stands in a heading, in somebody’s words or in a document without prose is none, or a
    suggestion; so is a sentence inside a paragraph.
    ``repeated``: a paragraph of at least so many words that stands twice, in the story or, where the configuration asks
    for it, in several of the checked files (0: no); ``across``: the message then, ``{count}`` the number of the others.
    """

    PLACEHOLDERS = {"message": (), "across": ("count",)}

    any: list[str] = []
    starts: list[str] = []
    ends: list[str] = []
    whole: list[str] = []
    all: list[str] = []
    unless: list[str] = []
    max_words: int = 60
    covers: Literal["sentence", "paragraph"] = "sentence"
    leads: bool = False
    weak: list[str] = []
    lines: list[str] = []
    similar: float = 0.85
    repeated: int = 0
    needs_story: bool = False

    def alone(self) -> Self:
        """An example is a line by itself, and no story."""
        return msgspec.structs.replace(self, needs_story=False)

    across: str = "This paragraph is in {count} more of the checked files."


class Checker:
    """Finds boilerplate by patterns, by lines that are known, and by repetition."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._across = config.repeated
        self._patterns = Patterns([p for r in rules for p in _patterns(r)])
        self._all = {r.id: _alone(r, "all")[1:] for r in rules}
        self._unless = {r.id: any_of(r, lines, edges=ANYWHERE, read_as=gapped) for r in rules if (lines := _unless(r))}
        self._repeated = [r for r in rules if r.options.repeated]
        self._known_lines = [(r, _forms(r.options.lines)) for r in rules if r.options.lines]

    def check(self, document: Document) -> Iterator[Match | Note | Failure]:
        """Sentences and paragraphs that are boilerplate, lists that one of them leads, and paragraphs repeated."""
        found = _Found()
        for item in self._patterns.find(document):
            if isinstance(item, Failure):
                yield item
            elif unit := self._unit(document, *item):
                found.add(*unit)
        for unit in self._lines(document):
            found.add(*unit)
        yield from found.matches(document)
        known = {document.blocks[index].span for index in found.blocks}
        for again in self._repetitions(document):
            if (again.match if isinstance(again, Note) else again).span not in known:
                yield again

    def _unit(self, document: Document, p: Pattern, index: int, _: object, span: Span) -> tuple[Rule, int, Span] | None:
        """What a pattern that matched in a block makes of it: the paragraph or the sentence; None for a sentence that
        is too long, or cleared."""
        block = document.blocks[index].span
        unit = block if p.note == "whole" else _sentence(document.straight, block, span)
        text = unit.of(document.straight)
        if len(text.split()) > p.rule.options.max_words or self._cleared(p, text):
            return None
        return p.rule, index, unit

    def _repetitions(self, document: Document) -> Iterator[Match | Note]:
        """A paragraph that the story had before; the others are noted, for they may stand in other files."""
        first: dict[tuple[str, str], Span] = {}
        keys = list(self._keys(document))
        times = Counter((rule.id, key) for rule, key, _ in keys)
        for rule, key, span in keys:
            if (before := first.setdefault((rule.id, key), span)) != span:
                index = document.block_at(span.start)
                if index is not None and _is_pasted(rule, document, index, times[rule.id, key]):
                    severity = story_place.severity(rule, document, index, span, story=story_place.is_story(document))
                    yield match(rule, document, span, [""], related=[before], severity=severity)
            elif self._across:
                yield Note(match(rule, document, span, [""], message=rule.options.across), key)

    def _keys(self, document: Document) -> Iterator[tuple[Rule, str, Span]]:
        for rule in self._repeated:
            for i, block in enumerate(document.blocks):
                words = document.texts[i].lower().split()
                if len(words) >= rule.options.repeated:
                    key = " ".join(words)  # addresses read alike, and are not
                    addresses = document.places[i].of(document.source) if DUMMY in key else ""
                    yield rule, key + addresses, block.span

    def _lines(self, document: Document) -> Iterator[tuple[Rule, int, Span]]:
        """Paragraphs and sentences that are one of the lines of a rule."""
        if not self._known_lines:
            return
        for index, block in enumerate(document.blocks):
            parts = list(sentences(document.straight, block.span))
            for span in (block.span, *parts) if len(parts) > 1 else (block.span,):
                forms = {normal(span.of(document.prose)), normal(document.written(span))}
                for rule, known in self._known_lines:
                    if any(best(form, known, rule.options.similar) for form in forms):
                        yield rule, index, span

    def _cleared(self, p: Pattern, sentence: str) -> bool:
        if p.note == "all" and not all(other.first(sentence) for other in self._all[p.rule.id]):
            return True
        unless = self._unless.get(p.rule.id)
        return unless is not None and unless.first(sentence) is not None


def _is_pasted(rule: Rule, document: Document, index: int, times: int) -> bool:
    return not rule.options.needs_story or story_place.is_pasted(document, index, times)


def _patterns(rule: Rule) -> Iterator[Pattern]:
    o: Options = rule.options
    if not (o.any or o.starts or o.ends or o.whole or o.all or o.lines or o.repeated):
        keys = "‘any:’, ‘starts:’, ‘ends:’, ‘whole:’, ‘all:’, ‘lines:’ or ‘repeated:’"
        raise RuleError(f"the rule ‘{rule.id}’ needs {keys}", rule.where)
    for key in _EDGES:
        yield from _alone(rule, key)[: 1 if key == "all" else None]


_EDGES = {
    "any": ANYWHERE,
    "starts": LINE_START,
    "ends": SENTENCE_END,
    "whole": PARAGRAPH,
    "all": ANYWHERE,
}
"""The keys that hold patterns, and where each must stand."""


def _alone(rule: Rule, key: str) -> list[Pattern]:
    """The patterns of one key, each by itself."""
    sources = enumerate(getattr(rule.options, key))
    return [pattern(rule, s, rule.where_of(key, i), edges=_EDGES[key], note=key, read_as=gapped) for i, s in sources]


def _unless(rule: Rule) -> list[Line]:
    return [Line(u, rule.where_of("unless", i)) for i, u in enumerate(rule.options.unless)]


def _forms(lines: Sequence[str]) -> list[str]:
    """Lines as they are compared: as they are written, and with a dummy for each address, for these change."""
    return list(dict.fromkeys(normal(form) for line in lines for form in (line, masked(line))))


class _Found:
    """What is boilerplate in a document: for each rule and block the stretches found."""

    def __init__(self) -> None:
        self._spans: dict[tuple[str, int], list[Span]] = {}
        self._rules: dict[str, Rule] = {}

    def add(self, rule: Rule, index: int, span: Span) -> None:
        self._rules[rule.id] = rule
        self._spans.setdefault((rule.id, index), []).append(span)

    @property
    def blocks(self) -> set[int]:
        """The blocks, by index, in which there is any."""
        return {index for _, index in self._spans}

    def matches(self, document: Document) -> Iterator[Match]:
        """A match for each stretch, and for the lists that a block leads."""
        story = bool(self._spans) and story_place.is_story(document)
        furniture = story_place.furniture(document) if self._spans else []
        for (name, index), spans in list(self._spans.items()):
            rule = self._rules[name]
            weak = document.texts[index].strip().lower() in map(straight, rule.options.weak)
            for span in _extended(document, document.blocks[index].span, spans, rule.options.covers):
                if rule.options.needs_story and not story_place.is_possible(document, index, span, furniture):
                    self._spans.pop((name, index), None)
                    continue
                severity = story_place.severity(rule, document, index, span, story=story)
                yield match(rule, document, span, [""], severity=Severity.SUGGESTION if weak else severity)
        for rule, follower in list(self._led(document)):
            span = document.blocks[follower].span
            yield match(
                rule, document, span, [""], severity=story_place.severity(rule, document, follower, span, story=story)
            )

    def _led(self, document: Document) -> Iterator[tuple[Rule, int]]:
        """The blocks of lists that a block found whole leads, each once."""
        for (name, index), spans in list(self._spans.items()):
            if self._rules[name].options.leads and document.blocks[index].span in spans:
                for follower in _list_after(document, index):
                    if follower not in self.blocks:
                        self._spans[name, follower] = []
                        yield self._rules[name], follower


class InOtherFiles:
    """Which paragraphs several files have."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._files: dict[str, dict[str, Place]] = {}
        for o in observations:
            self._files.setdefault(o.key, {}).setdefault(o.finding.place.path, o.finding.place)

    def decide(self, observations: Sequence[Observation]) -> Iterator[Finding]:
        """The paragraphs of a file that others have too, with some of the places."""
        for o in observations:
            others = [p for path, p in self._files.get(o.key, {}).items() if path != o.finding.place.path]
            if others:
                message = o.finding.message.replace("{count}", str(len(others)))
                yield dataclasses.replace(o.finding, message=message, related=tuple(others[:RELATED]))


HALF = 0.5
"""A paragraph of which so much is boilerplate is boilerplate as a whole."""
_NO_HEADLINE = (".", ":", ",")
HEADLINE = range(3, 21)
"""So many words has a line that may be a headline."""


def _extended(document: Document, block: Span, spans: list[Span], covers: str) -> list[Span]:
    """The sentences found, neighbours joined; the whole paragraph when they are half of it or more."""
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and not document.straight[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    if covers == "paragraph" or sum(s.end - s.start for s in joined) >= HALF * (block.end - block.start):
        return [block]
    return joined


def _list_after(document: Document, index: int) -> list[int]:
    """The paragraphs after a list's label that look like headlines: short, a capital first, no stop at the end."""
    found = []
    for i in range(index + 1, len(document.blocks)):
        text = document.texts[i].strip()
        words = text.split()
        if len(words) not in HEADLINE or not (text[0].isupper() or text[0] in "\"'") or text.endswith(_NO_HEADLINE):
            break
        found.append(i)
    return found if len(found) > 1 else []


def _sentence(text: str, block: Span, span: Span) -> Span:
    """The sentence of the block that holds the beginning of ``span``, or all those that ``span`` runs through."""
    found = [s for s in sentences(text, block) if s.start < span.end and span.start < s.end]
    return Span(found[0].start, found[-1].end) if found else span
