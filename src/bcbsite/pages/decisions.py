"""The register of decisions by year, that of notings, and a page for each decision notice."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import (
    DECISIONS,
    NOTINGS,
    decision_address,
    decisions_of_year_address,
    notings_of_year_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.places import Destination
from bcbsite.checks.account import meetings_with_unread
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.reading import Sought
from bcbsite.model.reference import day_of
from bcbsite.pages.charts import STYLES, Chart, Row, Series, columns
from bcbsite.pages.descriptions import of_notice, of_register
from bcbsite.pages.errata import Corrections, corrections_of
from bcbsite.pages.linked_data import notice_document
from bcbsite.pages.page import Page

SHOWN = 100
"""How many decisions the page of all years shows at most, beside those of the newest year."""


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
    address: str | None
    """Of the page that has this year alone."""
    decisions: tuple[Decision, ...]
    routine: tuple[Decision, ...]
    """Those that only approve earlier minutes, or put something off."""
    is_shown: bool
    """Whether the page of all years shows them; else it leads to the page of the year."""

    @property
    def total(self) -> int:
        """How many there are, routine or not."""
        return len(self.decisions) + len(self.routine)


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
    chart: Chart | None = None
    """How many there were of each kind in each year."""


def decision_pages(archive: Archive) -> Iterator[Page]:
    """The register, the notings, and a page for each notice."""
    decisions = [decision for decision in archive.register if not decision.is_noting]
    notings = [decision for decision in archive.register if decision.is_noting]
    description = of_register(archive.board, decisions, "decision")
    minutes = sum(meeting.minutes is not None for meeting in archive.meetings.values())
    unclear = meetings_with_unread(Sought.DECISION, archive)
    years = _by_year(archive, decisions, decisions_of_year_address)
    view = DecisionsView(years, len(notings), minutes, unclear, _chart(archive, decisions))
    yield Page(DECISIONS, "Decisions", "decisions.html", view, DECISIONS, description=description)
    yield from _pages_of_years(archive, years, "Decisions", "decision")
    years = _by_year(archive, notings, notings_of_year_address)
    view = DecisionsView(years, 0, minutes, unclear)
    description = of_register(archive.board, notings, "noting")
    yield Page(NOTINGS, "What was noted", "notings.html", view, DECISIONS, description=description)
    yield from _pages_of_years(archive, years, "What was noted", "noting")
    for notice in archive.decisions:
        yield _notice_page(archive, notice)


def _by_year(
    archive: Archive, decisions: Sequence[Decision], address_of: Callable[[int], str]
) -> tuple[DecisionsOfYear, ...]:
    """*decisions* by year, each with a page of its own; how many are shown depends on their number."""
    found: list[DecisionsOfYear] = []
    shown = 0
    for year, of_year in groupby(decisions, key=lambda decision: decision.day.year if decision.day else None):
        grouped = list(of_year)
        shown += len(grouped)
        found.append(
            DecisionsOfYear(
                year,
                address_of(year) if year else None,
                tuple(d for d in grouped if not archive.is_routine(d)),
                tuple(d for d in grouped if archive.is_routine(d)),
                is_shown=not found or shown <= SHOWN or year is None,
            )
        )
    return tuple(found)


def _pages_of_years(
    archive: Archive, years: Iterable[DecisionsOfYear], title: str, noun: str
) -> Iterator[Page]:
    template = "decisions-of-year.html"
    for year in years:
        if year.address:
            name = f"{title} in {year.year}"
            about = f"{name}: {of_register(archive.board, (*year.decisions, *year.routine), noun)}"
            yield Page(year.address, name, template, year, DECISIONS, description=about)


def _chart(archive: Archive, decisions: Sequence[Decision]) -> Chart | None:
    """The decisions of each year by kind, where their day is known; the rarer kinds are taken together."""
    dated = [(decision.day.year, str(decision.kind)) for decision in decisions if decision.day]
    if not dated:
        return None
    kinds = [kind for kind, _ in sorted(Counter(kind for _, kind in dated).items(), key=_by_frequency)]
    names = kinds if len(kinds) <= STYLES else kinds[: STYLES - 1]
    counts = Counter((year, names.index(kind) if kind in names else STYLES - 1) for year, kind in dated)
    if names != kinds:
        names = [*names, "other kinds"]
    years = range(min(dated)[0], max(dated)[0] + 1)
    held = {meeting.day.year for meeting in archive.meetings.values() if meeting.minutes}
    rows = [
        Row(str(year), values, gap="" if any(values) or year in held else "No minutes held")
        for year in years
        for values in [tuple(counts[year, n] for n in range(len(names)))]
    ]
    return columns(
        "decisions-by-year",
        "Decisions and outcomes by year and kind",
        _finding(rows, names),
        head="Year",
        series=[Series(name.capitalize(), n) for n, name in enumerate(names, 1)],
        rows=rows,
    )


def _by_frequency(entry: tuple[str, int]) -> tuple[int, str]:
    kind, number = entry
    return -number, kind


def _finding(rows: Sequence[Row], names: Sequence[str]) -> str:
    """In which year there were most, and which kind was the most frequent."""
    total, most = sum(row.total for row in rows), max(row.total for row in rows)
    best = [row.name for row in rows if row.total == most]
    when = f"at most {most} in a year" if best[1:] else f"most in {best[0]}, with {most}"
    first = sum(row.values[0] for row in rows)
    years = f"from {rows[0].name} to {rows[-1].name}" if rows[1:] else f"in {rows[0].name}"
    return (
        f"{total} {'decisions and outcomes' if total > 1 else 'decision or outcome'} {years}, {when}; "
        f"the most frequent kind is “{names[0]}”, with {first}."
    )


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
