from __future__ import annotations

import pytest
from rules_of import fixes, rule

ARTICLE = rule("kind: article")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Write an `server.js` file.", ["a"]),
        ("Return a ``HttpResponse`` now.", ["an"]),
        ("A `index` is kept.", ["An"]),
        ("It is an `hourly` job, a `user`, an `if` and a `cd`.", []),
        ("Use an `unicode` string and an `one` there.", ["a", "a"]),
        ("It is a `README`, an `--all`, a `$x` and an `x`.", []),
        ("See an http://example.com page, an “if” and an index.", []),
    ],
)
def test_the_article_before_code_goes_by_the_sound(text: str, right: list[str]) -> None:
    assert fixes(ARTICLE, text) == right


def test_code_in_html_counts_too() -> None:
    assert fixes(ARTICLE, "<p>Write an <code>server.js</code> file.</p>", "a.html") == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "An 8am start, an 18km run, an 80mph road, an 8oz steak, an 85p stamp, an 11th hour and an $11m home.",
        "A 100m race, a 180 turn, a £100m deal, a 1,800-strong crowd.",
        "An NHS trust, an MP, an M25 crash, an FBI agent, an X-ray, an F-word; a Nato base, a NASA probe, a UK firm.",
        "A Ukip councillor, a Unesco site, a Utah law, a Uefa rule, a Ulez zone, a U-turn, a u-turn.",
        "An hour, an heir, an honest man; a European, a ewe, a one-off, a unit, an unarmed man, an unimportant one.",
        "An hotel or a hotel, a historic or an historic day, a herb or an herb.",
        "Vitamin A is in it. Plan A or plan B, from A to E. The A team won; grade A eggs.",
        "A/B tests, an into-the-box shot, “I b-b-backed a f-f-five-ton truck”, no one gives a s*** of it.",
        "A II century vase and an IV drip. Fui a Uxmal con un amigo. An Ubon man, a Ubon man.",
        "Ring an 09 number, add an 1/8 of a spoon; an Xbox, an Rspack tool; the Hoi An Resort; F A M I L Y; with a only.",
        "A HISTORY OF THE TOWN, AN HOUR LATE, A UNION MAN",
    ],
)
def test_what_is_heard_right_is_left_alone(text: str) -> None:
    assert fixes(ARTICLE, text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was a 80th birthday in a 11-year run for an 100m man.", ["an", "an", "a"]),
        ("He met an Ukip man at an NATO base with a “honest” man.", ["a", "a", "an"]),
        ("She is a MSP, he is a MI5 man, it is a HMRC letter and an £100m deal.", ["an", "an", "an", "a"]),
        ("A onlooker saw an photo of an ten-year-old.", ["An", "a", "a"]),
        ("A STORY ABOUT A OLD MAN AND AN BOY", ["AN", "A"]),
    ],
)
def test_numbers_abbreviations_and_names_are_read_aloud(text: str, right: list[str]) -> None:
    assert fixes(ARTICLE, text) == right
