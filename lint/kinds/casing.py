"""casing: a lower-case word inside a title or a name, and one phrase cased two ways in one story."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import lines_of, match
from lint.kinds.case_inside import inside
from lint.kinds.case_variants import SMALL_WORDS, Place, place_of, two_ways
from lint.matching.prefilter import Index
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.quotations import straight
from lint.text.sentences import begins_sentence
from lint.text.words import stands_alone


class Options(Base, frozen=True, kw_only=True):
    """``phrases``, and ``file`` beside the rule with one a line: phrases in their right casing.

    ``lower``: whether the phrase may also stand wholly in lower case (a title: "the prime minister").
    ``loose``: small words with capitals (“Game Of Thrones”) and an ordinary first word without (“ancient Greece”) are a
    suggestion, unless the story has the right casing too.
    ``named``: those of the phrases that have their capitals before a name, at the head of a sentence too, unless the
    story has one of them in lower case before a name.
    ``story``: compares the phrases of the story with one another instead; the majority wins.
    ``inside``, a file of last words of names instead: no word before one is in small letters (Royal devon Hospital).
    A text all in capitals, and headings with a capital on every word, are left alone.
    """

    phrases: list[str] = []
    file: str = ""
    lower: bool = True
    loose: bool = False
    named: list[str] = []
    story: bool = False
    inside: str = ""

    def files(self) -> tuple[str, ...]:
        """The files of phrases and of last words, where there are any."""
        return tuple(filter(None, (self.file, self.inside)))


class Shape(Enum):
    """How a phrase that was found is cased, held against its right casing."""

    RIGHT = "right"
    UPPER = "upper"
    LOWER = "lower"  # but for the capital of a sentence
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase in its right casing, and whether it has its capitals before a name."""

    rule: Rule
    right: str
    named: bool


@dataclass(frozen=True, slots=True)
class _Use:
    """A phrase where it stands: as it is cased there, and whether a name follows (“Home secretary Charles Clarke”)."""

    phrase: _Phrase
    span: Span
    found: str
    shape: Shape
    before_a_name: bool

    @property
    def owes_its_capital_to_its_place(self) -> bool:
        return self.shape is Shape.LOWER and self.found[0].isupper()


@dataclass(frozen=True, slots=True)
class _Story:
    """What the whole story says of its phrases: the texts found, in their casing; the rules of whose phrases one has
    its capitals before a name in mid-sentence, and none is in lower case there; the rules with one in lower case."""

    found: frozenset[str]
    titled: frozenset[str]
    untitled: frozenset[str]


FAULTS: tuple[tuple[str, Callable[[_Use, _Story], bool]], ...] = (
    ("some words have their capitals and others lack them", lambda use, story: use.shape is Shape.MIXED),
    ("it is never in lower case", lambda use, story: use.shape is Shape.LOWER and not use.phrase.rule.options.lower),
    (
        "the story has it with its capitals, and never without",  # “Home secretary” beside “the Home Secretary”
        lambda use, story: (
            use.owes_its_capital_to_its_place
            and use.phrase.right in story.found
            and use.phrase.right.lower() not in story.found
        ),
    ),
    (
        "it has its capitals before a name",
        lambda use, story: (
            use.owes_its_capital_to_its_place
            and use.before_a_name
            and use.phrase.named
            and use.phrase.rule.id not in story.untitled
        ),
    ),
    (
        "the story has such a title with its capitals before a name",  # “… in a story of “the Foreign Secretary Jack …”
        lambda use, story: (
            use.owes_its_capital_to_its_place and use.before_a_name and use.phrase.rule.id in story.titled
        ),
    ),
)
"""Why a phrase is cased wrongly: any of these."""

_LETTERS = re.compile(r"[^\W\d_][^\W_]*")
_NAME = re.compile(r" [A-Z][a-z]+ [A-Z]")


class Checker:
    """Looks for the phrases of all rules in one pass, and compares a story's names with one another."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._phrases = [phrase for rule in rules for phrase in _phrases(rule)]
        self._index = Index([frozenset({p.right.lower()}) for p in self._phrases])
        self._story = [r for r in rules if r.options.story]
        self._inside = [(r, {word for word, _ in lines_of(r, r.options.inside)}) for r in rules if r.options.inside]

    def check(self, document: Document) -> Iterator[Match]:
        """What stands in another casing than its own; of overlapping matches of one rule, the first and longest."""
        found = sorted(self._fixed(document), key=lambda m: (m.span.start, -m.span.end))
        reported: dict[str, list[Span]] = {}
        found += [m for rule in self._story for m in two_ways(rule, document)]
        found += [m for rule, last in self._inside for m in inside(rule, last, document)]
        for m in found:
            earlier = reported.setdefault(m.rule.id, [])  # in order, and none overlaps another
            at = bisect_left(earlier, m.span)
            if not any(m.span.overlaps(s) for s in earlier[max(0, at - 1) : at + 1]):
                earlier.insert(at, m.span)
                yield m

    def _fixed(self, document: Document) -> Iterator[Match]:
        """Phrases of the lists in a casing that is neither theirs nor one that is allowed."""
        hits = [
            (Span(start, end), self._phrases[entry])
            for entry, start, end in self._index.hits(document.folded)
            if stands_alone(document.folded, Span(start, end))
        ]
        story = _story(hits, document)
        for span, phrase in _outermost(hits):
            use = _use(span, phrase, document)
            if use and any(is_fault(use, story) for _, is_fault in FAULTS):
                doubtful = _is_style(use, document) and phrase.right not in story.found
                severity = Severity.SUGGESTION if doubtful else None
                yield match(phrase.rule, document, span, [phrase.right], severity=severity)


def _outermost(hits: Sequence[tuple[Span, _Phrase]]) -> Iterator[tuple[Span, _Phrase]]:
    """Not the “Security Council” of a “National Security Council”."""
    outer: set[Span] = set()
    end = 0
    for span in sorted({span for span, _ in hits}, key=lambda s: (s.start, -s.end)):
        if span.end > end:  # of those that begin before it, none ends with it or later
            outer.add(span)
            end = span.end
    return (hit for hit in hits if hit[0] in outer)


def _use(span: Span, phrase: _Phrase, document: Document) -> _Use | None:
    """How a phrase is used at a place; None where casing says nothing (a heading in capitals)."""
    index = document.block_at(span.start)
    if index is None or place_of(document, index) is not Place.PROSE:
        return None
    text, found = document.texts[index], span.of(document.straight)
    at = span.start - document.blocks[index].span.start
    opens = begins_sentence(text, at) and not text.endswith("ex-", 0, at)
    shape = _shape(found, phrase.right, opens)
    return _Use(phrase, span, found, shape, _NAME.match(text, at + len(found)) is not None)


_ONE_OF_MANY = re.compile(r"\b(?:an?|any|each|every|her|his|local|my|our|their|your) \Z", re.IGNORECASE)
_AND = re.compile(r"[A-Z]\w+ and \Z")
_BEFORE = 30
"""How far back the other half of a name is looked for."""


def _is_style(use: _Use, document: Document) -> bool:
    """Whether another casing may be meant: small words alone differ (“Game Of Thrones”), a name begins with an ordinary
    word (“ancient Greece”), it is the end of a longer name (“Minister and Cabinet secretary”), or one of many such (“a
    Catholic church”)."""
    found, right = use.found.split(), use.phrase.right.split()
    differ = [(a, b) for a, b in zip(found, right, strict=False) if a != b]
    loose = use.phrase.rule.options.loose
    small = loose and all(a.lower() in SMALL_WORDS for a, _ in differ)
    ordinary = loose and differ == [(found[0], right[0])] and found[0].islower()
    before = document.straight[max(0, use.span.start - _BEFORE) : use.span.start]
    one_of_many = len(found) > 1 and found[-1].islower() and _ONE_OF_MANY.search(before) is not None
    return small or (ordinary and found[0] not in _HEADS) or one_of_many or _AND.search(before) is not None


_HEADS = frozenset("university college bank church court ministry department house school hospital royal".split())
"""Words that begin the name of an institution, and not of a place or time."""


def _story(hits: Sequence[tuple[Span, _Phrase]], document: Document) -> _Story:
    titled, untitled = set(), set()
    for span, phrase in hits:
        found = span.of(document.straight)
        if not _NAME.match(document.straight, span.end):
            continue
        if found == phrase.right and not begins_sentence(document.straight, span.start):
            titled.add(phrase.rule.id)
        elif found.islower():
            untitled.add(phrase.rule.id)
    seen = frozenset(span.of(document.straight) for span, _ in hits)
    return _Story(seen, frozenset(titled - untitled), frozenset(untitled))


def _phrases(rule: Rule) -> list[_Phrase]:
    o: Options = rule.options
    if not (o.phrases or o.file or o.story or o.inside):
        raise RuleError(f"the rule ‘{rule.id}’ needs ‘phrases:’, ‘file:’, ‘inside:’ or ‘story: true’", rule.where)
    listed = (phrase for phrase, _ in lines_of(rule, o.file)) if o.file else ()
    named = set(map(straight, o.named))
    return [_Phrase(rule, p, p in named) for p in dict.fromkeys(map(straight, (*o.phrases, *listed)))]


def _shape(found: str, right: str, opens: bool) -> Shape:
    """``opens``: a sentence begins with it, so that its first capital says nothing."""
    if found == right or (opens and found[0].lower() + found[1:] == right):  # “EasyJet flies there.”
        return Shape.RIGHT
    if found.isupper():
        return Shape.UPPER
    pairs = zip(_LETTERS.findall(found), _LETTERS.findall(right), strict=False)
    first, *others = [a[0].isupper() for a, b in pairs if b[0].isupper()] or [False]
    if not any(others) and (not first or (opens and not _always_has_its_capital(right))):
        return Shape.LOWER
    return Shape.MIXED


def _always_has_its_capital(right: str) -> bool:
    """Whether the first word has a capital anywhere (European), so that none is owed to the sentence."""
    first = right.partition(" ")[0]
    return not load().anywhere(first.lower())
