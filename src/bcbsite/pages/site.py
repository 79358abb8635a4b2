"""All pages of the site, in the order of the kinds of page."""

from collections.abc import Callable, Iterable
from functools import cached_property

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.pages.accessibility import accessibility_page
from bcbsite.pages.action_log import action_log_pages
from bcbsite.pages.actions import action_pages
from bcbsite.pages.data import data_page
from bcbsite.pages.decisions import decision_pages
from bcbsite.pages.documents import document_pages
from bcbsite.pages.due import due_pages
from bcbsite.pages.home import home_page
from bcbsite.pages.meetings import meeting_pages
from bcbsite.pages.ordinary import ordinary_pages
from bcbsite.pages.page import Page
from bcbsite.pages.people import people_pages
from bcbsite.pages.posts import organisation_pages, post_pages
from bcbsite.pages.publication import publication_page
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
    due_pages,
    search_page,
    accessibility_page,
    publication_page,
    data_page,
    ordinary_pages,
)


class SitePages:
    """The pages of an archive, which are made once, when they are first asked for."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    @cached_property
    def of_records(self) -> list[Page]:
        """The pages of the records, without what became of old addresses."""
        return [page for kind in KINDS for page in kind(self.archive)]

    @cached_property
    def all(self) -> list[Page]:
        """Every page."""
        redirects = self.archive.redirects
        return with_trails(with_former(self.of_records, redirects) if redirects else self.of_records)


def faults(everything: SitePages, public: SitePages, accepted: bool) -> Iterable[Diagnostic]:
    """What is wrong with old addresses, which only the pages show.

    *everything* has all records, public or not; *accepted* says whether this content was checked before.
    """
    others = [] if everything is public else everything.of_records
    return redirect_faults(everything.archive.redirects, public.of_records, others, accepted)
