"""The action log in numbers and pictures: what is open and what closed over time, and how old it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bcbsite.archive.actions import ENDED, ActionHistory
from bcbsite.pages.charts import Chart, Row, Series, bars, columns
from bcbsite.pages.words import day_in_words
from bcbsite.read.dates import count_of

_QUARTERS = 12
"""As many quarters at most; of more than three years, whole years are shown."""
_YEAR, _MONTH = 365.25, 30.44
"""How many days they have, taken together."""
_BANDS = (
    (90, "Less than 90 days"),
    (180, "90 to 179 days"),
    (365, "180 to 364 days"),
    (2 * 365, "1 to 2 years"),
    (5 * 365, "2 to 5 years"),
    (date.max.toordinal(), "5 years or more"),
)
"""Ages of actions: below how many days, and in words. A year has 365 days here."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How the actions of the log stand, as at a day."""

    open: int
    closed: int
    silent: int
    """Those of which no status was read: they are neither open nor closed."""
    unclear: int
    """How many of all there are of which an update that was not understood may state another status."""
    oldest: ActionHistory | None
    """Of those that are open, the one that was raised first."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.open + self.closed + self.silent


@dataclass(frozen=True, slots=True)
class _Period:
    """A quarter or a year."""

    first: date
    last: date
    """Its last day, or the day that all is told for, where that comes first."""
    noun: str
    is_first: bool
    """Whether the log begins in it."""

    def row(self, values: tuple[int, ...], so_far: bool) -> Row:
        """Its row; below the columns of quarters a year stands once for all of them."""
        year, quarter = str(self.first.year), (self.first.month + 2) // 3
        more = " so far" if so_far else ""
        if self.noun == "year":
            return Row(f"{year}{more}", values, year)
        era = year if quarter == 1 or self.is_first else ""
        return Row(f"Quarter {quarter} of {year}{more}", values, f"Q{quarter}", era)


def tally(actions: Iterable[ActionHistory]) -> Tally:
    """How many of *actions* are open, closed, or without a stated status."""
    actions = list(actions)
    closed = sum(history.has_ended for history in actions)
    silent = sum(history.status is None for history in actions)
    is_open = [history for history in actions if history.status and not history.has_ended]
    oldest = min(is_open, key=lambda history: history.raised_on, default=None)
    unclear = sum(bool(history.later_unclear) and not history.has_ended for history in actions)
    return Tally(len(is_open), closed, silent, unclear, oldest)


def log_charts(actions: Sequence[ActionHistory], as_at: date) -> Iterator[Chart]:
    """The log over time, and the ages of what has not ended."""
    told = tally(actions)
    if not told.total:
        return
    periods = list(_periods(actions, as_at))
    noun = periods[0].noun if periods else ""
    chart = columns(
        "actions-over-time",
        f"Actions open at the end of each {noun}",
        standing(told, as_at) + _left_out(actions),
        head=noun.capitalize(),
        series=(
            Series("Open", 2),
            Series(_silence(told), 3),
        ),
        rows=[_period_row(actions, period, as_at) for period in periods],
    )
    if chart:
        yield chart
    chart = bars(
        "actions-ages",
        "How long actions have been open",
        _oldest(told, as_at),
        head="Raised",
        series=(Series("Open", 2), Series("Open, target passed", 4), Series(_silence(told), 3)),
        rows=list(_age_rows(actions, as_at)),
    )
    if chart:
        yield chart


def standing(told: Tally, as_at: date) -> str:
    """How many actions are open and closed, in a sentence."""
    verb = "is" if told.open <= 1 else "are"
    is_open = f"{told.open or 'None'} of {count_of(told.total, 'action')} {verb} open"
    silent = f"; of {told.silent} {_none_is_stated(told)}" if told.silent else ""
    sentence = f"{is_open} and {told.closed or 'none'} closed{silent}, as at {day_in_words(as_at)}"
    doubt = " Some updates were not understood." if told.unclear else ""
    return f"By {_by(told)}, {sentence[0].lower()}{sentence[1:]}.{doubt}"


def _by(told: Tally) -> str:
    """Whence it is known how actions stand."""
    return "what was read" if told.unclear else "the last reports held here"


def _silence(told: Tally) -> str:
    return "Status not clear" if told.unclear else "Status not stated"


def _none_is_stated(told: Tally) -> str:
    return "the status is not clear" if told.unclear else "the record states no status"


def _left_out(actions: Iterable[ActionHistory]) -> str:
    undated = sum(history.has_ended and history.ended_on is None for history in actions)
    return f" Left out: {undated} that ended on a day that is not on record." if undated else ""


def _oldest(told: Tally, as_at: date) -> str:
    if not told.oldest:
        says = "What was read says" if told.unclear else "The record says"
        return f"{says} of no action that it is open, as at {day_in_words(as_at)}."
    number = told.oldest.action.number
    age = age_in_words(told.oldest.days_open(as_at))
    which = f", action {number} of {day_in_words(told.oldest.raised_on)}," if number else ""
    return f"By {_by(told)}, the oldest open action{which} was raised {age} before {day_in_words(as_at)}."


def age_in_words(days: int) -> str:
    """`13 years`, `7 months`, `20 days`: an age as people say it, rounded down."""
    if days >= 2 * _YEAR:
        return count_of(int(days / _YEAR), "year")
    return count_of(int(days / _MONTH), "month") if days >= 2 * _MONTH else count_of(days, "day")


def _periods(actions: Sequence[ActionHistory], as_at: date) -> Iterator[_Period]:
    """The quarters, or where they are many the years, that the log tells of."""
    days = [history.raised_on for history in actions]
    days += [event.day for history in actions for event in history.events if event.day]
    first, last = min(days), min(max(days), as_at)
    quarters = (last.year - first.year) * 4 + (last.month - 1) // 3 - (first.month - 1) // 3 + 1
    noun, months = ("quarter", 3) if quarters <= _QUARTERS else ("year", 12)
    year, month = first.year, (first.month - 1) // months * months + 1
    while (start := date(year, month, 1)) <= last:
        year, month = (year, month + months) if month + months <= 12 else (year + 1, 1)
        end = date(year, month, 1) - timedelta(days=1)
        yield _Period(start, min(end, as_at), noun, start <= first)


def _period_row(actions: Iterable[ActionHistory], period: _Period, as_at: date) -> Row:
    """How the log stood at the period's end; what had been closed is not in it any more."""
    counts = Counter(_standing_on(history, period) for history in actions)
    values = counts["open"], counts["not stated"]
    return period.row(values, so_far=period.last == as_at)


def _standing_on(history: ActionHistory, period: _Period) -> str:
    """How it stood at the period's end; nothing where it was not in the log, or ended nobody knows when."""
    stated = history.stated_by(period.last)
    if history.raised_on > period.last or (history.has_ended and history.ended_on is None):
        return ""
    if stated is None or stated.day is None:
        return "not stated"
    return "" if stated.event.status in ENDED else "open"


def _age_rows(actions: Iterable[ActionHistory], as_at: date) -> Iterator[Row]:
    counts: Counter[tuple[str, int]] = Counter()
    for history in actions:
        if not history.has_ended:
            band = next(name for below, name in _BANDS if history.days_open(as_at) < below)
            counts[band, 2 if history.status is None else int(history.days_past_target(as_at) > 0)] += 1
    for _, name in _BANDS:
        yield Row(name, (counts[name, 0], counts[name, 1], counts[name, 2]))
