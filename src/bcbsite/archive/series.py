"""The series of the action log: whose numbers are used on a day."""

import re
from bisect import bisect_right
from datetime import date

from bcbsite.model.actions import ActionLog, Series
from bcbsite.model.reference import day_of


class SeriesByDay:
    """Says which series of a log is current on a day."""

    def __init__(self, log: ActionLog) -> None:
        raised: dict[str, date] = {}
        for action in log.actions:
            day = day_of(action.raised.meeting)
            raised[action.series] = min(day, raised.get(action.series, day))
        starts = ((_start(series, raised.get(series.id)), series.id) for series in log.series)
        # Of those that begin on one day, the last one holds; sorting keeps their order.
        self._begun = sorted(((start, id_) for start, id_ in starts if start), key=lambda begun: begun[0])

    def at(self, day: date) -> str | None:
        """The id of the series that began last on *day* or before; nothing before the first."""
        after = bisect_right(self._begun, day, key=lambda begun: begun[0])
        return self._begun[after - 1][1] if after else None


def _start(series: Series, raised: date | None) -> date | None:
    """The first day of *series*: as it says, else of its first action, else of the year in its id."""
    year = re.match(r"(?:19|20)\d\d", series.id)
    return series.starts or raised or (date(int(year[0]), 1, 1) if year else None)
