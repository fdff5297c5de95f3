from __future__ import annotations

import pytest
from rules_of import rule, run, texts

from lint.config.settings import Config
from lint.errors import RuleError
from lint.kinds import groups

PAIR = "kind: consistency\neither: {adviser: advisor, email: e-mail}"


def test_the_majority_wins_and_the_other_places_are_related() -> None:
    (m,) = run(rule(PAIR), "An adviser, an advisor, an adviser.")
    assert m.suggestions == ("adviser",)
    assert len(m.related) == 2


def test_at_a_draw_the_first_one_wins() -> None:
    assert texts(rule(PAIR), "An advisor met an adviser.") == ["adviser"]


def test_pairs_are_apart_unless_together() -> None:
    assert texts(rule(PAIR), "An adviser sent an e-mail.") == []
    together = rule("kind: consistency\neither: {organise: organize, realise: realize}\ntogether: true")
    assert texts(together, "They organise and realize and organise.") == ["realize"]


def test_names_can_be_left_out() -> None:
    r = rule("kind: consistency\neither: {defence: defense}\nnames: false")
    assert texts(r, "The defence met the Defense Secretary.") == []


def test_quotations_can_be_left_out() -> None:
    r = rule(PAIR + "\nin_quotes: false")
    assert texts(r, 'The adviser said: "Ask an advisor." Another adviser left.') == []


def test_a_form_inside_a_longer_word_is_none() -> None:
    assert texts(rule(PAIR), "The adviser of the advisory sub-advisor-board.") == []


def test_the_casing_is_kept() -> None:
    (m,) = run(rule(PAIR), "An adviser. An adviser. Advisor Smith.")
    assert m.suggestions == ("Adviser",)


@pytest.mark.parametrize(("body", "says"), [("", "needs ‘either:’"), ("pairs: none.tsv", "can't be read")])
def test_mistakes(body: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        groups([rule("kind: consistency\n" + body)], Config())


STYLES = "kind: consistency\nstyles: {curly: '[“”]', straight: '\"'}\nin_quotes: true"


def test_what_is_set_in_another_way_than_most_is_told() -> None:
    (m,) = run(rule(STYLES, message="most are {other}"), 'He said “yes” and “no". She left.')
    assert m.message == "most are curly"
    assert m.suggestions == ()
    assert len(m.related) == 3
    assert run(rule(STYLES), "He said “yes”.") == []


def test_a_few_places_are_named_of_thousands() -> None:
    found = run(rule(PAIR), "One adviser. " * 30 + "An advisor. " * 3, "t.txt")
    assert [len(m.related) for m in found] == [20, 20, 20]
