"""The home page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.addresses import HOME
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.publication import PublishedLine
from bcbsite.model.meeting import Meeting
from bcbsite.model.page import OrdinaryPage
from bcbsite.pages.actions import ActionLine, action_lines
from bcbsite.pages.descriptions import counted, span_of
from bcbsite.pages.linked_data import site
from bcbsite.pages.meetings import Held, MeetingLine, meeting_lines
from bcbsite.pages.page import Page

LATEST = 5
"""How many meetings, decisions and actions the home page shows."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The welcome and what is new."""

    welcome: OrdinaryPage | None
    meetings: tuple[Meeting, ...]
    """The latest, newest first."""
    meetings_in_all: int
    actions: tuple[ActionLine, ...]
    """Those raised last, newest first."""
    decisions: tuple[Decision, ...]
    """The latest that are neither notings nor routine, newest first."""
    decisions_in_all: int
    standing: Mapping[str, int]
    """How many actions have each status, those without one as `not stated` or `not clear`."""
    next: MeetingLine | None
    """The next meeting that goes ahead, today's included, where one is known."""
    held: Held
    prominent: tuple[PublishedLine, ...]
    """What has to stand in a prominent place."""

    @property
    def actions_in_all(self) -> int:
        """How many actions there are."""
        return sum(self.standing.values())


def home_page(archive: Archive) -> Iterator[Page]:
    """The home page: `pages/index.md` and what is new."""
    welcome = next((page for page in archive.pages if page.address == HOME), None)
    lines = sorted(action_lines(archive), key=lambda line: line.history.raised_on)
    decided = [decision for decision in archive.register if decision.day and not decision.is_noting]
    latest = [decision for decision in decided if not archive.is_routine(decision)]
    known = meeting_lines(archive)
    held = [meeting for meeting in archive.meetings.values() if meeting.is_held or meeting.is_off]
    view = HomeView(
        welcome=welcome,
        meetings=tuple(held[: -LATEST - 1 : -1]),
        meetings_in_all=len(held),
        actions=tuple(lines[: -LATEST - 1 : -1]),
        decisions=tuple(latest[:LATEST]),
        decisions_in_all=len(decided),
        standing=Counter(line.status for line in lines),
        next=next((line for line in known if line.day >= archive.as_at and not line.is_off), None),
        held=Held.of(known, archive.as_at),
        prominent=tuple(line for line in archive.publication if line.entry.prominent and line.leads),
    )
    title = welcome.title if welcome else archive.board.name
    yield Page(
        HOME,
        title,
        "home.html",
        view,
        HOME,
        description=_description(archive),
        about=site(archive.board),
        source=welcome.file if welcome else None,
    )


def _description(archive: Archive) -> str:
    meetings = [meeting for meeting in archive.meetings.values() if meeting.is_held]
    board, years = archive.board, span_of(meeting.day for meeting in meetings)
    held = counted(("meeting", meetings), ("decision", archive.register), ("action", archive.actions))
    sentence = f"Minutes, agendas, papers and actions of the {board.name}, {board.area}"
    return f"{sentence}{f', {years}' if years else ''}{f': {held}' if held else ''}."
