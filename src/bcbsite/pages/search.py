"""The search page, which is also where to browse from without JavaScript."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import (
    ACTIONS,
    DECISIONS,
    MEETINGS,
    ORGANISATIONS,
    PEOPLE,
    POSTS,
    SEARCH,
    SECTION_55,
    year_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.topics import TopicRecord
from bcbsite.model.reference import day_of
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class SearchView:
    """What can be browsed."""

    lists: tuple[tuple[str, str], ...]
    """The name and address of each list of records."""
    years: tuple[tuple[int, str], ...]
    """Those of which meetings are known, newest first."""
    topics: tuple[TopicRecord, ...]


LISTS = (
    ("Meetings", MEETINGS),
    ("Action log", ACTIONS),
    ("Decisions", DECISIONS),
    ("Inspections", SECTION_55),
    ("People", PEOPLE),
    ("Posts", POSTS),
    ("Organisations", ORGANISATIONS),
)


def years_of(archive: Archive) -> tuple[tuple[int, str], ...]:
    """The years of which *archive* knows meetings, newest first, each with the address of its list."""
    years = sorted({day_of(id_).year for id_ in (*archive.meetings, *archive.known)}, reverse=True)
    return tuple((year, year_address(year)) for year in years)


def search_page(archive: Archive) -> Iterator[Page]:
    """The page on which the whole site is searched."""
    view = SearchView(LISTS, years_of(archive), archive.topics)
    description = f"Search the records of the {archive.board.name}, to the paragraph."
    yield Page(SEARCH, "Search", "search.html", view, SEARCH, description=description)
