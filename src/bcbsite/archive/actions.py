"""Action histories: the paragraph that raised an action, what was reported of it, how it stands."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.addresses import action_address
from bcbsite.archive.mentions.marking import Mention, Mentions
from bcbsite.archive.mentions.source import Source
from bcbsite.archive.places import Destination, Places
from bcbsite.archive.updates import Told, Updates, with_reported
from bcbsite.model.actions import Action, ActionEvent, ActionLog, ActionStatus
from bcbsite.model.body import fold_label
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.meeting import Meeting
from bcbsite.model.reference import PrintedDate, day_of
from bcbsite.read.dates import day_in_words


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event with its day and place."""

    event: ActionEvent
    anchor: str
    """Its place on the action's page: `event-1`, counted in the log; of minutes `event-2022-03-10`."""
    day: date | None
    """The day of the event, else of its meeting; absent where neither is known."""
    place: Destination | None
    """Where it was reported."""
    mention: Mention | None = None
    """The words of those minutes that name the action, where they do."""
    label: str | None = None
    """The number of the place where it was reported, as printed; or an address, as the log has it."""

    @property
    def address(self) -> str | None:
        """The paragraph where it was reported, or what is nearest to it."""
        if self.mention:
            return self.mention.source.address
        return self.place.address if self.place else None


NOT_STATED = "not stated"
"""How an action stands of which no status is stated."""
NOT_CLEAR = "not clear"
"""The same where an update that was not understood may state one."""
ENDED = (ActionStatus.COMPLETE, ActionStatus.SUPERSEDED, ActionStatus.WITHDRAWN)
"""The statuses of actions of which nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class ActionHistory:
    """An action with all that the record says of it."""

    action: Action
    address: str
    raised_on: date
    raised_at: Destination | None
    """The paragraph that raised it."""
    events: tuple[DatedEvent, ...]
    """Oldest first."""
    mentions: tuple[Mention, ...]
    """Where other records name it after it was raised, but for the paragraphs that the events tell of."""
    held: Sequence[str]
    """The ids of all meetings whose minutes are held, in order."""
    not_held: Sequence[str]
    """The ids of all past meetings that are known, and whose minutes are not held, in order."""
    unclear: Sequence[str]
    """The ids of all meetings with updates in their minutes whose action is not clear, in order."""

    @property
    def later_minutes(self) -> Sequence[str]:
        """The ids of later meetings whose minutes are held."""
        return _after(self.held, self.action.raised.meeting)

    @property
    def gaps(self) -> Sequence[str]:
        """The ids of later meetings that are known, and whose minutes are not held."""
        return _after(self.not_held, self.action.raised.meeting)

    @property
    def later_unclear(self) -> Sequence[str]:
        """The ids of meetings that may have reported on it since its status was stated, or it was raised.

        Their minutes have updates of which it is not clear which action they are of.
        """
        stated = (e.day.isoformat() for e in self.events if e.event.status and e.day)
        return _after(self.unclear, max((self.action.raised.meeting, *stated)))

    @property
    def status(self) -> ActionStatus | None:
        """The last status that an event states; absent where none does."""
        return self.last_stated.event.status if self.last_stated else None

    @property
    def last_stated(self) -> DatedEvent | None:
        """The last event that states a status; absent where none does."""
        return next((e for e in reversed(self.events) if e.event.status), None)

    @property
    def standing(self) -> str:
        """The status, or that none is stated, or that this is not clear."""
        return self.status or (NOT_CLEAR if self.later_unclear else NOT_STATED)

    def stated_by(self, day: date) -> DatedEvent | None:
        """The last event of *day* or before that states a status; absent where none does."""
        stated = (e for e in reversed(self.events) if e.event.status and e.day and e.day <= day)
        return next(stated, None)

    @property
    def target(self) -> PrintedDate | None:
        """When it is to be done, as stated last."""
        changed = (e.event.target for e in reversed(self.events) if e.event.target)
        return next(changed, self.action.target)

    @property
    def ended_on(self) -> date | None:
        """The day of the event that ended it; absent while the record does not say that it ended."""
        if self.status not in ENDED:
            return None
        return self.last_stated.day if self.last_stated else None

    @property
    def has_ended(self) -> bool:
        """Whether the record says that it ended."""
        return self.status in ENDED

    @property
    def is_silent(self) -> bool:
        """Whether nothing published later says a word of it."""
        return not self.events and not self.mentions

    def days_open(self, as_at: date) -> int:
        """The days from when it was raised until it ended, or until *as_at*."""
        return max(0, ((self.ended_on or as_at) - self.raised_on).days)

    def days_past_target(self, as_at: date) -> int:
        """How many days before *as_at* its target lies, where it has not ended; 0 where it does not."""
        if self.has_ended or self.target is None or self.target.day is None:
            return 0
        return max(0, (as_at - self.target.day).days)

    def is_overdue(self, as_at: date) -> bool:
        """Whether its target has passed, and the newest minutes that are held say that it is open.

        It is for those who keep the records, never for the public: a target that passed since the last report
        tells nothing of what became of the action.
        """
        is_open = self.status in (ActionStatus.OPEN, ActionStatus.ONGOING) and not self.later_unclear
        return is_open and not self.is_stale and self.days_past_target(as_at) > 0

    @property
    def is_stale(self) -> bool:
        """Whether minutes are held of a meeting after the day on which its status was last stated."""
        day = self.last_stated.day if self.last_stated else None
        return day is None or any(day_of(id_) > day for id_ in self.later_minutes)

    def as_of(self, as_at: date) -> str:
        """As of which day the status of an open action is, and what its target says, in a few words."""
        stated = self.last_stated
        if stated is None or self.has_ended:
            return ""
        day = day_in_words(stated.day) if stated.day else "on a day that is not on record"
        is_last = stated is self.events[-1]
        when = "at the last report held here" if is_last else "when its status was last stated here"
        return f"{when} ({day}){self._target_as_of(stated.day, as_at)}"

    def _target_as_of(self, stated: date | None, as_at: date) -> str:
        if not self.days_past_target(as_at) or self.target is None or self.target.day is None:
            return ""
        return (
            "; its target had passed"
            if stated and self.target.day < stated
            else "; its target has passed since"
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """What of the archive histories are made of."""

    places: Places
    mentions: Mentions
    updates: Updates


def histories(
    log: ActionLog, joined: Joined, meetings: Mapping[str, Meeting], known: Iterable[str]
) -> tuple[ActionHistory, ...]:
    """The history of each action, in the log's order; *known* are past meetings that are not held."""
    held = tuple(sorted(id_ for id_, meeting in meetings.items() if meeting.minutes))
    not_held = tuple(sorted({*known, *(meetings.keys() - set(held))}))
    return tuple(_history(action, joined, held, not_held) for action in log.actions)


def _history(action: Action, joined: Joined, held: Sequence[str], not_held: Sequence[str]) -> ActionHistory:
    raised_on, raised_at = day_of(action.raised.meeting), joined.places.find(action.raised)
    named = [
        mention
        for mention in joined.mentions.of.get(action.key, ())
        if mention.source.day and mention.source.day >= raised_on and mention.source.record != action.key
        if mention.source.meeting != action.raised.meeting
    ]
    told_of = with_reported(action.events, joined.updates.of.get(action.id, ()))
    events = _dated(told_of, joined.places, named)
    named += _quoted(action, joined, {*map(_meeting_of, events), *(m.source.meeting or "" for m in named)})
    told = {event.mention.source.address for event in events if event.mention}
    told |= {event.place.address for event in events if event.place and event.place.part}
    return ActionHistory(
        action=action,
        address=action_address(action.id),
        raised_on=raised_on,
        raised_at=raised_at,
        events=events,
        mentions=tuple(m for m in sorted(named, key=_by_day) if m.source.address not in told),
        held=held,
        not_held=not_held,
        unclear=joined.updates.unclear_of(action.id),
    )


def _after(ids: Sequence[str], meeting: str) -> Sequence[str]:
    """Those of *ids*, which are in order, that come after *meeting*."""
    return ids[bisect_right(ids, meeting) :]


def _meeting_of(dated: DatedEvent) -> str:
    return dated.event.meeting.meeting if dated.event.meeting else ""


def _by_day(mention: Mention) -> date:
    return mention.source.day or date.min


def _quoted(action: Action, joined: Joined, told: Container[str]) -> list[Mention]:
    """The places that have the words of *action*, but for meetings in *told*, which name it already."""
    found: dict[str, Mention] = {}
    for one in joined.updates.quoted.get(action.id, ()):
        place = joined.places.find(one.event.meeting) if one.event.meeting else None
        if one.event.meeting and place and one.event.meeting.meeting not in told:
            id_ = one.event.meeting.meeting
            record, at = Key(RecordKind.MINUTES, id_), one.event.at
            source = Source("", record, place.address, at, day_of(id_), id_, one.label)
            found.setdefault(place.address, Mention(action.key, "", source))
    return list(found.values())


def _dated(events: Iterable[Told], places: Places, named: Sequence[Mention]) -> tuple[DatedEvent, ...]:
    """*events*, each with its place, in the order of their days."""
    mentions = _FirstMentions(named)
    dated = (
        DatedEvent(
            told.event,
            told.anchor,
            (told.event.on.day if told.event.on else None)
            or (day_of(told.event.meeting.meeting) if told.event.meeting else None),
            places.find(told.event.meeting) if told.event.meeting else None,
            mentions.of(told.event),
            told.label,
        )
        for told in events
    )
    return tuple(sorted(dated, key=lambda e: e.day or date.max))


class _FirstMentions:
    """The words of minutes that name an action, by their meeting and by their place."""

    def __init__(self, named: Iterable[Mention]) -> None:
        self._at: dict[tuple[str | None, str | None], Mention] = {}
        for mention in named:
            source = mention.source
            if source.record.kind is RecordKind.MINUTES:
                self._at.setdefault((source.meeting, None), mention)
                if source.label is not None:
                    self._at.setdefault((source.meeting, fold_label(source.label)), mention)

    def of(self, event: ActionEvent) -> Mention | None:
        """The first words of the minutes that *event* tells of: those under its paragraph there."""
        if event.meeting is None:
            return None
        place = event.meeting.place
        return self._at.get((event.meeting.meeting, None if place is None else fold_label(place)))
