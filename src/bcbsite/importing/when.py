"""The day and the time that a line of a document, or the name of a file, prints."""

import re
from datetime import date, time

from bcbsite.read.dates import MONTHS, PRINTED_DAY, parse_date
from bcbsite.text.fold import folded

_MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS), "Sept"))
# “12th October 2021”, “9 June 2022”, “10/02/2022”, “April 12, 2022”, “3 Nov 2022”
_DAY = re.compile(rf"{PRINTED_DAY}|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\.?,? \d{{4}}\b", re.IGNORECASE)
# “10.00 am”, “2 pm”, “15:00”, “0930 hours”, “19:30 BST”
_TIME = re.compile(
    r"(?<![\d.:/])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?<![\d.:/])(?P<hour24>\d{1,2})[:.](?P<minute24>[0-5]\d)(?![\d/.])"
    r"|(?<!\d)(?P<hours>[0-2]\d)(?P<minutes>[0-5]\d)\s?h(?:ou)?rs\b|\b(?P<noon>noon)\b",
    re.IGNORECASE,
)
# “2022-02-10”, “2022.02.10”, “20220210”, “10-02-2022”, “10.02.22”
_IN_NAME = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_. ]?(?P<month>\d\d)[-_. ]?(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[-_. ](?P<month>\d{1,2})[-_. ](?P<year>(?:19|20)?\d\d)(?!\d)"),
)


# “the 13th day of March 2021”
_DAY_OF = re.compile(r"(?<=\d)(st|nd|rd|th) day of ", re.IGNORECASE)


def _seen(text: str) -> str:
    return _DAY_OF.sub(r"\1 ", folded(text))


def day_in(text: str) -> date | None:
    """The one day that *text* prints with its year; None where there is none, or there are several."""
    days = {day for match in _DAY.finditer(_seen(text)) if (day := parse_date(match[0].replace(",", " ")))}
    return days.pop() if len(days) == 1 else None


def time_in(text: str) -> time | None:
    """The first time of day that *text* prints."""
    for match in _TIME.finditer(folded(text)):
        if match["noon"]:
            return time(12)
        hour = int(match["hour"] or match["hour24"] or match["hours"])
        minute = int(match["minute"] or match["minute24"] or match["minutes"] or 0)
        if match["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + 12 * (match["half"][0].lower() == "p")
        if hour < 24:
            return time(hour, minute)
    return None


_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def wrong_weekday(text: str) -> str:
    """The day of the week that *text* prints and that its one day is not; "" where there is none."""
    day, found = day_in(text), _WEEKDAY.search(folded(text))
    return found[0] if day and found and found[0].casefold() != f"{day:%A}".casefold() else ""


def less_day_and_time(text: str) -> str:
    """What *text* says besides its one day, with the day of the week, and its first time."""
    seen = _seen(text)
    if day := day_in(text):
        found = next(match for match in _DAY.finditer(seen) if parse_date(match[0].replace(",", " ")))
        seen = f"{seen[: found.start()]} {wrong_weekday(text)} {seen[found.end() :]}"
        seen = re.sub(rf"\b{day:%A}\b", " ", seen, flags=re.IGNORECASE)
    for match in _TIME.finditer(seen) if time_in(seen) else ():
        if time_in(match[0]):
            return f"{seen[: match.start()]} {seen[match.end() :]}"
    return seen


def day_in_name(name: str) -> date | None:
    """The day that the name of a file has."""
    for pattern in _IN_NAME:
        if match := pattern.search(name):
            year = int(match["year"])
            year += 2000 if year < 100 else 0
            try:
                return date(year, int(match["month"]), int(match["day"]))
            except ValueError:
                continue
    return day_in(re.sub(r"[-_.]+", " ", name))
