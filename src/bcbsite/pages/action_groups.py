"""Actions in a part of a list: what they can be filtered by, and the pages of one part."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bcbsite.archive.archive import Archive
from bcbsite.pages.actions import ActionLine
from bcbsite.pages.lists import By, Filter, Step, filter_of, page_in_words, pages_of
from bcbsite.pages.page import Page

GROUP = "actions-of-group.html"
"""The template of its pages."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """A page of a part of the log."""

    title: str
    lines: tuple[ActionLine, ...]
    steps: tuple[Step, ...]
    """All pages of the part, where there are several."""
    filter: Filter[ActionLine] | None


def group_pages(
    lines: Sequence[ActionLine], first: Page, picked: Filter[ActionLine] | None = None
) -> Iterator[Page]:
    """The pages of *lines*; *first* has the address of the first one, the title, the section and so on."""
    for at, rows, steps in pages_of(lines, first.address):
        page = page_in_words(steps)
        title, about = f"{first.title}{page}", f"{first.description.removesuffix('.')}{page}."
        view = GroupView(title, rows, steps, picked)
        yield replace(first, address=at, title=title, view=view, description=about)


def actions_filter(
    archive: Archive, lines: Sequence[ActionLine], parts: Iterable[str] = ()
) -> Filter[ActionLine]:
    """What actions can be filtered by; *parts* are the pages that together have each once."""
    topics: dict[str, list[str]] = {}
    for record in archive.topics:
        for history in record.actions:
            topics.setdefault(history.address, []).append(record.topic.title)
    by: list[By[ActionLine]] = [
        By("year", "Year raised", lambda line: [str(line.history.raised_on.year)], newest_first=True),
        By("status", "Status", lambda line: [line.status.capitalize()]),
        By("owner", "Owner", lambda line: [owner.name for owner in line.history.action.owners]),
        By("topic", "Topic", lambda line: topics.get(line.history.address, ())),
        By("later", "Found in later records", lambda line: ["No" if line.history.is_silent else "Yes"]),
        By("series", "Log", lambda line: [archive.series.get(s := line.history.action.series, s)]),
    ]
    return filter_of("actions", lines, lambda line: line.history.raised_on, by, parts)
