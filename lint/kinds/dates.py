"""dates: days and times that the calendar or the clock does not have."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule
from lint.span import Span
from lint.text.dates import GREGORIAN, MONTHS, WEEKDAYS, Written, dates, days_of, meant, published


class Options(Base, frozen=True, kw_only=True):
    """``check``: ``weekday`` (it does not belong to its date), ``calendar`` (a day that no month has) or ``clock`` (a
    time that no clock shows). ``{fact}`` in the message is what is known of it.

    Where a date has no year, the weekday is judged by the day that the story is from.
    """

    PLACEHOLDERS: ClassVar[Mapping[str, tuple[str, ...]]] = {"message": ("fact",)}

    check: Literal["weekday", "calendar", "clock"]


class Checker:
    """Looks days up in the calendar, and times on the clock."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        """Dates and times that can't be."""
        for rule in self._rules:
            found = _CHECKS[rule.options.check]
            for block in document.blocks:
                yield from found(rule, document, block.span)


# ---- weekdays --------------------------------------------------------------------------------------

_SEVERAL = re.compile(
    r"(?:\b(?:every|each)|(?:day|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)s?\.?,?\s?(?:and|or|to|until|till|through|[-–—/&,]))\s*\Z",
)
"""What stands before a weekday that is one of several (“Saturday and Sunday 2 May”), or of all (“every Friday, …”)."""
_FAR = 30
"""So many code points before a weekday are looked at."""


def _weekdays(rule: Rule, document: Document, block: Span) -> Iterator[Match]:
    for date in dates(document.prose, *block):
        if date.weekday is None or not 0 < date.day <= date.days or _is_of_several(document.prose, block, date):
            continue
        days = _days_meant(document, date)
        if days and all(day.weekday() != date.weekday for day in days):
            yield _odd(rule, document, date, days[0])


def _is_of_several(prose: str, block: Span, date: Written) -> bool:
    weekday, day = date.at
    before = max(block.start, weekday.start - _FAR)
    return weekday.start < day.start and _SEVERAL.search(prose, before, weekday.start) is not None


def _days_meant(document: Document, date: Written) -> Sequence[datetime.date]:
    """The day that a date is, the likeliest first where it has no year; none where nothing tells."""
    if date.year is not None:
        return [datetime.date(date.year, date.month, date.day)] if date.year >= GREGORIAN else []
    day = published(document.source, document.path)
    return meant(date.day, date.month, day) if day else []


def _odd(rule: Rule, document: Document, date: Written, right: datetime.date) -> Match:
    """A date whose weekday is another one; either may be wrong, so that both are offered."""
    assert date.weekday is not None
    verb = "was" if right < datetime.date.today() else "is"
    fact = f"{right.day} {MONTHS[right.month - 1]} {right.year} {verb} a {WEEKDAYS[right.weekday()]}"
    by_weekday = _rewritten(document.prose, date, 0, _like(date.at[0].of(document.prose), WEEKDAYS[right.weekday()]))
    offered = [by_weekday]
    gap = (date.weekday - right.weekday() + 3) % 7 - 3
    if not date.ordinal and 1 <= right.day + gap <= days_of(right.month, right.year):
        offered.append(_rewritten(document.prose, date, 1, str(right.day + gap)))
    return match(rule, document, date.span, offered, fact=fact)


def _like(written: str, weekday: str) -> str:
    """A weekday as short as the one that is written."""
    return weekday if written.endswith("day") else weekday[:3]


def _rewritten(prose: str, date: Written, which: int, text: str) -> str:
    start, end = date.at[which]
    return prose[date.span.start : start] + text + prose[end : date.span.end]


# ---- days that no month has --------------------------------------------------------------------------

_DATED = re.compile(r"\b(?:on|until|till|by|before|after|since|from|dated|due|to)\s+\Z", re.IGNORECASE)
_LAST = 31
"""No month has more days; a greater number beside a month is hardly ever meant as one (“in June 32 people”)."""


def _days(rule: Rule, document: Document, block: Span) -> Iterator[Match]:
    for date in dates(document.prose, *block):
        if date.days < date.day <= _LAST and _is_date(document.prose, block, date):
            of = f" {date.year}" if date.month == 2 and date.year else ""
            fact = f"{MONTHS[date.month - 1]}{of} has {date.days} days"
            yield match(rule, document, date.span, fact=fact)


def _is_date(prose: str, block: Span, date: Written) -> bool:
    """Whether day and month are surely that, and not a number beside a month (“in September 31 people”)."""
    if date.ordinal or date.year is not None or date.weekday is not None:
        return True
    followed = prose[date.span.end : min(block.end, date.span.end + 2)]
    return _DATED.search(prose, block.start, date.span.start) is not None and followed.strip()[:1] in ("", *".,;:)!?")


# ---- times that no clock shows -----------------------------------------------------------------------

_TIME = re.compile(
    r"""(?<![\d.:,/£$€-])(?P<hour>\d{1,2})(?:(?P<colon>[:.])(?P<minutes>\d\d))?
        (?P<space>\s?)(?P<half>[ap](?:m\b|\.\s?m\b\.?)|[AP]M\b)(?![\d-])""",
    re.VERBOSE,
)
_AT = re.compile(r"\b(?:at|until|till)\s(?P<time>(?P<hour>\d{1,2}):(?P<minutes>\d\d))(?![\d:%]|\.\d)", re.IGNORECASE)
_SPAN_OF_TIMES = re.compile(r"\b(?:from|between|at|by|until|till|before|after|to|and|around|about)\s\Z", re.IGNORECASE)
_NOON, _MIDNIGHT, _HOUR = 12, 24, 60


def _times(rule: Rule, document: Document, block: Span) -> Iterator[Match]:
    prose = document.prose
    for m in _TIME.finditer(prose, *block):
        hour, minutes = int(m["hour"]), int(m["minutes"] or 0)
        if (hour <= _NOON and minutes < _HOUR) or (m["space"] and not _is_time(prose, block, m)):
            continue
        yield match(rule, document, Span(*m.span()), _on_the_clock(m, hour, minutes), fact=_why(hour, minutes))
    for m in _AT.finditer(prose, *block):
        hour, minutes = int(m["hour"]), int(m["minutes"])
        if minutes >= _HOUR and hour <= _MIDNIGHT:
            yield match(rule, document, Span(*m.span("time")), fact=_why(_NOON, minutes))


def _is_time(prose: str, block: Span, m: re.Match[str]) -> bool:
    """Whether a number that stands apart from its “pm” is a time, and not a length or a count (the 13 PM hopefuls)."""
    return m["minutes"] is not None or _SPAN_OF_TIMES.search(prose, block.start, m.start()) is not None


def _on_the_clock(m: re.Match[str], hour: int, minutes: int) -> Iterator[str]:
    """1pm for 13pm; what 14am or 7.75pm should be, nobody can tell."""
    if _NOON < hour < _MIDNIGHT and minutes < _HOUR and m["half"][0] in "pP":
        rest = f"{m['colon']}{m['minutes']}" if m["minutes"] else ""
        yield f"{hour - _NOON}{rest}{m['space']}{m['half']}"
        if m["minutes"]:
            yield f"{hour}{rest}"


def _why(hour: int, minutes: int) -> str:
    return "an hour has 60 minutes" if minutes >= _HOUR else "am and pm go up to 12"


_CHECKS: Mapping[str, Callable[[Rule, Document, Span], Iterator[Match]]] = {
    "weekday": _weekdays,
    "calendar": _days,
    "clock": _times,
}
