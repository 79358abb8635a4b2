"""Decision notices: the list by year, and a page a notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import DECISIONS, decision_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.places import Destination
from bcbsite.model.decision import DecisionNotice
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A notice, and where it was taken."""

    notice: DecisionNotice
    address: str
    taken_at: Destination | None


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """All notices."""

    years: tuple[tuple[int | None, tuple[DecisionView, ...]], ...]
    """Newest first; those without a date come last, with no year."""


def decision_pages(archive: Archive) -> Iterator[Page]:
    """The list, and a page for each notice."""
    views = [
        DecisionView(
            notice,
            decision_address(notice.reference),
            archive.places.find(notice.meeting) if notice.meeting else None,
        )
        for notice in archive.decisions
    ]
    by_year = groupby(views, key=lambda view: view.notice.date.year if view.notice.date else None)
    years = DecisionsView(tuple((year, tuple(of_year)) for year, of_year in by_year))
    description = f"Decision notices of the police and crime commissioner for {archive.board.area}."
    yield Page(DECISIONS, "Decisions", "decisions.html", years, DECISIONS, description=description)
    for view in views:
        notice = view.notice
        title = f"{notice.reference}: {notice.title}"
        yield Page(view.address, title, "decision.html", view, DECISIONS, description=f"{title}.")
