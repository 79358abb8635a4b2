"""The register of decisions, with what was only noted, and the decision notices."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import decision_address, meeting_address, minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.deciding.capacity import Capacity
from bcbsite.archive.deciding.votes import Votes
from bcbsite.archive.decisions import Decision
from bcbsite.archive.places import Destination
from bcbsite.model.blocks import plain_text
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.outcome import OutcomeKind
from bcbsite.registers.meetings import is_draft
from bcbsite.registers.table import Column, Kind, Register, an_id, draft, numbered


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    decision: Decision

    @property
    def meeting(self) -> str | None:
        """The address of the meeting that decided."""
        return meeting_address(self.decision.meeting.id) if self.decision.meeting else None

    @property
    def item(self) -> str | None:
        """The address of the item it is under."""
        meeting, item = self.decision.meeting, self.decision.item
        return f"{minutes_address(meeting.id)}#{item.anchor}" if meeting and item else None

    @property
    def papers(self) -> tuple[str, ...]:
        """The addresses of the item's papers."""
        meeting = self.decision.meeting
        return tuple(paper_address(meeting.id, p.slug) for p in self.decision.papers) if meeting else ()

    @property
    def votes(self) -> Votes:
        """How the votes fell."""
        return (self.decision.motion.votes if self.decision.motion else None) or Votes()

    @property
    def reference(self) -> str | None:
        """The reference of its notice."""
        return self.decision.notice.reference if self.decision.notice else None


def _decisions(archive: Archive) -> Iterator[_Row]:
    ids = numbered(decision.address for decision in archive.register)
    return map(_Row, ids, archive.register)


DECISIONS: Register[_Row] = Register(
    "decisions",
    "Decisions",
    "Decisions of the local policing body, and what the minutes say the Board approved, agreed, noted or did "
    "otherwise; each row says whose it is.",
    _decisions,
    (
        an_id("its place; of several at one place, the second ends in `;2`", lambda row: row.id),
        Column(
            "address",
            Kind.ADDRESS,
            "the paragraph, or the decision notice",
            lambda row: row.decision.address,
            required=True,
        ),
        Column("date", Kind.DATE, "of the meeting, or of the notice", lambda row: row.decision.day),
        Column(
            "kind",
            Kind.TEXT,
            f"{', '.join(f'`{kind}`' for kind in OutcomeKind)}",
            lambda row: row.decision.kind,
            required=True,
        ),
        Column(
            "text", Kind.TEXT, "the words as printed; of a notice its title", lambda row: row.decision.text
        ),
        Column(
            "origin",
            Kind.TEXT,
            "how it is known, such as “read from the text”",
            lambda row: row.decision.origin,
            required=True,
        ),
        Column("by", Kind.TEXT, "who decided", lambda row: row.decision.by),
        Column(
            "capacity",
            Kind.TEXT,
            f"whose it is in law: {', '.join(f'`{capacity}`' for capacity in Capacity)}",
            lambda row: row.decision.capacity,
            required=True,
        ),
        Column(
            "power",
            Kind.TEXT,
            "by what power, as printed, such as “under delegated authority”",
            lambda row: row.decision.power,
        ),
        Column(
            "when", Kind.TEXT, "as printed, where it was not at the meeting", lambda row: row.decision.when
        ),
        Column("meeting", Kind.ADDRESS, "the meeting that decided", lambda row: row.meeting, of="meetings"),
        Column(
            "label",
            Kind.TEXT,
            "the number of the paragraph, or of the one before it",
            lambda row: row.decision.label,
        ),
        Column("item", Kind.ADDRESS, "the item it is under", lambda row: row.item, of="items"),
        Column("papers", Kind.ADDRESS, "the papers of the item", lambda row: row.papers, several=True),
        Column("reference", Kind.TEXT, "the reference of its notice", lambda row: row.reference),
        Column(
            "notice",
            Kind.ADDRESS,
            "its notice",
            lambda row: decision_address(row.reference) if row.reference else None,
            of="notices",
        ),
        Column(
            "taken_at",
            Kind.ADDRESS,
            "of a notice: the meeting, or the place in its record",
            lambda row: row.decision.taken_at,
        ),
        Column(
            "amounts",
            Kind.TEXT,
            "the amounts of money, as printed",
            lambda row: row.decision.amounts,
            several=True,
        ),
        Column(
            "moved_by",
            Kind.TEXT,
            "who moved it, as printed",
            lambda row: row.decision.motion.mover if row.decision.motion else None,
        ),
        Column(
            "seconded_by",
            Kind.TEXT,
            "who seconded it, as printed",
            lambda row: row.decision.motion.seconder if row.decision.motion else None,
        ),
        Column("in_favour", Kind.NUMBER, "the votes in favour", lambda row: row.votes.in_favour),
        Column("against", Kind.NUMBER, "the votes against", lambda row: row.votes.against),
        Column("abstained", Kind.NUMBER, "those who abstained", lambda row: row.votes.abstained),
        Column(
            "unanimous",
            Kind.YES_NO,
            "whether it is said that all were in favour",
            lambda row: row.votes.unanimous or None,
        ),
        draft(lambda row: is_draft(row.decision.meeting)),
    ),
)


@dataclass(frozen=True, slots=True)
class _Notice:
    notice: DecisionNotice
    place: Destination | None
    """Where it was taken."""


def _notices(archive: Archive) -> Iterator[_Notice]:
    for notice in archive.decisions:
        yield _Notice(notice, archive.places.find(notice.meeting) if notice.meeting else None)


NOTICES: Register[_Notice] = Register(
    "notices",
    "Decision notices",
    "The formal records of decisions of the local policing body, at a meeting or otherwise.",
    _notices,
    (
        an_id("the notice’s page", lambda row: decision_address(row.notice.reference)),
        Column(
            "reference",
            Kind.TEXT,
            "its reference, as printed",
            lambda row: row.notice.reference,
            required=True,
        ),
        Column("title", Kind.TEXT, "its title", lambda row: row.notice.title, required=True),
        Column("date", Kind.DATE, "the day of the notice", lambda row: row.notice.date),
        Column("decided_by", Kind.TEXT, "who decided", lambda row: row.notice.decided_by),
        Column(
            "meeting",
            Kind.ADDRESS,
            "the meeting it was taken at",
            lambda row: meeting_address(row.notice.meeting.meeting) if row.notice.meeting else None,
            of="meetings",
        ),
        Column(
            "taken_at",
            Kind.ADDRESS,
            "the place in that meeting’s record, or the meeting",
            lambda row: row.place.address if row.place else None,
        ),
        Column(
            "significant_public_interest",
            Kind.YES_NO,
            "whether it says that it is of such",
            lambda row: row.notice.significant_public_interest,
            required=True,
        ),
        Column("amount", Kind.TEXT, "as printed", lambda row: row.notice.amount),
        Column(
            "delegated_by",
            Kind.TEXT,
            "who delegated the decision, or by what scheme",
            lambda row: row.notice.delegated_by,
        ),
        Column("power", Kind.TEXT, "by what power, as printed", lambda row: row.notice.power),
        Column(
            "out_of_meeting",
            Kind.YES_NO,
            "whether it says that it was taken out of a meeting",
            lambda row: row.notice.out_of_meeting or None,
        ),
        Column("published", Kind.DATE, "the day on which it was published", lambda row: row.notice.published),
        Column("urgent", Kind.TEXT, "why it could not wait", lambda row: row.notice.urgent),
        Column("reasons", Kind.TEXT, "the reasons", lambda row: plain_text(row.notice.reasons) or None),
        Column(
            "options",
            Kind.TEXT,
            "what else was considered",
            lambda row: plain_text(row.notice.options) or None,
        ),
        Column(
            "interests",
            Kind.TEXT,
            "the interests that were declared",
            lambda row: plain_text(row.notice.interests) or None,
        ),
        Column(
            "exempt_grounds",
            Kind.TEXT,
            "the grounds on which parts are not public",
            lambda row: tuple(exempt.ground for exempt in row.notice.exempt),
            several=True,
        ),
        Column(
            "documents",
            Kind.TEXT,
            "the titles of what goes with it",
            lambda row: tuple(link.title for link in row.notice.documents),
            several=True,
        ),
        Column("text", Kind.TEXT, "the notice", lambda row: plain_text(row.notice.blocks)),
    ),
)
