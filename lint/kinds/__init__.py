"""The kinds of rules: one file each, with its Options and ``build(rules, config) → Checker``."""

from __future__ import annotations

from typing import Any, NamedTuple

from lint.kinds import (
    apostrophe,
    article,
    boilerplate,
    capitalization,
    casing,
    conditional,
    confusion,
    consistency,
    existence,
    languagetool,
    occurrence,
    repetition,
    required,
    shortform,
    spelling,
    substitution,
)
from lint.kinds.base import Build


class Kind(NamedTuple):
    """What a kind's rules may say, and how a checker is made of them."""

    options: type[Any]
    build: Build


KINDS: dict[str, Kind] = {
    "existence": Kind(existence.Options, existence.build),
    "substitution": Kind(substitution.Options, substitution.build),
    "occurrence": Kind(occurrence.Options, occurrence.build),
    "repetition": Kind(repetition.Options, repetition.build),
    "consistency": Kind(consistency.Options, consistency.build),
    "conditional": Kind(conditional.Options, conditional.build),
    "capitalization": Kind(capitalization.Options, capitalization.build),
    "casing": Kind(casing.Options, casing.build),
    "shortform": Kind(shortform.Options, shortform.build),
    "boilerplate": Kind(boilerplate.Options, boilerplate.build),
    "required": Kind(required.Options, required.build),
    "spelling": Kind(spelling.Options, spelling.build),
    "confusion": Kind(confusion.Options, confusion.build),
    "apostrophe": Kind(apostrophe.Options, apostrophe.build),
    "article": Kind(article.Options, article.build),
    "languagetool": Kind(languagetool.Options, languagetool.build),
}
OPTIONS = {name: kind.options for name, kind in KINDS.items()}
