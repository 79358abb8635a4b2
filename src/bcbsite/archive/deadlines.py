"""The 56 days of Section 55, and what the law asks of the commissioner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bcbsite.model.section55 import FindingKind, InspectionReport, SectionKind

IN_FORCE = date(2017, 5, 2)
"""From when section 37 of the Policing and Crime Act 2017 applies (SI 2017/399, regulation 4(a)): earlier
reports have no last day."""
PERIOD = 56
"""Days, of which that of the report's publication is the first."""


def last_day_to_respond(published: date | None) -> date | None:
    """The last day on which the response to a report is in time; nothing where no day applies or is known.

    It must be published "before the end of the period of 56 days beginning with the day on which the report
    is published" (Police Act 1996, s.55(5A)), so the day of publication counts. Weekends and holidays do not
    move it.
    """
    return published + timedelta(days=PERIOD - 1) if published and published >= IN_FORCE else None


class ClockState(StrEnum):
    """Where the clock of a report stands."""

    PUBLISHED = "published"
    DUE = "due"
    OVER = "over"
    UNKNOWN = "not on record"
    NONE = "no last day"
    COVERED = "answered elsewhere"


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a report, as at a day."""

    state: ClockState
    last_day: date | None
    days: int = 0
    """Of a published response, the days by which it was after the last day; else the days until the last
    day, or since it."""
    day_number: int | None = None
    """Of a published response, the day of the 56 on which it was; absent where its day is not known."""
    closed: str = ""
    """What the last day is where offices are closed: `Sunday`, `Spring Bank Holiday`."""


def clock_of(report: InspectionReport, as_at: date) -> Clock:
    """The clock of *report*, as at the day *as_at*.

    That no response is on record says nothing of whether there was one. Only where the file keeps track of
    the response (`response:`), and says nothing of its publication, is a response over its time.
    """
    last_day = last_day_to_respond(report.published)
    closed = closed_on(last_day) if last_day else ""
    response = report.response
    if response and response.published:
        day = response.published.day
        late = max(0, (day - last_day).days) if day and last_day else 0
        number = (day - report.published).days + 1 if day and report.published else None
        return Clock(ClockState.PUBLISHED, last_day, late, number, closed)
    if report.covered_by:
        return Clock(ClockState.COVERED, last_day)
    if last_day is None:
        return Clock(ClockState.NONE if report.published else ClockState.UNKNOWN, None)
    left = (last_day - as_at).days
    if left >= 0:
        return Clock(ClockState.DUE, last_day, left, closed=closed)
    return Clock(ClockState.OVER if response else ClockState.UNKNOWN, last_day, -left, closed=closed)


def closed_on(day: date) -> str:
    """The weekend day or the bank holiday in England that *day* is; nothing where it is neither."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to load, and seldom needed

    name = country_holidays("GB", subdiv="ENG", years=day.year).get(day)
    return name or {5: "Saturday", 6: "Sunday"}.get(day.weekday(), "")


@dataclass(frozen=True, slots=True)
class Missing:
    """What the law asks of the commissioner that a file does not show, a few words each."""

    not_held: tuple[str, ...]
    """What is not there."""
    not_read: tuple[str, ...]
    """What was not found, in a file with text that may have it."""


def missing(report: InspectionReport) -> Missing:
    """What the law asks of the commissioner that the file does not show.

    The chief constable owes nothing: s.55(4) asks that they are invited to comment, and s.55(5)(b) that
    comments which came are published, so that none came is no failing. Areas for improvement have no line in
    the law.
    """
    if report.covered_by or last_day_to_respond(report.published) is None:
        return Missing((), ())
    has_comments = any(section.kind is SectionKind.COMMISSIONER for section in report.sections)
    comments = () if has_comments else tuple(_without_comments(report))
    rest = tuple(_without_publication(report))
    return Missing((*comments, *rest), ()) if report.is_understood else Missing(rest, comments)


def _without_publication(report: InspectionReport) -> Iterator[str]:
    response = report.response
    if not (response and response.published):
        yield "the day of publication (s.55(5A))"
    if not (response and response.sent_to_home_secretary):
        yield "the copy to the Secretary of State (s.55(6))"
    if not (response and response.sent_to_inspectorate):
        yield "the copy to the inspectors of constabulary (s.55(6))"


def _without_comments(report: InspectionReport) -> Iterator[str]:
    """What is missing where the commissioner's comments on the whole report are not there."""
    if not any(finding.commissioner for finding in report.findings):
        yield "the commissioner’s comments (s.55(5))"
    numbers = [
        str(finding.number)
        for finding in report.findings
        if finding.kind is FindingKind.RECOMMENDATION and not finding.commissioner
    ]
    if numbers:
        which = f"recommendation{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
        yield f"the commissioner’s explanation for {which} (s.55(5B))"
