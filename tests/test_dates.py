from __future__ import annotations

import datetime

import pytest
from rules_of import fixes, rule, run, texts

from lint.text import dates as calendar

WEEKDAY = rule("kind: dates\ncheck: weekday", message="{fact}")
DAY = rule("kind: dates\ncheck: calendar", message="{fact}")
CLOCK = rule("kind: dates\ncheck: clock", message="{fact}")


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("on Friday 1 January 2026.", "Friday 1 January 2026", ["Thursday 1 January 2026", "Friday 2 January 2026"]),
        (
            "Friday, January 1, 2026,",
            "Friday, January 1, 2026",
            ["Thursday, January 1, 2026", "Friday, January 2, 2026"],
        ),
        ("Fri. 1 Jan. 2026", "Fri. 1 Jan. 2026", ["Thu. 1 Jan. 2026", "Fri. 2 Jan. 2026"]),
        (
            "Friday night, 1st of January 2026",
            "Friday night, 1st of January 2026",
            ["Thursday night, 1st of January 2026"],
        ),
        ("Friday (1 January 2026)", "Friday (1 January 2026", ["Thursday (1 January 2026", "Friday (2 January 2026"]),
        ("Sunday 31 May 2025", "Sunday 31 May 2025", ["Saturday 31 May 2025"]),
        ("Friday 3–Saturday 4 May 2026", "Friday 3", ["Sunday 3", "Friday 1"]),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date(text: str, found: str, right: list[str]) -> None:
    first = run(WEEKDAY, text)[0]
    assert texts(WEEKDAY, text)[0] == found
    assert list(first.suggestions) == right


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 1 January 2026",
        "Saturday and Sunday, January 3 and 4, 2026",
        "Saturday & Sunday April 26th, 2008",
        "Monday to Friday, 3 January 2026",
        "every Friday, 1 January 2026 excepted",
        "the Sun, 1 January 2026",
        "Monday 14 January 1066 and Monday 14 January 1752",
        "Friday 32 January 2026",
        "Friday 0 January 2026",
        "Friday 1 January",
        "Friday 1 January 2026-27",
        "On Friday January 2,026 people came",
    ],
)
def test_a_weekday_that_fits_or_proves_nothing(text: str) -> None:
    assert texts(WEEKDAY, text) == []


def test_what_is_known_is_said() -> None:
    assert [m.message for m in run(WEEKDAY, "Friday 1 January 1999 and Monday 1 January 2099")] == [
        "1 January 2099 is a Thursday"
    ]
    assert run(WEEKDAY, "Monday 1 January 1999")[0].message == "1 January 1999 was a Friday"


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("---\ntitle: x\ndate: 2025-09-02\n---\n", "t.md"),
        ('---\ntitle: x\npublished: "2025-09-02T10:00"\n---\n', "t.md"),
        ("", "_posts/2025-09-02-fair.md"),
        ('<time datetime="2025-09-02">now</time>\n\n', "t.html"),
        ('<meta property="article:published_time" content="2025-09-02">\n', "t.html"),
    ],
)
def test_a_date_without_a_year_is_of_the_year_of_its_story(head: str, path: str) -> None:
    assert texts(WEEKDAY, head + "It is on Monday 7 September.", path) == ["Monday 7 September"]
    assert texts(WEEKDAY, head + "It is on Sunday 7 September.", path) == []
    assert (
        texts(WEEKDAY, head.replace("09-02", "13-02") + "It is on Monday 7 September.", path.replace("09", "13")) == []
    )


@pytest.mark.parametrize(
    "line",
    [
        "2 September 2025",
        "*2 September 2025*",
        "By Ann Hart | Tuesday, September 2, 2025",
        "Last updated 2 September 2025",
        '<p class="dateline">Sept. 2, 2025</p>',
    ],
)
def test_a_line_of_its_own_or_a_byline_says_when_a_story_is_from(line: str) -> None:
    assert calendar.published(f"# Fair\n\n{line}\n\nIt is near.", "a.md") == datetime.date(2025, 9, 2)


@pytest.mark.parametrize("line", ["The fair of 2 September 2025", "2 September 2025, the day he fell", "2 September"])
def test_a_date_in_a_sentence_is_not_that_of_the_story(line: str) -> None:
    assert calendar.published(f"# Fair\n\n{line}\n\nIt is near.", "a.md") is None


def test_a_date_that_is_weeks_away_may_be_of_another_year() -> None:
    head = "---\ndate: 2025-09-02\n---\n"
    assert texts(WEEKDAY, head + "Friday 1 January, Wednesday 1 January, Thursday 1 January, Monday 1 January") == [
        "Friday 1 January"
    ]
    assert texts(WEEKDAY, "---\ndate: 2025-12-30\n---\nFriday 2 January, Thursday 2 January") == ["Thursday 2 January"]
    assert texts(WEEKDAY, "---\ndate: 2022-09-02\n---\nMonday 29 February") == []
    assert texts(WEEKDAY, head + "Monday 16 November, Tuesday 17 November") == ["Monday 16 November"]  # 75 days away


@pytest.mark.parametrize(
    ("text", "found", "fact"),
    [
        ("on 31 September.", "31 September", "September has 30 days"),
        ("on 29 February 2023", "29 February 2023", "February 2023 has 28 days"),
        ("on February 30th", "February 30th", "February has 29 days"),
        ("Friday 31 April", "Friday 31 April", "April has 30 days"),
        ("June 31, 2024", "June 31, 2024", "June has 30 days"),
    ],
)
def test_a_day_that_its_month_does_not_have(text: str, found: str, fact: str) -> None:
    (m,) = run(DAY, text)
    assert (texts(DAY, text), m.message) == ([found], fact)


@pytest.mark.parametrize(
    "text",
    [
        "30 September, 29 February, 29 February 2024, 31 May",
        "In June 31 people came",
        "By September 31 people had come",
        "the 31 June weddings",
        "32 June 2024",
        "1.31 June",
    ],
)
def test_a_day_that_is_right_or_no_day(text: str) -> None:
    assert texts(DAY, text) == []


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("from 13pm", "13pm", ["1pm"]),
        ("at 23 p.m. sharp", "23 p.m.", ["11 p.m."]),
        ("14:30PM", "14:30PM", ["2:30PM", "14:30"]),
        ("the 14am train", "14am", []),
        ("7.60pm", "7.60pm", []),
        ("24pm", "24pm", []),
        ("13.75pm", "13.75pm", []),
        ("at 24:75", "24:75", []),
        ("until 9:60, or so", "9:60", []),
    ],
)
def test_a_time_that_no_clock_shows(text: str, found: str, right: list[str]) -> None:
    assert texts(CLOCK, text) == [found]
    assert list(run(CLOCK, text)[0].suggestions) == right


@pytest.mark.parametrize(
    "text",
    [
        "at 12pm, 12.59am, 0:30am, 24:00, 9:59",
        "at 0.13pm or £13pm",
        "the 13 PM hopefuls, 13 pm long",
        "a split of 40:60, at 25:70, at 9:60.5 or at 10:99%",
        "13pm-ish, 13amp",
    ],
)
def test_a_time_that_is_right_or_no_time(text: str) -> None:
    assert texts(CLOCK, text) == []


def test_why_it_can_not_be() -> None:
    assert [m.message for m in run(CLOCK, "13pm and 7.75pm and at 9:61")] == [
        "am and pm go up to 12",
        "an hour has 60 minutes",
        "an hour has 60 minutes",
    ]


def test_rules_of_the_kind_speak_for_themselves() -> None:
    text = "Friday 31 September 2026 at 13pm"
    assert [texts(r, text) for r in (WEEKDAY, DAY, CLOCK)] == [[], ["Friday 31 September 2026"], ["13pm"]]
    assert fixes(CLOCK, text) == ["1pm"]


def test_dates_come_in_their_order_and_each_once() -> None:
    text = "1 May 2020, May 2, 2020 and 3 May"
    assert [(d.day, d.month, d.year) for d in calendar.dates(text, 0, len(text))] == [
        (1, 5, 2020),
        (2, 5, 2020),
        (3, 5, None),
    ]
    assert list(calendar.dates("no date", 0, 7)) == []


def test_a_month_is_as_long_as_it_is() -> None:
    assert [calendar.days_of(2, y) for y in (None, 2023, 2024)] == [29, 28, 29]
    assert [calendar.days_of(m, None) for m in (1, 4, 12)] == [31, 30, 31]


def test_the_day_of_a_story_is_found_at_its_head_alone() -> None:
    assert calendar.published("x" * 6000 + "\ndate: 2025-09-02", "a.md") is None
    assert calendar.published("date: 2025-09-02", "a.md") == datetime.date(2025, 9, 2)
