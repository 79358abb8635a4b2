"""What records are in the terms of schema.org (https://schema.org), for the heads of their pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bcbsite.archive.addresses import HOME, meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.model.board import Board
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper
from bcbsite.model.reference import day_of
from bcbsite.model.section55 import InspectionReport
from bcbsite.pages.page import Page
from bcbsite.pages.words import day_in_words
from bcbsite.read.dates import LONDON

Thing = dict[str, object]

DOCUMENTS = ("DigitalDocument", "Report")
"""The types of what is one text with one date, as an article is."""


@dataclass(frozen=True, slots=True)
class At:
    """An address of this site, which is a whole one in the end, or is left out."""

    address: str


def linked_data(page: Page, root: str | None) -> Mapping[str, object] | None:
    """What *page* is about and where it lies; nothing where there is nothing to tell.

    *root* is the address of the site, with a slash at its end. Without it no address is told, and so no
    place, which is all addresses.
    """
    things = [page.about] if page.about else []
    if root and page.trail and page.is_listed:
        things.append(_breadcrumbs(page))
    return {"@context": "https://schema.org", "@graph": _whole(things, root)} if things else None


def _whole(value: object, root: str | None) -> object:
    """*value* with whole addresses, and without those where there is no *root*."""
    match value:
        case At(address):
            return f"{root}{address}"
        case Mapping():
            kept = {key: part for key, part in value.items() if root or not isinstance(part, At)}
            return {key: _whole(part, root) for key, part in kept.items()}
        case list():
            return [_whole(part, root) for part in value]
    return value


def _breadcrumbs(page: Page) -> Thing:
    places = [*((crumb.title, crumb.address) for crumb in page.trail), (page.title, page.address)]
    steps = [
        {"@type": "ListItem", "position": position, "name": title, "item": At(address)}
        for position, (title, address) in enumerate(places, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def site(board: Board) -> Thing:
    """The site as a whole, and the body whose it is."""
    contact = board.contact
    return _thing(
        "WebSite",
        name=board.name,
        url=At(HOME),
        inLanguage="en-GB",
        license=board.licence.url if board.licence else None,
        publisher=_body(board)
        | _known(
            alternateName=list(board.aliases),
            areaServed=board.area,
            email=contact.email if contact else None,
            address=contact.address if contact else None,
        ),
    )


def meeting_event(archive: Archive, meeting: Meeting) -> Thing:
    """A meeting of which something is held."""
    location = meeting.location
    moved_to = meeting.arrangements.moved_to if meeting.arrangements else None
    return _thing(
        "Event",
        name=f"{archive.board.name}, {day_in_words(meeting.day)}",
        startDate=day_of(moved_to.meeting).isoformat() if moved_to else _start(meeting),
        previousStartDate=_start(meeting) if moved_to else None,
        eventStatus=f"https://schema.org/{_event_status(meeting)}",
        location=_thing("Place", name=location) if location else None,
        organizer=_body(archive.board),
        url=At(meeting_address(meeting.id)),
    )


def _event_status(meeting: Meeting) -> str:
    if not meeting.is_off or not meeting.arrangements:
        return "EventScheduled"
    return "EventRescheduled" if meeting.arrangements.moved_to else "EventCancelled"


def _start(meeting: Meeting) -> str:
    """When it began, with the difference from universal time on that day; the day alone where that is all."""
    if meeting.time:
        return datetime.combine(meeting.day, meeting.time, LONDON).isoformat()
    return meeting.day.isoformat()


def meeting_document(archive: Archive, meeting: Meeting, title: str, status: Status) -> Thing:
    """The minutes or the agenda of a meeting."""
    return _thing(
        "DigitalDocument",
        name=title,
        creativeWorkStatus=status.capitalize(),
        about=meeting_event(archive, meeting),
        **_published(archive.board),
    )


def paper_report(archive: Archive, meeting: Meeting, paper: Paper) -> Thing:
    """A paper that is published in full."""
    return _thing(
        "Report",
        name=paper.title,
        dateCreated=paper.date.day.isoformat() if paper.date and paper.date.day else None,
        about=meeting_event(archive, meeting),
        **_published(archive.board),
    )


def response_page(archive: Archive, report: InspectionReport) -> Thing:
    """The page about an inspection report, which is the inspectors' and lies elsewhere."""
    author = report.inspectorate
    return _thing(
        "WebPage",
        name=report.report,
        mainEntity=_thing(
            "Report",
            name=report.report,
            alternateName=list(report.aliases),
            author=_thing("Organization", name=author) if author else None,
            datePublished=report.published.isoformat() if report.published else None,
            url=report.url,
        ),
        **_published(archive.board),
    )


def notice_document(archive: Archive, notice: DecisionNotice) -> Thing:
    """A decision notice."""
    return _thing(
        "DigitalDocument",
        name=notice.title,
        identifier=notice.reference,
        dateCreated=notice.date.isoformat() if notice.date else None,
        **_published(archive.board),
    )


def _published(board: Board) -> Thing:
    licence = board.licence.url if board.licence else None
    return {"publisher": _body(board), "license": licence, "inLanguage": "en-GB"}


def _body(board: Board) -> Thing:
    return _thing("GovernmentOrganization", name=board.name, url=At(HOME))


def _thing(type_: str, **properties: object) -> Thing:
    return {"@type": type_, **_known(**properties)}


def _known(**properties: object) -> Thing:
    """*properties* but for those of which nothing is known."""
    return {name: value for name, value in properties.items() if value}
