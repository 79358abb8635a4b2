"""The 56 days of Section 55, and what the law asks of the commissioner."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bcbsite.archive.duty import duty_of
from bcbsite.model.section55 import Done, Duty, InspectionReport

IN_FORCE = date(2017, 5, 2)
"""From when section 37 of the Policing and Crime Act 2017 applies (SI 2017/399, regulation 4(a)): earlier
reports have no last day."""
FIRST_COMMISSIONERS = date(2012, 11, 22)
"""From when commissioners are in office: reports before that were for the police authorities to answer."""
PERIOD = 56
"""Days, of which that of the report's publication is the first."""


def last_day_to_respond(published: date | None) -> date | None:
    """The last day on which the response to a report is in time; nothing where no day applies or is known.

    It must be published "before the end of the period of 56 days beginning with the day on which the report
    is published" (Police Act 1996, s.55(5A)), so the day of publication counts. Weekends and holidays do not
    move it.
    """
    return published + timedelta(days=PERIOD - 1) if published and published >= IN_FORCE else None


def last_day_of(report: InspectionReport) -> date | None:
    """The last day of the response to *report*; nothing where Section 55 does not apply, or sets none."""
    return last_day_to_respond(report.published) if duty_of(report).duty is Duty.SECTION_55 else None


class ClockState(StrEnum):
    """Where the clock of a report stands."""

    PUBLISHED = "published"
    DUE = "due"
    OVER = "over"
    UNKNOWN = "publication not on record"
    NONE = "no last day"
    COVERED = "answered elsewhere"
    TO_COME = "report to come"
    OTHER = "not a Section 55 report"
    NOT_STATED = "duty not stated"


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a report, as at a day."""

    state: ClockState
    last_day: date | None
    days: int = 0
    """Of a published response, the days by which it was after the last day; else the days until the last
    day, or since it."""
    day_number: int | None = None
    """Of a published response, the day of the 56 on which it was, the first being 1; absent where there are
    no 56 days, where its day is not known, or where it lies before the report."""
    closed: str = ""
    """What the last day is where offices are closed: `Sunday`, `Spring Bank Holiday`."""


def clock_of(report: InspectionReport, as_at: date) -> Clock:
    """The clock of *report*, as at the day *as_at*.

    That no response is on record says nothing of whether there was one. Only where the file keeps track of
    the response (`response:`), and says nothing of its publication, is a response over its time.
    """
    last_day = last_day_of(report)
    closed = closed_on(last_day) if last_day else ""
    if done := published_by(report, as_at):
        late = max(0, (done.day - last_day).days) if done.day and last_day else 0
        return Clock(ClockState.PUBLISHED, last_day, late, _day_number(report, done, last_day), closed)
    if report.covered_by:
        return Clock(ClockState.COVERED, last_day)
    if last_day is None:
        return Clock(_without_last_day(report), None)
    if report.published and report.published > as_at:
        return Clock(ClockState.TO_COME, last_day, closed=closed)
    left = (last_day - as_at).days
    if left >= 0:
        return Clock(ClockState.DUE, last_day, left, closed=closed)
    return Clock(ClockState.OVER if report.response else ClockState.UNKNOWN, last_day, -left, closed=closed)


def _without_last_day(report: InspectionReport) -> ClockState:
    """Why no last day can be told."""
    if (duty := duty_of(report).duty) is not Duty.SECTION_55:
        return ClockState.OTHER if duty else ClockState.NOT_STATED
    return ClockState.NONE if report.published else ClockState.UNKNOWN


def published_by(report: InspectionReport, as_at: date) -> Done | None:
    """That the response to *report* is published, if on record; a day after *as_at* is only planned."""
    done = report.response.published if report.response else None
    return None if done and done.day and done.day > as_at else done


def _day_number(report: InspectionReport, done: Done, last_day: date | None) -> int | None:
    if not (done.day and last_day and report.published):
        return None
    number = (done.day - report.published).days + 1
    return number if number > 0 else None


def closed_on(day: date) -> str:
    """The weekend day or the bank holiday in England that *day* is; nothing where it is neither."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to load, and seldom needed

    name = country_holidays("GB", subdiv="ENG", years=day.year).get(day)
    return name or {5: "Saturday", 6: "Sunday"}.get(day.weekday(), "")
