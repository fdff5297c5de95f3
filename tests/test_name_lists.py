from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.load import loads
from lint.config.name_lists import Name, read
from lint.errors import ConfigError
from lint.linter import Linter

LIST = "right,wrong,note\n# ministers\nOkonjwo,Okonjo|Okonwjo,trade minister\nBarnea\n"


def test_a_list_has_right_forms_wrong_forms_and_notes(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text(LIST, encoding="utf-8")
    assert list(read(tmp_path / "n.csv")) == [
        Name("Okonjwo", ("Okonjo", "Okonwjo"), "trade minister"),
        Name("Barnea"),
    ]


def test_wrong_forms_are_found_and_right_ones_known(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text(LIST, encoding="utf-8")
    linter = Linter(loads('names: n.csv\nlanguagetool: "off"', tmp_path))
    report = linter.check_text("Ms Okonjwo met Okonjo and Barnea, not Barnes.")
    (finding,) = report.shown()
    assert (finding.rule, finding.text, finding.suggestions) == ("typos.listed-name", "Okonjo", ("Okonjwo",))
    assert "(trade minister)" in finding.message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b,c,d\n", "n.csv:1: write the right form"),
        ("ok\n,b\n", "n.csv:2"),
        ("ok\n" + "a" * 200_000, "n.csv:2: this is not CSV: field larger"),
    ],
)
def test_a_line_that_can_not_be_used_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "n.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=says):
        loads("names: n.csv", tmp_path)


def test_a_list_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"the list of names .*none\.csv can't be read"):
        loads("names: none.csv", tmp_path)
