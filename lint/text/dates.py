"""Dates and times of day as they are written, and what the calendar and the clock say of them."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lint.span import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
GREGORIAN = 1753
"""The first year in which Britain and its colonies kept today’s calendar; before it, a weekday proves nothing."""
_DAY_NAME = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|(?<![Tt]he )Sun)(?:day)?"
_MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[:.,]\d|\s?(?:hours|hrs|GMT|BST|UTC)\b))?"
_WEEKDAY = (
    rf"\b(?P<weekday>{_DAY_NAME})\b\.?(?:\s(?:morning|lunchtime|afternoon|evening|night))?,?\s(?:on\s)?\(?(?:the\s)?"
)
_DAY = r"(?<![\d.,:/£$€-])(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
_MONTH = rf"(?P<month>{_MONTH_NAME})\b(?:\.(?=,?\s\d))?"
_TO = rf"(?:\s?[-–—/&]\s?|,?\s(?:to|and|until|till|or)\s|,\s){_DAY_NAME},?\s\d{{1,2}}(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_WEEKDAY})?{_DAY}(?:\sof)?\s{_MONTH}{_YEAR}(?![\w-])",
        rf"(?:{_WEEKDAY})?\b{_MONTH}\s(?:the\s)?{_DAY}{_YEAR}(?![\w:]|[.,]\d)",
        rf"{_WEEKDAY}{_DAY}(?={_TO}(?:\sof)?\s{_MONTH}{_YEAR}(?![\w-]))",
    )
)
"""Friday 1 January 2026, Friday, January 1, 2026, and the first of two days of one month (Friday 1 to Sunday 3 May)."""
_ANY_MONTH = re.compile(rf"\b{_MONTH_NAME}\b")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written; ``weekday`` counts from Monday, 0, and ``at`` is where it and the day are written."""

    span: Span
    day: int
    month: int
    year: int | None
    weekday: int | None
    at: tuple[Span, Span]
    ordinal: bool

    @property
    def days(self) -> int:
        """How many days the month has; February has 29 where no year is written."""
        return days_of(self.month, self.year)


def dates(text: str, start: int, end: int) -> Iterator[Written]:
    """The dates in a stretch of text, with or without weekday and year, in their order."""
    if _ANY_MONTH.search(text, start, end):
        found = (m for form in _FORMS for m in form.finditer(text, start, end))
        yield from (_written(m) for m in sorted(found, key=lambda m: m.start()))


def _written(m: re.Match[str]) -> Written:
    named = m.groupdict()
    return Written(
        Span(*m.span()),
        int(m["day"]),
        _index(m["month"], MONTHS) + 1,
        int(m["year"]) if m["year"] else None,
        _index(named["weekday"], WEEKDAYS) if named["weekday"] else None,
        (Span(*m.span("weekday")), Span(*m.span("day"))),
        m["ordinal"] is not None,
    )


def _index(name: str, names: tuple[str, ...]) -> int:
    return next(i for i, full in enumerate(names) if full.startswith(name[:3]))


def days_of(month: int, year: int | None) -> int:
    """How many days a month (1 to 12) has; February has 29 where the year is not known."""
    return 29 if year is None and month == 2 else monthrange(year or 1, month)[1]


SOON = datetime.timedelta(days=75)
"""A date without a year that is so near to the day of the story is of that year, whatever its weekday."""


def meant(day: int, month: int, when: datetime.date) -> list[datetime.date]:
    """What a day and a month may mean in a story of a date, the likeliest first: the nearest, or, where that is weeks
    away, the same day of another year. 29 February may mean nothing."""
    years = (y for y in (when.year - 1, when.year, when.year + 1) if day <= days_of(month, y))
    found = sorted((datetime.date(y, month, day) for y in years), key=lambda d: abs(d - when))
    return found[:1] if found and abs(found[0] - when) <= SOON else found


_PUBLISHED = re.compile(
    r"""^(?:date|published(?:_at|_on|Date)?|pubDate)\s*[:=]\s*["']?(\d{4})-(\d\d)-(\d\d)
      | (?:published_time"\s+content|<time\b[^<>]*\bdatetime)="(\d{4})-(\d\d)-(\d\d)""",
    re.VERBOSE | re.MULTILINE,
)
_FILED = re.compile(r"(?:\A|[/\\])(\d{4})-(\d\d)-(\d\d)-[^/\\]*\Z")
HEAD = 5_000
"""So many code points of a file are looked through for the day it is from."""


_DATELINE = re.compile(r"^[*_<>/\w]*[A-Z][A-Z .'’-]{2,}[A-Z]\b", re.MULTILINE)
"""A place in capitals at the head of a line: “HEREFORD, Friday 13 March 2026 –”."""
_DATELINE_ENDS = 80


def _of_dateline(source: str) -> datetime.date | None:
    """The day in a dateline, with its year."""
    for m in islice(_DATELINE.finditer(source, 0, HEAD), _FEW):
        if found := _first(source, m.start(), min(m.end() + _DATELINE_ENDS, len(source))):
            return found[1]
    return None


def _first(text: str, start: int, end: int) -> tuple[Span, datetime.date] | None:
    """The first date with a year, where there is such a day."""
    for date in dates(text, start, end):
        if date.year is not None and 0 < date.day <= date.days:
            return date.span, datetime.date(date.year, date.month, date.day)
    return None


_FEW = 10
"""So many lines that begin in capitals are tried."""
_TAG = re.compile(r"<[^<>]*>")
_BYLINE = re.compile(r"[\W_]*(?:(?:by|published|posted|updated|filed|last updated)\b.*)?\Z", re.IGNORECASE)
"""What stands beside the date in a line that says when a story is from: nothing, or “By Ann Hart |”."""


def _of_byline(source: str) -> datetime.date | None:
    """The day in a line of its own, or in a byline, with its year."""
    for line in source[:HEAD].splitlines():
        text = _TAG.sub(" ", line).strip()
        found = _first(text, 0, len(text)) if len(text) <= _DATELINE_ENDS else None
        if found and _BYLINE.match(text[: found[0].start] + text[found[0].end :]):
            return found[1]
    return None


def published(source: str, path: str) -> datetime.date | None:
    """The day that a story is from: by its front matter, its page’s head, its file’s name (2025-11-25-vote.md), its
    dateline or byline."""
    m = _PUBLISHED.search(source, 0, HEAD) or _FILED.search(path)
    if m is None:
        return _of_dateline(source) or _of_byline(source)
    year, month, day = (int(g) for g in m.groups() if g)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
