"""Measures how readable the rules are: long patterns, look-arounds written by hand, lines that no example uses.

    python tools/measure_rules.py [RULES]

RULES is a folder of packs (rules/). Prints a table by pack and file; --json the same for programs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint.config.settings import Config
from lint.config.yaml import read
from lint.errors import CopydeskError, RuleError
from lint.kinds import OPTIONS
from lint.packs.load import load
from lint.rule_tests import unused

LONGEST = 120
"""The most characters that a pattern of the built-in packs may have."""
LOOK_AROUND = re.compile(r"\(\?<?[=!]")
BY_KIND: dict[str, tuple[str, ...]] = {
    "existence": ("tokens", "starts", "ends", "raw", "exceptions"),
    "substitution": ("swap", "swaps", "exceptions"),
    "occurrence": ("token",),
    "repetition": ("tokens", "exceptions"),
    "conditional": ("first", "second", "exceptions"),
    "capitalization": ("match", "prefix"),
    "consistency": ("either", "styles"),
    "boilerplate": ("any", "starts", "ends", "whole", "all", "unless"),
    "required": ("when",),
    "grammar": ("lines",),
    "languagetool": ("exceptions",),
}
"""The keys of each kind that hold patterns."""
IN_LINES = ("words", "wrong", "token", "before", "after", "not_before", "not_after")
"""The keys of a line of ``swaps`` or ``tokens`` that hold patterns."""


class Measures(NamedTuple):
    """What was counted in a file of rules: rules, patterns, and those of them that are hard to read."""

    rules: int = 0
    patterns: int = 0
    long: int = 0
    look_arounds: int = 0
    longest: int = 0
    unused: int = 0

    def plus(self, other: Measures) -> Measures:
        """Both together."""
        sums = [a + b for a, b in zip(self, other, strict=True)]
        return Measures(*sums)._replace(longest=max(self.longest, other.longest))


def patterns_in(value: Any, styles: bool = False) -> Iterator[str]:
    """The patterns that an option holds: a text, a list, the keys of a mapping, the lines of ``swaps``."""
    match value:
        case str():
            yield value
        case list():
            for item in value:
                inner = [item[key] for key in IN_LINES if key in item] if isinstance(item, dict) else [item]
                yield from (p for one in inner for p in patterns_in(one))
        case dict():
            yield from map(str, value.values() if styles else value)


def measured(file: Path, idle: int) -> Measures:
    """The measures of one file; ``idle`` of its lines are used by no example."""
    data = read(file, RuleError).data or []
    items = data if isinstance(data, list) else [data]
    rules = [item for item in items if "kind" in item]
    found = [p for rule in rules for p in patterns_of(rule)]
    found += [word for item in items for words in lists_of(item) for word in words]
    return Measures(
        len(rules),
        len(found),
        sum(len(p) > LONGEST for p in found),
        sum(bool(LOOK_AROUND.search(p)) for p in found),
        max(map(len, found), default=0),
        idle,
    )


def patterns_of(rule: dict[str, Any]) -> Iterator[str]:
    """The patterns of a rule, as its author wrote them."""
    for key in BY_KIND.get(rule["kind"], ()):
        yield from patterns_in(rule.get(key), styles=key == "styles")


def lists_of(item: dict[str, Any]) -> list[list[str]]:
    """The lists of words of a file."""
    lists = item.get("lists") if "kind" not in item else None
    return list(lists.values()) if isinstance(lists, dict) else []


def idle_lines(rules: Path) -> Counter[Path]:
    """How many lines of each file no example uses. Raises CopydeskError for rules that can't be loaded."""
    return Counter(where.file.resolve() for where, _ in unused(load([rules], OPTIONS), Config()))


def table(rows: dict[str, Measures]) -> Iterator[str]:
    """The measures as a table, a line each."""
    heads = f"{'rules':>6} {'patterns':>9} {f'>{LONGEST}':>6} {'longest':>8} {'look-arounds':>13} {'unused':>7}"
    yield f"{'':40} {heads}"
    for name, m in rows.items():
        share = f"{m.look_arounds} ({m.look_arounds / max(m.patterns, 1):.0%})"
        yield f"{name:40} {m.rules:6} {m.patterns:9} {m.long:6} {m.longest:8} {share:>13} {m.unused:7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules", nargs="?", type=Path, default=Path("rules"))
    parser.add_argument("--json", action="store_true", help="write JSON")
    arguments = parser.parse_args()
    try:
        idle = idle_lines(arguments.rules)
    except CopydeskError as e:
        raise SystemExit(f"the rules can't be loaded: {e}") from e
    rows: dict[str, Measures] = {}
    for file in sorted(arguments.rules.rglob("*.yaml")):
        name = str(file.relative_to(arguments.rules))
        rows[name] = measured(file, idle[file.resolve()])
        for whole in (name.partition("/")[0], "all"):
            rows[whole] = rows.get(whole, Measures()).plus(rows[name])
    rows = {name: rows[name] for name in sorted(rows, key=lambda n: (n == "all", n))}
    print(json.dumps({n: m._asdict() for n, m in rows.items()}, indent=2) if arguments.json else "\n".join(table(rows)))


if __name__ == "__main__":
    main()
