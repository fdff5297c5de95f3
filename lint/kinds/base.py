"""What a kind of rule is: its options, its checker, and how rules are grouped so that each holds on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol, Self

import msgspec

from lint import disk
from lint.config.settings import Config
from lint.document import DUMMY, Document
from lint.errors import RuleError, Where
from lint.finding import Failure, Finding, Match, Note, Observation
from lint.matching.neighbours import SIDES, Neighbours
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import quoted_as

RELATED = 5
"""The most places in other files that a finding names."""
NAMED = 20
"""The most places in its own story: where thousands spell a word so and thousands otherwise, each names each."""

OneOrMore = str | list[str]
"""A word or pattern, or a list of them."""


def several(value: OneOrMore) -> list[str]:
    """The list that one or more are; "" is none."""
    return [value] if isinstance(value, str) and value else list(value)


class Proven(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of a rule that carries its proof.

    ``example``: text with what it finds between [[ and ]]; ``good``: that text put right, where the suggestion is not
    proof enough; ``ok``: text that is right.
    """

    example: OneOrMore = []
    good: str = ""
    ok: OneOrMore = []


class Placed(Proven, frozen=True, kw_only=True):
    """A line of a rule that says where it counts.

    ``before``, ``after``: only where what it finds stands before, or after, one of these words; ``not_before``,
    ``not_after``: only where it does not. ``starts``, ``ends``: only at the beginning, or the end, of a sentence.
    """

    before: OneOrMore = []
    after: OneOrMore = []
    not_before: OneOrMore = []
    not_after: OneOrMore = []
    starts: bool = False
    ends: bool = False

    @property
    def around(self) -> Neighbours:
        """What must stand around it."""
        sides = {name: several(getattr(self, name)) for name in SIDES}
        return Neighbours(**sides, starts=self.starts, ends=self.ends)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a rule that belong to its kind alone.

    ``PLACEHOLDERS``: the keys that are messages, and what each may hold in braces besides ``{match}`` and
    ``{suggestion}``. ``LANGUAGE``: the language of a rule for which neither it nor its pack names one.
    """

    PLACEHOLDERS: ClassVar[Mapping[str, tuple[str, ...]]] = {"message": ()}
    LANGUAGE: ClassVar[str] = "any"

    NEEDS_GOOD: ClassVar[bool] = False
    """Whether each ``bad`` among the examples must have its ``good``: the kind always knows what to write instead."""

    def alone(self) -> Self:
        """The options without what asks for more of a text than an example has."""
        return self

    def proven(self) -> Iterator[tuple[tuple[object, ...], Proven]]:
        """The lines that carry their own proof, each with its path in the rule."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            for i, item in enumerate(value if isinstance(value, list) else ()):
                if isinstance(item, Proven):
                    yield (name, i), item

    def files(self) -> tuple[str, ...]:
        """The files beside the rule that it reads."""
        return ()


class Checker(Protocol):
    """Reads a document's prose for rules of one kind that look at the same blocks.

    It yields what it finds, a Note of what is a fault only beside other files, and a Failure for a rule that it could
    not finish. The document has only the blocks in the rules' scope; ``document.whole`` has them all.
    """

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        """Raises RuleError for options that can't be used."""

    def check(self, document: Document) -> Iterable[Match | Note | Failure]:
        """What the rules find in one document."""
        ...


class CrossFile(Protocol):
    """Decides about what was noticed in many files; it is made of all their observations of one kind."""

    def __init__(self, observations: Iterable[Observation]) -> None: ...

    def decide(self, observations: Sequence[Observation]) -> Iterator[Finding]:
        """The findings that the observations of one file are beside the others."""
        ...


class Kind(NamedTuple):
    """A kind of rule: what its rules may say, what checks them, and what compares files (None where nothing does).

    ``data``: the files of lint/data that it reads. ``shared``: its rules share one costly reading of the text, so
    that they are run together whatever their scopes.
    """

    options: type[Options]
    checker: type[Checker]
    across: type[CrossFile] | None = None
    data: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class RuleGroup:
    """Rules of one kind that look at the same blocks, and the checker made of them."""

    kind: Kind
    rules: tuple[Rule, ...]
    config: Config

    @property
    def name(self) -> str:
        """The rule's id, or the kind where there are several."""
        return self.rules[0].id if len(self.rules) == 1 else self.rules[0].kind

    @cached_property
    def checker(self) -> Checker:
        """Raises RuleError for options that can't be used."""
        return self.kind.checker(self.rules, self.config)

    @cached_property
    def key(self) -> str:
        """What the checker and its data are: with the same key and the same text, it finds the same."""
        parts: list[object] = [self.kind.checker.__module__, *(_facts(r) for r in self.rules), _settings(self.config)]
        parts += [_digest(_DATA / name) for name in self.kind.data]
        parts += [_digest(_beside(r, f)) for r in self.rules for f in r.options.files()]
        return hashlib.blake2b(msgspec.json.encode(parts, enc_hook=str), digest_size=16).hexdigest()

    def view(self, document: Document) -> Document:
        """The document as the rules may see it: with the blocks in their scope alone, or as it is written."""
        if self.rules[0].reads_source:
            return document.as_written
        return document if self.kind.shared else document.within(self.rules[0].applies_to)

    def singly(self) -> tuple[RuleGroup, ...]:
        """A group for each rule by itself."""
        return tuple(RuleGroup(self.kind, (r,), self.config) for r in self.rules)


_DATA = Path(__file__).parents[1] / "data"
_OURS = 1_000_000_000
"""More than any file of data that copydesk brings itself."""


def _facts(rule: Rule) -> tuple[object, ...]:
    """What of a rule decides what it finds and says."""
    options = (rule.options, rule.lists)
    return (rule.id, options, rule.message, rule.severity, rule.scopes, rule.in_quotes, rule.safety, rule.category)


def _settings(config: Config) -> tuple[object, ...]:
    """What of a configuration the checkers read."""
    chosen = (config.dialect, config.dialect_chosen, config.across, config.repeated, config.languagetool)
    return (*chosen, sorted(config.words), config.names)


@cache
def _digest(file: Path) -> str:
    return hashlib.blake2b(disk.contents(file, _OURS), digest_size=16).hexdigest()


def lines_of(rule: Rule, name: str) -> Iterator[tuple[str, Where]]:
    """The lines of a list that is kept beside a rule, each with its place; what follows a # is a remark.

    Raises RuleError for a file that can't be read, and for one elsewhere.
    """
    file = _beside(rule, name)
    try:
        text = disk.text(file)
    except (OSError, UnicodeError) as e:
        raise RuleError(f"{file} can't be read: {getattr(e, 'strerror', None) or e}", rule.where) from e
    for number, line in enumerate(text.splitlines(), 1):
        if entry := line.partition("#")[0].strip():
            yield entry, Where(file, number)


def _beside(rule: Rule, name: str) -> Path:
    """A list that a rule names: it is kept with the rule, so that a pack brings all that it reads, and nothing of the
    machine that it runs on comes into it."""
    folder = rule.where.file.parent
    if not disk.is_in(folder, folder / name):
        raise RuleError(f"{name} is not in the folder of the rule; put the list beside it", rule.where)
    return folder / name


def pairs_of(rule: Rule, name: str) -> Iterator[tuple[str, str, Where]]:
    """The lines of a list of pairs, separated by a tab. Raises RuleError, with the line, for one that is no pair."""
    for line, where in lines_of(rule, name):
        one, tab, other = line.partition("\t")
        if not tab or not one.strip() or not other.strip():
            raise RuleError("write two forms with a tab between them", where)
        yield one.strip(), other.strip(), where


def match(
    rule: Rule,
    document: Document,
    span: Span,
    suggestions: Iterable[str] = (),
    *,
    related: Iterable[Span] = (),
    severity: Severity | None = None,
    message: str = "",
    **placeholders: Any,
) -> Match:
    """A Match with the rule's message (or another one, ``message``) filled in, and suggestions with the apostrophes of
    the story.

    Placeholders: ``{match}`` the text found, ``{suggestion}`` the first suggestion, and what the kind adds;
    Vale's ``%s`` is the suggestion, then the text found, or the text found alone where nothing is suggested.
    """
    found = document.written(span)
    fitted = (quoted_as(s, document.curly, span.of(document.prose)) for s in suggestions)
    offered = tuple(dict.fromkeys(_legible(fitted, document, span)))
    text = message or rule.message
    for name, value in {"match": found, "suggestion": offered[0] if offered else "", **placeholders}.items():
        text = text.replace("{" + name + "}", str(value).replace(DUMMY, "…"))
    for value in (*offered[:1], found):
        text = text.replace("%s", value, 1)
    return Match(rule, span, text, offered, tuple(islice(related, NAMED)), severity)


def _legible(suggestions: Iterable[str], document: Document, span: Span) -> Iterator[str]:
    """Suggestions with what the dummies in them stand for, in the order of the text found; one that holds more of them
    than the text is left out."""
    for suggestion in suggestions:
        if DUMMY not in suggestion:
            yield suggestion
            continue
        places = [i for i in range(*span) if document.prose[i] == DUMMY]
        if suggestion.count(DUMMY) <= len(places):
            hidden = (document.written(Span(i, i + 1)) for i in places)
            yield "".join(next(hidden) if c == DUMMY else c for c in suggestion)
