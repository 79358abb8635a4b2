"""What a reference leads to: a meeting, or a place in its minutes or its agenda."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.addresses import agenda_address, meeting_address, minutes_address
from bcbsite.model.body import Body, Part
from bcbsite.model.meeting import Meeting
from bcbsite.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a reference leads."""

    address: str
    """With the anchor, where the place is known."""
    part: Part | None
    """The item or passage; absent for a meeting as a whole, or one that is not held."""
    held: bool
    """Whether anything of the meeting is held here."""


class Places:
    """Finds the places of all held meetings."""

    def __init__(self, meetings: Mapping[str, Meeting]) -> None:
        """*meetings* by their ids."""
        self._meetings = meetings

    def find(self, reference: Reference) -> Destination | None:
        """Where *reference* leads; nothing where the meeting's held minutes lack the place.

        A place is looked for in the minutes, then in the agenda. A meeting that is not held leads to the
        page that says so, and a place that only an agenda could show, to the meeting.
        """
        meeting = self._meetings.get(reference.meeting)
        whole = Destination(meeting_address(reference.meeting), None, meeting is not None)
        if meeting is None or reference.place is None:
            return whole
        for address, body in _bodies(meeting):
            if part := body.find(reference.place):
                return Destination(f"{address}#{part.anchor}", part, held=True)
        is_complete = meeting.minutes is not None and meeting.minutes.body.is_whole
        return None if is_complete else whole


def _bodies(meeting: Meeting) -> Iterator[tuple[str, Body]]:
    if meeting.minutes:
        yield minutes_address(meeting.id), meeting.minutes.body
    if meeting.agenda:
        yield agenda_address(meeting.id), meeting.agenda.body
