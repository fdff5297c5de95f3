"""languagetool: rules of LanguageTool, switched on by name and told in our words."""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.config.settings import Config, LanguageTool, is_english
from lint.dictionary.lexicon import load as lexicon
from lint.document import DUMMY, Document
from lint.errors import BackendError, ConfigError, RuleError
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.languagetool import connect
from lint.languagetool.backend import Backend, Found, Wanted
from lint.matching.exceptions import Exceptions
from lint.rule import Rule, Severity
from lint.span import Span

REST = "*"
"""As the only one of ``ids``: what no other rule has asked for by name."""
OFF = "off"
"""The level of a rule that is not to be asked about."""
_STYLE = frozenset({
    "STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "TYPOGRAPHY", "CREATIVE_WRITING", "WIKIPEDIA", "REPETITIONS_STYLE",
    "COLLOQUIALISMS", "GENDER_NEUTRALITY", "TEXT_ANALYSIS", "STYLISTIC_HINTS_FOR_CREATIVE_WRITING",
})  # fmt: skip
"""Categories of LanguageTool (of any language) that are a matter of taste."""


class Options(Base, frozen=True, kw_only=True):
    """``ids``: LanguageTool's rule ids, or sub-ids such as ``MODAL_OF[1]``; all others are off. ``['*']`` is whatever
    no other rule asks for: with ``profile: all``, in other languages than English, and for ids that are switched on
    under ``languagetool: rules``.

    ``exceptions``: patterns of text that is right although LanguageTool objects. ``{message}`` in the message is
    LanguageTool's own, ``{id}`` its name for the rule.
    """

    PLACEHOLDERS = {"message": ("message", "id")}

    ids: list[str]
    exceptions: list[str] = []


class Checker:
    """Asks LanguageTool once for all rules, and gives each its own."""

    def __init__(self, rules: Sequence[Rule], config: Config, backend: Backend | None = None) -> None:
        settings = config.languagetool
        self._rules, self._timeout = rules, settings.timeout
        self._rest = [r for r in rules if r.options.ids == [REST]]
        self._owners = _owners(rules)
        self._levels = {name: Severity(level) for name, level in settings.rules.items() if level != OFF}
        self._everything = bool(self._rest) and (settings.profile == "all" or not is_english(config.dialect))
        self._exceptions = {r.id: Exceptions(r, ignorecase=False) for r in rules}
        self._backend = None
        wanted = self._wanted(settings)
        if wanted.ids or wanted.everything:
            self._backend = backend or connect(settings, config.dialect, wanted, allowed=config.languagetool_chosen)
            self._refuse_unknown({name.partition("[")[0] for name in self._owners}, rules, config)

    def _wanted(self, settings: LanguageTool) -> Wanted:
        """LanguageTool's rules that somebody asks for, in a rule or in the configuration."""
        off = frozenset(name for name, level in settings.rules.items() if level == OFF)
        ids = {name.partition("[")[0] for name in self._owners} | set(self._levels if self._rest else ())
        return Wanted(frozenset(ids) - off, off, self._everything)

    def _refuse_unknown(self, names: set[str], rules: Sequence[Rule], config: Config) -> None:
        assert self._backend
        for name in self._backend.unknown(names):
            rule = next(r for r in rules if any(i.partition("[")[0] == name for i in r.options.ids))
            raise RuleError(f"LanguageTool has no rule ‘{name}’; take it out of ‘ids:’", rule.where)
        for name in self._backend.unknown(config.languagetool.rules):
            raise ConfigError(f"LanguageTool has no rule ‘{name}’", config.where("languagetool", "rules", name))

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """What LanguageTool finds of the rules’ ids; a Failure where it could not answer."""
        if self._backend is None:
            return
        deadline = time.monotonic() + self._timeout
        for group in self._groups(document, self._backend.at_once):
            if time.monotonic() > deadline:
                yield Failure(
                    document.path,
                    "languagetool",
                    f"not finished after {self._timeout:g} s; the rest of it was left out",
                )
                return
            text = _BETWEEN.join(document.blocks[i].span.of(document.prose) for i in group)
            try:
                answers = self._backend.check(text)
            except BackendError as e:
                yield Failure(document.path, "languagetool", str(e))
                return
            for index, found in _by_block(answers, group, document):
                for rule in self._rules_of(found):
                    if m := self._match(rule, found, document, index):
                        yield m

    def _groups(self, document: Document, at_once: int) -> Iterator[list[int]]:
        """The blocks that are asked about together: each by itself, or as many as go into ``at_once`` code points."""
        group: list[int] = []
        length = 0
        for i, block in enumerate(document.blocks):
            if not any(r.applies_to(block.scope) for r in self._rules):
                continue
            length += len(_BETWEEN) + block.span.end - block.span.start
            if group and length > at_once:
                yield group
                group, length = [], block.span.end - block.span.start
            group.append(i)
        if group:
            yield group

    def _rules_of(self, found: Found) -> list[Rule]:
        """The rules that a finding belongs to, with the severity that the configuration gives LanguageTool's rule."""
        narrow = self._owners.get(f"{found.id}[{found.sub_id}]", [])
        special = {r.pack for r in narrow}  # in its own pack alone does a sub-id take a finding from the whole id
        owners = [*narrow, *(r for r in self._owners.get(found.id, []) if r.pack not in special)]
        level = self._levels.get(found.id)
        if not owners and (self._everything or level):
            owners = self._rest
            level = level or (Severity.SUGGESTION if found.category in _STYLE else None)
        return [replace(r, severity=level) for r in owners] if level else owners

    def _match(self, rule: Rule, found: Found, document: Document, index: int) -> Match | None:
        """What a rule says of a finding in a block; None where it must not speak of it."""
        block, text = document.blocks[index], document.blocks[index].span.of(document.prose)
        start, end = found.start, found.end
        if not rule.applies_to(block.scope) or start >= end or _beside_dummy(text, start, end):
            return None
        if self._exceptions[rule.id].excuse(document.texts[index], Span(start, end)):
            return None
        suggestions = sorted(found.suggestions, key=_is_rare)
        if len(suggestions) == 1 or (suggestions and rule.options.ids):
            start, end, suggestions = _narrowed(text, start, end, suggestions)
        if text[start:end] in suggestions[:1]:
            return None
        span = Span(block.span.start + start, block.span.start + end)
        ours = rule.message if suggestions else "{message}"  # our words may name a suggestion
        message = ours.replace("{message}", _plain(found.message))
        return match(rule, document, span, suggestions[:5], message=message, id=found.id)


_SELDOM = 2.5
"""A word that people write less often than this (Zipf) is the less likely correction (“spoked” for “spoke”)."""


def _is_rare(suggestion: str) -> bool:
    return suggestion.isalpha() and suggestion.islower() and lexicon().zipf(suggestion) < _SELDOM


def _owners(rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    """The rules that ask for each of LanguageTool's ids or sub-ids by name."""
    owners: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in rule.options.ids:
            if name != REST:
                owners.setdefault(name, []).append(rule)
    return owners


_BETWEEN = "\n\n"


def _by_block(answers: Sequence[Found], group: Sequence[int], document: Document) -> Iterator[tuple[int, Found]]:
    """Each finding with the block that it lies in, its offsets from there; none that lies across two."""
    starts = []
    at = 0
    for i in group:
        starts.append(at)
        at += document.blocks[i].span.end - document.blocks[i].span.start + len(_BETWEEN)
    for found in answers:
        nth = bisect_right(starts, found.start) - 1
        span = document.blocks[group[nth]].span
        start, end = found.start - starts[nth], found.end - starts[nth]
        if end <= span.end - span.start:
            yield group[nth], replace(found, start=start, end=end)


def _beside_dummy(text: str, start: int, end: int) -> bool:
    """Whether the finding rests on something that is no word of the story (code, a URL)."""
    around = text[max(0, start - 2) : end + 2]
    return DUMMY in around


_EDGE = re.compile(r"[\w'’-]+|\s+|.", re.S)


def _narrowed(text: str, start: int, end: int, suggestions: list[str]) -> tuple[int, int, list[str]]:
    """The finding without the words at its ends that every suggestion keeps: "on tow → in tow" is about "on"."""
    found = _EDGE.findall(text[start:end])
    split = [_EDGE.findall(s) for s in suggestions[:5]]
    while len(found) > 1 and all(len(s) > 1 and s[-1] == found[-1] for s in split):
        end -= len(found.pop())
        for s in split:
            s.pop()
    while len(found) > 1 and all(len(s) > 1 and s[0] == found[0] for s in split):
        start += len(found.pop(0))
        for s in split:
            s.pop(0)
    return start, end, ["".join(s) for s in split]


_TAG = re.compile(r"</?suggestion>")


def _plain(message: str) -> str:
    return _TAG.sub("’", message.replace("<suggestion>", "‘")).strip()
