"""What a person or a program is told of the rules: all of them by pack, or one in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from lint.packs.judged import record
from lint.packs.pack import Pack
from lint.rule import Rule

_LONGEST = 300
"""Characters of an option that are shown; some hold thousands of words."""
_WIDTH_OF_LEVEL = 10


def listing(packs: Sequence[Pack], rules: Sequence[Rule], on: Mapping[str, Rule]) -> Iterator[str]:
    """The packs by name, each with a line for each of ``rules``: id, level, why. ``on``: the rules that are on, by id.

    A pack without any of the rules is left out.
    """
    width = max((len(r.id) for r in rules), default=0)
    first = True
    for pack in sorted(packs, key=lambda p: p.name):
        members = sorted((r for r in rules if r.pack == pack.name), key=lambda r: r.id)
        if not members:
            continue
        yield from () if first else ("",)
        first = False
        yield heading(pack, members, on)
        for rule in members:
            yield f"  {rule.id:{width}}  {_level(rule, on):{_WIDTH_OF_LEVEL}}  {_reason(rule)}"


def heading(pack: Pack, rules: Sequence[Rule], on: Mapping[str, Rule]) -> str:
    """A pack's name, its title, and how many of its rules there are and are on."""
    title = f": {pack.title}" if pack.title not in ("", pack.name) else ""
    count = f"{len(rules):,} rule{'s' if len(rules) != 1 else ''}"
    running = sum(r.id in on for r in rules)
    off = "" if running == len(rules) else ", off" if not running else f", {running:,} on"
    source = f"; from the package {pack.source}" if pack.source and not pack.builtin else ""
    return f"{pack.name}{title} ({count}{off}{source})"


def matching(rules: Sequence[Rule], word: str) -> list[Rule]:
    """The rules that hold a word anywhere: in id, message, why, examples or options. Casing does not count."""
    wanted = word.casefold()
    return [r for r in rules if any(wanted in text.casefold() for text in _texts(r))]


def _texts(rule: Rule) -> Iterator[str]:
    yield from (rule.id, rule.message, rule.why)
    for e in rule.examples:
        if e.bad is not None:
            yield e.unmarked()[0]
        yield from (t for t in (e.good, e.ok) if t)
    yield from _words(msgspec.to_builtins(rule.options))


def _words(value: object) -> Iterator[str]:
    """All text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _words(key)
            yield from _words(item)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)


def as_data(packs: Sequence[Pack], rules: Sequence[Rule], on: Mapping[str, Rule]) -> dict[str, Any]:
    """Packs and rules as plain data for a program; the README has the contract."""
    named = {r.pack for r in rules}
    return {
        "version": 1,
        "packs": [
            {"name": p.name, "title": p.title, "default": p.builtin and p.default, "source": p.source}
            for p in sorted(packs, key=lambda p: p.name)
            if p.name in named
        ],
        "rules": [_data(on.get(r.id, r), r.id in on) for r in sorted(rules, key=lambda r: r.id)],
    }


def _data(rule: Rule, on: bool) -> dict[str, Any]:
    return {
        "id": rule.id,
        "pack": rule.pack,
        "kind": rule.kind,
        "category": str(rule.category),
        "severity": str(rule.severity),
        "judged": record(rule.id, rule.severity),
        "on": on,
        "message": rule.message,
        "why": " ".join(rule.why.split()),
        "url": rule.url,
        "examples": [
            {k: v for k, v in (("bad", e.bad), ("good", e.good), ("ok", e.ok)) if v is not None} for e in rule.examples
        ],
        "where": {"file": str(rule.where.file), "line": rule.where.line},
    }


def explanation(rule: Rule, on: bool) -> Iterator[str]:
    """All that a rule says of itself, a line each: a name and a value."""
    for name, value in _facts(rule, on):
        yield f"{name:10} {value}"


def _facts(rule: Rule, on: bool) -> Iterator[tuple[str, str]]:
    yield "message", rule.message
    yield "why", " ".join(rule.why.split())
    yield "severity", f"{rule.severity}" + ("" if on else " (off)")
    if counted := record(rule.id, rule.severity):
        yield "judged", counted
    yield "category", rule.category
    yield "kind", rule.kind
    yield "scope", ", ".join(rule.scopes) + ("" if rule.in_quotes else "; not in direct quotations")
    if rule.language != "any":
        yield "language", rule.language
    if rule.url:
        yield "url", rule.url
    for e in rule.examples:
        if e.bad is not None:
            yield "wrong", e.bad
        if e.good or e.ok:
            yield "right", e.good or e.ok or ""
    for name in rule.options.__struct_fields__:
        value = getattr(rule.options, name)
        if value not in ([], {}, "", None):
            yield "option", f"{name}: {_brief(value)}"
    yield "defined", str(rule.where)


def _level(rule: Rule, on: Mapping[str, Rule]) -> str:
    return str(on[rule.id].severity) if rule.id in on else "off"


def _reason(rule: Rule) -> str:
    """The first sentence of a rule's why."""
    return rule.why.partition(". ")[0].rstrip(".").replace("\n", " ")


def _brief(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | dict) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
