"""docs/rules.md: every key is there, and every rule in it holds."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT

from lint.config.settings import Config
from lint.kinds import OPTIONS
from lint.kinds.existence import Token
from lint.kinds.substitution import Swap
from lint.packs.load import _SHARED, load
from lint.rule_tests import prove, unused

PAGE = (ROOT / "docs" / "rules.md").read_text()
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: re.findall(r"id: (\S+)", b)[0])
def test_the_rules_of_the_page_hold_and_need_every_line(block: str, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "rules.yaml").write_text(block)
    rules = load([tmp_path / "house"], OPTIONS)
    assert rules
    assert [*prove(rules, Config()), *unused(rules, Config())] == []


@pytest.mark.parametrize("kind", OPTIONS)
def test_every_key_of_a_kind_is_explained_under_its_heading(kind: str) -> None:
    sections = re.split(r"^### ", PAGE, flags=re.M)
    (section,) = [s for s in sections if re.search(rf"\b{kind}\b", s.partition("\n")[0].partition(":")[0])]
    keys = [f.name for f in msgspec.structs.fields(OPTIONS[kind])]
    assert [key for key in keys if not re.search(rf"`{key}\b", section)] == []


def test_every_other_key_is_explained() -> None:
    keys = [*_SHARED, *Swap.__struct_fields__, *Token.__struct_fields__, "bad", "good", "ok", "lists"]
    assert [key for key in keys if not re.search(rf"`{key}\b", PAGE)] == []


def test_the_tests_that_hold_a_promise_exist() -> None:
    named = re.findall(r"`(tests/\w+\.py)::(test_\w+)`", (ROOT / "SECURITY.md").read_text())
    assert len(named) > 20
    assert [n for n in named if f"def {n[1]}(" not in (ROOT / n[0]).read_text()] == []
