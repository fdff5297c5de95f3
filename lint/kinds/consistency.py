"""consistency: one thing, one spelling in one story; the majority wins."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.config.settings import Config
from lint.document import Document
from lint.errors import RuleError, Where
from lint.finding import Failure, Finding, Match, Note, Observation, Place
from lint.kinds.base import RELATED, match, pairs_of
from lint.kinds.base import Options as Base
from lint.matching.patterns import ANYWHERE, Pattern, Patterns, pattern
from lint.matching.prefilter import Index
from lint.matching.suggestions import check_suggestion
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased, fill, quoted_as
from lint.text.quotations import straight
from lint.text.sentences import begins_sentence
from lint.text.words import stands_alone


class Options(Base, frozen=True, kw_only=True):
    """``either``: one form → the other; ``pairs``: a file beside the rule with two forms a line, parted by a tab.

    ``together``: all forms of one side belong together ("organise" and "realize" are at odds);
    ``names`` (true): count capitalised words in mid-sentence too; ``ignorecase`` (true).
    ``styles``: ways of setting a thing, by name, each a pattern (quotation marks as written); what is set in another
    way than most is told, without a suggestion.
    The form seen more often wins; at a draw, the one seen first. ``{other}`` in the message is the winning form.
    ``across``: the message where files are compared, and most of them have the other form.
    """

    PLACEHOLDERS = {"message": ("other",), "across": ("other",)}

    either: dict[str, str] = {}
    pairs: str = ""
    together: bool = False
    names: bool = True
    styles: dict[str, str] = {}
    ignorecase: bool = True
    across: str = "‘{match}’ here, ‘{other}’ in most of the files that have either."

    def files(self) -> tuple[str, ...]:
        """The file of phrases or pairs, if there is one."""
        return (self.pairs,) if self.pairs else ()


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling: the rule it belongs to, its pair, which side of it, and what the other side would write."""

    rule: Rule
    pair: int
    side: int
    text: str
    other: str
    where: Where


@dataclass(frozen=True, slots=True)
class _Seen:
    form: _Form
    span: Span
    other: str


_PLAIN = re.compile(r"[\w' -]+")


class Checker:
    """Counts the forms of all pairs in one pass."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._across = config.across
        forms = [form for rule in rules for form in _forms(rule)]
        self._literals = [f for f in forms if _PLAIN.fullmatch(f.text)]
        self._index = Index([frozenset({straight(f.text.lower())}) for f in self._literals])
        self._patterns = Patterns([_pattern(f) for f in forms if not _PLAIN.fullmatch(f.text)])
        self._styles = Patterns([style for rule in rules for style in _styles(rule)])

    def check(self, document: Document) -> Iterator[Match | Note | Failure]:
        """The forms in the minority, notes for other files, and a Failure for a pattern that took too long."""
        groups: dict[tuple[str, int], list[_Seen]] = {}
        for seen in self._seen(document):
            if isinstance(seen, Failure):
                yield seen
                continue
            rule = seen.form.rule
            key = (rule.id, -1 if rule.options.together else seen.form.pair)
            groups.setdefault(key, []).append(seen)
        for group in groups.values():
            yield from _minority(group, document)
            if self._across:
                yield from _notes(group, document)
        yield from self._styled(document)

    def _styled(self, document: Document) -> Iterator[Match | Failure]:
        """What is set in another way than most things of its sort in this story."""
        styles: dict[str, dict[str, list[Span]]] = {}
        rules: dict[str, Rule] = {}
        for item in self._styles.find(document):
            if isinstance(item, Failure):
                yield item
                continue
            p, _, _, span = item
            if p.rule.in_quotes or not document.in_quotation(span):
                rules[p.rule.id] = p.rule
                styles.setdefault(p.rule.id, {}).setdefault(p.note, []).append(span)
        for name, ways in styles.items():
            usual = max(ways, key=lambda way: (len(ways[way]), -ways[way][0].start))
            for way in ways.keys() - {usual}:
                for span in ways[way]:
                    yield match(rules[name], document, span, related=ways[usual], other=usual)

    def _seen(self, document: Document) -> Iterator[_Seen | Failure]:
        for entry, start, end in self._index.hits(document.folded):
            form, span = self._literals[entry], Span(start, end)
            if stands_alone(document.folded, span, in_compounds=False) and (
                form.rule.options.ignorecase or span.of(document.straight) == form.text
            ):
                index = document.block_at(start)
                if index is not None and _counts(form.rule, document, index, span):
                    yield _Seen(form, span, form.other)
        for found in self._patterns.find(document):
            if isinstance(found, Failure):
                yield found
                continue
            p, index, m, span = found
            if _counts(p.rule, document, index, span):
                yield _Seen(p.note, span, fill(p.note.other, m))


def _counts(rule: Rule, document: Document, index: int, span: Span) -> bool:
    """Whether an occurrence takes part: not in a quotation that the rule leaves alone, no name."""
    block = document.blocks[index]
    if not rule.in_quotes and document.in_quotation(span):
        return False
    if rule.options.names:
        return True
    text = document.texts[index]
    at = span.start - block.span.start
    return not text[at].isupper() or begins_sentence(text, at)


def _forms(rule: Rule) -> Iterator[_Form]:
    either = [(one, other, rule.where_of("either", one)) for one, other in rule.options.either.items()]
    pairs = [*either, *(pairs_of(rule, rule.options.pairs) if rule.options.pairs else ())]
    if not (pairs or rule.options.styles):
        raise RuleError(f"the rule ‘{rule.id}’ needs ‘either:’, ‘pairs:’ or ‘styles:’", rule.where)
    for i, (one, other, where) in enumerate(pairs):
        yield _Form(rule, i, 0, one, other, where)
        yield _Form(rule, i, 1, other, one, where)


def _pattern(form: _Form) -> Pattern:
    p = pattern(form.rule, form.text, form.where, ignorecase=form.rule.options.ignorecase, note=form)
    check_suggestion(p, form.other, form.where)
    return p


def _styles(rule: Rule) -> Iterator[Pattern]:
    for name, source in rule.options.styles.items():
        yield pattern(rule, source, rule.where_of("styles", name), edges=ANYWHERE, exact=True, note=name)


def _notes(seen: list[_Seen], document: Document) -> Iterator[Note]:
    """The spellings of a story that has one side alone, for a comparison with other files."""
    if len({s.form.side for s in seen}) > 1:
        return
    for s in seen:
        rule, found = s.form.rule, s.span.of(document.prose)
        other = quoted_as(cased(s.other, found), document.curly, found)
        key = rule.id if rule.options.together else f"{rule.id} {s.form.pair}"
        yield Note(
            match(rule, document, s.span, [other], message=rule.options.across, other=other), key, str(s.form.side)
        )


class Majority:
    """Which spelling most files have. Files count, not places, so that one long story outvotes nobody; at a draw
    nothing is said."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._files: dict[str, dict[str, dict[str, Place]]] = {}
        for o in observations:
            sides = self._files.setdefault(o.key, {})
            sides.setdefault(o.side, {}).setdefault(o.finding.place.path, o.finding.place)

    def decide(self, observations: Sequence[Observation]) -> Iterator[Finding]:
        """What a file spells otherwise than most, each with places of the other spelling."""
        for o in observations:
            sides = self._files.get(o.key, {})
            others = [place for side, places in sides.items() if side != o.side for place in places.values()]
            if len(others) > len(sides.get(o.side, ())):
                yield dataclasses.replace(o.finding, related=tuple(others[:RELATED]))


def _minority(seen: list[_Seen], document: Document) -> Iterator[Match]:
    seen = sorted({s.span: s for s in seen}.values(), key=lambda s: s.span)
    sides = [[s for s in seen if s.form.side == side] for side in (0, 1)]
    if not all(sides):
        return
    draw = len(sides[0]) == len(sides[1])
    winner = seen[0].form.side if draw else int(len(sides[1]) > len(sides[0]))
    places = [s.span for s in sides[winner]]
    for s in sides[1 - winner]:
        found = s.span.of(document.prose)
        other = quoted_as(cased(s.other, found), document.curly, found)
        if other != found:
            elsewhere = sides[winner][0].span.of(document.prose) if s.form.rule.options.together else other
            yield match(s.form.rule, document, s.span, [other], related=places, other=elsewhere)
