"""The register of decisions by year, that of notings, and a page for each decision notice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import DECISIONS, NOTINGS, decision_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.places import Destination
from bcbsite.model.decision import DecisionNotice
from bcbsite.pages.descriptions import of_notice, of_register
from bcbsite.pages.linked_data import notice_document
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice, and where it was taken."""

    notice: DecisionNotice
    taken_at: Destination | None
    mentions: Sequence[Mention]
    """The places that name it."""


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """The register."""

    years: tuple[tuple[int | None, tuple[Decision, ...]], ...]
    """Newest first; those without a day come last, with no year."""
    notings: int
    """How many notings are left out; in their own list, 0."""


def decision_pages(archive: Archive) -> Iterator[Page]:
    """The register, the notings, and a page for each notice."""
    decisions = [decision for decision in archive.register if not decision.is_noting]
    notings = [decision for decision in archive.register if decision.is_noting]
    description = of_register(archive.board, decisions, "decision")
    view = DecisionsView(_by_year(decisions), len(notings))
    yield Page(DECISIONS, "Decisions", "decisions.html", view, DECISIONS, description=description)
    view = DecisionsView(_by_year(notings), 0)
    description = of_register(archive.board, notings, "noting")
    yield Page(NOTINGS, "What was noted", "notings.html", view, DECISIONS, description=description)
    for notice in archive.decisions:
        yield _notice_page(archive, notice)


def _by_year(decisions: Iterable[Decision]) -> tuple[tuple[int | None, tuple[Decision, ...]], ...]:
    years = groupby(decisions, key=lambda decision: decision.day.year if decision.day else None)
    return tuple((year, tuple(of_year)) for year, of_year in years)


def _notice_page(archive: Archive, notice: DecisionNotice) -> Page:
    view = NoticeView(
        notice,
        archive.places.find(notice.meeting) if notice.meeting else None,
        archive.mentions.of.get(f"decision:{notice.reference}", ()),
    )
    title, address = f"{notice.reference}: {notice.title}", decision_address(notice.reference)
    description, about = of_notice(notice), notice_document(archive, notice)
    return Page(address, title, "decision.html", view, DECISIONS, description=description, about=about)
