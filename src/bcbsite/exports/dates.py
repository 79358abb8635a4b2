"""When records were published, and when they changed, as far as they say so themselves.

Nothing is remembered between builds, so the dates come from the records: `publish_at` where it is set, else
the record's own day; and for changes the days of approvals and corrections. The day of a build is none of
them: it would make news of the same content every night. Of what is to come, no record says when it was
published: until its day it has that of the newest minutes before it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bcbsite.archive.actions import ActionHistory, DatedEvent
from bcbsite.archive.archive import Archive
from bcbsite.model.document import Document, Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.reference import day_of
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.dates import LONDON


@dataclass(frozen=True, slots=True)
class When:
    """When something was published, and when it changed last."""

    published: datetime
    updated: datetime


_A_YEAR = timedelta(days=366)
_NEVER = date(1970, 1, 1)


class Dates:
    """Tells the dates of an archive's records."""

    def __init__(self, archive: Archive) -> None:
        """No date is later than the day of *archive*: what is public was published by then."""
        self._archive = archive
        self._minutes = sorted(meeting.day for meeting in archive.meetings.values() if meeting.minutes)

    def at(self, day: date) -> datetime:
        """The moment for *day*; where that is still to come, for the newest minutes before it."""
        return _midnight(day) if day <= self._archive.as_at else self._before(day)

    def _before(self, day: date) -> datetime:
        """The day of the newest minutes before *day*; where none are held, a year before it."""
        place = bisect_left(self._minutes, min(day, self._archive.as_at))
        return _midnight(self._minutes[place - 1] if place else day - _A_YEAR)

    @property
    def newest(self) -> datetime:
        """The day of the newest minutes; where none are held, a day before all records."""
        past = [day for day in self._minutes if day <= self._archive.as_at]
        return _midnight(past[-1] if past else _NEVER)

    def of_document(self, meeting: Meeting, document: Document) -> When:
        """Of a document: from `publish_at`, else the meeting's day; changed by approval and corrections."""
        published = document.publish_at or self.at(meeting.day)
        minutes = document if isinstance(document, Minutes) else None
        errata = [self.at(erratum.date) for erratum in minutes.errata] if minutes else []
        approved = self._approved(meeting, minutes) if minutes else ()
        return When(published, max([published, *errata, *approved]))

    def _approved(self, meeting: Meeting, minutes: Minutes) -> Iterator[datetime]:
        if minutes.status is Status.APPROVED:
            approvals = self._archive.approvals.of(meeting.id)
            yield from (self.at(day_of(approval.at)) for approval in approvals if not approval.deferred)

    def of_minutes(self, meeting: str, own: datetime | None = None) -> When:
        """Of what the minutes of *meeting* tell, which their approval changes from a draft.

        *own* is its own `publish_at`.
        """
        held = self._archive.meetings.get(meeting)
        minutes = held.minutes if held else None
        published = (minutes.publish_at if minutes else None) or self.at(day_of(meeting))
        published = max(own, published) if own else published
        approved = self._approved(held, minutes) if held and minutes else ()
        return When(published, max([published, *approved]))

    def of_action(self, history: ActionHistory) -> When:
        """When an action was raised."""
        return self.of_minutes(history.action.raised.meeting, history.action.publish_at)

    def of_event(self, history: ActionHistory, dated: DatedEvent) -> When:
        """When an event was reported; without a day, when the action was raised."""
        event = dated.event
        if event.meeting:
            return self.of_minutes(event.meeting.meeting, event.publish_at)
        published = event.publish_at or self.at(dated.day or history.raised_on)
        return When(published, published)

    def of_report(self, report: InspectionReport) -> When | None:
        """Of a report: its own day, else the first that its file has; nothing where it has none."""
        days = sorted(_days_of(report))
        published = report.publish_at or (self.at(report.published or days[0]) if days else None)
        return When(published, published) if published else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def _days_of(report: InspectionReport) -> Iterable[date]:
    response = report.response.published if report.response else None
    found = (report.published, response.day if response else None)
    meetings = (*report.considered_at, *(step.meeting for step in report.progress))
    return [*(day for day in found if day), *(day_of(place.meeting) for place in meetings)]
