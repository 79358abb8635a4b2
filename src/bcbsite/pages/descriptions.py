"""What a page says of itself in a sentence, to search engines and in previews: facts of its record.

A sentence says more than the title, and no two pages have the same one.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from bcbsite.archive.actions import NOT_CLEAR, NOT_STATED, ActionHistory
from bcbsite.archive.decisions import Decision
from bcbsite.model.actions import ActionStatus
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import plain_text
from bcbsite.model.board import Board
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document, Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.reference import day_of
from bcbsite.pages.approvals import Approvals
from bcbsite.pages.words import beginning, day_in_words, time_in_words, weekday_in_words
from bcbsite.read.dates import count_of

LENGTH = 160
"""How many characters of a record's own words a sentence has at most: search engines show about as many."""


def span_of(days: Iterable[date | None]) -> str:
    """`2019 to 2022`, `2019`, or nothing where no day is known."""
    years = sorted({day.year for day in days if day})
    if not years:
        return ""
    return f"{years[0]} to {years[-1]}" if years[1:] else str(years[0])


def of_meeting(
    board: Board, meeting: Meeting, actions: Collection[object], decisions: Collection[object]
) -> str:
    """When and where it was, and what is held of it."""
    held = [str(meeting.arrangements.state)] if meeting.is_off and meeting.arrangements else []
    held += [f"{_status(meeting.minutes)}minutes"] if meeting.minutes else []
    held += ["agenda"] if meeting.agenda else []
    held += _counted(("paper", meeting.papers), ("decision", decisions), ("action", actions))
    when = _listed([weekday_in_words(meeting.day), *_time_and_place(meeting, meeting)])
    return f"{board.name}, meeting of {when}: {_listed(held) or 'no document is held here'}."


def of_stub(board: Board, day: date) -> str:
    """That it is known and nothing is held of it."""
    return (
        f"{board.name}, meeting of {weekday_in_words(day)}: no document is held here; other records name it."
    )


def of_list(board: Board, days: Collection[date], held: int) -> str:
    """How many meetings there are, from when, and of how many the minutes are held."""
    years = f", {span_of(days)}" if days else ""
    meetings = f"{count_of(days, 'meeting')} of the {board.name}"
    return f"{meetings}{years}; the minutes of {held or 'none'} are held here."


def of_minutes(
    board: Board, meeting: Meeting, minutes: Minutes, approvals: Approvals, *, decisions: int, actions: int
) -> str:
    """How much they record, and where they were approved."""
    held = _counted(("item", _items(minutes)), ("decision", decisions), ("action", actions))
    sentence = f"{board.name}, {_status(minutes)}minutes of {day_in_words(meeting.day)}: {_listed(held)}"
    if minutes.status is not Status.APPROVED:
        return f"{sentence}."
    at = next((approval.at for approval in approvals.found if approval.kind.is_approval), None)
    at = approvals.stated.meeting if approvals.stated else at
    return f"{sentence}; approved{f' at the meeting of {day_in_words(day_of(at))}' if at else ''}."


def of_agenda(board: Board, meeting: Meeting, agenda: Agenda) -> str:
    """When and where the meeting is, and how much is on it."""
    when = _listed([weekday_in_words(meeting.day), *_time_and_place(agenda, meeting)])
    held = _counted(("item", _items(agenda)), ("paper", meeting.papers))
    return f"{board.name}, {_status(agenda)}agenda for {when}: {_listed(held)}."


def of_paper(board: Board, meeting: Meeting, paper: Paper) -> str:
    """What it was written for, by whom, and how long it is; of one that is withheld, why."""
    facts = [
        f"paper of {day_in_words(meeting.day)} for the {board.name}",
        f"agenda item {paper.item}" if paper.item else "",
        f"from {paper.sender}" if paper.sender else "",
    ]
    sentence = f"{paper.title}: {_listed(facts)}"
    if paper.publish is Publish.WITHHELD:
        return f"{sentence}; withheld. {opening(paper.reason or 'No reason is given')}"
    held = _counted(("section", list(paper.body.items)), ("attachment", paper.attachments))
    return f"{sentence}; {_listed(held)}." if held else f"{sentence}."


def of_action(history: ActionHistory, status: str) -> str:
    """Who is to do what, since when, and how it stands."""
    action = history.action
    owners = "; ".join(owner.name for owner in action.owners)
    to_whom = f" for {owners}" if owners else ""
    updates = count_of(history.events, "update") if history.events else "no update read"
    facts = f"Action of {day_in_words(history.raised_on)}{to_whom}: status {status}, {updates}."
    return f"{facts} {opening(plain_text(action.action))}"


_SILENT = {NOT_CLEAR: "whose status is not clear", NOT_STATED: "without a stated status"}


def of_log(board: Board, statuses: Sequence[str], way: str) -> str:
    """How many actions there are of each status, and how they are ordered."""
    words: dict[str, str] = {status: status for status in ActionStatus}
    counts = [f"{n} {said}" for status, said in (words | _SILENT).items() if (n := statuses.count(status))]
    return f"{count_of(statuses, 'action')} of the {board.name}, by {way}: {_listed(counts) or 'none yet'}."


def of_register(board: Board, decisions: Sequence[Decision], what: str) -> str:
    """How many there are, from which years; *what* is `decision` or `noting`."""
    years = span_of(decision.day for decision in decisions)
    of_years = f", {years}" if years else ""
    return (
        f"{count_of(decisions, what)} of the {board.name}{of_years}, each with its words and its paragraph."
    )


def of_notice(notice: DecisionNotice) -> str:
    """When and by whom it was decided, and how the notice begins."""
    facts = [
        f"Decision notice {notice.reference}",
        day_in_words(notice.date) if notice.date else "",
        f"by {notice.decided_by}" if notice.decided_by else "",
        notice.amount or "",
    ]
    return f"{_listed(facts)}: {opening(plain_text(notice.blocks) or notice.title)}"


def opening(text: str) -> str:
    """The first words of *text*, as a sentence or the beginning of one; nothing of nothing."""
    words = beginning(text, LENGTH)
    return words if not words or words[-1] in "….?!" else f"{words}."


def counted(*counts: tuple[str, Collection[object] | int]) -> str:
    """`2 items, 1 action`: each noun with how many there are, but for those of which there are none."""
    return _listed(_counted(*counts))


def _counted(*counts: tuple[str, Collection[object] | int]) -> list[str]:
    return [count_of(things, noun) for noun, things in counts if things]


def _items(document: Document) -> int:
    """How many items there are, of which sub-items are parts."""
    return sum(item.level == 1 for item in document.body.items)


def _status(document: Document) -> str:
    return "draft " if document.status is Status.DRAFT else ""


def _time_and_place(first: Agenda | Meeting, second: Meeting) -> list[str]:
    """As the first of the two says that says something."""
    clock = first.time or second.time
    return [time_in_words(clock) if clock else "", first.location or second.location or ""]


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
