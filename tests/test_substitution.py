from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rules_of import fixes, rule, run, texts

from lint.config.settings import Config
from lint.errors import RuleError, Where
from lint.kinds import groups

ADVISOR = "kind: substitution\nswap: {advisor: adviser, 'in order to': to, 'in order': tidy}"


@pytest.mark.parametrize(
    ("text", "fix"), [("advisor", "adviser"), ("Advisor", "Adviser"), ("ADVISOR", "ADVISER"), ("in order to", "to")]
)
def test_the_suggestion_takes_the_casing_of_what_it_replaces(text: str, fix: str) -> None:
    assert fixes(rule(ADVISOR), text) == [fix]


def test_the_longest_goes_first() -> None:
    assert texts(rule(ADVISOR), "All in order to go, in order.") == ["in order to", "in order"]


def test_several_suggestions_and_groups() -> None:
    r = rule("kind: substitution\nswap: {'(\\w+)-wise': $1|as for $1}")
    assert run(r, "time-wise")[0].suggestions == ("time", "as for time")


def test_what_is_right_already_is_left_alone() -> None:
    assert texts(rule("kind: substitution\nswap: {'e-?mail': email}"), "An email, an e-mail") == ["e-mail"]


def test_the_apostrophe_is_that_of_the_story() -> None:
    r = rule("kind: substitution\nswap: {dont: don't}")
    assert fixes(r, "I dont. It’s so.") == ["don’t"]
    assert fixes(r, "I dont. It's so.") == ["don't"]


def test_the_message_is_filled_in() -> None:
    r = rule("kind: substitution\nswap: {advisor: adviser}", message="Write {suggestion}, not {match}.")
    assert run(r, "advisor")[0].message == "Write adviser, not advisor."
    r = rule("kind: substitution\nswap: {advisor: adviser}", message="Use '%s' instead of '%s'.")
    assert run(r, "advisor")[0].message == "Use 'adviser' instead of 'advisor'."


def test_pairs_may_stand_in_a_file_beside_the_rule(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("# remark\nutilise\tuse\nstationery car\tstationary car  # a rank of cars\n")
    made = replace(rule("kind: substitution\npairs: pairs.tsv"), where=Where(tmp_path / "a.yaml"))
    assert sorted(fixes(made, "To utilise a stationery car.")) == ["stationary car", "use"]
    (tmp_path / "pairs.tsv").write_text("utilise\tuse\nutilise use\n")
    with pytest.raises(RuleError, match="pairs.tsv:2: write two forms with a tab between them"):
        groups([made], Config())
