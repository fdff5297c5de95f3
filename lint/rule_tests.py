"""Runs the examples of rules: they are the rules' tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.config.settings import Config
from lint.document import Document
from lint.errors import CopydeskError, Where
from lint.finding import Failure, Match
from lint.formats import parse
from lint.kinds import groups
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
    elif example.good is not None:
        if not m.suggestions:
            yield "suggests nothing, but the example says what is good"
        elif (fixed := text[: span.start] + m.suggestions[0] + text[span.end :]) != example.good:
            yield f"suggests “{fixed}”, but the example says “{example.good}”"


def _place(document: Document, m: Match) -> Span:
    """Where a match is in the source."""
    return m.span if m.in_source else document.to_source(m.span)


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
        if (
            isinstance(m, Match)
            and m.rule.id == rule.id
            and (rule.in_quotes or m.in_source or not document.in_quotation(m.span))
        ):
            found.setdefault(m.span, m)
    return document, sorted(found.values(), key=lambda m: m.span)
