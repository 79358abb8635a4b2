"""The action log: the actions, and what was reported of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.actions import ActionHistory, DatedEvent
from bcbsite.archive.addresses import meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.model.actions import ActionEvent
from bcbsite.model.blocks import plain_text
from bcbsite.registers.meetings import is_draft
from bcbsite.registers.table import Column, Kind, Register, an_id, draft


@dataclass(frozen=True, slots=True)
class _Action:
    history: ActionHistory
    topics: tuple[str, ...]
    """The addresses of its topics."""
    draft: bool


def _actions(archive: Archive) -> Iterator[_Action]:
    topics: dict[str, list[str]] = {}
    for record in archive.topics:
        for history in record.actions:
            topics.setdefault(history.address, []).append(record.address)
    for history in archive.actions:
        raised_at = archive.meetings.get(history.action.raised.meeting)
        yield _Action(history, tuple(topics.get(history.address, ())), is_draft(raised_at))


ACTIONS: Register[_Action] = Register(
    "actions",
    "Actions",
    "The action log: what the Board asked to be done, and how it stands.",
    _actions,
    (
        an_id("the action’s page", lambda row: row.history.address),
        Column(
            "reference",
            Kind.TEXT,
            "the series, and the number in it",
            lambda row: row.history.action.id,
            required=True,
        ),
        Column("number", Kind.TEXT, "as printed", lambda row: row.history.action.number),
        Column(
            "series",
            Kind.TEXT,
            "the run of numbers it is in; numbers begin again",
            lambda row: row.history.action.series,
            required=True,
        ),
        Column("title", Kind.TEXT, "where the log has one", lambda row: row.history.action.title),
        Column("text", Kind.TEXT, "what is to be done", lambda row: plain_text(row.history.action.action)),
        Column(
            "raised_on",
            Kind.DATE,
            "the day of the meeting that raised it",
            lambda row: row.history.raised_on,
            required=True,
        ),
        Column(
            "meeting",
            Kind.ADDRESS,
            "that meeting",
            lambda row: meeting_address(row.history.action.raised.meeting),
            required=True,
            of="meetings",
        ),
        Column(
            "raised_at",
            Kind.ADDRESS,
            "the place in that meeting’s record, or the meeting",
            lambda row: row.history.raised_at.address if row.history.raised_at else None,
        ),
        Column(
            "owners",
            Kind.TEXT,
            "who is to do it, as printed",
            lambda row: tuple(" ".join(owner.name.split()) for owner in row.history.action.owners),
            several=True,
        ),
        Column(
            "target",
            Kind.TEXT,
            "when it is to be done, as printed last",
            lambda row: row.history.target.printed if row.history.target else None,
        ),
        Column(
            "target_date",
            Kind.DATE,
            "the day of that, where it names one",
            lambda row: row.history.target.day if row.history.target else None,
        ),
        Column(
            "status",
            Kind.TEXT,
            "`open`, `ongoing`, `complete`, `superseded` or `withdrawn`, as stated last; empty where "
            "none was read",
            lambda row: row.history.status,
        ),
        Column(
            "ended_on", Kind.DATE, "the day that the record says it ended", lambda row: row.history.ended_on
        ),
        Column(
            "mentions",
            Kind.ADDRESS,
            "other places that name it later",
            lambda row: tuple(mention.source.address for mention in row.history.mentions),
            several=True,
        ),
        Column(
            "topics",
            Kind.ADDRESS,
            "the topics that it has",
            lambda row: row.topics,
            several=True,
            of="topics",
        ),
        draft(lambda row: row.draft),
    ),
)


def event_address(history: ActionHistory, anchor: str) -> str:
    """The place of an event on its action's page."""
    return f"{history.address}#{anchor}"


@dataclass(frozen=True, slots=True)
class _Event:
    history: ActionHistory
    dated: DatedEvent
    draft: bool

    @property
    def event(self) -> ActionEvent:
        """What the log has of it."""
        return self.dated.event


def _events(archive: Archive) -> Iterator[_Event]:
    for history in archive.actions:
        for dated in history.events:
            meeting = dated.event.meeting.meeting if dated.event.meeting else ""
            yield _Event(history, dated, is_draft(archive.meetings.get(meeting)))


ACTION_EVENTS: Register[_Event] = Register(
    "action_events",
    "Events of actions",
    "What was reported of each action, oldest first.",
    _events,
    (
        an_id("its place on the action’s page", lambda row: event_address(row.history, row.dated.anchor)),
        Column(
            "action",
            Kind.ADDRESS,
            "the action",
            lambda row: row.history.address,
            required=True,
            of="actions",
        ),
        Column("date", Kind.DATE, "the day of the event, else of its meeting", lambda row: row.dated.day),
        Column(
            "printed_date",
            Kind.TEXT,
            "the date of the event, as printed",
            lambda row: row.event.on.printed if row.event.on else None,
        ),
        Column(
            "meeting",
            Kind.ADDRESS,
            "the meeting it was reported at",
            lambda row: meeting_address(row.event.meeting.meeting) if row.event.meeting else None,
            of="meetings",
        ),
        Column(
            "reported_at",
            Kind.ADDRESS,
            "the place in that meeting’s record, or the meeting",
            lambda row: row.dated.address,
        ),
        Column("text", Kind.TEXT, "what was reported", lambda row: plain_text(row.event.update)),
        Column("status", Kind.TEXT, "the status, where it states one", lambda row: row.event.status),
        Column(
            "target",
            Kind.TEXT,
            "the new target, as printed, where it changed",
            lambda row: row.event.target.printed if row.event.target else None,
        ),
        Column(
            "target_date",
            Kind.DATE,
            "the day of the new target, where it names one",
            lambda row: row.event.target.day if row.event.target else None,
        ),
        draft(lambda row: row.draft),
    ),
)
