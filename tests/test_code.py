from __future__ import annotations

import pytest

import lint
from lint.filters.code import is_code


@pytest.mark.parametrize(
    "line",
    [
        "  -DHAVE_CONFIG_H -I. -I../../libjup",
        "function hail( name, age )",
        "inspect( item )",
        "class Test( vint, vstr ) from String( vstr )",
        "$ git add .",
        "chown -R root .",
        "for CHAIN in INPUT OUTPUT ; do iptables -P $CHAIN",
        "x = a ? a : 0",
        '#include "../../module.h"',
        "for (i = 0; i < n ; i++) {",
    ],
)
def test_a_line_of_code_is_seen(line: str) -> None:
    assert is_code(line)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor , who is 47, left .",
        '<p>The captain of the <a href="/boat" class="x">late boat</a> has been been chosen .</p>',
        "The [mayor](https://paper.example/?a=b&&c=d) left , he said at https://paper.example/?a=b .",
        "The mayor left .. {% include map.html id=3 %} {: .note id=x}",
        "It costs $5 (or £4 ), he said .. and left;",
        "She asked: “Why ?” – and then - well - left",
        "The word(s) that she left ; the rest is here:",
        "He earns US$40,000 a year ,and more.",
        "The figures (see below ) are of 2024/25 .",
        "Do come , do - and bring A.. or B",
    ],
)
def test_prose_is_none(line: str) -> None:
    assert not is_code(line)


def test_punctuation_in_code_is_left_alone_and_a_misspelt_word_is_not(linter: lint.Linter) -> None:
    report = linter.check_text("inspect( item ) of the hsotage , now.\n\nThe hsotage talks , now.", "a.txt")
    shown = [(f.rule, f.text) for f in report.shown()]
    assert [rule for rule, _ in shown].count("punctuation.space-before") == 1
    assert shown.count(("typos.spelling", "hsotage")) == 2
