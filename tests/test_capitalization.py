from __future__ import annotations

import pytest
from rules_of import fixes, rule, texts


@pytest.mark.parametrize(
    ("match", "text", "fix"),
    [
        ("$title", "The fall of the house", "The Fall of the House"),
        ("$title", "a war on two fronts", "A War on Two Fronts"),
        ("$sentence", "The Fall Of The House", "The fall of the house"),
        ("$sentence", "Ministers Meet In London", "Ministers meet in London"),
        ("$lower", "Some Heading Here", "some heading here"),
        ("$upper", "Some heading", "SOME HEADING"),
    ],
)
def test_headings_are_recased(match: str, text: str, fix: str) -> None:
    r = rule(f"kind: capitalization\nmatch: {match}\nscope: heading\nthreshold: 1.0")
    assert fixes(r, f"# {text}") == [fix]
    assert texts(r, f"# {fix}") == []


def test_the_threshold_lets_a_share_pass() -> None:
    r = rule("kind: capitalization\nmatch: $title\nscope: heading\nthreshold: 0.7")
    assert texts(r, "# Four Words Are right") == []


def test_exceptions_and_acronyms_keep_their_casing() -> None:
    r = rule("kind: capitalization\nmatch: $sentence\nscope: heading\nthreshold: 1.0\nexceptions: [Big Ben, Ben]")
    assert texts(r, "# Talks at NATO and on the iPhone for Ben") == []


def test_a_pattern_must_match_the_whole_block() -> None:
    r = rule("kind: capitalization\nmatch: '[A-Z].*[^.]'\nscope: heading")
    assert texts(r, "# No stop at the end.\n\n# Right") == ["No stop at the end."]


@pytest.mark.parametrize(
    ("keys", "heading", "fix"),
    [
        ("match: $sentence", "The Fall: A House Of Cards", "The fall: a house of cards"),
        ("match: $sentence\nindicators: [':']", "The Fall: A House Of Cards", "The fall: A house of cards"),
        ("match: $sentence", "Who Goes There? Nobody Goes Home", "Who goes there? Nobody goes home"),
        ("match: $title", "What it is for", "What It Is For"),
        ("match: $title\nstyle: Chicago", "walking Into the Sun", "Walking into the Sun"),
        ("match: $title\nprefix: 'watch: '", "watch: the fall of rome", "The Fall of Rome"),
        ("match: $lower\nprefix: '[0-9]+ '", "10 Reasons Why", "reasons why"),
    ],
)
def test_where_capitals_are_due(keys: str, heading: str, fix: str) -> None:
    assert fixes(rule(f"kind: capitalization\n{keys}\nscope: heading\nthreshold: 1.0"), f"# {heading}") == [fix]


def test_a_prefix_is_no_part_of_what_is_found() -> None:
    r = rule("kind: capitalization\nmatch: $upper\nprefix: '[0-9]+ '\nscope: heading")
    assert texts(r, "Yes.\n\n# 10 reasons why") == ["reasons why"]


@pytest.mark.parametrize(
    ("threshold", "heading", "found"),
    [
        ("", "# One Two Three Four five", False),  # four of five are right: 0.8 is enough
        ("", "# One Two Three four", True),
        ("threshold: 0.75", "# One Two Three four", False),
        ("threshold: 0.76", "# One Two Three four", True),
        ("threshold: 1.0", "# One Two Three Four", False),
    ],
)
def test_a_heading_passes_with_enough_words_right(threshold: str, heading: str, found: bool) -> None:
    assert bool(texts(rule(f"kind: capitalization\nmatch: $title\nscope: heading\n{threshold}"), heading)) is found


def test_a_pattern_heeds_case_and_need_not_end_at_a_word() -> None:
    r = rule("kind: capitalization\nmatch: '[A-Z][a-z ]+!?'\nscope: heading")
    assert texts(r, "# Right so!\n\n# wrong so") == ["wrong so"]


def test_a_heading_without_words_has_no_casing() -> None:
    assert texts(rule("kind: capitalization\nmatch: $title\nscope: heading"), "# 2026 – 2027") == []
