"""spelling: words that no dictionary knows; names only on evidence.

A lower-case word is judged by the dictionaries, by how it is built (un-, -gate, anti-…), by how common it is and by
how often the story has it. A capitalised word is taken for a name, and is a finding only when it stands close to a
name that the story has more often, or to a very common word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from rapidfuzz.distance import OSA

from lint.config.name_lists import Name
from lint.config.settings import Config
from lint.dictionary import known_names
from lint.dictionary.brands import miswritten
from lint.dictionary.capitals import misspelt
from lint.dictionary.edits import same_letters
from lint.dictionary.lexicon import load
from lint.dictionary.proper_names import Naming
from lint.dictionary.story import Story, Token
from lint.dictionary.suggestions import suggest
from lint.dictionary.unknown_words import Verdict, verdicts
from lint.dictionary.word_formation import Wordhood
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import lines_of, match, pairs_of
from lint.matching.prefilter import Index
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import cased
from lint.text.quotations import straight
from lint.text.words import stands_alone


class Options(Base, frozen=True, kw_only=True):
    """``check``: ``words`` (lower-case words), ``names`` (capitalised ones), ``full-names`` (of well-known people and
    places), ``brands`` (names with a capital inside), ``dialect`` (words that only other dialects spell so) or
    ``listed`` (wrong forms of names, those of ``wrong`` and of the newsroom's own list).
    ``ignore``, and ``file`` beside the rule with one a line: words that this rule leaves alone; ``wrong``, and
    ``pairs`` beside the rule with one a line: wrong forms of names, each with the right one.
    ``lost_capital``: the message of ``words`` instead where the word is right but for its capital.
    """

    PLACEHOLDERS = {"message": ("dialect", "name", "note", "reason")}
    LANGUAGE = "en"

    check: Literal["words", "names", "full-names", "brands", "dialect", "listed"]
    ignore: list[str] = []
    file: str = ""
    wrong: dict[str, str] = {}
    pairs: str = ""
    lost_capital: str = ""

    def files(self) -> tuple[str, ...]:
        """The files of words and of names, where there are any."""
        return tuple(filter(None, (self.file, self.pairs)))


class Checker:
    """Each rule looks at the words by itself: what one ignores, another may report."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._checks = [_CHECKS[rule.options.check](rule, config) for rule in rules]

    def check(self, document: Document) -> Iterator[Match]:
        """What each rule finds in the words of a document."""
        story = Story(document)
        for each in self._checks:
            yield from each.find(story)


class _Check(Protocol):
    """What one rule looks for."""

    def __init__(self, rule: Rule, config: Config) -> None: ...

    def find(self, story: Story) -> Iterator[Match]: ...


class _Own:
    """The words that are right for a rule: those that it ignores, and the newsroom's own.

    ``words`` are as declared, with straight apostrophes, phrases also by their parts; ``lower`` are the same in lower
    case.
    """

    def __init__(self, rule: Rule, config: Config) -> None:
        listed = (word for word, _ in lines_of(rule, rule.options.file)) if rule.options.file else ()
        declared = {*rule.options.ignore, *listed, *config.words, *(n.right for n in config.names)}
        self.words = {part for w in map(straight, declared) for part in (w, *re.split(r"[\s-]+", w))}
        self.lower = {w.lower() for w in self.words}


class _Words:
    """Lower-case words that nobody knows: a suggestion for one that looks like a term or a foreign word."""

    def __init__(self, rule: Rule, config: Config) -> None:
        self._rule = rule
        self._own = _Own(rule, config)
        self._wordhood = Wordhood(load(), self._own.lower)
        self._fine: dict[str, set[str]] = {}  # words that need no second look, by dialect

    def find(self, story: Story) -> Iterator[Match]:
        unknown = [t for t in story.lower if not self._is_known(t, story.document)]
        for token, verdict in verdicts(unknown, story, load()):
            yield self._match(token, verdict, story.document)

    def _is_known(self, token: Token, document: Document) -> bool:
        fine = self._fine.setdefault(document.dialect, set(self._own.words))
        if token.text in fine:
            return True
        if load().has(token.text, document.dialect):
            fine.add(token.text)
            return True
        return self._wordhood.reason(token, document) is not None

    def _match(self, token: Token, verdict: Verdict, document: Document) -> Match:
        found = token.span.of(document.prose)
        fitted = [cased(s, found) for s in verdict.offered]
        severity, message = None if verdict.sure else Severity.SUGGESTION, ""
        if verdict.offered and verdict.offered[0].lower() == token.text:
            message = self._rule.options.lost_capital
            severity = severity or Severity.WARNING  # a name cased two ways says it better
        return match(
            self._rule, document, token.span, fitted, severity=severity, message=message, reason=verdict.reason
        )


class _Names:
    """Capitalised words that are a name, or a word, misspelt."""

    def __init__(self, rule: Rule, config: Config) -> None:
        self._rule = rule
        self._own = _Own(rule, config)
        self._naming = Naming(load(), Wordhood(load(), self._own.lower), self._own.lower)

    def find(self, story: Story) -> Iterator[Match]:
        document = story.document
        for token in story.capitalised:
            if token.text[0].isupper() and token.text[1:].islower() and token.text not in self._own.words:
                verdict = self._naming.judge(token, story)
                if meant := verdict.candidates:
                    severity = None if verdict.sure else Severity.SUGGESTION
                    yield match(self._rule, document, token.span, meant, severity=severity, reason=verdict.reason)
        for token, capitals in misspelt(story, load()):
            if token.text not in self._own.words and token.text.lower() not in self._own.lower:
                yield match(self._rule, document, token.span, capitals, reason="a line of capitals is words, too")


class _FullNames:
    """Full names that are one slip away from one that is known everywhere; a suggestion where other people bear it."""

    def __init__(self, rule: Rule, config: Config) -> None:
        self._rule = rule
        self._own = _Own(rule, config)

    def find(self, story: Story) -> Iterator[Match]:
        document = story.document
        for first, last in story.full_names:
            if first.text in self._own.words or last.text in self._own.words:
                continue
            wrong = known_names.load().misnamed(first.text, last.text, load())
            if wrong:
                token, other = (first, last) if wrong.which == 0 else (last, first)
                whole = f"{wrong.right} {other.text}" if wrong.which == 0 else f"{other.text} {wrong.right}"
                yield match(
                    self._rule,
                    document,
                    token.span,
                    [wrong.right],
                    severity=None
                    if wrong.sure and not _is_meant(token.text, wrong.right, story)
                    else Severity.SUGGESTION,
                    name=whole,
                )


def _is_meant(name: str, right: str, story: Story) -> bool:
    """Whether the story writes a name again and again with another letter than the known one has: Arnault, Arnauld."""
    return story.counts[name] > 1 and len(name) == len(right) and not same_letters(name.lower(), right.lower())


class _Brands:
    """Names with a capital inside that have lost it, or are misspelt."""

    def __init__(self, rule: Rule, config: Config) -> None:
        self._rule = rule
        self._own = _Own(rule, config)

    def find(self, story: Story) -> Iterator[Match]:
        for token in story.capitalised:
            if token.text not in self._own.words and (brand := miswritten(token, story, load(), self._own.lower)):
                yield match(self._rule, story.document, token.span, [brand])


_SOME_WORD = 1.5
"""A word of another dialect that is less common (Zipf) is too rare to have a spelling of ours."""
_VARIANT = 3
"""So many letters differ at most between the spellings of a word."""


class _Dialect:
    """Words that only other dialects spell so; a suggestion where nobody chose a dialect."""

    def __init__(self, rule: Rule, config: Config) -> None:
        self._rule = rule
        self._own = _Own(rule, config)
        self._severity = None if config.dialect_chosen else Severity.SUGGESTION

    def find(self, story: Story) -> Iterator[Match]:
        document = story.document
        for token in story.lower:
            if self._is_foreign(token.text, document.dialect) and (variant := _variant(token.text, document.dialect)):
                dialect = document.dialect
                yield match(self._rule, document, token.span, [variant], severity=self._severity, dialect=dialect)

    def _is_foreign(self, word: str, dialect: str) -> bool:
        if load().has(word, dialect) or not load().anywhere(word):
            return False
        return "'" not in word and word not in self._own.lower and load().zipf(word) > _SOME_WORD


def _variant(word: str, dialect: str) -> str | None:
    """How the dialect spells the word."""
    meant = suggest(load(), word, dialect)
    return next((s for s in meant if s[:1] == word[:1] and OSA.distance(word, s) <= _VARIANT), None)


class _Listed:
    """Wrong forms of names, those of the rule and of the newsroom's own list."""

    def __init__(self, rule: Rule, config: Config) -> None:
        self._rule = rule
        listed = (
            [(wrong, right) for wrong, right, _ in pairs_of(rule, rule.options.pairs)] if rule.options.pairs else []
        )
        wrong_forms = [*rule.options.wrong.items(), *listed]
        names = [*(Name(right, (wrong,)) for wrong, right in wrong_forms), *config.names]
        self._listed = [(straight(wrong), name) for name in names for wrong in name.wrong]
        self._index = Index([frozenset({wrong.lower()}) for wrong, _ in self._listed])

    def find(self, story: Story) -> Iterator[Match]:
        """As words of their own and in their own casing; a right form that holds a wrong one is left alone."""
        document = story.document
        for entry, start, end in self._index.hits(document.folded):
            (wrong, name), span = self._listed[entry], Span(start, end)
            if span.of(document.straight) != wrong or not stands_alone(document.folded, span):
                continue
            around = document.straight[max(0, start - len(name.right)) : end + len(name.right)]
            if (right := straight(name.right)) not in around or wrong not in right:
                note = f" ({name.note})" if name.note else ""
                yield match(self._rule, document, span, [name.right], note=note)


_CHECKS: dict[str, type[_Check]] = {
    "words": _Words,
    "names": _Names,
    "full-names": _FullNames,
    "brands": _Brands,
    "dialect": _Dialect,
    "listed": _Listed,
}
