from __future__ import annotations

import pytest
from rules_of import rule, run, texts

from lint.config.settings import Config
from lint.errors import RuleError
from lint.kinds import groups


def test_the_first_one_too_many_is_found() -> None:
    r = rule("kind: occurrence\ntoken: ','\nmax: 2", message="{count} commas")
    (m,) = run(r, "a, b, c, d, e")
    assert (m.span.start, m.message) == (7, "4 commas")
    assert texts(r, "a, b, c") == []


def test_too_few_is_a_finding_of_the_whole_block() -> None:
    assert texts(rule("kind: occurrence\ntoken: x\nmin: 1"), "No such letter.") == ["No such letter."]


def test_each_block_is_counted_by_itself() -> None:
    assert texts(rule("kind: occurrence\ntoken: a\nmax: 1"), "a\n\na\n\na a") == ["a"]


def test_a_limit_is_needed() -> None:
    with pytest.raises(RuleError, match="needs ‘max:’ or ‘min:’"):
        groups([rule("kind: occurrence\ntoken: a")], Config())
