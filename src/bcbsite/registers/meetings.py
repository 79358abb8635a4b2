"""Meetings, their documents, and the people whom these list."""

from collections.abc import Iterator
from urllib.parse import quote

from bcbsite.archive.addresses import agenda_address, meeting_address, minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.people import listings
from bcbsite.model.document import Document, Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper
from bcbsite.model.reference import day_of
from bcbsite.registers.table import Column, Kind, Register, Row, an_id, numbered


def documents_of(meeting: Meeting) -> Iterator[tuple[str, str, Document]]:
    """The address, the kind and the record of each document of *meeting*."""
    if meeting.agenda:
        yield agenda_address(meeting.id), "agenda", meeting.agenda
    if meeting.minutes:
        yield minutes_address(meeting.id), "minutes", meeting.minutes
    for paper in meeting.papers:
        yield paper_address(meeting.id, paper.slug), "paper", paper


def is_draft(meeting: Meeting | None) -> bool:
    """Whether the minutes of *meeting* are a draft, and so all that is told from them."""
    return bool(meeting and meeting.minutes and meeting.minutes.status is Status.DRAFT)


def state_of(archive: Archive, meeting: str) -> str:
    """Whether documents of a meeting are held, it is planned, or records only refer to it."""
    if day_of(meeting) > archive.as_at:
        return "planned"
    return "held" if meeting in archive.meetings else "known"


def _meetings(archive: Archive) -> Iterator[Row]:
    for id_ in sorted({*archive.meetings, *archive.known}):
        meeting = archive.meetings.get(id_)
        agenda, minutes = (meeting.agenda, meeting.minutes) if meeting else (None, None)
        about = minutes or agenda
        yield (
            meeting_address(id_),
            day_of(id_),
            state_of(archive, id_),
            meeting.kind if meeting else None,
            about.time if about else None,
            about.location if about else None,
            agenda_address(id_) if agenda else None,
            minutes_address(id_) if minutes else None,
            minutes.status if minutes else None,
            len(meeting.papers) if meeting else 0,
            tuple(approval.address for approval in archive.approvals.of(id_) if not approval.deferred),
        )


MEETINGS = Register(
    "meetings",
    "Meetings",
    "Every meeting of which documents are held, that records refer to, or that is planned.",
    (
        an_id("the meeting’s page"),
        Column("date", Kind.DATE, "the day of the meeting", required=True),
        Column(
            "state",
            Kind.TEXT,
            "`held` where documents of it are held here, `known` where records only refer to it, `planned` "
            "where it is to come",
            required=True,
        ),
        Column("kind", Kind.TEXT, "`ordinary` or `extraordinary`"),
        Column("time", Kind.TIME, "when it began or begins, in the UK"),
        Column("location", Kind.TEXT, "where, as printed"),
        Column("agenda", Kind.ADDRESS, "its agenda", of="documents"),
        Column("minutes", Kind.ADDRESS, "its minutes", of="documents"),
        Column("minutes_status", Kind.TEXT, "`draft`, `final` (published) or `approved`"),
        Column("papers", Kind.NUMBER, "how many papers are held", required=True),
        Column("approved_in", Kind.ADDRESS, "the paragraphs that approved its minutes", several=True),
    ),
    _meetings,
)


def _documents(archive: Archive) -> Iterator[Row]:
    for meeting in archive.meetings.values():
        for address, kind, document in documents_of(meeting):
            paper = document if isinstance(document, Paper) else None
            minutes = document if isinstance(document, Minutes) else None
            source = minutes.source if minutes else None
            yield (
                address,
                meeting_address(meeting.id),
                meeting.day,
                kind,
                paper.title if paper else None,
                document.status,
                document.publish_at,
                document.classification,
                minutes.significant_public_interest if minutes else None,
                paper.item if paper else None,
                paper.to if paper else None,
                paper.sender if paper else None,
                str(paper.date) if paper and paper.date else None,
                paper.date.day if paper and paper.date else None,
                paper.publish if paper else None,
                paper.reason if paper else None,
                tuple(f"{address}{quote(a.name)}" for a in paper.attachments) if paper else (),
                source.title if source else None,
                source.url if source else None,
                len(minutes.errata) if minutes else None,
            )


DOCUMENTS = Register(
    "documents",
    "Documents",
    "The agendas, minutes and papers of the meetings.",
    (
        an_id("the document’s page"),
        Column("meeting", Kind.ADDRESS, "the meeting it is of", required=True, of="meetings"),
        Column("date", Kind.DATE, "the day of the meeting", required=True),
        Column("kind", Kind.TEXT, "`agenda`, `minutes` or `paper`", required=True),
        Column("title", Kind.TEXT, "of a paper, its title"),
        Column("status", Kind.TEXT, "`draft`, `final` (published) or `approved`", required=True),
        Column("public_from", Kind.INSTANT, "the moment from which it was to be public, where one was set"),
        Column("classification", Kind.TEXT, "its marking, as printed"),
        Column(
            "significant_public_interest",
            Kind.YES_NO,
            "of minutes: whether they say that matters are of such",
        ),
        Column("item", Kind.TEXT, "of a paper: the number of its agenda item, as printed"),
        Column("to", Kind.TEXT, "of a paper: whom it is for"),
        Column("from", Kind.TEXT, "of a paper: whom it is from"),
        Column("dated", Kind.TEXT, "of a paper: its own date, as printed"),
        Column("dated_on", Kind.DATE, "the day of that date, where it names one"),
        Column("publication", Kind.TEXT, "of a paper: `full` or `withheld`"),
        Column("reason", Kind.TEXT, "of a withheld paper: why"),
        Column("attachments", Kind.ADDRESS, "the files that are published with it", several=True),
        Column("source_title", Kind.TEXT, "of minutes: the original that they were taken from"),
        Column("source_url", Kind.WEB, "where the original lies"),
        Column("corrections", Kind.NUMBER, "of minutes: how many corrections were published"),
    ),
    _documents,
)


def _listings(archive: Archive) -> Iterator[Row]:
    pages = {record.person.id: record.address for record in archive.people}
    found = list(listings(archive.meetings.values()))
    ids = numbered(f"{listing.address};{listing.listed_as.replace(' ', '-')}" for listing in found)
    for id_, listing in zip(ids, found, strict=True):
        person = archive.names.find(listing.listed.name)
        yield (
            id_,
            listing.address,
            listing.meeting.day,
            pages.get(person or ""),
            listing.listed.name,
            listing.listed.role,
            listing.listed.note,
            listing.listed_as,
        )


LISTINGS = Register(
    "listings",
    "People in documents",
    "Whom each document lists. A listing does not say that somebody was present.",
    (
        an_id("the document’s page with what the person is listed as, and a number"),
        Column("document", Kind.ADDRESS, "the document that lists the person", required=True, of="documents"),
        Column("date", Kind.DATE, "the day of the meeting", required=True),
        Column("person", Kind.ADDRESS, "the person, where it is known who it is", of="people"),
        Column("name", Kind.TEXT, "as printed"),
        Column("role", Kind.TEXT, "as printed"),
        Column("note", Kind.TEXT, "what is said of the person there, such as “observer”"),
        Column(
            "listed_as",
            Kind.TEXT,
            "`member`, `in attendance`, `apologies`, `signed` or `contact officer`",
            required=True,
        ),
    ),
    _listings,
)
