"""Dates and times in words."""

from datetime import date, time

from bcbsite.read.dates import MONTHS, WEEKDAYS


def day_in_words(day: date) -> str:
    """`29 September 2020`, as GOV.UK writes dates."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """`Tuesday 29 September 2020`."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def time_in_words(clock: time) -> str:
    """`3pm`, `11:45am`, as GOV.UK writes times."""
    hour = clock.hour % 12 or 12
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{hour}{minutes}{'am' if clock.hour < 12 else 'pm'}"
