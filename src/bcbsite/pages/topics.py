"""Topics: the list, and a page a topic with its thread through the years."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import TOPICS
from bcbsite.archive.archive import Archive
from bcbsite.archive.topics import TopicItem, TopicRecord
from bcbsite.pages.actions import ActionLine, action_line
from bcbsite.pages.descriptions import counted, opening, span_of
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics."""

    topics: tuple[TopicRecord, ...]
    """In the board's order."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic."""

    record: TopicRecord
    years: tuple[tuple[int, tuple[TopicItem, ...]], ...]
    """Its items, newest first."""
    actions: tuple[ActionLine, ...]


def topic_pages(archive: Archive) -> Iterator[Page]:
    """The list of topics, and a page for each."""
    board = archive.board.name
    view = TopicsView(archive.topics)
    names = ", ".join(record.topic.title for record in archive.topics) or "none is kept"
    description = opening(f"What the {board} talks about: {names}")
    yield Page(TOPICS, "Topics", "topics.html", view, TOPICS, description=description)
    for record in archive.topics:
        years = groupby(record.items, key=lambda entry: entry.meeting.day.year)
        thread = TopicView(
            record,
            tuple((year, tuple(entries)) for year, entries in years),
            tuple(map(action_line, record.actions)),
        )
        title = record.topic.title
        held = counted(
            ("item", record.items),
            ("decision", sum(not d.is_noting for entry in record.items for d in entry.decisions)),
            ("action", record.actions),
        )
        span = span_of(entry.meeting.day for entry in record.items)
        description = f"{title} at the {board}{f', {span}' if span else ''}: {held or 'nothing yet'}."
        yield Page(record.address, title, "topic.html", thread, TOPICS, description=description)
