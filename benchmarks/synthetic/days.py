"""Meeting dates, and how days and months are written in running text."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, product
from random import Random

FIRST_YEAR = 2013
_MONTHLY_LIMIT = 156  # thirteen years
_WEEKS = 660
_WEEKDAYS = (1, 3, 2, 4, 0)  # which weekdays are used, as more are needed: Tuesday first

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def meeting_days(count: int) -> list[date]:
    """So many distinct weekdays in order: monthly while that fits in thirteen years, else weekly or more."""
    if count <= _MONTHLY_LIMIT:
        return [_monthly(number) for number in range(count)]
    return sorted(_frequent(count))


def _monthly(number: int) -> date:
    """A Tuesday, Wednesday or Thursday in the second to fourth week of a month."""
    rng = Random(f"day {number}")
    first = date(FIRST_YEAR + number // 12, number % 12 + 1, 1)
    weekday = rng.choice((1, 2, 3))
    week = rng.choice((1, 1, 2)) if first.month == 12 else rng.choice((1, 2, 3))
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * week)


def _frequent(count: int) -> list[date]:
    """One weekday every week, then as many other weekdays as it takes."""
    monday = date(FIRST_YEAR, 1, 7)
    weeks = -(-count // -(-count // _WEEKS))
    slots = product(_WEEKDAYS, range(weeks))
    return [monday + timedelta(weeks=week, days=weekday) for weekday, week in islice(slots, count)]


def ordinal(day: date) -> str:
    """ "28th July 2021"."""
    return f"{day.day}{_suffix(day.day)} {month_year(day)}"


def written(day: date) -> str:
    """ "28 July 2021"."""
    return f"{day.day} {month_year(day)}"


def month_year(day: date) -> str:
    """ "July 2021"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def months_away(day: date, months: int) -> date:
    """The first day of a month so many months later, or earlier."""
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def financial_year(day: date) -> str:
    """ "2021/22"; it begins in April."""
    start = day.year if day.month >= 4 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"


def financial_month(day: date) -> int:
    """April is month 1."""
    return (day.month - 4) % 12 + 1


def _suffix(number: int) -> str:
    if 11 <= number <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
