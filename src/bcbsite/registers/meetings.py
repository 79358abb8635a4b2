"""Meetings and their documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from bcbsite.archive.addresses import agenda_address, meeting_address, minutes_address, paper_address
from bcbsite.archive.approval_words import ApprovalKind
from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.model.agenda import Agenda
from bcbsite.model.arrangements import Arrangements, Recording
from bcbsite.model.document import Document, Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper
from bcbsite.model.reference import PrintedDate, Reference, day_of
from bcbsite.model.sitting import Declaration, Deputy, Sitting
from bcbsite.registers.table import Column, Kind, Register, an_id


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
    """Whether a meeting is off or planned, documents of it are held, or records only refer to it."""
    record = archive.meetings.get(meeting)
    if record and record.arrangements and record.is_off and record.arrangements.state:
        return record.arrangements.state
    if day_of(meeting) > archive.as_at:
        return "planned"
    return "held" if record and record.is_held else "known"


@dataclass(frozen=True, slots=True)
class _Meeting:
    id: str
    held: Meeting | None
    """What is held of it."""
    state: str
    approvals: tuple[Approval, ...]
    """What later meetings did with its minutes, oldest first."""

    @property
    def approved_in(self) -> tuple[str, ...]:
        """The addresses of the paragraphs that approved its minutes."""
        return tuple(approval.address for approval in self.approvals if approval.kind.is_approval)

    @property
    def approved_on(self) -> date | None:
        """The day on which its minutes were approved, where a record says so."""
        if self.minutes and self.minutes.approved_by:
            return self.minutes.approved_by.on
        read = next((approval.at for approval in self.approvals if approval.kind.is_approval), None)
        stated = self.minutes.approved_at if self.minutes else None
        at = stated.meeting if stated else read
        return day_of(at) if at else None

    @property
    def agenda(self) -> Agenda | None:
        return self.held.agenda if self.held else None

    @property
    def minutes(self) -> Minutes | None:
        return self.held.minutes if self.held else None

    @property
    def arrangements(self) -> Arrangements | None:
        return self.held.arrangements if self.held else None

    @property
    def recording(self) -> Recording | None:
        return self.arrangements.recording if self.arrangements else None

    @property
    def access(self) -> Sitting | None:
        return self.held.access if self.held else None


def _meetings(archive: Archive) -> Iterator[_Meeting]:
    for id_ in sorted({*archive.meetings, *archive.known}):
        approvals = tuple(archive.approvals.of(id_))
        yield _Meeting(id_, archive.meetings.get(id_), state_of(archive, id_), approvals)


_APPROVAL_KINDS = ", ".join(f"`{kind}`" for kind in ApprovalKind)


def _deputy(deputy: Deputy) -> str:
    return f"{deputy.name}, for {deputy.deputises_for}" if deputy.deputises_for else deputy.name


def _next(reference: Reference | None) -> str | None:
    return meeting_address(reference.meeting) if reference else None


def _declared(one: Declaration) -> str:
    return f"{f'Item {one.place}: ' if one.place else ''}{one.who}. {one.what}"


MEETINGS: Register[_Meeting] = Register(
    "meetings",
    "Meetings",
    "Every meeting of which documents are held, that records refer to, or that is planned.",
    _meetings,
    (
        an_id("the meeting’s page", lambda row: meeting_address(row.id)),
        Column("date", Kind.DATE, "the day of the meeting", lambda row: day_of(row.id), required=True),
        Column(
            "state",
            Kind.TEXT,
            "`held` where documents of it are held here, `known` where records only refer to it, `planned` "
            "where it is to come, `cancelled`, or `moved` to another day",
            lambda row: row.state,
            required=True,
        ),
        Column(
            "kind",
            Kind.TEXT,
            "`ordinary` or `extraordinary`",
            lambda row: row.held.kind if row.held else None,
        ),
        Column(
            "time",
            Kind.TIME,
            "when it began or begins, in the UK",
            lambda row: row.held.time if row.held else None,
        ),
        Column(
            "location",
            Kind.TEXT,
            "where, as printed",
            lambda row: row.held.location if row.held else None,
        ),
        Column(
            "access",
            Kind.TEXT,
            "`public` or `private`, where it is stated",
            lambda row: row.access.access if row.access else None,
        ),
        Column(
            "private_ground",
            Kind.TEXT,
            "why it is private, where it is stated",
            lambda row: row.access.private_ground if row.access else None,
        ),
        Column(
            "reason",
            Kind.TEXT,
            "why it was cancelled or moved, where it is stated",
            lambda row: row.arrangements.reason if row.arrangements else None,
        ),
        Column(
            "moved_to",
            Kind.ADDRESS,
            "the meeting that is held instead",
            lambda row: _next(row.arrangements.moved_to) if row.arrangements else None,
            of="meetings",
        ),
        Column(
            "changed_on",
            Kind.DATE,
            "the day on which it was cancelled or moved, or planned again",
            lambda row: row.arrangements.changed if row.arrangements else None,
        ),
        Column(
            "next_meeting",
            Kind.ADDRESS,
            "the meeting after it, where it is stated",
            lambda row: _next(row.arrangements.next_meeting) if row.arrangements else None,
            of="meetings",
        ),
        Column(
            "livestream",
            Kind.WEB,
            "where it can be watched live",
            lambda row: row.arrangements.livestream if row.arrangements else None,
        ),
        Column(
            "recording",
            Kind.WEB,
            "where it can be watched afterwards",
            lambda row: row.recording.url if row.recording else None,
        ),
        Column(
            "recorded_items",
            Kind.TEXT,
            "the number of an item, and the hours, minutes and seconds at which it begins in the recording",
            lambda row: (
                tuple(f"{one.place}: {one.clock}" for one in row.recording.items) if row.recording else ()
            ),
            several=True,
        ),
        Column(
            "chair",
            Kind.TEXT,
            "who chaired it, as printed",
            lambda row: row.minutes.sitting.chair if row.minutes else None,
        ),
        Column(
            "quorate",
            Kind.YES_NO,
            "whether there was a quorum, where it is stated",
            lambda row: row.minutes.sitting.quorate if row.minutes else None,
        ),
        Column(
            "adjourned_to",
            Kind.TEXT,
            "to when it was adjourned, as printed",
            lambda row: row.minutes.sitting.adjourned_to if row.minutes else None,
        ),
        Column(
            "deputies",
            Kind.TEXT,
            "who came in the place of another, as printed",
            lambda row: tuple(map(_deputy, row.minutes.sitting.deputies)) if row.minutes else (),
            several=True,
        ),
        Column(
            "declarations",
            Kind.TEXT,
            "the interests that were declared: the item, who, and what",
            lambda row: tuple(map(_declared, row.minutes.sitting.declarations)) if row.minutes else (),
            several=True,
        ),
        Column(
            "agenda",
            Kind.ADDRESS,
            "its agenda",
            lambda row: agenda_address(row.id) if row.agenda else None,
            of="documents",
        ),
        Column(
            "minutes",
            Kind.ADDRESS,
            "its minutes",
            lambda row: minutes_address(row.id) if row.minutes else None,
            of="documents",
        ),
        Column(
            "minutes_status",
            Kind.TEXT,
            "`draft`, `final` (published) or `approved`",
            lambda row: row.minutes.status if row.minutes else None,
        ),
        Column(
            "papers",
            Kind.NUMBER,
            "how many papers are held",
            lambda row: len(row.held.papers) if row.held else 0,
            required=True,
        ),
        Column(
            "approved_in",
            Kind.ADDRESS,
            "the paragraphs that approved its minutes",
            lambda row: row.approved_in,
            several=True,
        ),
        Column(
            "approval",
            Kind.TEXT,
            f"what later meetings did with its minutes, oldest first: {_APPROVAL_KINDS}",
            lambda row: tuple(approval.kind for approval in row.approvals),
            several=True,
        ),
        Column(
            "amendments",
            Kind.TEXT,
            "what its minutes were approved subject to, as printed",
            lambda row: tuple(words for approval in row.approvals for words in approval.amendments),
            several=True,
        ),
        Column(
            "approved_on",
            Kind.DATE,
            "the day on which they were approved, at a meeting or by correspondence",
            lambda row: row.approved_on,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Document:
    address: str
    kind: str
    meeting: Meeting
    record: Document

    @property
    def paper(self) -> Paper | None:
        """The document where it is a paper, else None."""
        return self.record if isinstance(self.record, Paper) else None

    @property
    def minutes(self) -> Minutes | None:
        """The document where it is minutes, else None."""
        return self.record if isinstance(self.record, Minutes) else None

    @property
    def dated(self) -> PrintedDate | None:
        """The date that a paper prints."""
        return self.paper.date if self.paper else None

    @property
    def attachments(self) -> tuple[str, ...]:
        """The addresses of the files of a paper, and of the original of minutes."""
        record = self.paper or self.minutes
        names = (attachment.name for attachment in record.attachments) if record else ()
        return tuple(f"{self.address}{quote(name)}" for name in names)


def _documents(archive: Archive) -> Iterator[_Document]:
    for meeting in archive.meetings.values():
        for address, kind, record in documents_of(meeting):
            yield _Document(address, kind, meeting, record)


DOCUMENTS: Register[_Document] = Register(
    "documents",
    "Documents",
    "The agendas, minutes and papers of the meetings.",
    _documents,
    (
        an_id("the document’s page", lambda row: row.address),
        Column(
            "meeting",
            Kind.ADDRESS,
            "the meeting it is of",
            lambda row: meeting_address(row.meeting.id),
            required=True,
            of="meetings",
        ),
        Column("date", Kind.DATE, "the day of the meeting", lambda row: row.meeting.day, required=True),
        Column("kind", Kind.TEXT, "`agenda`, `minutes` or `paper`", lambda row: row.kind, required=True),
        Column(
            "title", Kind.TEXT, "of a paper, its title", lambda row: row.paper.title if row.paper else None
        ),
        Column(
            "status",
            Kind.TEXT,
            "`draft`, `final` (published) or `approved`",
            lambda row: row.record.status,
            required=True,
        ),
        Column(
            "public_from",
            Kind.INSTANT,
            "the moment from which it was to be public, where one was set",
            lambda row: row.record.publish_at,
        ),
        Column("classification", Kind.TEXT, "its marking, as printed", lambda row: row.record.classification),
        Column(
            "significant_public_interest",
            Kind.YES_NO,
            "of minutes: whether they say that matters are of such",
            lambda row: row.minutes.significant_public_interest if row.minutes else None,
        ),
        Column(
            "item",
            Kind.TEXT,
            "of a paper: the number of its agenda item, as printed",
            lambda row: row.paper.item if row.paper else None,
        ),
        Column(
            "to", Kind.TEXT, "of a paper: whom it is for", lambda row: row.paper.to if row.paper else None
        ),
        Column(
            "from",
            Kind.TEXT,
            "of a paper: whom it is from",
            lambda row: row.paper.sender if row.paper else None,
        ),
        Column(
            "dated",
            Kind.TEXT,
            "of a paper: its own date, as printed",
            lambda row: str(row.dated) if row.dated else None,
        ),
        Column(
            "dated_on",
            Kind.DATE,
            "the day of that date, where it names one",
            lambda row: row.dated.day if row.dated else None,
        ),
        Column(
            "publication",
            Kind.TEXT,
            "of a paper: `full` or `withheld`",
            lambda row: row.paper.publish if row.paper else None,
        ),
        Column(
            "reason",
            Kind.TEXT,
            "of a withheld paper: why",
            lambda row: row.paper.reason if row.paper else None,
        ),
        Column(
            "attachments",
            Kind.ADDRESS,
            "the files that are published with it",
            lambda row: row.attachments,
            several=True,
        ),
        Column(
            "source_title",
            Kind.TEXT,
            "of minutes: the original that they were taken from",
            lambda row: row.minutes.source.title if row.minutes and row.minutes.source else None,
        ),
        Column(
            "source_url",
            Kind.WEB,
            "where the original lies",
            lambda row: row.minutes.source.url if row.minutes and row.minutes.source else None,
        ),
        Column(
            "corrections",
            Kind.NUMBER,
            "of minutes: how many corrections were published",
            lambda row: len(row.minutes.errata) if row.minutes else None,
        ),
    ),
)
