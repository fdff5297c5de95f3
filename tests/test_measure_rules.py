"""tools/measure_rules.py: what it counts."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

TOOL: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "measure_rules.py"))

RULES = """\
- lists: {vehicle: [car, lorry]}
- id: a
  kind: substitution
  swap: {'(?<=x) price': prize}
  swaps:
    - {wrong: [prise, pryce], right: prize, before: <vehicle>}
- id: b
  kind: consistency
  styles: {one: 'aaaa', two: 'b'}
- id: c
  kind: article
"""


def test_rules_patterns_and_look_arounds_are_counted(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(RULES)
    found = TOOL["measured"](tmp_path / "r.yaml", 3)
    assert found._asdict() == {
        "rules": 3,
        "patterns": 8,
        "long": 0,
        "look_arounds": 1,
        "longest": len("(?<=x) price"),
        "unused": 3,
    }


def test_long_patterns_are_counted(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(f"- id: a\n  kind: existence\n  tokens: [{'x' * 121}, {'x' * 120}]\n")
    assert TOOL["measured"](tmp_path / "r.yaml", 0).long == 1


@pytest.mark.parametrize(("look", "counts"), [("(?<!a)", 1), ("(?=a)", 1), ("(?:a)", 0), ("(?P<a>a)", 0)])
def test_what_a_look_around_is(look: str, counts: int) -> None:
    assert len(TOOL["LOOK_AROUND"].findall(look)) == counts


def test_the_table_has_a_line_for_each_and_the_heads() -> None:
    lines = list(TOOL["table"]({"all": TOOL["Measures"](patterns=4, look_arounds=1)}))
    assert len(lines) == 2
    assert "1 (25%)" in lines[1]
