"""The day of a finding's deadline, where its words name one or count from the day of the report."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bcbsite.read.dates import parse_date
from bcbsite.text.number_words import UNITS

_NUMBERS = UNITS[1:13]
# “Within six months”, “within 12 months of the report”, “In 3 months”, “within one year”
_WITHIN = re.compile(
    rf"(?:within|in)\s+({'|'.join(_NUMBERS)}|\d{{1,2}})\s+(day|week|month|year)s?\b", re.IGNORECASE
)
# “By 31 March 2020”, “31/03/2020”
_BY = re.compile(r"(?:by\s+)?(?:the\s+end\s+of\s+)?(.+)", re.IGNORECASE | re.DOTALL)


def deadline_day(deadline: str, published: date | None) -> date | None:
    """The last day of *deadline*, as printed; None where it names none.

    What is counted, such as *within six months*, is counted from *published*, the day of the report; that
    says nothing where its words count from something else.
    """
    if found := _WITHIN.match(deadline.strip()):
        rest = deadline.strip()[found.end() :].strip(" .,").casefold()
        if not published or rest not in _OF_THE_REPORT:
            return None
        return _after(published, _number(found[1]), found[2].lower())
    named = _BY.fullmatch(deadline.strip().rstrip("."))
    return parse_date(named[1]) if named else None


_OF_THE_REPORT = frozenset(
    ("", "of this report", "of the report", "of publication", "of the publication of this report")
)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.index(words.casefold()) + 1


def _after(day: date, number: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = day.month - 1 + number * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
