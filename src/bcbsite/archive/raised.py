"""Which `Action:` line of the minutes is which entry of the action log."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.places import Destination, Places
from bcbsite.model.actions import Action, ActionLog
from bcbsite.model.blocks import Role
from bcbsite.model.body import Passage, fold_label
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
    waiting: dict[str, _Waiting] = defaultdict(_Waiting)
    for action in log.actions:
        waiting[action.raised.meeting].add(action, places.find(action.raised))
    lines = [(meeting, passage) for meeting in meetings.values() for passage in _raising(meeting)]
    by_line: dict[tuple[str, str], Action] = {}
    # Numbers first: else a line without one could take the entry of the numbered line after it.
    for meeting, passage in sorted(lines, key=lambda line: line[1].number is None):
        if found := waiting[meeting.id].take(passage):
            by_line[meeting.id, passage.anchor] = found
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


class _Waiting:
    """The entries of one meeting that have no line yet, in the log's order."""

    def __init__(self) -> None:
        self._entries: list[Action] = []
        self._taken: set[int] = set()
        self._by_number: dict[str, deque[int]] = defaultdict(deque)
        self._by_anchor: dict[str, deque[int]] = defaultdict(deque)

    def add(self, action: Action, place: Destination | None) -> None:
        """Add an entry, which was raised at *place*."""
        if action.number:
            self._by_number[fold_label(action.number)].append(len(self._entries))
        if place and place.part:
            self._by_anchor[place.part.anchor].append(len(self._entries))
        self._entries.append(action)

    def take(self, passage: Passage) -> Action | None:
        """The first entry that *passage* can be the line of, which then waits no more."""
        if passage.number:
            queues = [self._by_number[fold_label(passage.number)]]
        else:
            anchors = {passage.below, passage.follows, passage.item, passage.anchor}
            queues = [self._by_anchor[anchor] for anchor in anchors if anchor in self._by_anchor]
        for queue in queues:
            while queue and queue[0] in self._taken:
                queue.popleft()
        first = min((queue[0] for queue in queues if queue), default=None)
        if first is None:
            return None
        self._taken.add(first)
        return self._entries[first]
