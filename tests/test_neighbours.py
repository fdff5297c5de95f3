"""Words that stand beside a match, written as words."""

from __future__ import annotations

import pytest
from rules_of import fixes, rule, texts

from lint.matching.neighbours import gapped


def swap(keys: str, wrong: str = "stationery", right: str = "stationary") -> object:
    return rule(f"kind: substitution\nswaps:\n- {{wrong: {wrong}, right: {right}, {keys}}}")


@pytest.mark.parametrize(
    ("keys", "yes", "no"),
    [
        ("before: [car, van]", "a stationery car", "a stationery cart"),
        ("before: car", "a stationery\ncar", "a stationery, car"),
        ("before: ['(police|fire) car']", "a stationery fire car", "a stationery fire cars"),
        ("before: ['fire car']", "a stationery fire\ncar", "a stationery fire-car"),
        ("before: ['\\d+']", "a stationery 12 tons", "a stationery 12th ton"),
        ("before: [-car]", "a stationery-car", "a stationery car"),
        ("before: [', they']", "stationery, they said", "stationery they said"),
        ("before: ['for £']", "stationery for £5", "stationery for $5"),
        ("after: [stood, was quite]", "it was quite stationery", "it misunderstood stationery"),
        ("after: [stood]", "it stood\nstationery", "it stood, stationery"),
        ("after: [ex-]", "an ex-stationery car", "an ex stationery car"),
        ("after: ['£\\d+']", "of £5 stationery", "of 5 stationery"),
        ("after: [stood], before: [there]", "it stood stationery there", "it stood stationery here"),
        ("not_before: [shop]", "a stationery shopper", "a stationery shop"),
        ("not_after: [office]", "a stationery office", "an office stationery"),
        ("not_after: [of], not_before: [shop]", "the stationery man", "of stationery men"),
        ("starts: true", "All. “Stationery is it.", "All of stationery, so."),
        ("starts: true", "• Stationery is it.", "A well-stationery car."),
        ("ends: true", "It stood stationery.", "It stood stationery there."),
        ("ends: true", "“It stood (stationery).” He left", "It stood, stationery, there"),
        ("ends: true", "It stood stationery", "It cost stationery3.50 more"),
    ],
)
def test_it_is_found_only_where_its_neighbours_are(keys: str, yes: str, no: str) -> None:
    r = swap(keys)
    assert [t.lower() for t in texts(r, yes)] == ["stationery"]  # type: ignore[arg-type]
    assert texts(r, no) == []  # type: ignore[arg-type]


def test_several_wrong_words_and_groups() -> None:
    r = rule("kind: substitution\nswaps: [{wrong: ['price(s)?', pryze], right: prize$1, after: [(Nobel|Booker)]}]")
    assert fixes(r, "Nobel prices, Booker pryze, the price") == ["prizes", "prize"]


def test_wrong_words_may_stand_across_a_lines_end() -> None:
    assert fixes(rule("kind: substitution\nswaps: [{wrong: in order to, right: to}]"), "In order\nto go") == ["To"]


def test_a_space_that_may_be_missing_is_read_so() -> None:
    r = rule("kind: substitution\nswaps: [{wrong: '\\d ?am in', right: x, before: 'the ?morning'}]")
    assert texts(r, "At 6am in the morning, 6 am\nin the\nmorning and 6  am in themorning.") == [
        "6am in",
        "6 am\nin",
        "6  am in",
    ]


def test_the_longest_goes_first_in_both_forms() -> None:
    r = rule("kind: substitution\nswap: {in order: tidy}\nswaps: [{wrong: in order to, right: to}]")
    assert texts(r, "In order to go, in order.") == ["In order to", "in order"]


def test_tokens_may_have_neighbours() -> None:
    r = rule(
        "kind: existence\ntokens: [cat, {token: dog, before: [food], not_after: [hot]}]\nstarts: [So]\nends: [now]"
    )
    text = "So a cat. Some dog food, so hot dog food and a dog now."
    assert texts(r, text) == ["So", "cat", "dog", "now"]


def test_a_gap_stays_in_its_sentence() -> None:
    r = rule("kind: boilerplate\nany: [sign up … newsletter]")
    assert texts(r, "Do sign up for our newsletter.") == ["Do sign up for our newsletter."]
    assert texts(r, "He did sign up. The newsletter came.") == []
    assert gapped("a…b") == "a…b"


@pytest.mark.parametrize("text", ["Subscribe now", "👉 Subscribe now", "Home | Subscribe now", "All. Subscribe now!"])
def test_boilerplate_begins_a_line_of_the_page(text: str) -> None:
    assert len(texts(rule("kind: boilerplate\nstarts: [subscribe (now|today)]"), text)) == 1


@pytest.mark.parametrize("text", ["They subscribe now", "Subscribe nowhere", "To resubscribe now"])
def test_boilerplate_in_mid_sentence_is_none(text: str) -> None:
    assert texts(rule("kind: boilerplate\nstarts: [subscribe (now|today)]"), text) == []


def test_boilerplate_at_the_end_of_a_sentence() -> None:
    r = rule("kind: boilerplate\nends: ['daily e-?mails?']")
    assert texts(r, "Get our daily emails.") == ["Get our daily emails."]
    assert texts(r, "Our daily emails came late.") == []
