"""Meetings: the list, a page a year, a page a meeting, and a page for each that is known but not held."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Self

from bcbsite.archive.addresses import MEETINGS, meeting_address, year_address
from bcbsite.archive.approvals import Approval
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.mentions.marking import Mention
from bcbsite.model.body import Item
from bcbsite.model.key import meeting_key
from bcbsite.model.meeting import Meeting
from bcbsite.model.reference import Reference, day_of
from bcbsite.pages.actions import ActionLine, action_lines
from bcbsite.pages.descriptions import of_list, of_meeting, of_stub
from bcbsite.pages.elsewhere import actions_by_line, outcomes_by_item
from bcbsite.pages.linked_data import meeting_event
from bcbsite.pages.meeting_items import ItemRow, item_rows
from bcbsite.pages.neighbours import Neighbour, Neighbours, in_a_row
from bcbsite.pages.page import Page
from bcbsite.pages.words import day_in_words


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list."""

    id: str
    day: date
    address: str
    meeting: Meeting | None
    """Absent where nothing of it is held here."""

    @property
    def is_off(self) -> bool:
        """Whether it was cancelled, or moved to another day."""
        return bool(self.meeting and self.meeting.is_off)


@dataclass(frozen=True, slots=True)
class Held:
    """Of how many meetings that took place, or may have, the minutes are held."""

    minutes: int
    meetings: int

    @classmethod
    def of(cls, lines: Iterable[MeetingLine], as_at: date) -> Self:
        """Those of *lines*, as at a day."""
        over = [line for line in lines if line.day <= as_at and not line.is_off]
        return cls(sum(bool(line.meeting and line.meeting.minutes) for line in over), len(over))


@dataclass(frozen=True, slots=True)
class YearView:
    """The meetings of one year."""

    year: int
    address: str
    lines: tuple[MeetingLine, ...]
    """Newest first."""
    held: Held


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """All meetings, by year."""

    years: tuple[YearView, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class RecordedPlace:
    """A place of a meeting's record in its recording."""

    clock: str
    """Hours, minutes and seconds from the beginning."""
    heading: str
    """The title of an item with its number, or the number of a paragraph."""
    address: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting: what is held of it, and what it did."""

    line: MeetingLine
    items: tuple[ItemRow, ...]
    actions: tuple[ActionLine, ...]
    """Those it raised."""
    reported: tuple[ActionLine, ...]
    """Earlier ones that were reported at it."""
    decisions: tuple[Decision, ...]
    """Those of its minutes, but for notings."""
    approvals: Sequence[Approval]
    """Of one that is not held: where its minutes were approved."""
    mentions: Sequence[Mention]
    """The places that name it."""
    around: Neighbours
    announced: tuple[MeetingLine, ...]
    """The meetings that were moved to its day, and those that name it as the next."""
    next: Reference | None
    """The meeting after it, where that is stated."""
    recorded: tuple[RecordedPlace, ...]
    """When its items begin in the recording."""

    @property
    def moved_from(self) -> tuple[MeetingLine, ...]:
        """The meetings that were moved to its day."""
        return tuple(line for line in self.announced if line.is_off)

    @property
    def planned_in(self) -> Mention | None:
        """The place that says that it was to come, where one does."""
        return next((mention for mention in self.mentions if mention.planned), None)


def meeting_title(line: MeetingLine) -> str:
    """`Meeting of 29 September 2020`; where it is not an ordinary one that goes ahead, that is added."""
    notes = [line.meeting.kind] if line.meeting and line.meeting.kind != "ordinary" else []
    off = (
        line.meeting.arrangements.state
        if line.meeting and line.meeting.arrangements and line.is_off
        else None
    )
    extra = ", ".join(filter(None, (*notes, off)))
    return f"Meeting of {day_in_words(line.day)}{f' ({extra})' if extra else ''}"


def meeting_lines(archive: Archive) -> list[MeetingLine]:
    """Every meeting that is held or known, oldest first."""
    return [
        MeetingLine(id_, day_of(id_), meeting_address(id_), archive.meetings.get(id_))
        for id_ in sorted({*archive.meetings, *archive.known})
    ]


def meeting_pages(archive: Archive) -> Iterator[Page]:
    """The list of meetings, each year's, and each meeting's page."""
    lines = meeting_lines(archive)
    years = tuple(
        YearView(year, year_address(year), of_year, Held.of(of_year, archive.as_at))
        for year, of_year in _by_year(reversed(lines))
    )
    about = _about_list(archive, lines)
    yield Page(MEETINGS, "Meetings", "meetings.html", MeetingsView(years), MEETINGS, description=about)
    for year in years:
        title = f"Meetings in {year.year}"
        about = _about_list(archive, year.lines)
        yield Page(year.address, title, "year.html", year, MEETINGS, description=about)
    actions = tuple(action_lines(archive))
    raised, reported, decided = _raised_at(actions), _reported_at(actions), _decided_at(archive)
    outcomes, lines_of = outcomes_by_item(archive), actions_by_line(archive)
    announced = _announced(lines)
    around = in_a_row([Neighbour(day_in_words(line.day), line.address) for line in lines])
    for line in lines:
        view = MeetingView(
            line=line,
            items=item_rows(line.meeting, outcomes.get(line.id, {}), lines_of.get(line.id, {}))
            if line.meeting
            else (),
            actions=tuple(raised.get(line.id, ())),
            reported=tuple(reported.get(line.id, ())),
            decisions=tuple(decided.get(line.id, ())),
            approvals=archive.approvals.of(line.id),
            mentions=archive.mentions.of.get(meeting_key(line.id), ()),
            around=around[line.address],
            announced=tuple(announced.get(line.id, ())),
            next=_next(line),
            recorded=tuple(_recorded(archive, line)),
        )
        yield _meeting_page(archive, view)


def _by_year(lines: Iterable[MeetingLine]) -> Iterator[tuple[int, tuple[MeetingLine, ...]]]:
    for year, of_year in groupby(lines, key=lambda line: line.day.year):
        yield year, tuple(of_year)


def _about_list(archive: Archive, lines: Sequence[MeetingLine]) -> str:
    held = sum(bool(line.meeting and line.meeting.minutes) for line in lines)
    return of_list(archive.board, [line.day for line in lines], held)


def _meeting_page(archive: Archive, view: MeetingView) -> Page:
    line = view.line
    if meeting := line.meeting:
        template, about = "meeting.html", meeting_event(archive, meeting)
        description = of_meeting(archive.board, meeting, view.actions, view.decisions)
    else:
        template, about = "meeting-not-held.html", None
        description = of_stub(archive.board, line.day)
    return Page(
        line.address, meeting_title(line), template, view, MEETINGS, description=description, about=about
    )


def _announced(lines: Iterable[MeetingLine]) -> dict[str, list[MeetingLine]]:
    """The meetings that were moved to a meeting's day or name it as the next, by its id."""
    announced: dict[str, list[MeetingLine]] = {}
    for line in lines:
        if line.meeting and (arranged := line.meeting.arrangements):
            named = {place.meeting for place in (arranged.moved_to, arranged.next_meeting) if place}
            for id_ in named - {line.id}:
                announced.setdefault(id_, []).append(line)
    return announced


def _next(line: MeetingLine) -> Reference | None:
    arranged = line.meeting.arrangements if line.meeting else None
    return arranged.next_meeting if arranged else None


def _recorded(archive: Archive, line: MeetingLine) -> Iterator[RecordedPlace]:
    arranged = line.meeting.arrangements if line.meeting else None
    for item in arranged.recording.items if arranged and arranged.recording else ():
        found = archive.places.find(Reference(line.id, item.place, item.at))
        if found and found.part:
            part = found.part
            heading = part.heading if isinstance(part, Item) else item.place
            yield RecordedPlace(item.clock, heading, found.address)


def _raised_at(lines: Iterable[ActionLine]) -> dict[str, list[ActionLine]]:
    raised: dict[str, list[ActionLine]] = {}
    for line in lines:
        raised.setdefault(line.history.action.raised.meeting, []).append(line)
    return raised


def _reported_at(lines: Iterable[ActionLine]) -> dict[str, list[ActionLine]]:
    """By meeting the actions that an event says were reported at it, each once."""
    reported: dict[str, list[ActionLine]] = {}
    for line in lines:
        action = line.history.action
        meetings = (event.meeting.meeting for event in action.events if event.meeting)
        for id_ in dict.fromkeys(meetings):
            if id_ != action.raised.meeting:
                reported.setdefault(id_, []).append(line)
    return reported


def _decided_at(archive: Archive) -> dict[str, list[Decision]]:
    decided: dict[str, list[Decision]] = {}
    for decision in archive.register:
        if decision.meeting and not decision.is_noting:
            decided.setdefault(decision.meeting.id, []).append(decision)
    return decided
