"""What a kind is, and the small things that all kinds share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Protocol, runtime_checkable

import msgspec

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Failure, Match
from lint.rule import Rule, Severity
from lint.span import Span


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a rule that belong to its kind alone.

    ``PLACEHOLDERS``: what a message may hold in braces besides ``{match}`` and ``{suggestion}``. ``LANGUAGE``: the
    language of a rule for which neither it nor its pack names one.
    """

    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ()
    LANGUAGE: ClassVar[str] = "any"


class Checker(Protocol):
    """Reads a document's prose. It yields what it finds, and a Failure for a rule it could not finish."""

    def check(self, document: Document) -> Iterable[Match | Failure]: ...


@runtime_checkable
class Tally(Protocol):
    """A checker that can tell which of two spellings a document has: the pair, the side of it, and what to say of it
    when most of the other files have the other side."""

    def spellings(self, document: Document) -> Iterable[tuple[str, int, Match]]: ...


@runtime_checkable
class Repeats(Protocol):
    """A checker that can tell what each paragraph is known by, and what to say of it when it stands in other files."""

    def paragraphs(self, document: Document) -> Iterable[tuple[str, Match]]: ...


class Build(Protocol):
    """Makes one checker of all rules of a kind; raises RuleError for options that can't be used."""

    def __call__(self, rules: Sequence[Rule], config: Config) -> Checker: ...


def match(
    rule: Rule,
    document: Document,
    span: Span,
    suggestions: Iterable[str] = (),
    *,
    related: Iterable[Span] = (),
    severity: Severity | None = None,
    raw: bool = False,
    **placeholders: Any,
) -> Match:
    """A Match with the rule's message filled in.

    Placeholders: ``{match}`` the text found, ``{suggestion}`` the first suggestion, and what the kind adds;
    Vale's ``%s`` is the suggestion, then the text found, or the text found alone where nothing is suggested.
    """
    found = span.of(document.source if raw else document.prose)
    offered = tuple(dict.fromkeys(suggestions))
    message = rule.message
    for name, value in {"match": found, "suggestion": offered[0] if offered else "", **placeholders}.items():
        message = message.replace("{" + name + "}", str(value))
    for value in (*offered[:1], found):
        message = message.replace("%s", value, 1)
    return Match(rule, span, message, offered, tuple(related), severity, raw)
