from __future__ import annotations

import dataclasses

from rules_of import rule

from lint.packs.describe import explanation, listing

RULE = dataclasses.replace(
    rule("kind: existence\ntokens: [very]"), why="It is weak. It adds\nnothing.", language="en", url="https://x.y"
)


def test_a_list_names_each_rule_its_level_and_the_first_sentence_of_its_why() -> None:
    other = dataclasses.replace(RULE, id="house.a")
    assert list(listing([RULE, other], {RULE.id: RULE})) == [
        "house.a     off         It is weak",
        "house.test  warning     It is weak",
    ]


def test_an_explanation_tells_all_that_the_rule_says() -> None:
    told = list(explanation(RULE, on=False))
    assert "why        It is weak. It adds nothing." in told
    assert "severity   warning (off)" in told
    assert "language   en" in told
    assert "url        https://x.y" in told
    assert "wrong      [[x]]" in told
    assert "right      y" in told
    assert "option     tokens: very" in told
    assert told[-1].startswith("defined    test.yaml:")


def test_a_long_option_is_cut() -> None:
    long = rule("kind: existence\ntokens: [" + ", ".join(["word"] * 200) + "]")
    (option,) = [line for line in explanation(long, on=True) if line.startswith("option     tokens")]
    assert len(option) < 340
    assert option.endswith("…")
