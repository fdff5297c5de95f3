from __future__ import annotations

from pathlib import Path

import pytest

from lint.packs import judged as precision
from lint.packs.judged import record


def test_the_rounds_that_are_kept_can_be_read() -> None:
    judged = precision.read(precision.FILE)
    assert judged
    assert all(j.severity in precision.PROMISED and j.all > 0 for j in judged)


def test_the_interval_is_wilsons() -> None:
    low, high = precision.interval(18, 20)
    assert (round(low, 3), round(high, 3)) == (0.699, 0.972)
    assert precision.interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("right", "wrong", "severity", "breaks"),
    [(18, 20, "warning", True), (18, 2, "warning", False), (18, 20, "suggestion", False), (0, 9, "suggestion", True)],
)
def test_a_promise_is_broken_where_the_whole_interval_lies_below_it(
    right: int, wrong: int, severity: str, breaks: bool
) -> None:
    assert precision.breaks_promise(precision.Judged("1", "a.b", severity, right, 0, wrong)) is breaks


def test_rounds_are_summed_by_rule_and_severity(tmp_path: Path) -> None:
    file = tmp_path / "rounds.tsv"
    file.write_text("# round\n1\ta.b\twarning\t3\t0\t1\n2\ta.b\twarning\t2\t1\t0\n2\ta.b\terror\t1\t0\t0\n")
    sums = {(j.rule, j.severity): (j.right, j.taste, j.wrong) for j in precision.by_rule(precision.read(file))}
    assert sums == {("a.b", "warning"): (5, 1, 1), ("a.b", "error"): (1, 0, 0)}


def test_what_was_counted_of_a_rule_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        precision, "_sums", lambda: {("a.b", "warning"): precision.Judged("", "a.b", "warning", 17, 1, 2)}
    )
    assert record("a.b", "warning") == ("not wrong in 18 of 20 findings in texts that it was not made on (70% to 97%)")
    assert record("a.b", "error") == ""
