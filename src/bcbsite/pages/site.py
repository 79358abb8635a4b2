"""All pages of the site, in the order of the kinds of page."""

from collections.abc import Callable, Iterable

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.pages.action_log import action_log_pages
from bcbsite.pages.actions import action_pages
from bcbsite.pages.decisions import decision_pages
from bcbsite.pages.documents import document_pages
from bcbsite.pages.home import home_page
from bcbsite.pages.meetings import meeting_pages
from bcbsite.pages.ordinary import ordinary_pages
from bcbsite.pages.page import Page
from bcbsite.pages.people import people_pages
from bcbsite.pages.posts import organisation_pages, post_pages
from bcbsite.pages.redirects import redirect_faults, redirect_pages
from bcbsite.pages.section55 import inspection_pages
from bcbsite.pages.topics import topic_pages

KINDS: tuple[Callable[[Archive], Iterable[Page]], ...] = (
    home_page,
    meeting_pages,
    document_pages,
    action_log_pages,
    action_pages,
    decision_pages,
    inspection_pages,
    people_pages,
    post_pages,
    organisation_pages,
    topic_pages,
    ordinary_pages,
)


def all_pages(archive: Archive) -> list[Page]:
    """Every page of *archive*."""
    pages = _pages_of_records(archive)
    return pages + [page for page in redirect_pages(archive, pages) if isinstance(page, Page)]


def faults(archive: Archive) -> Iterable[Diagnostic]:
    """What is wrong with addresses, which only the pages show; *archive* is all of it, public or not."""
    return redirect_faults(archive, _pages_of_records(archive)) if archive.redirects else ()


def _pages_of_records(archive: Archive) -> list[Page]:
    return [page for kind in KINDS for page in kind(archive)]
