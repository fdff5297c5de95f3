"""Patterns for files: the same files as ever, and in time that grows with the name."""

from __future__ import annotations

import re
import time
import warnings

import pathspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec.util import lookup_pattern

from lint.config.wildcards import names_alone, specification

PIECES = st.sampled_from(
    ["a", "b", "ab", "*", "**/", "/**", "/", "?", "[ab]", "[!a]", "\\*", "\\[", "a*", "*b", ".", "é"]
)
GLOBS = st.lists(PIECES, min_size=1, max_size=9).map("".join)
NAMES = st.lists(st.text("ab*é[", min_size=1, max_size=6), min_size=1, max_size=6).map("/".join)


def as_pathspec_has_it(glob: str, path: str) -> bool | None:
    """The verdict of pathspec’s own pattern, but for sets, which it lets match a slash."""
    source, include = lookup_pattern("gitignore").pattern_to_regex(glob)  # type: ignore[attr-defined]
    return include if source and re.search(names_alone(source), path) else None


@given(GLOBS, st.lists(NAMES, min_size=1, max_size=8), st.sampled_from(["", "!"]))
@settings(max_examples=600, deadline=None)
def test_the_verdict_is_that_of_pathspec(glob: str, paths: list[str], sign: str) -> None:
    try:
        spec = specification((sign + glob,))
    except ValueError:
        return
    for path in (*paths, *(p + "/" for p in paths)):
        assert spec.check_file(path).include == as_pathspec_has_it(sign + glob, path), path


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("*a*a*b", "xaxaxb", True),
        ("*a*a*b", "xab", False),
        ("a**b", "a/b", False),
        ("x/**/y*z/**/w", "x/q/yz/yaz/w", True),
        ("x/**/y*z/**/w", "x/q/yz1/w", False),
        ("/[!a]b", "/b", False),
        ("[!a]*b*c", "d/b1c", False),
        ("[[:alpha:]]", "q", False),
    ],
)
def test_stars_stay_in_a_name_and_folders_are_whole(glob: str, path: str, matches: bool) -> None:
    assert bool(specification((glob,)).check_file(path).include) is matches


LETTERS, FOLDERS = "a" * 250, "a/" * 1_000


@pytest.mark.parametrize("times", [3, 8, 60])
@pytest.mark.parametrize(
    ("glob", "end", "path"),
    [
        ("*a", "*b", LETTERS),
        ("a**", "b", LETTERS),
        ("[ab]*", "c", LETTERS),
        ("[!b]*", "c", LETTERS),
        ("?*", "c", LETTERS),
        ("**/", "*b", FOLDERS),
        ("**/a/", "b", FOLDERS),
        ("/**/a", "/b", FOLDERS),
        ("**/*a*a", "/b", (LETTERS + "/") * 8),
        ("*a*a/", "b", (LETTERS + "/") * 8),
    ],
)
def test_no_pattern_takes_long(glob: str, end: str, path: str, times: int) -> None:
    spec = specification((glob * times + end,))
    begun = time.process_time()
    assert not spec.check_file(path).include
    assert time.process_time() - begun < 0.5


def test_nobody_is_warned_of_sets_in_sets() -> None:
    with warnings.catch_warnings(action="error"):
        assert isinstance(specification(("[[:alpha:]]",)), pathspec.PathSpec)
