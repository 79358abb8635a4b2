"""The register of decisions, with what was only noted, and the decision notices."""

from collections.abc import Iterator

from bcbsite.archive.addresses import decision_address, meeting_address, minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.registers.meetings import is_draft
from bcbsite.registers.table import Column, Kind, Register, Row, an_id, numbered
from bcbsite.registers.texts import DRAFT


def _decisions(archive: Archive) -> Iterator[Row]:
    ids = numbered(decision.address for decision in archive.register)
    for id_, decision in zip(ids, archive.register, strict=True):
        meeting, notice = decision.meeting, decision.notice
        yield (
            id_,
            decision.address,
            decision.day,
            decision.kind,
            decision.text,
            decision.origin,
            decision.by,
            decision.when,
            meeting_address(meeting.id) if meeting else None,
            decision.label,
            f"{minutes_address(meeting.id)}#{decision.item.anchor}" if meeting and decision.item else None,
            tuple(paper_address(meeting.id, paper.slug) for paper in decision.papers) if meeting else (),
            notice.reference if notice else None,
            decision_address(notice.reference) if notice else None,
            decision.taken_at,
            decision.amounts,
            is_draft(meeting),
        )


DECISIONS = Register(
    "decisions",
    "Decisions",
    "Resolutions, decision notices, and what the minutes say the Board approved, agreed, adopted, accepted, "
    "deferred or noted.",
    (
        an_id("its place; of several at one place, the second ends in `;2`"),
        Column("address", Kind.ADDRESS, "the paragraph, or the decision notice", required=True),
        Column("date", Kind.DATE, "of the meeting, or of the notice"),
        Column(
            "kind",
            Kind.TEXT,
            "`approved`, `agreed`, `adopted`, `accepted`, `noted`, `deferred`, `decided` (by a notice), or "
            "as the minutes state",
            required=True,
        ),
        Column("text", Kind.TEXT, "the words as printed; of a notice its title"),
        Column("origin", Kind.TEXT, "how it is known, such as “read from the text”", required=True),
        Column("by", Kind.TEXT, "who decided"),
        Column("when", Kind.TEXT, "as printed, where it was not at the meeting"),
        Column("meeting", Kind.ADDRESS, "the meeting that decided", of="meetings"),
        Column("label", Kind.TEXT, "the number of the paragraph, or of the one before it"),
        Column("item", Kind.ADDRESS, "the item it is under", of="items"),
        Column("papers", Kind.ADDRESS, "the papers of the item", several=True),
        Column("reference", Kind.TEXT, "the reference of its notice"),
        Column("notice", Kind.ADDRESS, "its notice", of="notices"),
        Column("taken_at", Kind.ADDRESS, "of a notice: the meeting, or the place in its record"),
        Column("amounts", Kind.TEXT, "the amounts of money, as printed", several=True),
        DRAFT,
    ),
    _decisions,
)


def _notices(archive: Archive) -> Iterator[Row]:
    for notice in archive.decisions:
        place = archive.places.find(notice.meeting) if notice.meeting else None
        yield (
            decision_address(notice.reference),
            notice.reference,
            notice.title,
            notice.date,
            notice.decided_by,
            meeting_address(notice.meeting.meeting) if notice.meeting else None,
            place.address if place else None,
            notice.significant_public_interest,
            notice.amount,
            plain_text(notice.blocks),
        )


NOTICES = Register(
    "notices",
    "Decision notices",
    "The formal records of decisions that the commissioner took, at a meeting or otherwise.",
    (
        an_id("the notice’s page"),
        Column("reference", Kind.TEXT, "its reference, as printed", required=True),
        Column("title", Kind.TEXT, "its title", required=True),
        Column("date", Kind.DATE, "the day of the notice"),
        Column("decided_by", Kind.TEXT, "who decided"),
        Column("meeting", Kind.ADDRESS, "the meeting it was taken at", of="meetings"),
        Column("taken_at", Kind.ADDRESS, "the place in that meeting’s record, or the meeting"),
        Column(
            "significant_public_interest", Kind.YES_NO, "whether it says that it is of such", required=True
        ),
        Column("amount", Kind.TEXT, "as printed"),
        Column("text", Kind.TEXT, "the notice"),
    ),
    _notices,
)
