"""languagetool: rules of LanguageTool, switched on by name and told in our words."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence

from lint.config import Config
from lint.document import DUMMY, Document
from lint.errors import BackendError, RuleError
from lint.finding import Failure, Match
from lint.kinds.checker import Options as Base
from lint.kinds.checker import match, quoted_as
from lint.kinds.patterns import Exceptions
from lint.languagetool.backend import Backend, Found
from lint.languagetool.embedded import Embedded
from lint.rule import Rule
from lint.span import Span


class Options(Base, frozen=True, kw_only=True):
    """``ids``: LanguageTool's rule ids, or sub-ids such as ``MODAL_OF[1]``; all others are off.

    ``exceptions``: patterns of text that is right although LanguageTool objects. ``{message}`` in the message is
    LanguageTool's own.
    """

    ids: list[str]
    exceptions: list[str] = []


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config, backend: Backend | None = None) -> None:
        self._owners: dict[str, Rule] = {}
        for rule in rules:
            for name in rule.options.ids:
                if other := self._owners.get(name):
                    raise RuleError(f"LanguageTool’s ‘{name}’ belongs already to ‘{other.id}’", rule.where)
                self._owners[name] = rule
        names = {name.partition("[")[0] for name in self._owners}
        self._backend = backend or Embedded(config.dialect, names)
        for name in self._backend.unknown(names):
            rule = next(r for r in rules if any(i.partition("[")[0] == name for i in r.options.ids))
            raise RuleError(f"LanguageTool has no rule ‘{name}’; take it out of ‘ids:’", rule.where)
        self._exceptions = {r.id: Exceptions(r, r.options.exceptions, ignorecase=False) for r in rules}
        self._rules = rules
        self._timeout = config.languagetool.timeout

    def check(self, document: Document) -> Iterator[Match | Failure]:
        deadline = time.monotonic() + self._timeout
        for i, block in enumerate(document.blocks):
            if not any(r.applies_to(block.scope) for r in self._rules):
                continue
            if time.monotonic() > deadline:
                yield Failure(
                    document.path,
                    "languagetool",
                    f"not finished after {self._timeout:g} s; the rest of it was left out",
                )
                return
            text = block.span.of(document.prose)
            try:
                answers = self._backend.check(text)
            except BackendError as e:
                yield Failure(document.path, "languagetool", str(e))
                return
            for found in answers:
                if m := self._match(found, document, i, text):
                    yield m

    def _match(self, found: Found, document: Document, index: int, text: str) -> Match | None:
        block = document.blocks[index]
        rule = self._owners.get(f"{found.id}[{found.sub_id}]") or self._owners.get(found.id)
        if rule is None or not rule.applies_to(block.scope) or found.start >= found.end:
            return None
        if _beside_dummy(text, found.start, found.end) or self._exceptions[rule.id].excuse(
            document.texts[index], Span(found.start, found.end)
        ):
            return None
        start, end = found.start, found.end
        suggestions = list(found.suggestions)
        if len(suggestions) == 1 or (suggestions and rule.options.ids):
            start, end, suggestions = _narrowed(text, start, end, suggestions)
        if text[start:end] in suggestions[:1]:
            return None
        span = Span(block.span.start + start, block.span.start + end)
        said = span.of(document.prose)
        fitted = [quoted_as(s, document, said) for s in suggestions[:5]]
        return match(rule, document, span, fitted, message=_plain(found.message))


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


def build(rules: Sequence[Rule], config: Config) -> Checker:
    return Checker(rules, config)
