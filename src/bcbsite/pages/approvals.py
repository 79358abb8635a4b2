"""What a page says of the approval of a meeting's minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.archive.places import Destination
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Approvals:
    """Where the minutes of a meeting were approved, or put off."""

    stated: Reference | None
    """The meeting, and the place in its record, that their front matter names."""
    stated_at: Destination | None
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
        found = [approval for approval in found if approval.deferred or approval.at == stated.meeting]
    shown = stated or any(not approval.deferred for approval in found)
    return Approvals(
        stated=stated if stated and not any(approval.at == stated.meeting for approval in found) else None,
        stated_at=archive.places.find(stated) if stated else None,
        found=found,
        is_missing=bool(minutes and minutes.status is Status.APPROVED and not shown),
    )
