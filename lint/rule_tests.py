"""Runs the examples of rules: they are the rules' tests, and each line of a rule must be used by one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from lint.config.settings import Config
from lint.document import Document
from lint.errors import CopydeskError, RuleError, Where
from lint.finding import Failure, Match
from lint.formats import parse
from lint.kinds import KINDS, groups
from lint.kinds.base import RuleGroup
from lint.kinds.languagetool import REST
from lint.rule import Example, Rule
from lint.span import Span


def prove(rules: Sequence[Rule], config: Config) -> Iterator[tuple[Where, str]]:
    """What is wrong with the examples of ``rules``: (file and line, complaint); nothing when all hold.

    A ``bad`` example must give one finding, at its mark, whose first suggestion makes ``good`` of it; ``good``
    and ``ok`` must give none. Each rule is tried by itself; examples are read as Markdown.
    """
    alike: dict[tuple[str, str, str], list[Rule]] = {}
    for rule in rules:
        alike.setdefault((rule.kind, *_setting(rule, config)), []).append(rule)
    for (_, dialect, profile), members in alike.items():
        languagetool = replace(config.languagetool, profile=profile, rules={})
        fitting = replace(config, dialect=dialect, languagetool=languagetool)
        for group in groups(members, fitting):
            yield from _prove(group, fitting)


def _setting(rule: Rule, config: Config) -> tuple[str, str]:
    """The dialect and the profile of LanguageTool in which a rule is tried."""
    if getattr(rule.options, "ids", None) == [REST]:
        return "en-GB", "all"
    if rule.speaks(config.dialect):
        return config.dialect, "news"
    return "en-GB" if rule.language in ("any", "en") else rule.language, "news"


def _prove(group: RuleGroup, config: Config) -> Iterator[tuple[Where, str]]:
    for rule in group.rules:
        for example in rule.examples:
            try:
                for complaint in _complaints(rule, example, group, config):
                    yield example.where, f"{rule.id}: {complaint}"
            except CopydeskError as e:
                yield example.where, f"{rule.id}: {e}"


def _complaints(rule: Rule, example: Example, group: RuleGroup, config: Config) -> Iterator[str]:
    if example.bad is not None:
        yield from _bad(rule, example, group, config)
    for right in (example.good, example.ok):
        if right is not None:
            document, found = _run(rule, right, group, config)
            for m in found:
                yield f"finds ‘{_place(document, m).of(document.source)}’ in what should be right: “{right}”"


def _bad(rule: Rule, example: Example, group: RuleGroup, config: Config) -> Iterator[str]:
    text, start, end = example.unmarked()
    document, found = _run(rule, text, group, config)
    if not found:
        hint = "; ‘scope: raw’ sees addresses, handles and markup" if _hides(document, Span(start, end)) else ""
        yield f"finds nothing in “{text}”{hint}"
        return
    m = found[0]
    span = _place(document, m)
    if len(found) > 1:
        yield f"finds {len(found)} things in “{text}”: " + ", ".join(f"‘{_place(document, f).of(text)}’" for f in found)
    elif tuple(span) != (start, end):
        yield f"finds ‘{span.of(text)}’, but the mark is around ‘{text[start:end]}’"
    elif example.good is not None or example.derived:
        yield from _put_right(rule, example, m, text[: span.start], text[span.end :], group, config)


def _put_right(
    rule: Rule, example: Example, m: Match, before: str, after: str, group: RuleGroup, config: Config
) -> Iterator[str]:
    """What is wrong with the text that the first suggestion makes."""
    if not m.suggestions:
        yield "suggests nothing, but the example says what is good"
        return
    fixed = before + m.suggestions[0] + after
    if example.good is not None and fixed != example.good:
        yield f"suggests “{fixed}”, but the example says “{example.good}”"
    elif example.derived and _run(rule, fixed, group, config)[1]:
        yield f"suggests “{fixed}”, and finds a fault in that too"


def _place(document: Document, m: Match) -> Span:
    """Where a match is in the source."""
    return document.to_source(m.span)


def _hides(document: Document, span: Span) -> bool:
    """Whether there is something in a stretch of the source that the prose does not have."""
    parts = (p for p in document.parts if p.start < span.end and span.start < p.end)
    return any(p.rendered is not None and p.rendered != "\n" for p in parts)


def _run(rule: Rule, text: str, group: RuleGroup, config: Config) -> tuple[Document, list[Match]]:
    document = group.view(parse("example.md", text, config.dialect))
    found: dict[Span, Match] = {}
    for m in group.checker.check(document):
        if isinstance(m, Failure):
            raise CopydeskError(m.message)
        if isinstance(m, Match) and m.rule.id == rule.id and (rule.in_quotes or not document.in_quotation(m.span)):
            found.setdefault(m.span, m)
    return document, sorted(found.values(), key=lambda m: m.span)


# ---- lines that no example uses --------------------------------------------------------------------

MUST_NOT = ("not_before", "not_after")
"""The keys of a line that take something out: an example that is right has to need them."""


def unused(rules: Sequence[Rule], config: Config) -> Iterator[tuple[Where, str]]:
    """The lines of ``rules`` that no example uses: (file and line, complaint). Without such a line, all is as before.

    A line is an item of a list, or a key of a mapping, among the options of a rule's kind. LanguageTool's rules are
    left out: what they name has its own proof in LanguageTool.
    """
    for rule in rules:
        if rule.kind != "languagetool":
            dialect, _ = _setting(rule, config)
            yield from _unused(rule, replace(config, dialect=dialect))


def _unused(rule: Rule, config: Config) -> Iterator[tuple[Where, str]]:
    texts = [e.unmarked()[0] if e.bad is not None else e.ok or "" for e in rule.examples]
    whole = _group(rule, config)
    views = [whole.view(parse("example.md", text, config.dialect)) for text in texts]
    rule = replace(rule, options=rule.options.alone())
    whole = _group(rule, config)
    before = [_outcome(whole, view) for view in views]
    for path, shown, options in _with_a_line_less(rule.options):
        less = _group(replace(rule, options=options), config)
        try:
            used = any(_outcome(less, view) != was for view, was in zip(views, before, strict=True))
        except RuleError:  # it was the only line
            used = any(before)
        if not used:
            yield rule.where_of(*path), f"{rule.id}: no example uses this line: ‘{shown}’; all hold without it"


def _group(rule: Rule, config: Config) -> RuleGroup:
    return RuleGroup(KINDS[rule.kind], (rule,), config)


def _outcome(group: RuleGroup, view: Document) -> list[tuple[object, ...]]:
    """All that a rule makes of a text."""
    found = [m for m in group.checker.check(view) if isinstance(m, Match)]
    return sorted((m.span, m.suggestions, str(m.severity), m.message) for m in found)


def _with_a_line_less(options: Any) -> Iterator[tuple[tuple[object, ...], str, Any]]:
    """Each line of the options: its path, what stands there, and the options without it."""
    plain = msgspec.to_builtins(options)
    for key, value in plain.items():
        for path, shown, less in _less(value):
            own = getattr(options, key)
            line = str(own[path[0]]) if len(path) == 1 and isinstance(own, list) else shown
            yield (key, *path), line, msgspec.convert({**plain, key: less}, type(options))


def _less(value: Any) -> Iterator[tuple[tuple[Any, ...], str, Any]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield (name,), f"{name}: {item}", {k: v for k, v in value.items() if k != name}
    for i, item in enumerate(value if isinstance(value, list) else ()):
        before, after = value[:i], value[i + 1 :]
        yield (i,), str(item), [*before, *after]
        for name in MUST_NOT if isinstance(item, dict) else ():
            if item.get(name):
                yield (i, name), f"{name}: {item[name]}", [*before, {**item, name: []}, *after]
