"""A page in other forms: its feed, its calendar, its record as JSON and as Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import ACTIONS, POSTS, is_part_of_list
from bcbsite.model.board import Board
from bcbsite.pages.page import Page

FEED = "feed.xml"
CALENDAR = "calendar.ics"
RECORD = "index.json"
SOURCE = "index.md"
TABLES = "tables"
"""The folder of the tables of a page's texts."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of a page, in a file beside it."""

    file: str
    """Its name, in the folder of the page."""
    type: str
    """Its media type."""
    words: str
    """What it is, a few words for a link."""


_FEED = Alternate(FEED, "application/atom+xml", "Follow in a feed reader (Atom)")
_CALENDAR = Alternate(CALENDAR, "text/calendar", "Follow in a calendar (iCalendar)")
_RECORD = Alternate(RECORD, "application/json", "Download this page’s data (JSON)")
_SOURCE = Alternate(SOURCE, "text/markdown", "Download this document’s text (Markdown)")

_OF_TEMPLATES: dict[str, tuple[Alternate, ...]] = {
    "home.html": (_FEED, _CALENDAR),
    "meetings.html": (_CALENDAR,),
    "meeting.html": (_RECORD,),
    "meeting-not-held.html": (_RECORD,),
    "agenda.html": (_RECORD, _SOURCE),
    "minutes.html": (_RECORD, _SOURCE),
    "paper.html": (_RECORD, _SOURCE),
    "paper-withheld.html": (_RECORD,),
    "decisions.html": (_FEED,),
    "decision.html": (_RECORD,),
    "actions.html": (_FEED, _CALENDAR),
    "action.html": (_FEED, _RECORD),
    "section-55.html": (_FEED, _CALENDAR),
    "section-55-report.html": (_RECORD,),
    "person.html": (_RECORD,),
    "holders.html": (_FEED, _RECORD),
    "topic.html": (_FEED, _RECORD),
}
"""The forms in which there are the pages of a template."""


def alternates_of(page: Page, board: Board) -> Iterator[Alternate]:
    """The other forms of *page*."""
    for alternate in _OF_TEMPLATES.get(page.template, ()):
        if alternate is _SOURCE and not board.markdown:
            continue
        if alternate is _FEED and page.template == "holders.html" and not page.address.startswith(POSTS):
            continue
        if page.template == "topic.html" and is_part_of_list(page.address):
            continue
        if page.template == "actions.html" and page.address != ACTIONS:
            continue  # the log in another order
        yield alternate
