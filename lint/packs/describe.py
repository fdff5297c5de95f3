"""What a person is told of the rules: all of them in a list, or one in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.rule import Rule


def listing(catalogue: Sequence[Rule], on: Mapping[str, Rule]) -> Iterator[str]:
    """A line for each rule: id, level, why. ``on`` holds the rules that are on, by id."""
    width = max(len(r.id) for r in catalogue)
    for rule in sorted(catalogue, key=lambda r: r.id):
        level = str(on[rule.id].severity) if rule.id in on else "off"
        why = rule.why.partition(". ")[0].rstrip(".").replace("\n", " ")
        yield f"{rule.id:{width}}  {level:10}  {why}"


def explanation(rule: Rule, on: bool) -> Iterator[str]:
    """All that a rule says of itself, a line each: a name and a value."""
    for name, value in _facts(rule, on):
        yield f"{name:10} {value}"


def _facts(rule: Rule, on: bool) -> Iterator[tuple[str, str]]:
    yield "message", rule.message
    yield "why", " ".join(rule.why.split())
    yield "severity", f"{rule.severity}" + ("" if on else " (off)")
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


def _brief(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | dict) else str(value)
    return text if len(text) <= 300 else text[:297] + "…"
