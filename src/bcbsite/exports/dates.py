"""When records were published, and when they changed, as far as they say so themselves.

Nothing is remembered between builds, so the dates come from the records: `publish_at` where it is set, else
the record's own day; and for changes the days of approvals and corrections. The day of a build is none of
them: it would make news of the same content every night. So a record of a coming day has that day from the
beginning. Of an agenda or a paper no record says when it was published. Until minutes of that day or later
are held, which is no matter of the day of a build, it has the date of the newest minutes before it; where
there are none, that of a year before its own, since what is public cannot have been published later than now.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bcbsite.archive.actions import ActionHistory, DatedEvent
from bcbsite.archive.archive import Archive
from bcbsite.model.arrangements import Arrangements
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


_NEVER = date(1970, 1, 1)
_A_YEAR = timedelta(days=366)


class Dates:
    """Tells the dates of an archive's records."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._minutes = sorted(meeting.day for meeting in archive.meetings.values() if meeting.minutes)

    def at(self, day: date) -> datetime:
        """The moment for *day*, be it past or still to come."""
        return datetime.combine(day, time(), LONDON)

    def of_meeting(self, day: date) -> datetime:
        """The moment for a meeting of *day*; until later minutes are held, for the newest before it.

        Where none are held, a year before.
        """
        place = bisect_left(self._minutes, day)
        if place < len(self._minutes):
            return self.at(day)
        return self.at(self._minutes[place - 1] if place else day - _A_YEAR)

    @property
    def newest(self) -> datetime:
        """The day of the newest minutes; where none are held, a day before all records."""
        return self.at(self._minutes[-1] if self._minutes else _NEVER)

    def of_document(self, meeting: Meeting, document: Document) -> When:
        """Of a document: from `publish_at`, else by its meeting; changed by approval and corrections."""
        published = document.publish_at or self.of_meeting(meeting.day)
        if not isinstance(document, Minutes):
            return When(published, published)
        errata = [self.at(erratum.date) for erratum in document.errata]
        return When(published, max([published, *errata, *self._approved(meeting, document)]))

    def of_arrangements(self, meeting: Meeting, arranged: Arrangements) -> When:
        """Of meeting.yaml: changed on the day on which the meeting was cancelled or moved."""
        published = arranged.publish_at or self.of_meeting(meeting.day)
        changed = [self.at(arranged.changed)] if arranged.changed else []
        return When(published, max([published, *changed]))

    def _approved(self, meeting: Meeting, minutes: Minutes) -> Iterator[datetime]:
        if minutes.status is Status.APPROVED:
            approvals = self._archive.approvals.of(meeting.id)
            if minutes.approved_by:
                yield self.at(minutes.approved_by.on)
            yield from (self.at(day_of(approval.at)) for approval in approvals if approval.kind.is_approval)

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


def _days_of(report: InspectionReport) -> Iterable[date]:
    response = report.response.published if report.response else None
    found = (report.published, response.day if response else None)
    meetings = (*report.considered_at, *(step.meeting for step in report.progress))
    return [*(day for day in found if day), *(day_of(place.meeting) for place in meetings)]
