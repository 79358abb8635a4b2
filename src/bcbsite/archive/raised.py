"""Which action that minutes raise is which entry of the action log."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bcbsite.archive.people import Names, by_initials
from bcbsite.archive.places import Destination, Places
from bcbsite.archive.raising.owners import KnownOwners
from bcbsite.archive.raising.prose import actions_in_prose, told_once
from bcbsite.archive.raising.raised import Raised
from bcbsite.archive.raising.reader import Raising, read_actions, read_raising
from bcbsite.archive.raising.repeats import Earlier, key_of
from bcbsite.kept import Lazy, digest_of
from bcbsite.model.actions import Action
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import fold_label
from bcbsite.model.content import Content
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Dismissed, Unread

Line = tuple[str, str, int]
"""Where an action is raised: the meeting's id, the passage's anchor, and which of its actions it is."""


@dataclass(frozen=True, slots=True)
class RaisedActions:
    """What minutes raise, and which entry of the log each is."""

    by_line: Mapping[Line, Action]
    """The entry for each that the log has."""
    unlogged: tuple[tuple[Minutes, Raised], ...]
    """Those that the log does not have."""
    of: Mapping[str, tuple[Raised, ...]]
    """All of them, in order, by the meeting's id."""
    unread: Mapping[str, tuple[Unread, ...]]
    """What looks like an action, and was not understood, by the meeting's id."""
    in_prose: Mapping[str, tuple[Dismissed, ...]]
    """The sentences that say in prose what somebody is to do, by the meeting's id."""


def line_of(meeting: str, raised: Raised) -> Line:
    """Where *raised* stands, as `RaisedActions.by_line` has it."""
    return meeting, raised.passage.anchor, raised.ordinal


def match_raised(
    content: Content, meetings: Mapping[str, Meeting], places: Places, names: Names
) -> RaisedActions:
    """Read what *meetings* raise, and put each to its entry: by number, by words, or by order."""
    readings, in_prose = _readings(content, meetings, names)
    waiting: dict[str, _Waiting] = defaultdict(_Waiting)
    for action in content.log.actions:
        waiting[action.raised.meeting].add(action, places.find(action.raised))
    lines = [(id_, raised) for id_, reading in readings.items() for raised in reading.actions]
    by_line: dict[Line, Action] = {}
    # Numbers and words first: else a line without one could take the entry of the line after it.
    for take in (_Waiting.of_number, _Waiting.of_words, _Waiting.in_order):
        for id_, raised in lines:
            if line_of(id_, raised) not in by_line and (found := take(waiting[id_], raised)):
                by_line[line_of(id_, raised)] = found
    unlogged = (
        (minutes, raised)
        for id_, raised in lines
        if line_of(id_, raised) not in by_line and (minutes := meetings[id_].minutes)
    )
    return RaisedActions(
        by_line,
        tuple(unlogged),
        {id_: reading.actions for id_, reading in readings.items()},
        {id_: (*reading.unread, *told_once(in_prose[id_])) for id_, reading in readings.items()},
        in_prose,
    )


def _readings(
    content: Content, meetings: Mapping[str, Meeting], names: Names
) -> tuple[dict[str, Raising], dict[str, tuple[Dismissed, ...]]]:
    """What each of *meetings* raises that no earlier one did, and what they say in prose is to be done."""
    titles = tuple(_titles(content))
    key = digest_of(titles, names.ids)
    logged = deque(sorted(content.log.actions, key=lambda action: action.raised.meeting))
    earlier = Earlier()
    readings: dict[str, Raising] = {}
    in_prose: dict[str, tuple[Dismissed, ...]] = {}
    for id_, meeting in sorted(meetings.items()):
        if meeting.minutes is None:
            continue
        while logged and logged[0].raised.meeting < id_:
            action = logged.popleft()
            earlier.add(plain_text(action.action), action.number, (owner.name for owner in action.owners))
        known = Lazy(key, partial(_known, meeting.minutes, names, titles))
        readings[id_] = read_raising(read_actions(meeting.minutes, known), earlier)
        in_prose[id_] = actions_in_prose(meeting.minutes, known, readings[id_])
        for raised in readings[id_].actions:
            earlier.add(raised.text, raised.number, raised.owners)
    return readings, in_prose


def _known(minutes: Minutes, names: Names, titles: tuple[str, ...]) -> KnownOwners:
    """Who is known in *minutes*, beside those with *names* and *titles*."""
    return KnownOwners(names, (*titles, *_present(minutes)), by_initials(minutes).__contains__)


def _titles(content: Content) -> Iterator[str]:
    """All posts and organisations by their names."""
    for person in content.people:
        yield from (post.post for post in person.posts)
    for organisation in content.board.organisations:
        yield from (organisation.id, organisation.name, *organisation.aliases)


def _present(minutes: Minutes) -> Iterator[str]:
    """Those whom *minutes* list, by their names and their roles."""
    for listed in (*minutes.members, *minutes.in_attendance, *minutes.apologies):
        yield from filter(None, (listed.name, listed.role))


class _Waiting:
    """The entries of one meeting that have no line yet, in the log's order."""

    def __init__(self) -> None:
        self._entries: list[Action] = []
        self._taken: set[int] = set()
        self._by_number: dict[str, deque[int]] = defaultdict(deque)
        self._by_words: dict[tuple[str, str], deque[int]] = defaultdict(deque)
        self._by_anchor: dict[str, deque[int]] = defaultdict(deque)

    def add(self, action: Action, place: Destination | None) -> None:
        """Add an entry, which was raised at *place*."""
        entry = len(self._entries)
        if action.number:
            self._by_number[fold_label(action.number)].append(entry)
        if place and place.part:
            self._by_anchor[place.part.anchor].append(entry)
            words = key_of(plain_text(action.action), (owner.name for owner in action.owners))
            self._by_words[place.part.anchor, words].append(entry)
        self._entries.append(action)

    def of_number(self, raised: Raised) -> Action | None:
        """The first entry with the number of *raised*."""
        return self._first([self._by_number[fold_label(raised.number)]] if raised.number else ())

    def of_words(self, raised: Raised) -> Action | None:
        """The first entry that was raised there in the same words."""
        words = key_of(raised.text, raised.owners)
        return self._first(self._by_words[place, words] for place in raised.places) if words else None

    def in_order(self, raised: Raised) -> Action | None:
        """The first entry that was raised there, where *raised* has no number of its own."""
        return self._first(() if raised.number else (self._by_anchor[place] for place in raised.places))

    def _first(self, queues: Iterable[deque[int]]) -> Action | None:
        """The first entry of *queues*, which then waits no more."""
        queues = list(queues)
        for queue in queues:
            while queue and queue[0] in self._taken:
                queue.popleft()
        first = min((queue[0] for queue in queues if queue), default=None)
        if first is None:
            return None
        self._taken.add(first)
        return self._entries[first]
