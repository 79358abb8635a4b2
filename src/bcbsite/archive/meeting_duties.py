"""What of a meeting is not public in time: its agenda and papers before it, its minutes after it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bcbsite.archive.due import SOON, Due, DueKind
from bcbsite.diagnostics import Span
from bcbsite.model.agenda import Agenda
from bcbsite.model.board import Board
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper, Publish
from bcbsite.read.dates import LONDON, day_in_words


def is_in_public(meeting: Meeting, board: Board) -> bool | None:
    """Whether the public may attend, as the minutes, the agenda or the board says; None where none does."""
    documents = (meeting.minutes, meeting.agenda)
    said = (document.sitting.public for document in documents if document)
    return next((public for public in said if public is not None), board.public_meetings)


def without_minutes(meeting: Meeting, board: Board, as_at: date) -> Iterator[Due]:
    """A public meeting that is over, of which no minutes are held.

    SI 2011/3050, Schedule, para 5(c): a copy of the minutes of each public meeting.
    """
    held = meeting.minutes or any(paper.stands_for == "minutes" for paper in meeting.papers)
    if meeting.day < as_at and is_in_public(meeting, board) and not held:
        what, at = f"Meeting of {day_in_words(meeting.day)}", next(meeting.documents).at
        yield Due(DueKind.NO_MINUTES, what, "held in public; no minutes are held here", at, meeting.day)


def not_out(meeting: Meeting, board: Board, as_at: date, now: datetime) -> Iterator[Due]:
    """The agenda and the papers of a meeting to come that are not public, from 14 days before they are to be.

    By how many days before a meeting that is, is the board's own rule (`agenda_days`).
    """
    if board.agenda_days is None or meeting.day < as_at or is_in_public(meeting, board) is False:
        return
    last = meeting.day - timedelta(days=board.agenda_days)
    if (last - as_at).days <= SOON:
        for what, state, at in _not_public(meeting, now):
            says = f"{state}; to be public by {day_in_words(last)}"
            yield Due(DueKind.AGENDA, what, says, at, last, urgent=last < as_at)


def _not_public(meeting: Meeting, now: datetime) -> Iterator[tuple[str, str, Span]]:
    """What of *meeting* is not public, why, and where it is; a paper is withheld on purpose."""
    day = day_in_words(meeting.day)
    if meeting.agenda:
        if state := _state(meeting.agenda, now):
            yield f"Agenda of {day}", state, meeting.agenda.at
    elif not any(paper.stands_for == "agenda" for paper in meeting.papers):
        yield f"Agenda of {day}", "none is held here", next(meeting.documents).at
    for paper in meeting.papers:
        if paper.publish is not Publish.WITHHELD and (state := _state(paper, now)):
            yield f"Paper “{paper.title}” of {day}", state, paper.at


def _state(document: Agenda | Paper, now: datetime) -> str:
    """Why *document* is not public at *now*; nothing where it is."""
    if document.status is Status.DRAFT:
        return "still a draft"
    if document.publish_at and document.publish_at > now:
        moment = document.publish_at.astimezone(LONDON)
        return f"public from {day_in_words(moment.date())}, {moment:%H:%M}"
    return "without items" if isinstance(document, Agenda) and not document.body.parts else ""
