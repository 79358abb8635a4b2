"""Topics: the list, and a page a topic with its thread through the years."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.addresses import TOPICS
from bcbsite.archive.archive import Archive
from bcbsite.archive.topics import TopicItem, TopicRecord
from bcbsite.pages.actions import ActionLine, action_line
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
    yield Page(TOPICS, "Topics", "topics.html", view, TOPICS, description=f"What the {board} talks about.")
    for record in archive.topics:
        years = groupby(record.items, key=lambda entry: entry.meeting.day.year)
        thread = TopicView(
            record,
            tuple((year, tuple(entries)) for year, entries in years),
            tuple(map(action_line, record.actions)),
        )
        title = record.topic.title
        description = f"{title}: items, decisions and actions of the {board} through the years."
        yield Page(record.address, title, "topic.html", thread, TOPICS, description=description)
