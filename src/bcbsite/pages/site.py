"""All pages of the site, in the order of the kinds of page."""

from collections.abc import Callable, Iterable

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.pages.accessibility import accessibility_page
from bcbsite.pages.action_log import action_log_pages
from bcbsite.pages.actions import action_pages
from bcbsite.pages.data import data_page
from bcbsite.pages.decisions import decision_pages
from bcbsite.pages.documents import document_pages
from bcbsite.pages.home import home_page
from bcbsite.pages.meetings import meeting_pages
from bcbsite.pages.ordinary import ordinary_pages
from bcbsite.pages.page import Page
from bcbsite.pages.people import people_pages
from bcbsite.pages.posts import organisation_pages, post_pages
from bcbsite.pages.redirects import redirect_faults, with_former
from bcbsite.pages.search import search_page
from bcbsite.pages.section55 import inspection_pages
from bcbsite.pages.topics import topic_pages
from bcbsite.pages.trail import with_trails

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
    search_page,
    accessibility_page,
    data_page,
    ordinary_pages,
)


def all_pages(archive: Archive) -> list[Page]:
    """Every page of *archive*."""
    records = _pages_of_records(archive)
    return with_trails(with_former(records, archive.redirects) if archive.redirects else records)


def faults(everything: Archive, public: Archive, accepted: bool) -> Iterable[Diagnostic]:
    """What is wrong with old addresses, which only the pages show.

    *everything* has all records, public or not; *accepted* says whether this content was checked before.
    """
    records = _pages_of_records(public)
    others = [] if everything is public else _pages_of_records(everything)
    return redirect_faults(everything.redirects, records, others, accepted)


def _pages_of_records(archive: Archive) -> list[Page]:
    return [page for kind in KINDS for page in kind(archive)]
