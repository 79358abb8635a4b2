"""The series of the action log: whose numbers are used on a day."""

import re
from datetime import date

from bcbsite.model.actions import ActionLog, Series
from bcbsite.model.reference import day_of


def series_at(log: ActionLog, day: date) -> str | None:
    """The id of the series that is current on *day*: the one that began last; nothing before the first."""
    begun = [(start, series.id) for series in log.series if (start := _start(log, series)) and start <= day]
    latest = max((start for start, _ in begun), default=None)
    return next((id_ for start, id_ in reversed(begun) if start == latest), None)


def _start(log: ActionLog, series: Series) -> date | None:
    """The first day of *series*: as it says, else of its first action, else of the year in its id."""
    raised = (day_of(action.raised.meeting) for action in log.actions if action.series == series.id)
    year = re.match(r"(?:19|20)\d\d", series.id)
    return series.starts or min(raised, default=None) or (date(int(year[0]), 1, 1) if year else None)
