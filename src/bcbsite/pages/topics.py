"""Topics: the list, and a page a topic with its thread through the years."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bcbsite.archive.addresses import TOPICS, actions_address, topic_of_year_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.topics import TopicItem, TopicPaper, TopicRecord
from bcbsite.model.body import Passage
from bcbsite.pages.action_groups import Few, all_pages, few_of
from bcbsite.pages.actions import action_line
from bcbsite.pages.descriptions import counted, opening, span_of
from bcbsite.pages.lists import By, Filter, Step, filter_of, page_in_words, pages_of
from bcbsite.pages.page import Page
from bcbsite.pages.words import words_around
from bcbsite.read.dates import count_of

SHOWN = 40
"""How many entries the page of a topic shows at most, beside those of the newest year."""
TEMPLATE = "topic.html"
ON_A_PAGE = 50
"""How many entries a page of a year has at most."""
_ALSO = 5
"""How many more of its paragraphs an entry names."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that uses a term."""

    address: str
    label: str
    words: str
    """Those around the term."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item or a paper in a thread."""

    title: str
    address: str
    day: date
    document: str
    """Where it stands: `minutes`, `agenda` or `paper`."""
    first: Place | None
    """The first paragraph that uses a term; none where the title alone does."""
    also: tuple[Place, ...]
    """The next ones that have a number."""
    more: int
    """How many others there are."""
    is_titled: bool
    """Whether its title uses a term."""
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadOfYear:
    """What a topic has of a year."""

    year: int
    address: str
    entries: tuple[Entry, ...]
    """Newest first."""
    is_shown: bool
    """Whether the page of the topic shows it; else it leads to the page of the year."""
    filter: Filter[Entry]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics."""

    topics: tuple[TopicRecord, ...]
    """In the board's order."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic."""

    record: TopicRecord
    years: tuple[ThreadOfYear, ...]
    """Newest first."""
    filter: Filter[Entry]
    actions: Few
    """The newest ones."""
    at_most: int = ON_A_PAGE
    """How many entries of a year the page shows."""
    part: tuple[Entry, ...] | None = None
    """On a page of a year: the entries that it shows."""
    steps: tuple[Step, ...] = ()
    """On a page of a year: all its pages, where there are several."""

    @property
    def jumps(self) -> list[tuple[str, str, int]]:
        """The name of each year, where it is, and how many entries it has."""
        whole = self.part is None
        return [
            (str(of.year), f"#year-{of.year}" if of.is_shown and whole else of.address, len(of.entries))
            for of in self.years
        ]


def topic_pages(archive: Archive) -> Iterator[Page]:
    """The list of topics, a page for each, and for each year of a long one."""
    board = archive.board.name
    view = TopicsView(archive.topics)
    names = ", ".join(record.topic.title for record in archive.topics) or "none is kept"
    description = opening(f"What the {board} talks about: {names}")
    yield Page(TOPICS, "Topics", "topics.html", view, TOPICS, description=description)
    for record in archive.topics:
        yield from _pages_of(record, board)


def _pages_of(record: TopicRecord, board: str) -> Iterator[Page]:
    years = _by_year(record, entries := _entries(record))
    parts = [at for year in years for at, *_ in _pages_of_year(year)] if _is_long(years) else []
    lines, title = tuple(map(action_line, record.actions)), record.topic.title
    few = few_of(lines, actions_address(record.address), SHOWN)
    thread = TopicView(record, years, _filter(entries, parts), few)
    held = counted(
        ("item", record.items),
        ("paper", record.papers),
        ("decision", sum(not d.is_noting for entry in record.items for d in entry.decisions)),
        ("action", record.actions),
    )
    span = span_of(entry.day for entry in entries)
    description = f"{title} at the {board}{f', {span}' if span else ''}: {held or 'nothing yet'}."
    yield Page(record.address, title, TEMPLATE, thread, TOPICS, description=description)
    for year in years if parts else ():
        for address, of_page, steps in _pages_of_year(year):
            name = f"{title} in {year.year}{page_in_words(steps)}"
            about = f"{name} at the {board}: {count_of(of_page, 'entry', 'entries')}."
            view = replace(thread, actions=few_of((), "", SHOWN), part=of_page, steps=steps)
            yield Page(address, name, TEMPLATE, view, TOPICS, description=about)
    yield from all_pages(few, lines, f"Actions on {title}", TOPICS, board)


def _is_long(years: Iterable[ThreadOfYear]) -> bool:
    """Whether the page of a topic does not show all of *years*."""
    return any(not year.is_shown or len(year.entries) > ON_A_PAGE for year in years)


def _pages_of_year(year: ThreadOfYear) -> Iterator[tuple[str, tuple[Entry, ...], tuple[Step, ...]]]:
    return pages_of(year.entries, year.address, ON_A_PAGE)


def _entries(record: TopicRecord) -> tuple[Entry, ...]:
    """The items of *record* and its papers, newest first; those of a meeting in their order."""
    term = re.compile("|".join(rf"(?<!\w){re.escape(t)}(?!\w)" for t in record.topic.terms), re.IGNORECASE)
    found = [_of_item(item, term) for item in record.items] + [_of_paper(p, term) for p in record.papers]
    return tuple(sorted(found, key=lambda entry: entry.day, reverse=True))


def _of_item(item: TopicItem, term: re.Pattern[str]) -> Entry:
    document = "minutes" if item.meeting.minutes else "agenda"
    first, also, more = _places(item.address.partition("#")[0], item.said, term)
    title, day = item.item.title.text, item.meeting.day
    return Entry(title, item.address, day, document, first, also, more, item.in_title, item.decisions)


def _of_paper(paper: TopicPaper, term: re.Pattern[str]) -> Entry:
    first, also, more = _places(paper.address, paper.said, term)
    title, day = paper.paper.title, paper.meeting.day
    return Entry(title, paper.address, day, "paper", first, also, more, bool(term.search(title)))


def _places(
    page: str, said: Sequence[Passage], term: re.Pattern[str]
) -> tuple[Place | None, tuple[Place, ...], int]:
    if not said:
        return None, (), 0
    places = [Place(f"{page}#{p.anchor}", p.label or "", "") for p in said[1:]]
    also = tuple(place for place in places if place.label)[:_ALSO]
    first = Place(f"{page}#{said[0].anchor}", said[0].label or "", words_around(said[0].text, term))
    return first, also, len(places) - len(also)


def _by_year(record: TopicRecord, entries: Sequence[Entry]) -> tuple[ThreadOfYear, ...]:
    found: list[ThreadOfYear] = []
    shown, picked = 0, _filter(entries)
    for year, of_year in groupby(entries, key=lambda entry: entry.day.year):
        grouped = tuple(of_year)
        shown += len(grouped)
        is_shown = not found or shown <= SHOWN
        address = topic_of_year_address(record.topic.id, year)
        found.append(ThreadOfYear(year, address, grouped, is_shown, picked))
    return tuple(found)


def _filter(entries: Sequence[Entry], parts: Sequence[str] = ()) -> Filter[Entry]:
    by: list[By[Entry]] = [
        By("year", "Year", lambda entry: [str(entry.day.year)], newest_first=True),
        By("document", "Document", lambda entry: [entry.document.capitalize()]),
        By("named", "Mentioned in", lambda entry: ["The title" if entry.is_titled else "The text only"]),
        By("outcome", "Outcome", lambda entry: [d.kind.capitalize() for d in entry.decisions]),
    ]
    return filter_of("entries", entries, lambda entry: entry.day, by, parts)
