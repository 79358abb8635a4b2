"""What is due, and what the record is silent of: for those who keep the records."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import ClockState, clock_of
from bcbsite.archive.held_back import records_of
from bcbsite.diagnostics import Span
from bcbsite.model.content import Content
from bcbsite.model.document import Status
from bcbsite.model.reference import day_of
from bcbsite.read.dates import LONDON, count_of, day_in_words

SOON = 14
"""Days before its last day from which a response is told of as urgent."""


class DueKind(StrEnum):
    """What kind of thing is due."""

    RESPONSE = "response"
    COMMENTS = "comments overdue"
    COPIES = "copies not sent"
    OVERDUE = "overdue action"
    TARGET_PASSED = "target passed"
    SILENT = "silent action"
    AGENDA = "agenda or paper not out"
    NO_MINUTES = "public meeting without minutes"
    NOT_APPROVED = "minutes not approved"
    DECISION = "significant decision not whole"
    NOT_PROMINENT = "not prominent"
    EMBARGO = "embargo"

    @property
    def plural(self) -> str:
        """A heading for several of them."""
        return _HEADINGS[self]


_HEADINGS = {
    DueKind.RESPONSE: "Responses to inspection reports",
    DueKind.COMMENTS: "Comments on inspection reports that were asked for and are overdue",
    DueKind.COPIES: "Responses whose copies are not on record as sent",
    DueKind.OVERDUE: "Overdue actions",
    DueKind.TARGET_PASSED: "Actions whose target has passed, and whose outcome is not known",
    DueKind.SILENT: "Actions without a later mention",
    DueKind.AGENDA: "Agendas and papers of meetings to come that are not public",
    DueKind.NO_MINUTES: "Past public meetings without minutes",
    DueKind.NOT_APPROVED: "Minutes that are not approved",
    DueKind.DECISION: "Decisions of significant public interest without a day or a maker",
    DueKind.NOT_PROMINENT: "What must be in a prominent place, and was not found there",
    DueKind.EMBARGO: "Embargoes to come",
}


@dataclass(frozen=True, slots=True)
class Due:
    """Something that a governance officer should know."""

    kind: DueKind
    what: str
    """The record, in a few words."""
    says: str
    """How it stands, in a few words."""
    at: Span
    """Its file."""
    day: date | None = None
    """The last day, the target, the meeting's day or the embargo's end."""
    urgent: bool = False
    """Whether it is late, or soon will be."""


def what_is_due(content: Content, archive: Archive, now: datetime) -> list[Due]:
    """All that is due at *now*; *archive* is the join of all of *content*, public or not."""
    kinds: tuple[Callable[[Content, Archive, datetime], Iterable[Due]], ...] = (
        _responses,
        _actions,
        _minutes,
        _embargoes,
    )
    return [due for kind in kinds for due in kind(content, archive, now)]


def in_order_of_kinds(found: Iterable[Due]) -> list[Due]:
    """*found* by their kinds."""
    return sorted(found, key=lambda due: list(DueKind).index(due.kind))


def _responses(content: Content, archive: Archive, _: datetime) -> Iterator[Due]:
    as_at = archive.as_at
    for report in content.inspections:
        clock = clock_of(report, as_at)
        days = count_of(clock.days, "day")
        last = day_in_words(clock.last_day) if clock.last_day else ""
        last += f" ({clock.closed})" if clock.closed else ""
        if clock.state is ClockState.DUE:
            says = f"due in {days}, on {last}" if clock.days else f"due today, {last}"
            urgent = clock.days <= SOON
        elif clock.state is ClockState.OVER:
            says, urgent = f"{days} over; the last day was {last}", True
        elif clock.state is ClockState.UNKNOWN and clock.last_day:
            says, urgent = f"publication not on record; the last day was {last}", False
        else:
            continue
        yield Due(DueKind.RESPONSE, report.report, says, report.at, clock.last_day, urgent)


def _actions(_: Content, archive: Archive, __: datetime) -> Iterator[Due]:
    as_at = archive.as_at
    for history in archive.actions:
        action, past = history.action, history.days_past_target(as_at)
        target = history.target.day if history.target else None
        words = day_in_words(target) if target else ""
        what = f"{action.id} {action.title or ''}".rstrip()
        if history.is_overdue(as_at):
            says = f"{history.status}; its target of {words} passed {count_of(past, 'day')} ago"
            yield Due(DueKind.OVERDUE, what, says, action.at, target, urgent=True)
        elif past:
            outcome = "not clear" if history.later_unclear else "not stated"
            says = f"its target of {words} passed; outcome {outcome}"
            if history.status:
                says = f"{history.status} {history.as_of(as_at)} ({words})"
            yield Due(DueKind.TARGET_PASSED, what, says, action.at, target)
        if history.is_silent and not history.has_ended:
            raised = day_in_words(history.raised_on)
            says = f"raised on {raised}; {_held(history.later_minutes, history.later_unclear)}"
            yield Due(DueKind.SILENT, what, says, action.at, history.raised_on)


def _held(meetings: Iterable[str], unclear: Iterable[str]) -> str:
    """What the minutes of later *meetings* say of an action that none of them names.

    Those of *unclear* have updates of which it is not clear what they are of.
    """
    if may_be := _days(unclear):
        return f"updates in the minutes of {may_be} do not say of which action they are"
    days = _days(meetings)
    return f"it was not found in the minutes of {days}" if days else "no later minutes are held"


def _days(meetings: Iterable[str]) -> str:
    return ", ".join(day_in_words(day_of(id_)) for id_ in meetings)


def _minutes(content: Content, archive: Archive, _: datetime) -> Iterator[Due]:
    for meeting in content.meetings:
        minutes = meeting.minutes
        if minutes and minutes.status is not Status.APPROVED:
            approvals = archive.approvals.of(meeting.id)
            told = next((day_of(a.at) for a in approvals if a.kind.is_approval), None)
            says = (
                f"approved on {day_in_words(told)}: write status: approved"
                if told
                else _how_far(minutes.status)
            )
            what = f"Minutes of {day_in_words(meeting.day)}"
            yield Due(DueKind.NOT_APPROVED, what, says, minutes.at, meeting.day, urgent=told is not None)


def _how_far(status: Status) -> str:
    return "still a draft" if status is Status.DRAFT else "no status is stated"


def _embargoes(content: Content, _: Archive, now: datetime) -> Iterator[Due]:
    for record in records_of(content):
        if record.publish_at and record.publish_at > now:
            moment = record.publish_at.astimezone(LONDON)
            says = f"public from {day_in_words(moment.date())}, {moment:%H:%M}"
            yield Due(DueKind.EMBARGO, record.at.path, says, record.at, moment.date())
