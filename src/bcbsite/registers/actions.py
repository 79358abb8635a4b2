"""The action log: the actions, and what was reported of them."""

from collections.abc import Iterator

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.registers.meetings import is_draft
from bcbsite.registers.table import Column, Kind, Register, Row, an_id
from bcbsite.registers.texts import DRAFT


def _actions(archive: Archive) -> Iterator[Row]:
    topics: dict[str, list[str]] = {}
    for record in archive.topics:
        for history in record.actions:
            topics.setdefault(history.address, []).append(record.address)
    for history in archive.actions:
        action, target = history.action, history.target
        yield (
            history.address,
            action.id,
            action.number,
            action.series,
            action.title,
            plain_text(action.action),
            history.raised_on,
            meeting_address(action.raised.meeting),
            history.raised_at.address if history.raised_at else None,
            tuple(" ".join(owner.name.split()) for owner in action.owners),
            target.printed if target else None,
            target.day if target else None,
            history.status,
            history.ended_on,
            tuple(mention.source.address for mention in history.mentions),
            tuple(topics.get(history.address, ())),
            is_draft(archive.meetings.get(action.raised.meeting)),
        )


ACTIONS = Register(
    "actions",
    "Actions",
    "The action log: what the Board asked to be done, and how it stands.",
    (
        an_id("the action’s page"),
        Column("reference", Kind.TEXT, "the series, and the number in it", required=True),
        Column("number", Kind.TEXT, "as printed"),
        Column("series", Kind.TEXT, "the run of numbers it is in; numbers begin again", required=True),
        Column("title", Kind.TEXT, "where the log has one"),
        Column("text", Kind.TEXT, "what is to be done"),
        Column("raised_on", Kind.DATE, "the day of the meeting that raised it", required=True),
        Column("meeting", Kind.ADDRESS, "that meeting", required=True, of="meetings"),
        Column("raised_at", Kind.ADDRESS, "the place in that meeting’s record, or the meeting"),
        Column("owners", Kind.TEXT, "who is to do it, as printed", several=True),
        Column("target", Kind.TEXT, "when it is to be done, as printed last"),
        Column("target_date", Kind.DATE, "the day of that, where it names one"),
        Column(
            "status",
            Kind.TEXT,
            "`open`, `ongoing`, `complete`, `superseded` or `withdrawn`, as stated last; none where the "
            "record does not say",
        ),
        Column("ended_on", Kind.DATE, "the day that the record says it ended"),
        Column("mentions", Kind.ADDRESS, "other places that name it later", several=True),
        Column("topics", Kind.ADDRESS, "the topics that it has", several=True, of="topics"),
        DRAFT,
    ),
    _actions,
)


def event_address(history: ActionHistory, number: int) -> str:
    """The place of an event on its action's page."""
    return f"{history.address}#event-{number}"


def _events(archive: Archive) -> Iterator[Row]:
    for history in archive.actions:
        for dated in history.events:
            event = dated.event
            meeting = event.meeting.meeting if event.meeting else None
            yield (
                event_address(history, dated.number),
                history.address,
                dated.day,
                event.on.printed if event.on else None,
                meeting_address(meeting) if meeting else None,
                dated.address,
                plain_text(event.update),
                event.status,
                event.target.printed if event.target else None,
                event.target.day if event.target else None,
                is_draft(archive.meetings.get(meeting or "")),
            )


ACTION_EVENTS = Register(
    "action_events",
    "Events of actions",
    "What was reported of each action, oldest first.",
    (
        an_id("its place on the action’s page"),
        Column("action", Kind.ADDRESS, "the action", required=True, of="actions"),
        Column("date", Kind.DATE, "the day of the event, else of its meeting"),
        Column("printed_date", Kind.TEXT, "the date of the event, as printed"),
        Column("meeting", Kind.ADDRESS, "the meeting it was reported at", of="meetings"),
        Column("reported_at", Kind.ADDRESS, "the place in that meeting’s record, or the meeting"),
        Column("text", Kind.TEXT, "what was reported"),
        Column("status", Kind.TEXT, "the status, where it states one"),
        Column("target", Kind.TEXT, "the new target, as printed, where it changed"),
        Column("target_date", Kind.DATE, "the day of the new target, where it names one"),
        DRAFT,
    ),
    _events,
)
