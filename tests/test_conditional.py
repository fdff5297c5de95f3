from __future__ import annotations

from rules_of import rule, texts

ACRONYM = r"""
kind: conditional
first: '\b[A-Z]{3,5}\b'
second: '\(([A-Z]{3,5})\)'
exceptions: [BBC]
"""


def test_an_acronym_must_be_spelled_out_somewhere() -> None:
    assert texts(
        rule(ACRONYM), "The WHO left. The Trade Union Congress (TUC) stayed; the TUC and the BBC met the WHO."
    ) == ["WHO"]


def test_before_asks_for_it_earlier() -> None:
    assert texts(rule(ACRONYM + "before: true"), "The TUC met. The Trade Union Congress (TUC) left.") == ["TUC"]


def test_without_a_group_presence_is_enough() -> None:
    r = rule("kind: conditional\nfirst: alleged\nsecond: denies")
    assert texts(r, "The alleged thief denies it.") == []
    assert texts(r, "The alleged thief fled.") == ["alleged"]
