"""What a page says of the approval of a meeting's minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.archive.places import Destination
from bcbsite.model.body import Body
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import ApprovedBy
from bcbsite.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Approvals:
    """Where the minutes of a meeting were approved, or put off."""

    stated: Reference | None
    """The meeting, and the place in its record, that their front matter names."""
    stated_at: Destination | None
    by: ApprovedBy | None
    """How their front matter says that they were approved otherwise than at a meeting."""
    amended: date | None
    """When the amendments that they were approved subject to were made."""
    found: Sequence[Approval]
    """What the minutes of later meetings say, oldest first."""
    is_missing: bool
    """Whether they are said to be approved, and no record shows where."""


def approvals_of(archive: Archive, meeting: Meeting) -> Approvals:
    """What the records say of the approval of the minutes of *meeting*."""
    minutes = meeting.minutes
    stated = minutes.approved_at if minutes else None
    found = archive.approvals.of(meeting.id)
    if stated:  # the paragraph that those minutes say it in is nearer than the meeting
        found = [
            approval for approval in found if not approval.kind.is_approval or approval.at == stated.meeting
        ]
    by = minutes.approved_by if minutes else None
    shown = stated or by or any(approval.kind.is_approval for approval in found)
    return Approvals(
        stated=stated if stated and not any(approval.at == stated.meeting for approval in found) else None,
        stated_at=archive.places.find(stated) if stated else None,
        by=by,
        amended=minutes.amended if minutes else None,
        found=found,
        is_missing=bool(minutes and minutes.status is Status.APPROVED and not shown),
    )


def amendments_by_place(archive: Archive, meeting: Meeting) -> Mapping[str, tuple[Approval, ...]]:
    """The approvals of the minutes of *meeting* that amend a place of them, by the place's anchor."""
    body = meeting.minutes.body if meeting.minutes else Body()
    found: dict[str, list[Approval]] = {}
    for approval in archive.approvals.of(meeting.id):
        for place in approval.amended:
            if part := body.find(place):
                found.setdefault(part.anchor, []).append(approval)
    return {anchor: tuple(approvals) for anchor, approvals in found.items()}
