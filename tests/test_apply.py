"""Fixes: which are made, and that nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rules_of import rule

import lint
from lint.engine import RuleSet
from lint.fixes import apply as fix
from lint.formats import FORMATS, parse
from lint.formats.base import edited
from lint.kinds import groups
from lint.rule import Severity

STORY = """# Council meets

The the council met on Tuesday , and the hsotage talks went on.

“The the quotation stays,” she said.

- The bridge is old.
- Sign up for our newsletter

Follow us on Twitter.
"""


def test_safe_fixes_are_made_and_no_others(linter: lint.Linter) -> None:
    fixed = linter.fix_text(STORY, "story.md")
    assert fixed.after == STORY.replace("The the council met on Tuesday ,", "The council met on Tuesday,")
    assert [f.rule for f in fixed.made] == ["punctuation.doubled-word", "punctuation.space-before"]
    assert "hsotage" in [f.text for f in fixed.report.shown()]


def test_unsafe_fixes_are_made_on_request(linter: lint.Linter) -> None:
    fixed = linter.fix_text(STORY, "story.md", unsafe=True, least=Severity.SUGGESTION)
    assert fixed.after == (
        "# Council meets\n\nThe council met on Tuesday, and the hostage talks went on.\n\n"
        "“The the quotation stays,” she said.\n\n- The bridge is old.\n"
    )
    assert fixed.before == STORY


def test_a_sentence_of_standing_text_goes_with_its_space(linter: lint.Linter) -> None:
    story = "The mayor spoke of the bridge, the road and the school at length. Sign up for our newsletter. She left."
    assert "length. She left." in linter.fix_text(story, "a.txt", unsafe=True, least=Severity.SUGGESTION).after


def substituted(text: str, *swaps: str, keys: str = "", least: Severity = Severity.WARNING) -> fix.Fixed:
    """A text fixed by substitution rules, a swap each."""
    rules = [
        replace(rule(f"kind: substitution\nswap: {swap}\n{keys}"), id=f"house.{i}") for i, swap in enumerate(swaps)
    ]
    rule_set = RuleSet(groups(rules, lint.Config()), lint.Config())
    return fix.fixed(
        text,
        lambda source: parse("a.txt", source, "en-GB"),
        edited,
        lambda document: lint.lint(document, rule_set),
        lambda finding: fix.wanted(finding, unsafe=True, least=least),
    )[1]


def test_suggestions_are_fixed_only_when_they_are_asked_for() -> None:
    assert substituted("We utilise it.", "{utilise: use}", keys="severity: suggestion").after == "We utilise it."
    asked = substituted("We utilise it.", "{utilise: use}", keys="severity: suggestion", least=Severity.SUGGESTION)
    assert asked.after == "We use it."


def test_what_a_fix_lays_bare_is_fixed_too() -> None:
    assert substituted("aaaa", "{aa: b, bb: c}", keys="nonword: true").after == "c"


@pytest.mark.parametrize("swap", ["{one: two, two: one}", "{one: one one}"])
def test_rules_that_undo_or_feed_themselves_change_nothing_and_are_named(swap: str) -> None:
    fixed = substituted("one", swap)
    assert (fixed.after, fixed.made) == ("one", ())
    assert fixed.report.notes == (
        "the fixes of house.0 (line 1) were left out, for they undo each other or have no end",
    )
    assert fixed.report.complete
    assert [f.text for f in fixed.report.shown()] == ["one"]


def test_all_rules_that_undo_each_other_are_left_out_and_the_others_fix() -> None:
    fixed = substituted("one and a grey day", "{one: two}", "{two: one}", "{grey: gray}")
    assert fixed.after == "one and a gray day"
    assert [f.rule for f in fixed.made] == ["house.2"]
    assert "the fixes of house.0 (line 1), house.1 (line 1) were left out" in fixed.report.notes[0]


def test_fixes_that_undo_each_other_are_left_out_where_they_do_and_made_elsewhere() -> None:
    swap = "{one cat: cat one, cat one: one cat, one dog: a dog}"
    fixed = substituted("a grey grey day of one dog\none\none cat", swap, "{grey grey: grey}")
    assert fixed.after == "a grey day of a dog\none\none cat"
    assert fixed.report.notes == (
        "the fixes of house.0 (line 3) were left out, for they undo each other or have no end",
    )
    assert substituted(fixed.after, swap).after == fixed.after


def test_of_two_fixes_that_overlap_one_is_made_at_a_time() -> None:
    assert substituted("one two four", "{one two: three}", "{two four: five}").after == "three four"


def test_a_checker_that_breaks_is_a_failure_and_the_text_stays(
    linter: lint.Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.linter.parse", lambda *_: 1 / 0)
    fixed = linter.fix_text("the the")
    assert fixed.after == "the the"
    assert not fixed.report.complete


def test_a_fix_that_the_encoding_can_not_hold_changes_nothing_and_is_reported() -> None:
    raw = b"The caf\xe9 on Zabkowska Street."
    rule_set = RuleSet(groups([rule("kind: substitution\nswap: {Zabkowska: Ząbkowska}")], lint.Config()), lint.Config())
    known = FORMATS[".txt"]
    new, fixed = fix.fixed(
        raw,
        lambda now: known.read("a.txt", now, "en-GB"),
        known.write,
        lambda document: lint.lint(document, rule_set),
        lambda finding: True,
    )
    assert new == raw
    assert (fixed.made, fixed.after) == ((), fixed.before)
    (failure,) = fixed.report.failures
    assert (failure.component, failure.message) == (
        "writer",
        "is in Windows-1252, which has no ‘ą’; save it as UTF-8",
    )
    assert len(fixed.report.findings) == 1


def test_bytes_are_fixed_in_their_encoding_and_the_note_on_it_stays(linter: lint.Linter) -> None:
    fixed = linter.fix_bytes(b"The the caf\xe9 opened.\r\n", "a.txt")
    assert fixed.new == b"The caf\xe9 opened.\r\n"
    assert "Windows-1252" in fixed.report.notes[0]
    assert [f.rule for f in fixed.made] == ["punctuation.doubled-word"]


def test_bytes_that_can_not_be_read_stay_and_are_a_failure(linter: lint.Linter) -> None:
    fixed = linter.fix_bytes(b"a\0b", "a.txt")
    assert fixed.new == fixed.raw == b"a\0b"
    assert fixed.report.failures[0].component == "reader"
