from __future__ import annotations

import re
import warnings

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lint.matching.syntax import LARGEST, PatternError, expansion, read


@pytest.mark.parametrize(
    ("source", "least", "most"),
    [
        ("abc", 3, 3),
        ("a{70000}", 70_000, 80_000),
        ("a{3,70000}", 70_000, 80_000),
        ("a{70000,}", 70_000, 80_000),
        ("(?:ab){400}(?:cd){400}", 1_600, 3_300),
        ("(?:(?:a{50}){50}){50}", 125_000, 150_000),
        (r"[({]{300}\({300}", 600, 700),
        (r"\{9000000\}", 3, 10_000_000),
    ],
)
def test_counted_repeats_are_written_out(source: str, least: int, most: int) -> None:
    assert least <= expansion(source) <= most


def test_a_sign_that_means_itself_does_not_count() -> None:
    assert expansion(r"\(a\){9}[)]{400}[(]{400}") < LARGEST


@pytest.mark.parametrize(
    ("source", "needs", "groups"),
    [("Hostage", {"hostage"}, 0), ("a", None, 0), ("(grey|tall)s", {"grey", "tall"}, 1), (r"(\p{Lu})(x)", None, 2)],
)
def test_what_a_pattern_needs_and_how_many_groups_it_has(source: str, needs: set[str] | None, groups: int) -> None:
    assert read(source) == (needs, groups)


def test_what_is_wrong_is_said_with_its_place() -> None:
    with pytest.raises(PatternError) as caught:
        read("ab)c")
    assert caught.value.at == 2


@given(st.text(r"ab(|)?+*[]{}2,\w<>=!:^$. -", max_size=14))
def test_what_the_standard_library_can_parse_can_be_compiled(source: str) -> None:
    """A pattern that is parsed is compiled only when it is needed: it must not turn out then to be none."""
    try:
        read(source)
    except PatternError:
        return
    with warnings.catch_warnings(action="ignore"):
        for whole in (source, rf"(?<!\w)(?:{source})(?!\w)"):
            try:
                regex.compile(whole, regex.VERSION0 | regex.MULTILINE | regex.IGNORECASE)
            except regex.error as e:
                with pytest.raises(re.error):
                    re.compile(source)
                raise AssertionError(f"{source!r}: {e}") from e
