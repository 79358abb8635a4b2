"""Which `Action:` line of the minutes is which entry of the action log."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.places import Destination, Places
from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.blocks import Role
from bcbsite.model.body import Passage, same_label
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes


@dataclass(frozen=True, slots=True)
class RaisedActions:
    """Which `Action:` line of the minutes is which entry of the log."""

    by_line: Mapping[tuple[str, str], Action]
    """The entry for a meeting's id and a passage's anchor."""
    unlogged: tuple[tuple[Minutes, Passage], ...]
    """The lines that the log does not have."""


def match_raised(log: ActionLog, meetings: Mapping[str, Meeting], places: Places) -> RaisedActions:
    """Put each `Action:` line to its entry: by its number, else by its place and the order there."""
    waiting: dict[str, list[tuple[Action, Destination | None]]] = defaultdict(list)
    for action in log.actions:
        waiting[action.raised.meeting].append((action, places.find(action.raised)))
    lines = [(meeting, passage) for meeting in meetings.values() for passage in _raising(meeting)]
    by_line: dict[tuple[str, str], Action] = {}
    # Numbers first: else a line without one could take the entry of the numbered line after it.
    for meeting, passage in sorted(lines, key=lambda line: line[1].number is None):
        if found := _entry_for(passage, waiting[meeting.id]):
            waiting[meeting.id].remove(found)
            by_line[meeting.id, passage.anchor] = found[0]
    unlogged = (
        (meeting.minutes, passage)
        for meeting, passage in lines
        if meeting.minutes and (meeting.id, passage.anchor) not in by_line
    )
    return RaisedActions(by_line, tuple(unlogged))


def _raising(meeting: Meeting) -> Iterator[Passage]:
    """The lines of a meeting's minutes that raise an action."""
    if meeting.minutes:
        yield from (p for p in meeting.minutes.body.passages if p.role is Role.ACTION)


def _entry_for(
    passage: Passage, entries: Iterable[tuple[Action, Destination | None]]
) -> tuple[Action, Destination | None] | None:
    for entry in entries:
        action, place = entry
        if passage.number and action.number and same_label(passage.number, action.number):
            return entry
        anchor = place.part.anchor if place and place.part else None
        if not passage.number and anchor and anchor in (passage.follows, passage.item, passage.anchor):
            return entry
    return None
