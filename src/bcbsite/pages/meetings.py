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
from bcbsite.model.key import meeting_key
from bcbsite.model.meeting import Meeting
from bcbsite.model.reference import day_of
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


@dataclass(frozen=True, slots=True)
class Held:
    """Of how many meetings that are over the minutes are held."""

    minutes: int
    meetings: int

    @classmethod
    def of(cls, lines: Iterable[MeetingLine], as_at: date) -> Self:
        """Those of *lines*, as at a day."""
        over = [line for line in lines if line.day <= as_at]
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

    @property
    def planned_in(self) -> Mention | None:
        """The place that says that it was to come, where one does."""
        return next((mention for mention in self.mentions if mention.planned), None)


def meeting_title(line: MeetingLine) -> str:
    """`Meeting of 29 September 2020`."""
    extra = f" ({line.meeting.kind})" if line.meeting and line.meeting.kind != "ordinary" else ""
    return f"Meeting of {day_in_words(line.day)}{extra}"


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
