"""Topics: the list, and a page a topic with its thread through the years."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bcbsite.archive.addresses import TOPICS, topic_actions_address, topic_of_year_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.topics import TopicItem, TopicPaper, TopicRecord
from bcbsite.model.body import Passage
from bcbsite.pages.action_groups import GROUP, group_pages
from bcbsite.pages.actions import ActionLine, action_line
from bcbsite.pages.descriptions import counted, opening, span_of
from bcbsite.pages.lists import By, Filter, Step, filter_of, page_in_words, pages_of
from bcbsite.pages.page import Page
from bcbsite.read.dates import count_of

SHOWN = 40
"""How many entries the page of a topic shows at most, beside those of the newest year."""
ON_A_PAGE = 50
"""How many entries a page of a year has at most."""
_AROUND = 130
"""How many letters of a paragraph an entry shows."""
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
class ThreadPage:
    """A page of what a topic has of a year."""

    entries: tuple[Entry, ...]
    steps: tuple[Step, ...]
    """All pages of the year, where there are several."""
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
    actions: tuple[ActionLine, ...]
    """Those that the page shows, newest first."""
    all_actions: str | None
    """The address of the page that has all of them, where there are more."""
    actions_in_all: int
    at_most: int = ON_A_PAGE
    """How many entries of a year the page shows."""

    @property
    def jumps(self) -> list[tuple[str, str, int]]:
        """The name of each year, where it is, and how many entries it has."""
        return [
            (str(y.year), f"#year-{y.year}" if y.is_shown else y.address, len(y.entries)) for y in self.years
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
    is_long = any(not year.is_shown or len(year.entries) > ON_A_PAGE for year in years)
    pages = list(_pages_of_years(record, years, board)) if is_long else []
    parts = [page.address for page in pages]
    lines, title = tuple(map(action_line, record.actions)), record.topic.title
    more = topic_actions_address(record.topic.id) if len(lines) > SHOWN else None
    few = lines[:SHOWN] if more else lines
    thread = TopicView(record, years, _filter(entries, parts), few, more, len(lines))
    held = counted(
        ("item", record.items),
        ("paper", record.papers),
        ("decision", sum(not d.is_noting for entry in record.items for d in entry.decisions)),
        ("action", record.actions),
    )
    span = span_of(entry.day for entry in entries)
    description = f"{title} at the {board}{f', {span}' if span else ''}: {held or 'nothing yet'}."
    yield Page(record.address, title, "topic.html", thread, TOPICS, description=description)
    yield from pages
    if more:
        about = f"Actions of the {board} on {title}: {len(lines)}."
        first = Page(more, f"Actions on {title}", GROUP, None, TOPICS, description=about)
        yield from group_pages(lines, first)


def _pages_of_years(record: TopicRecord, years: Iterable[ThreadOfYear], board: str) -> Iterator[Page]:
    for year in years:
        for address, entries, steps in pages_of(year.entries, year.address, ON_A_PAGE):
            name = f"{record.topic.title} in {year.year}{page_in_words(steps)}"
            about = f"{name} at the {board}: {count_of(entries, 'entry', 'entries')}."
            view = ThreadPage(entries, steps, year.filter)
            yield Page(address, name, "topic-of-year.html", view, TOPICS, description=about)


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


def words_around(text: str, term: re.Pattern[str], length: int = _AROUND) -> str:
    """Some *length* letters of *text* with the first *term* in it, whole words, `…` where there are more."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    found = term.search(words)
    start = max(0, min(found.start() - length // 3 if found else 0, len(words) - length))
    start = words.find(" ", start - 1) + 1 if start else 0
    end = words.rfind(" ", start, start + length + 1) if start + length < len(words) else len(words)
    end = end if end > start else start + length
    return f"{'… ' if start else ''}{words[start:end].rstrip(',;')}{' …' if end < len(words) else ''}"


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
