"""Whom documents list, and what minutes note of who came late, left or had an interest."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.attendance_notes import AttendanceNote
from bcbsite.archive.people import Listing, listings
from bcbsite.model.meeting import Meeting
from bcbsite.registers.table import Column, Kind, Register, an_id, numbered


@dataclass(frozen=True, slots=True)
class _Note:
    id: str
    document: str
    """The address of the minutes."""
    meeting: Meeting
    note: AttendanceNote


def _notes(archive: Archive) -> Iterator[_Note]:
    for meeting in archive.meetings.values():
        if meeting.minutes:
            address = minutes_address(meeting.id)
            notes = archive.attendance[meeting.id].notes
            ids = numbered(f"{address};{note.kind}" for note in notes)
            for id_, note in zip(ids, notes, strict=True):
                yield _Note(id_, address, meeting, note)


ATTENDANCE_NOTES: Register[_Note] = Register(
    "attendance_notes",
    "Notes on attendance",
    "Sentences of minutes about who came late or left, substitutes, and interests that were declared.",
    _notes,
    (
        an_id("the minutes’ page with what the sentence says, and a number", lambda row: row.id),
        Column(
            "document", Kind.ADDRESS, "the minutes", lambda row: row.document, required=True, of="documents"
        ),
        Column("date", Kind.DATE, "the day of the meeting", lambda row: row.meeting.day, required=True),
        Column(
            "kind",
            Kind.TEXT,
            "`arrived`, `left`, `substitute` or `interest`",
            lambda row: row.note.kind,
            required=True,
        ),
        Column("text", Kind.TEXT, "the sentence", lambda row: row.note.text, required=True),
        Column("label", Kind.TEXT, "the number of the paragraph, as printed", lambda row: row.note.label),
        Column(
            "place",
            Kind.ADDRESS,
            "where it stands in the minutes",
            lambda row: f"{row.document}#{row.note.anchor}",
            required=True,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Listing:
    id: str
    listing: Listing
    person: str | None
    """The address of the person, where it is known who it is."""


def _listings(archive: Archive) -> Iterator[_Listing]:
    pages = {record.person.id: record.address for record in archive.people}
    found = list(listings(archive.meetings.values()))
    ids = numbered(f"{listing.address};{listing.listed_as.replace(' ', '-')}" for listing in found)
    for id_, listing in zip(ids, found, strict=True):
        yield _Listing(id_, listing, pages.get(archive.names.find(listing.listed.name) or ""))


LISTINGS: Register[_Listing] = Register(
    "listings",
    "People in documents",
    "Whom each document lists. A listing does not say that somebody was present.",
    _listings,
    (
        an_id("the document’s page with what the person is listed as, and a number", lambda row: row.id),
        Column(
            "document",
            Kind.ADDRESS,
            "the document that lists the person",
            lambda row: row.listing.address,
            required=True,
            of="documents",
        ),
        Column(
            "date",
            Kind.DATE,
            "the day of the meeting",
            lambda row: row.listing.meeting.day,
            required=True,
        ),
        Column(
            "person",
            Kind.ADDRESS,
            "the person, where it is known who it is",
            lambda row: row.person,
            of="people",
        ),
        Column("name", Kind.TEXT, "as printed", lambda row: row.listing.listed.name),
        Column("role", Kind.TEXT, "as printed", lambda row: row.listing.listed.role),
        Column(
            "note",
            Kind.TEXT,
            "what is said of the person there, such as “observer”",
            lambda row: row.listing.listed.note,
        ),
        Column(
            "listed_as",
            Kind.TEXT,
            "`member`, `present`, `in attendance`, `apologies`, `signed` or `contact officer`",
            lambda row: row.listing.listed_as,
            required=True,
        ),
    ),
)
