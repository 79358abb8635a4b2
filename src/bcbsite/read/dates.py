"""Dates and times as people write them in minutes: ISO, UK numeric, or written out."""

import re
from calendar import monthrange
from collections.abc import Sized
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
"""The place's time: an embargo ends at this clock's midnight."""

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""The years that a date can lie in: one that is mistyped as 0202 or 20220 is told of, and a period can be
added to any day that was read."""

# Not from calendar or strftime, which follow the machine's language once anything asks them to.
MONTHS = (
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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Word makes a dash or a hyphen that is not to be broken of a hyphen between figures.
_DASH = r"[-\u2010-\u2013\u2212]"
_ISO = re.compile(rf"(?P<year>\d{{4}})(?P<sign>{_DASH}|/)(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})")
_NUMERIC = re.compile(
    rf"(?P<day>\d{{1,2}})(?P<sign>{_DASH}|[/.])(?P<month>\d{{1,2}})(?P=sign)(?P<year>\d{{4}})"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?"
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[a-z]+)[.,]?\s+(?P<year>\d{4})", re.I
)
_MONTH_FIRST = re.compile(
    _WEEKDAY + r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.I
)
# “10/9/26”, “10.09.26”, “10 September 26”: a day whose year has two figures
_SHORT_YEAR = re.compile(
    rf"(?:{_WEEKDAY})(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?P<sign>{_DASH}|[/. ])\s*"
    rf"(?P<month>\d{{1,2}}|[a-z]+)(?P=sign)\s*'?(?P<year>\d{{2}})",
    re.I,
)
_MONTH_NAME = "|".join(MONTHS)
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
PRINTED_DAY = (
    rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?(?:"
    rf"{_DAY_NUMBER}\s+(?:of\s+)?(?:{_MONTH_NAME})\b(?:,?\s+\d{{4}}\b)?"
    rf"|(?:{_MONTH_NAME})\s+{_DAY_NUMBER}\b(?:,?\s+\d{{4}}\b)?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\d{4}-\d{2}-\d{2}\b)"
)
"""A day in running text, as a part of a pattern; the year can be missing, and then it names no day."""

_FORMS = (_ISO, _NUMERIC, _DAY_FIRST, _MONTH_FIRST)
_TIME = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
_INSTANT = re.compile(r"(?P<date>.+?)(?:,?(?:\s+at)?\s+|T)(?P<time>\d{1,2}[:.]\d{2})(?::00)?")


def parse_date(text: str) -> date | None:
    """The day that *text* names, or nothing where it names none, several, or one that does not exist."""
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            return _day(match["year"], match["month"], match["day"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        read = date(int(year), int(month) if month.isdigit() else _month_number(month), int(day))
    except ValueError:
        return None
    return read if is_within_years(read) else None


def is_within_years(day: date) -> bool:
    """Whether *day* lies in the years that records and sites can be of."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _month_number(name: str) -> int:
    """The number of a month that is written in full, or with its first three letters; else 0."""
    word = "Sep" if name.casefold() == "sept" else name.capitalize()
    return next((n for n, month in enumerate(MONTHS, 1) if word in (month, month[:3])), 0)


def no_such_day(text: str) -> tuple[str, str] | None:
    """Why there is no day for *text*, and how to mend it, where it is written as a date or an instant."""
    words = instant["date"] if (instant := _INSTANT.fullmatch(text.strip())) else text.strip()
    if (short := _SHORT_YEAR.fullmatch(words)) and (
        day := _day(f"20{short['year']}", short["month"], short["day"])
    ):
        return "has a year of two figures.", f"If it is {day_in_words(day)}, write {forms_of(day)}."
    match = next(filter(None, (form.fullmatch(words) for form in _FORMS)), None)
    if match is None or parse_date(words):
        return None
    if not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        return f"is not in the years from {FIRST_YEAR} to {LAST_YEAR}.", "Correct the year, with four digits."
    if first := _day(match["year"], match["month"], "1"):
        days = monthrange(first.year, first.month)[1]
        return "is not a date that exists.", f"That month has {days} days. Look up the true date."
    return None


def forms_of(day: date) -> str:
    """How *day* can be written: `2022-02-10, 10/02/2022 or 10 February 2022`."""
    return f"{day}, {day:%d/%m/%Y} or {day_in_words(day)}"


def day_in_words(day: date) -> str:
    """`29 September 2020`, as GOV.UK writes dates."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def count_of(things: Sized | int, noun: str, plural: str | None = None) -> str:
    """`1 day`, `2,613 days`; *plural* is given where it is not the noun with an s."""
    number = things if isinstance(things, int) else len(things)
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def wrong_weekday(text: str, day: date) -> str | None:
    """The weekday of *day*, where *text* names another."""
    right = WEEKDAYS[day.weekday()]
    named = [name for name in WEEKDAYS if name.casefold() in text.casefold()]
    return right if named and right not in named else None


def parse_time(text: str) -> time | None:
    """The time of day that *text* names with 24 hours (`15:00`), or nothing."""
    if not (match := _TIME.fullmatch(text.strip())):
        return None
    try:
        return time(int(match["hour"]), int(match["minute"]))
    except ValueError:
        return None


def parse_instant(text: str) -> datetime | None:
    """The instant that a date, or a date and time, names in Europe/London; a date alone is its midnight."""
    if day := parse_date(text):
        return datetime.combine(day, time(), LONDON)
    if match := _INSTANT.fullmatch(text.strip()):
        day, clock = parse_date(match["date"]), parse_time(match["time"])
        if day and clock:
            return datetime.combine(day, clock, LONDON)
    return None


def clocks_change(moment: datetime) -> str | None:
    """What is wrong with *moment*, of Europe/London, where the clocks change in its hour; else nothing."""
    if moment.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != moment.replace(tzinfo=None):
        return "does not exist: the clocks go forward in that hour."
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        return "comes twice: the clocks go back in that hour."
    return None
