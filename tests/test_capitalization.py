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
