"""Dates for calendars: https://www.rfc-editor.org/rfc/rfc5545 (iCalendar).

`SEQUENCE` has to grow with every change. Nothing is remembered between builds, so it counts what a record
only ever gains: documents, an approval, corrections, events.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from bcbsite import __version__
from bcbsite.archive.addresses import ACTIONS, HOME, MEETINGS, SECTION_55, inspection_address, meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import last_day_of
from bcbsite.exports.dates import Dates
from bcbsite.exports.site import Site
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.reference import day_of
from bcbsite.model.section55 import InspectionReport
from bcbsite.pages.actions import action_line, action_title
from bcbsite.pages.alternates import CALENDAR
from bcbsite.pages.words import going_ahead
from bcbsite.read.dates import LONDON, count_of


@dataclass(frozen=True, slots=True)
class Appointment:
    """An entry of a calendar."""

    address: str
    """Of its record."""
    title: str
    start: date | datetime
    """A day where the time is not known, or there is none."""
    updated: datetime
    sequence: int
    status: str
    """`CONFIRMED`, `TENTATIVE` or `CANCELLED`."""
    description: str = ""
    location: str | None = None
    takes_time: bool = False
    """Whether it makes those who have it in their calendar busy."""


def calendar_files(archive: Archive, site: Site) -> Iterator[tuple[str, bytes]]:
    """The address and the bytes of each calendar."""
    name, dates = archive.board.name, Dates(archive)
    kinds = (_meetings, _targets, _last_days)
    meetings, targets, last_days = ([_event(site, entry) for entry in of(archive, dates)] for of in kinds)
    notice = archive.board.notice
    yield f"{HOME}{CALENDAR}", _calendar(name, notice, [*meetings, *targets, *last_days])
    yield f"{MEETINGS}{CALENDAR}", _calendar(f"{name}: meetings", notice, meetings)
    yield f"{ACTIONS}{CALENDAR}", _calendar(f"{name}: targets of actions", notice, targets)
    yield f"{SECTION_55}{CALENDAR}", _calendar(f"{name}: last days to respond", notice, last_days)


def _meetings(archive: Archive, dates: Dates) -> Iterator[Appointment]:
    # Of a meeting that is only named, an action that it raised shows that it was held.
    took_place = {*archive.meetings, *(history.action.raised.meeting for history in archive.actions)}
    for id_ in sorted({*archive.meetings, *archive.known}):
        meeting = archive.meetings.get(id_)
        start: date | datetime = day_of(id_)
        if meeting and meeting.time:
            start = datetime.combine(start, meeting.time, LONDON).astimezone(UTC)
        kind = f" ({meeting.kind})" if meeting and meeting.kind != "ordinary" else ""
        changes = [dates.of_document(meeting, d).updated for d in meeting.documents] if meeting else []
        if meeting and meeting.arrangements:
            changes.append(dates.of_arrangements(meeting, meeting.arrangements).updated)
        yield Appointment(
            address=meeting_address(id_),
            title=f"{archive.board.name}{kind}",
            start=start,
            updated=max(changes, default=dates.of_meeting(day_of(id_))),
            sequence=_sequence(meeting) if meeting else 0,
            status=_status(meeting, id_ in took_place),
            description=_description(meeting),
            location=meeting.location if meeting else None,
            takes_time=not (meeting and meeting.is_off),
        )


def _status(meeting: Meeting | None, took_place: bool) -> str:
    if meeting and meeting.is_off:
        return "CANCELLED"
    return "CONFIRMED" if took_place else "TENTATIVE"


def _description(meeting: Meeting | None) -> str:
    """What became of it, how to watch it, and what is held of it."""
    if meeting is None:
        return "No document of it is held here."
    arranged = meeting.arrangements
    sentences = [
        going_ahead(arranged) if arranged else "",
        f"Livestream: {arranged.livestream}" if arranged and arranged.livestream else "",
        f"Recording: {arranged.recording.url}" if arranged and arranged.recording else "",
        _held(meeting) if meeting.is_held else "No document of it is held here.",
    ]
    return "\n".join(filter(None, sentences))


def _held(meeting: Meeting) -> str:
    documents = (
        "agenda" if meeting.agenda else "",
        "minutes" if meeting.minutes else "",
        count_of(meeting.papers, "paper") if meeting.papers else "",
    )
    return f"Held here: {', '.join(filter(None, documents))}."


def _sequence(meeting: Meeting) -> int:
    """How often a meeting's entry has changed.

    By its dates being announced, cancelled or moved, and planned again; by the agenda, the minutes, their
    approval, and each correction.
    """
    arranged = meeting.arrangements
    turns = 1 if meeting.is_off else 2 if arranged and arranged.changed else 0
    minutes = meeting.minutes
    approved = minutes is not None and minutes.status is Status.APPROVED
    errata = len(minutes.errata) if minutes else 0
    return (
        turns
        + (arranged is not None)
        + (meeting.agenda is not None)
        + (minutes is not None)
        + approved
        + errata
    )


def _targets(archive: Archive, dates: Dates) -> Iterator[Appointment]:
    for history in archive.actions:
        if history.target is None or history.target.day is None:
            continue
        moments = [dates.of_event(history, event).published for event in history.events]
        yield Appointment(
            address=history.address,
            title=f"Target: {action_title(action_line(history))}",
            start=history.target.day,
            updated=max([dates.of_action(history).published, *moments]),
            sequence=len(history.events),
            status="CONFIRMED",
            description=f"Target as printed: {history.target}. Status: {history.standing}.",
        )


def _last_days(archive: Archive, dates: Dates) -> Iterator[Appointment]:
    for report in archive.inspections:
        last_day, when = last_day_of(report), dates.of_report(report)
        if last_day is None or when is None or report.covered_by:
            continue
        response = report.response.published if report.response else None
        answered = (
            "The response is on record." if response else "No publication of a response is on record here."
        )
        day = dates.at(response.day) if response and response.day else when.updated
        yield Appointment(
            address=inspection_address(report.slug),
            title=f"Last day to respond: {report.report}",
            start=last_day,
            updated=max(when.updated, day),
            sequence=_facts(report),
            status="CONFIRMED",
            description=f"Day 56 under Section 55 of the Police Act 1996. {answered}",
        )


def _facts(report: InspectionReport) -> int:
    """How much is on record of the response, which only grows."""
    response = report.response
    done = (
        (response.published, response.sent_to_home_secretary, response.sent_to_inspectorate)
        if response
        else ()
    )
    return sum(fact is not None for fact in done) + len(report.progress)


def _calendar(name: str, notice: str | None, events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//bcbsite//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)  # what calendars before it read
    if notice:
        one_line = " ".join(notice.split())
        calendar.add("description", one_line)
        calendar.add("x-wr-caldesc", one_line)
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _event(site: Site, appointment: Appointment) -> Event:
    event = Event()
    event.add("uid", site.id(appointment.address))
    event.add("dtstamp", appointment.updated.astimezone(UTC))  # in a calendar without METHOD: when it changed
    event.add("sequence", appointment.sequence)
    event.add("dtstart", appointment.start)
    event.add("summary", appointment.title)
    event.add("description", appointment.description)
    event.add("status", appointment.status)
    if not appointment.takes_time:
        event.add("transp", "TRANSPARENT")
    if appointment.location:
        event.add("location", appointment.location)
    if site.url:
        event.add("url", site.url + appointment.address)
    return event
