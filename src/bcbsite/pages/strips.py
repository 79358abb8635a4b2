"""The 56 days of Section 55 as a strip with one day marked; `components/charts/strips.html` draws it."""

from dataclasses import dataclass

from bcbsite.archive.deadlines import PERIOD
from bcbsite.pages.charts import Text

_DAYS = 84
"""As many days as a strip has room for: the 56, and four weeks more."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The 56 days of a report, with the day of the response, or today where there is none."""

    reached: float
    """How far the days have run, in percent of the strip's width."""
    end: float
    """Where the 56 days end."""
    mark: Text
    """What is on the day that is marked."""

    @property
    def is_over(self) -> bool:
        """Whether that day lies after the 56."""
        return self.reached > self.end

    @property
    def over(self) -> float:
        """How far it lies after them, in percent."""
        return round(max(0, self.reached - self.end), 2)


def strip(day: int, what: str) -> Strip:
    """The 56 days with *what* on the *day*, counted from 1; one far after them is drawn at the edge."""
    end = round(100 * PERIOD / _DAYS, 2)
    reached = round(100 * min(day, _DAYS) / _DAYS, 2)
    anchor = "start" if reached < 25 else "end" if reached > 75 else "middle"
    beyond = " ›" if day > _DAYS else ""
    return Strip(reached, end, Text(f"{what}, day {day:,}{beyond}", reached, 14, anchor))
