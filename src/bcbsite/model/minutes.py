"""The minutes of a meeting."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bcbsite.diagnostics import Span
from bcbsite.model.body import NamedPlaces
from bcbsite.model.document import Document
from bcbsite.model.erratum import Erratum
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.paper import Attachment
from bcbsite.model.reference import Link, Listed, Reference, UnnamedPeople
from bcbsite.model.sitting import Sitting


class MeetingKind(StrEnum):
    """Whether a meeting was one of the year's planned ones."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


@dataclass(frozen=True, slots=True)
class Decided:
    """Front matter's word that a place in the minutes is a decision, though no label says so."""

    place: str
    """The paragraph, as printed."""
    kind: OutcomeKind
    by: str | None
    when: str | None
    """As printed; a decision can be older than its meeting."""
    at: Span


@dataclass(frozen=True, slots=True)
class ApprovedBy:
    """Front matter's word that minutes were approved otherwise than at a meeting."""

    how: str
    """As written: `correspondence`."""
    on: dt.date
    person: Listed | None
    """Who approved them, or signed for those who did."""
    subject_to: str | None
    """The amendments that they were approved subject to."""


@dataclass(frozen=True)
class Minutes(Document):
    """The minutes of a meeting."""

    date: dt.date | None
    time: dt.time | None
    location: str | None
    kind: MeetingKind | None
    """What the front matter says; `Meeting.kind` knows what the folder's name says where it says nothing."""
    members: tuple[Listed, ...]
    in_attendance: tuple[Listed, ...]
    apologies: tuple[Listed, ...]
    others: tuple[UnnamedPeople, ...]
    """Those in the three lists who have no name there."""
    signed_by: Listed | None
    approved_at: Reference | None
    approved_by: ApprovedBy | None
    amended: dt.date | None
    """The day on which the amendments that they were approved subject to were made."""
    significant_public_interest: bool
    decisions: tuple[Decided, ...]
    source: Link | None
    errata: tuple[Erratum, ...]
    sitting: Sitting
    source_file: Attachment | None = None
    """The file of the original, where it lies beside the record."""
    publish_source: bool = False
    """Whether that is published too; never where a part of the minutes is withheld, which it has as well."""

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files that are published with the minutes."""
        is_public = self.publish_source and not self.withhold
        return (self.source_file,) if is_public and self.source_file else ()

    def unnamed(self, group: str) -> tuple[str, ...]:
        """The words for those of one of the three lists, by its key, who have no name there."""
        return tuple(people.words for people in self.others if people.group == group)

    @cached_property
    def corrected(self) -> NamedPlaces:
        """The places that an erratum names."""
        return NamedPlaces(erratum.place for erratum in self.errata if erratum.place)

    @cached_property
    def stated(self) -> NamedPlaces:
        """The places that front matter says are decisions."""
        return NamedPlaces(decided.place for decided in self.decisions)
