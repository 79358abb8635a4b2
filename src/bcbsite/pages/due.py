"""What is due, not held, withheld or corrected: in public what those who keep the records know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.addresses import (
    DUE,
    agenda_address,
    decision_address,
    due_actions_address,
    inspection_address,
    minutes_address,
    paper_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import ClockState
from bcbsite.archive.withheld import WITHHELD
from bcbsite.model.document import Document, Status
from bcbsite.model.erratum import Erratum
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Publish
from bcbsite.pages.action_groups import GROUP, group_pages
from bcbsite.pages.actions import ActionLine, action_lines
from bcbsite.pages.meetings import MeetingLine, meeting_lines
from bcbsite.pages.page import Page
from bcbsite.pages.section55 import InspectionView, inspection_views
from bcbsite.pages.words import day_in_words
from bcbsite.read.dates import count_of

SHOWN = 20
"""How many actions each part shows; where there are more, they have pages of their own."""


@dataclass(frozen=True, slots=True)
class ActionsDue:
    """Actions of which something is to be said."""

    shown: tuple[ActionLine, ...]
    total: int
    address: str | None
    """Of the page that has all of them, where there are more."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A paper, or a part of a document, that is not public."""

    title: str
    address: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of a published record."""

    title: str
    """Of the record."""
    address: str
    erratum: Erratum


@dataclass(frozen=True, slots=True)
class DueView:
    """All of it."""

    past: ActionsDue
    """Those that have not ended and whose target has passed, the oldest target first."""
    silent: ActionsDue
    """Those that no later record names, and that have not ended; the oldest first."""
    not_approved: tuple[Meeting, ...]
    """The meetings whose minutes are a draft, or of whose approval nothing is known; newest first."""
    not_held: tuple[MeetingLine, ...]
    """The meetings that are over and whose minutes are not held, newest first."""
    meetings: int
    """How many meetings are over."""
    minutes: int
    """How many minutes are held."""
    responses: tuple[InspectionView, ...]
    """The reports of which no response is known to be published, and that have a last day."""
    reports: int
    withheld: tuple[HeldBack, ...]
    corrections: tuple[Corrected, ...]
    """Newest first."""

    @property
    def parts(self) -> list[tuple[str, str, int]]:
        """The name of each part, where it is, and how much there is in it."""
        return [
            ("Actions past their target", "#past-target", self.past.total),
            ("Actions with no later mention", "#no-later-mention", self.silent.total),
            ("Minutes not approved", "#not-approved", len(self.not_approved)),
            ("Minutes we do not hold", "#not-held", len(self.not_held)),
            ("Responses to inspections", "#responses", len(self.responses)),
            ("Withheld", "#withheld", len(self.withheld)),
            ("Corrections", "#corrections", len(self.corrections)),
        ]


def due_pages(archive: Archive) -> Iterator[Page]:
    """The page, and those of actions that are many."""
    as_at, lines = archive.as_at, [line for line in action_lines(archive) if not line.history.has_ended]
    past = [line for line in lines if line.history.days_past_target(as_at)]
    past.sort(key=lambda line: line.history.days_past_target(as_at), reverse=True)
    silent = sorted(
        (line for line in lines if line.history.is_silent), key=lambda line: line.history.raised_on
    )
    view = _view(archive, _actions(past, "past-target"), _actions(silent, "no-later-mention"))
    found = ", ".join(f"{name.lower()} ({n})" for name, _, n in view.parts if n) or "nothing"
    about = (
        f"What is due, not held, withheld or corrected in the records of the {archive.board.name}: {found}."
    )
    yield Page(DUE, "What is due", "due.html", view, DUE, description=about)
    for part, those, title in (
        (view.past, past, "Actions past their target"),
        (view.silent, silent, "Actions with no later mention"),
    ):
        if part.address:
            about = f"{title}: {count_of(those, 'action')} of the {archive.board.name}."
            yield from group_pages(those, Page(part.address, title, GROUP, None, DUE, description=about))


def _actions(lines: list[ActionLine], part: str) -> ActionsDue:
    more = due_actions_address(part) if len(lines) > SHOWN else None
    return ActionsDue(tuple(lines[:SHOWN]), len(lines), more)


def _view(archive: Archive, past: ActionsDue, silent: ActionsDue) -> DueView:
    over = [line for line in reversed(meeting_lines(archive)) if line.day <= archive.as_at]
    waiting = (ClockState.DUE, ClockState.OVER, ClockState.UNKNOWN)
    return DueView(
        past,
        silent,
        not_approved=tuple(_not_approved(archive)),
        not_held=tuple(line for line in over if not _is_held(line.meeting)),
        meetings=len(over),
        minutes=sum(bool(line.meeting and line.meeting.minutes) for line in over),
        responses=tuple(
            view for view in inspection_views(archive) if view.clock.state in waiting and view.clock.last_day
        ),
        reports=len(archive.inspections),
        withheld=tuple(_withheld(archive)),
        corrections=tuple(sorted(_corrections(archive), key=_day_of, reverse=True)),
    )


def _is_held(meeting: Meeting | None) -> bool:
    """Whether the minutes of *meeting* are held, be it as a file only."""
    return bool(meeting and (meeting.minutes or any(p.stands_for == "minutes" for p in meeting.papers)))


def _not_approved(archive: Archive) -> Iterator[Meeting]:
    for id_, meeting in reversed(list(archive.meetings.items())):
        known = any(approval.kind.is_approval for approval in archive.approvals.of(id_))
        if meeting.minutes and meeting.minutes.status is not Status.APPROVED and not known:
            yield meeting


def _withheld(archive: Archive) -> Iterator[HeldBack]:
    for meeting in reversed(list(archive.meetings.values())):
        day = day_in_words(meeting.day)
        if meeting.agenda:
            yield from _parts(meeting.agenda, f"Agenda for {day}", agenda_address(meeting.id))
        if meeting.minutes:
            yield from _parts(meeting.minutes, f"Minutes of {day}", minutes_address(meeting.id))
        for paper in meeting.papers:
            title, address = f"{paper.title} (paper of {day})", paper_address(meeting.id, paper.slug)
            if paper.publish is Publish.WITHHELD:
                yield HeldBack(title, address, paper.reason or "")
            else:
                yield from _parts(paper, title, address)
    for notice in archive.decisions:
        for exempt in notice.exempt:
            title, address = f"{notice.reference}: {notice.title}", decision_address(notice.reference)
            what = f"{exempt.what}: " if exempt.what else ""
            yield HeldBack(title, f"{address}#exempt", f"{what}{exempt.ground}")


def _parts(document: Document, title: str, address: str) -> Iterator[HeldBack]:
    """The parts of *document* in whose place the reason stands."""
    for passage in document.body.passages:
        if passage.text.startswith(WITHHELD):
            at = f", {passage.label}" if passage.label else ""
            reason = passage.text.removeprefix(WITHHELD).strip()
            yield HeldBack(f"{title}{at}", f"{address}#{passage.anchor}", reason)


def _corrections(archive: Archive) -> Iterator[Corrected]:
    for meeting in archive.meetings.values():
        for erratum in meeting.minutes.errata if meeting.minutes else ():
            title, address = f"Minutes of {day_in_words(meeting.day)}", minutes_address(meeting.id)
            yield Corrected(title, f"{address}#errata", erratum)
    for notice in archive.decisions:
        for erratum in notice.errata:
            title, address = f"{notice.reference}: {notice.title}", decision_address(notice.reference)
            yield Corrected(title, f"{address}#errata", erratum)
    for report in archive.inspections:
        for erratum in report.errata:
            yield Corrected(report.report, f"{inspection_address(report.slug)}#errata", erratum)


def _day_of(corrected: Corrected) -> date:
    return corrected.erratum.date
