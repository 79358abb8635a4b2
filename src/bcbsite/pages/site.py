"""All pages of the site, in the order of the kinds of page."""

from collections.abc import Callable, Iterable, Iterator

from bcbsite.archive.archive import Archive
from bcbsite.pages.actions import action_pages
from bcbsite.pages.decisions import decision_pages
from bcbsite.pages.documents import document_pages
from bcbsite.pages.home import home_page
from bcbsite.pages.meetings import meeting_pages
from bcbsite.pages.ordinary import ordinary_pages
from bcbsite.pages.page import Page
from bcbsite.pages.people import people_pages
from bcbsite.pages.section55 import inspection_pages

KINDS: tuple[Callable[[Archive], Iterable[Page]], ...] = (
    home_page,
    meeting_pages,
    document_pages,
    action_pages,
    decision_pages,
    inspection_pages,
    people_pages,
    ordinary_pages,
)


def all_pages(archive: Archive) -> Iterator[Page]:
    """Every page of *archive*."""
    for kind in KINDS:
        yield from kind(archive)
