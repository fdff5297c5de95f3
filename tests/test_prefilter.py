from __future__ import annotations

import warnings

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lint.matching.prefilter import Index, required


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("hostage", {"hostage"}),
        (r"\bhostages?\b", {"hostage"}),
        (r"(?<=\bof )it's(?= own)", {"it's"}),
        ("(?:grey|tall)s", {"grey", "tall"}),
        ("[Aa]dvis[eo]r", {"advis"}),
        (r"\w+ing", {"ing"}),
        (r"a?b?", None),
        (r"\p{Lu}x", None),
        ("(?:long|x)?term", {"term"}),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: set[str] | None) -> None:
    assert required(pattern) == needs


SMALL = st.text("ab(|)?+*[]c ", max_size=12)


@given(SMALL, st.text("abc ", max_size=12))
def test_no_match_is_without_what_is_needed(pattern: str, text: str) -> None:
    try:
        with warnings.catch_warnings(action="ignore"):
            compiled = regex.compile(pattern, regex.IGNORECASE)
    except regex.error:
        return
    needs = required(pattern)
    if needs and (m := compiled.search(text)):
        assert any(need in m[0] or need in text for need in needs)


def test_the_index_finds_all_literals_of_all_entries() -> None:
    index = Index([frozenset({"ab"}), None, frozenset({"b", "cd"})])
    assert index.always == [1]
    assert sorted(index.hits("abcd")) == [(0, 0, 2), (2, 1, 2), (2, 2, 4)]
