"""A meeting and its documents."""

from collections.abc import Iterator
from dataclasses import dataclass
import datetime as dt
from enum import StrEnum
from pathlib import Path, PurePosixPath

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block
from bcbsite.model.body import Body
from bcbsite.model.reference import Link, Listed, PrintedDate, Reference


class Status(StrEnum):
    """How far a document has come."""

    DRAFT = "draft"
    FINAL = "final"
    APPROVED = "approved"


class MeetingKind(StrEnum):
    """Whether a meeting was one of the year's planned ones."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


class Publish(StrEnum):
    """How much of a paper the public sees."""

    FULL = "full"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Decided:
    """Front matter's word that a place in the minutes is a decision, though no label says so."""

    place: str
    """The paragraph, as printed."""
    kind: str
    """`approved`, `agreed` … as written."""
    by: str | None
    when: str | None
    """As printed; a decision can be older than its meeting."""
    at: Span


@dataclass(frozen=True, slots=True)
class Erratum:
    """A correction of a published document."""

    date: dt.date
    what: tuple[Block, ...]
    place: str | None
    """The paragraph, as printed."""
    authority: str | None
    """Who allowed it."""
    at: Span


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that is not applied at one place, and why."""

    rule: str
    """The rule's short name."""
    place: str | None
    why: str
    at: Span


@dataclass(frozen=True, slots=True)
class Document:
    """What minutes, agendas and papers have in common."""

    at: Span
    """Where the file begins; its path names it in messages."""
    status: Status
    publish_at: dt.datetime | None
    """The instant before which nothing of it is public."""
    classification: str | None
    """As printed."""
    waive: tuple[Waiver, ...]
    body: Body


@dataclass(frozen=True, slots=True)
class Minutes(Document):
    """The minutes of a meeting."""

    date: dt.date | None
    time: dt.time | None
    location: str | None
    kind: MeetingKind
    members: tuple[Listed, ...]
    in_attendance: tuple[Listed, ...]
    apologies: tuple[Listed, ...]
    signed_by: Listed | None
    approved_at: Reference | None
    significant_public_interest: bool
    decisions: tuple[Decided, ...]
    source: Link | None
    errata: tuple[Erratum, ...]


@dataclass(frozen=True, slots=True)
class Agenda(Document):
    """The agenda of a meeting."""

    date: dt.date | None
    time: dt.time | None
    location: str | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that lies beside a paper and is published with it."""

    name: str
    """Its file name, which is the last part of its address."""
    path: Path
    at: Span


@dataclass(frozen=True, slots=True)
class Paper(Document):
    """A paper of a meeting."""

    slug: str
    """The last part of its address: its file's name, unless it is withheld."""
    title: str
    item: str | None
    """The number of the agenda item that it belongs to, as printed."""
    to: str | None
    sender: str | None
    """Whom it is from."""
    date: PrintedDate | None
    publish: Publish
    reason: str | None
    """Why it is withheld."""
    contact_officers: tuple[Listed, ...]
    source_documents: tuple[Link, ...]
    attachments: tuple[Attachment, ...]

    @property
    def file_name(self) -> str:
        """Its file's name without the ending: how links call it, also where it is withheld."""
        return PurePosixPath(self.at.path).stem


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of which at least one document is held."""

    id: str
    """Its date, with a suffix where a day has two."""
    day: dt.date
    agenda: Agenda | None = None
    minutes: Minutes | None = None
    papers: tuple[Paper, ...] = ()

    @property
    def documents(self) -> Iterator[Agenda | Minutes | Paper]:
        """What is held of it: agenda, minutes, then papers."""
        if self.agenda:
            yield self.agenda
        if self.minutes:
            yield self.minutes
        yield from self.papers

    @property
    def kind(self) -> MeetingKind:
        """As the minutes say; before there are any, as the folder's name says."""
        if self.minutes:
            return self.minutes.kind
        suffix = self.id[len("2022-02-10") :]
        return MeetingKind.EXTRAORDINARY if "extraordinary" in suffix else MeetingKind.ORDINARY


@dataclass(frozen=True, slots=True)
class OrdinaryPage:
    """A page of `pages/` that is no record: the welcome, what the board is …"""

    at: Span
    file: str
    """Where it lies below `pages/`: `about/index.md`."""
    address: str
    """Its address below the site, without a slash in front: `about/`, and nothing for the home page."""
    title: str
    blocks: tuple[Block, ...]
    """Its text, without the heading that is its title."""
