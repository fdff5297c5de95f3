"""The kinds of rules: one file each, with its Options and its Checker, and one line in the table here."""

from __future__ import annotations

from collections.abc import Iterable

from lint.config.settings import Config
from lint.errors import RuleError
from lint.kinds import (
    apostrophe,
    article,
    boilerplate,
    capitalization,
    casing,
    conditional,
    confusion,
    consistency,
    dates,
    existence,
    grammar,
    languagetool,
    occurrence,
    phrase,
    quotation,
    repetition,
    required,
    shortform,
    spelling,
    substitution,
    suppression,
)
from lint.kinds.base import Kind, RuleGroup
from lint.rule import Rule

_LEXICON = ("lexicon.marisa", "misspellings.marisa")
_CLASSES = ("word_classes.marisa", "word_forms.tsv")

KINDS: dict[str, Kind] = {
    "existence": Kind(existence.Options, existence.Checker),
    "substitution": Kind(substitution.Options, substitution.Checker),
    "occurrence": Kind(occurrence.Options, occurrence.Checker),
    "repetition": Kind(repetition.Options, repetition.Checker),
    "consistency": Kind(consistency.Options, consistency.Checker, across=consistency.Majority),
    "conditional": Kind(conditional.Options, conditional.Checker),
    "capitalization": Kind(capitalization.Options, capitalization.Checker, data=_LEXICON),
    "casing": Kind(casing.Options, casing.Checker, data=_LEXICON),
    "shortform": Kind(shortform.Options, shortform.Checker, data=_LEXICON),
    "boilerplate": Kind(boilerplate.Options, boilerplate.Checker, across=boilerplate.InOtherFiles),
    "required": Kind(required.Options, required.Checker),
    "spelling": Kind(spelling.Options, spelling.Checker, data=_LEXICON),
    "confusion": Kind(confusion.Options, confusion.Checker, data=(*_LEXICON, "context.npz")),
    "apostrophe": Kind(apostrophe.Options, apostrophe.Checker, data=(*_LEXICON, "possessive.npz")),
    "dates": Kind(dates.Options, dates.Checker),
    "quotation": Kind(quotation.Options, quotation.Checker),
    "article": Kind(article.Options, article.Checker),
    "grammar": Kind(grammar.Options, grammar.Checker, data=_CLASSES),
    "phrase": Kind(phrase.Options, phrase.Checker, data=(*_LEXICON, *_CLASSES, "phrases.marisa")),
    "suppression": Kind(suppression.Options, suppression.Checker),
    "languagetool": Kind(languagetool.Options, languagetool.Checker, shared=True),
}
OPTIONS = {name: kind.options for name, kind in KINDS.items()}


def groups(rules: Iterable[Rule], config: Config) -> list[RuleGroup]:
    """The rules, those of one kind that look at the same blocks together; their checkers are made at once.

    Raises RuleError for options that can't be used.
    """
    members: dict[tuple[str, tuple[str, ...]], list[Rule]] = {}
    for rule in rules:
        if rule.reads_source and KINDS[rule.kind].shared:
            raise RuleError(f"the kind ‘{rule.kind}’ reads the prose; it has no ‘scope: raw’", rule.where)
        members.setdefault((rule.kind, () if KINDS[rule.kind].shared else rule.scopes), []).append(rule)
    made = [RuleGroup(KINDS[kind], tuple(rules), config) for (kind, _), rules in members.items()]
    for group in made:
        group.checker  # noqa: B018  (a mistake in a rule shows at the start, not at the first file)
    return made
