"""Updates: what minutes report of actions, read as events of those actions.

An update is of the action that its own words name, or the words that it stands under: by a mention, its id,
or in the words of the action log. Its status is taken from a sentence that says nothing else, such as
“Complete.”.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.archive.named_actions import ActionFinder
from bcbsite.archive.reports import Report, reports_in
from bcbsite.archive.standing import status_in
from bcbsite.diagnostics import Span
from bcbsite.kept import Lazy, kept
from bcbsite.model.actions import ActionEvent, ActionLog
from bcbsite.model.blocks import plain_text
from bcbsite.model.meeting import Meeting
from bcbsite.model.reading import Sought, Unread
from bcbsite.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Reported:
    """An event of an action that minutes report."""

    event: ActionEvent
    label: str | None
    """The printed number of the paragraph, or of the one before it."""


@dataclass(frozen=True, slots=True)
class Updates:
    """All updates of an archive."""

    of: Mapping[str, Sequence[Reported]] = field(default_factory=dict)
    """By the action's id, oldest first."""
    quoted: Mapping[str, Sequence[Reported]] = field(default_factory=dict)
    """By the action's id, where later minutes have its words and say nothing more of it."""
    unread: Mapping[str, tuple[Unread, ...]] = field(default_factory=dict)
    """Those whose action is not clear, by the meeting's id; told of unless that is waived."""
    unclear: Mapping[str | None, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the meetings with such, but for waived ones, in order: by the id of each action that they
    may be of, and under None where they may be of any."""

    def unclear_of(self, action: str) -> tuple[str, ...]:
        """The ids of the meetings with updates of which it is not clear whether they are of *action*."""
        return tuple(sorted({*self.unclear.get(None, ()), *self.unclear.get(action, ())}))


def read_updates(meetings: Iterable[Meeting], log: ActionLog) -> Updates:
    """The updates in the minutes of *meetings*, in which mentions are marked; of the actions of *log*."""
    if not log.actions:
        return Updates()
    finder = Lazy(log, lambda: ActionFinder(log))
    found: dict[str, list[Reported]] = {}
    quoted: dict[str, list[Reported]] = {}
    unread: dict[str, list[Unread]] = {}
    unclear: dict[str | None, set[str]] = {}
    for meeting in meetings:
        for report in _reports(meeting, finder):
            if report.action:
                of = found if report.blocks else quoted
                of.setdefault(report.action.id, []).append(_reported(report, meeting))
                continue
            unread.setdefault(meeting.id, []).append(_unread(report))
            if not _is_waived(report, meeting):
                may_be: list[str | None] = [action.id for action in report.may_be]
                for id_ in may_be or [None]:
                    unclear.setdefault(id_, set()).add(meeting.id)
    return Updates(
        found,
        quoted,
        {id_: tuple(of) for id_, of in unread.items()},
        {id_: tuple(sorted(of)) for id_, of in unclear.items()},
    )


@kept
def _reports(meeting: Meeting, finder: Lazy[ActionFinder]) -> tuple[Report, ...]:
    return tuple(reports_in(meeting, finder.value))


def _reported(report: Report, meeting: Meeting) -> Reported:
    assert meeting.minutes
    at = Span(meeting.minutes.at.path, report.line)
    event = ActionEvent(
        on=None,
        meeting=Reference(meeting.id, report.passage.anchor, at),
        update=report.blocks,
        status=status_in(f"{report.standing}\n{plain_text(report.blocks)}"),
        target=None,
        draft=False,
        publish_at=None,
        at=at,
    )
    return Reported(event, report.label)


def _unread(report: Report) -> Unread:
    words = " ".join(plain_text(report.blocks).split())
    message = f"It is not clear of which action “{words[:60]}” is an update."
    if report.is_named:
        message = f"“{words[:60]}” seems to say how an action stands, and is not read as an update of it."
    return Unread(Sought.UPDATE, message, report.line, report.passage.anchor)


def _is_waived(report: Report, meeting: Meeting) -> bool:
    assert meeting.minutes
    return any(meeting.minutes.waives("unread-update", part) for part in (None, report.passage))


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an action, of the log or of minutes."""

    event: ActionEvent
    label: str | None
    """The number of its place, as printed."""
    anchor: str
    """Its place on the action's page, which stays when others are added to the log."""


def with_reported(logged: Sequence[ActionEvent], reported: Sequence[Reported]) -> Iterator[Told]:
    """The events of the log and those of minutes; what both have of one meeting is one event.

    The log's words, status and place come first; where it has none, the minutes' take their place.
    """
    of_meeting: dict[str, list[Reported]] = {}
    for one in reported:
        of_meeting.setdefault(_meeting_of(one.event), []).append(one)
    for number, event in enumerate(logged, 1):
        merged, label = _one(event, of_meeting.get(_meeting_of(event), []))
        yield Told(merged, label, f"event-{number}")
    known = {_meeting_of(event) for event in logged}
    for meeting, found in of_meeting.items():
        for number, one in enumerate(found if meeting not in known else (), 1):
            yield Told(one.event, one.label, f"event-{meeting}" + (f"-{number}" if number > 1 else ""))


def _meeting_of(event: ActionEvent) -> str:
    """The id of the meeting at which it was reported, or nothing."""
    return event.meeting.meeting if event.meeting else ""


def _one(event: ActionEvent, told: Sequence[Reported]) -> tuple[ActionEvent, str | None]:
    """An event of the log with what only the minutes have, and the number of its place."""
    place = event.meeting.place if event.meeting else None
    if not told:
        return event, place
    stated = [one.event.status for one in told if one.event.status]
    merged = replace(
        event,
        meeting=event.meeting if place else told[0].event.meeting,
        update=event.update or told[0].event.update,
        status=event.status or (stated[-1] if stated else None),
    )
    return merged, place or told[0].label
