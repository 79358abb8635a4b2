"""The lists of records and the years of meetings, as passages that are found by their names alone."""

from collections.abc import Iterator

from bcbsite.archive.addresses import ACTIONS, DECISIONS, MEETINGS, SECTION_55, TOPICS
from bcbsite.archive.archive import Archive
from bcbsite.pages.search import LISTS, years_of
from bcbsite.search.passage import Passage

_ALSO = {
    MEETINGS: ("minutes", "agendas", "papers", "board meetings"),
    ACTIONS: ("actions", "open actions", "actions open"),
    DECISIONS: ("resolutions", "decision notices"),
    SECTION_55: ("section 55", "s55", "s 55", "section 55 responses", "inspection reports"),
}
"""What else people call a list."""


def list_passages(archive: Archive) -> Iterator[Passage]:
    """One for each list and each year; who asks for just that is led to it first."""
    for title, address in (*LISTS, ("Topics", TOPICS)):
        yield _named(address, title, title.casefold(), *_ALSO.get(address, ()))
    for year, address in years_of(archive):
        yield _named(address, f"Meetings in {year}", str(year))


def _named(address: str, title: str, *names: str) -> Passage:
    return Passage(address, "Page", title, "", "", "", None, names=names, only_named=True)
