"""The day of a finding's deadline: only where its words name a day, or count from the report."""

from datetime import date

import pytest

from bcbsite.archive.finding_deadlines import deadline_day


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ("Within six months", date(2020, 1, 17)),
        ("within 3 months of this report", date(2019, 10, 17)),
        ("Within one year.", date(2020, 7, 17)),
        ("within 2 weeks", date(2019, 7, 31)),
        ("By 31 March 2020", date(2020, 3, 31)),
        ("1 May 2020", date(2020, 5, 1)),
        ("31/03/2020", date(2020, 3, 31)),
        ("Within six months of the new guidance", None),
        ("As a matter of urgency", None),
        ("Immediately", None),
        ("By March 2020", None),
        ("By the end of 2020", None),
        ("within 99 years", date(2118, 7, 17)),
    ],
)
def test_the_day_of_a_deadline(deadline: str, day: date | None) -> None:
    assert deadline_day(deadline, date(2019, 7, 17)) == day


def test_months_end_where_they_end() -> None:
    assert deadline_day("Within six months", date(2019, 8, 31)) == date(2020, 2, 29)


def test_nothing_is_counted_from_an_unknown_day() -> None:
    assert deadline_day("Within six months", None) is None
