"""The register of decisions by year, that of notings, and a page for each decision notice."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import (
    DECISIONS,
    NOTINGS,
    decision_address,
    decisions_of_kind_address,
    decisions_of_year_address,
    notings_of_year_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.deciding.capacity import Capacity
from bcbsite.archive.decisions import Decision
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.places import Destination
from bcbsite.checks.account import meetings_with_unread
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.reading import Sought
from bcbsite.model.reference import day_of
from bcbsite.pages.charts import Chart
from bcbsite.pages.decision_charts import decisions_chart
from bcbsite.pages.descriptions import of_notice, of_register
from bcbsite.pages.errata import Corrections, corrections_of
from bcbsite.pages.linked_data import notice_document
from bcbsite.pages.lists import By, Filter, Step, filter_of, page_in_words, pages_of
from bcbsite.pages.page import Page
from bcbsite.read.labels import slugify

SHOWN = 100
"""How many decisions the page of all years shows at most, beside those of the newest year."""
_WHOSE = {
    Capacity.OFFICE: "The office",
    Capacity.DELEGATED: "By delegation",
    Capacity.BOARD: "The board",
    Capacity.UNSTATED: "Not stated",
}
"""Whose a decision is, as a choice."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice, and where it was taken."""

    notice: DecisionNotice
    taken_at: Destination | None
    mentions: Sequence[Mention]
    """The places that name it."""
    corrections: Corrections

    @property
    def is_of_another_day(self) -> bool:
        """Whether it is dated on another day than its meeting: taken as a result of that, or before it."""
        day, meeting = self.notice.date, self.notice.meeting
        return day is not None and meeting is not None and day != day_of(meeting.meeting)


@dataclass(frozen=True, slots=True)
class DecisionsOfYear:
    """The part of a register that one year has."""

    year: int | None
    """None of those without a day."""
    address: str
    """Of the page that has this year alone."""
    decisions: tuple[Decision, ...]
    routine: tuple[Decision, ...]
    """Those that only approve earlier minutes, or put something off."""
    is_shown: bool
    """Whether the page of all years shows them; else it leads to the page of the year."""
    filter: Filter[Decision]

    @property
    def name(self) -> str:
        """The year, or that they have no date."""
        return str(self.year or "Without a date")

    @property
    def total(self) -> int:
        """How many there are, routine or not."""
        return len(self.decisions) + len(self.routine)


@dataclass(frozen=True, slots=True)
class DecisionsOfKind:
    """A page of the decisions of a kind."""

    title: str
    decisions: tuple[Decision, ...]
    steps: tuple[Step, ...]
    """All pages of that kind, where there are several."""


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """The register."""

    years: tuple[DecisionsOfYear, ...]
    """Newest first; those without a day come last, with no year."""
    notings: int
    """How many notings are left out; in their own list, 0."""
    minutes: int
    """Of how many meetings the minutes are held."""
    unclear: tuple[str, ...]
    """The ids of the meetings whose minutes have what looks like a decision, and was not understood."""
    filter: Filter[Decision]
    kinds: tuple[tuple[str, str, int], ...] = ()
    """The name of each kind of decision, its page, and how many there are; of notings there is one."""
    chart: Chart | None = None
    """How many there were of each kind in each year."""

    @property
    def jumps(self) -> list[tuple[str, str, int]]:
        """The name of each year, where it is, and how many there are of it."""
        return [
            (
                year.name,
                f"#{'year-' if year.year else ''}{year.year or 'no-date'}" if year.is_shown else year.address,
                year.total,
            )
            for year in self.years
        ]


def decision_pages(archive: Archive) -> Iterator[Page]:
    """The register, the notings, and a page for each notice."""
    decisions = [decision for decision in archive.register if not decision.is_noting]
    notings = [decision for decision in archive.register if decision.is_noting]
    description = of_register(archive.board, decisions, "decision")
    minutes = sum(meeting.minutes is not None for meeting in archive.meetings.values())
    unclear = meetings_with_unread(Sought.DECISION, archive)
    years = _by_year(archive, decisions, "decisions", decisions_of_year_address)
    kinds = _by_kind(decisions)
    links = tuple((kind, decisions_of_kind_address(slugify(kind)), len(of)) for kind, of in kinds.items())
    picked = _filter(archive, "decisions", decisions, years)
    view = DecisionsView(
        years, len(notings), minutes, unclear, picked, links, decisions_chart(archive, decisions)
    )
    yield Page(DECISIONS, "Decisions", "decisions.html", view, DECISIONS, description=description)
    yield from _pages_of_years(archive, years, "Decisions", "decision")
    yield from _pages_of_kinds(archive, kinds)
    years = _by_year(archive, notings, "noted reports", notings_of_year_address)
    view = DecisionsView(years, 0, minutes, unclear, _filter(archive, "noted reports", notings, years))
    description = of_register(archive.board, notings, "noting")
    yield Page(NOTINGS, "What was noted", "notings.html", view, DECISIONS, description=description)
    yield from _pages_of_years(archive, years, "What was noted", "noting")
    for notice in archive.decisions:
        yield _notice_page(archive, notice)


def _by_year(
    archive: Archive, decisions: Sequence[Decision], nouns: str, address_of: Callable[[int | None], str]
) -> tuple[DecisionsOfYear, ...]:
    """*decisions* by year, each with a page of its own; how many are shown depends on their number."""
    found: list[DecisionsOfYear] = []
    shown = 0
    picked = _filter(archive, nouns, decisions)
    for year, of_year in groupby(decisions, key=lambda decision: decision.day.year if decision.day else None):
        grouped = list(of_year)
        shown += len(grouped)
        found.append(
            DecisionsOfYear(
                year,
                address_of(year),
                tuple(d for d in grouped if not archive.is_routine(d)),
                tuple(d for d in grouped if archive.is_routine(d)),
                is_shown=not found or shown <= SHOWN or year is None,
                filter=picked,
            )
        )
    return tuple(found)


def _filter(
    archive: Archive, nouns: str, decisions: Sequence[Decision], years: Sequence[DecisionsOfYear] = ()
) -> Filter[Decision]:
    """What a register can be filtered by."""
    topics = _topics_of_items(archive)

    def about(decision: Decision) -> Iterable[str]:
        meeting, item = decision.meeting, decision.item
        return topics.get((meeting.id, item.anchor), ()) if meeting and item else ()

    by: list[By[Decision]] = [
        By("year", "Year", lambda d: [str(d.day.year)] if d.day else [], newest_first=True),
        By("kind", "Outcome", lambda d: [d.kind.capitalize()]),
        By("whose", "Decided by", lambda d: [_WHOSE[d.capacity]]),
        By("topic", "Topic", about),
        By("routine", "Kind", lambda d: ["Routine" if archive.is_routine(d) else "Not routine"]),
    ]
    parts = [] if all(year.is_shown for year in years) else [year.address for year in years]
    return filter_of(nouns, decisions, lambda decision: decision.day, by, parts)


def _topics_of_items(archive: Archive) -> dict[tuple[str, str], list[str]]:
    """The titles of the topics of each item of minutes, by the meeting's id and the item's anchor."""
    found: dict[tuple[str, str], list[str]] = {}
    for record in archive.topics:
        for entry in record.items:
            found.setdefault((entry.meeting.id, entry.item.anchor), []).append(record.topic.title)
    return found


def _by_kind(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """*decisions* by kind, the most frequent first."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.kind.capitalize(), []).append(decision)
    return dict(sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def _pages_of_kinds(archive: Archive, kinds: Mapping[str, Sequence[Decision]]) -> Iterator[Page]:
    for kind, decisions in kinds.items():
        title = f"Decisions: {kind.lower()}"
        for address, rows, steps in pages_of(decisions, decisions_of_kind_address(slugify(kind))):
            name = title + page_in_words(steps)
            about = f"{name}: {of_register(archive.board, rows, 'decision')}"
            view = DecisionsOfKind(name, rows, steps)
            yield Page(address, name, "decisions-of-kind.html", view, DECISIONS, description=about)


def _pages_of_years(
    archive: Archive, years: Iterable[DecisionsOfYear], title: str, noun: str
) -> Iterator[Page]:
    template = "decisions-of-year.html"
    for year in years:
        name = f"{title} in {year.year}" if year.year else f"{title} without a date"
        about = f"{name}: {of_register(archive.board, (*year.decisions, *year.routine), noun)}"
        yield Page(year.address, name, template, year, DECISIONS, description=about)


def _notice_page(archive: Archive, notice: DecisionNotice) -> Page:
    view = NoticeView(
        notice,
        archive.places.find(notice.meeting) if notice.meeting else None,
        archive.mentions.of.get(notice.key, ()),
        corrections_of(archive, notice.errata),
    )
    title, address = f"{notice.reference}: {notice.title}", decision_address(notice.reference)
    description, about = of_notice(notice), notice_document(archive, notice)
    return Page(address, title, "decision.html", view, DECISIONS, description=description, about=about)
