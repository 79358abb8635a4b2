"""The rule about names of people in addresses: once published, an address is copied and kept by others."""

from collections.abc import Iterator
from itertools import islice

from bcbsite.archive.addresses import (
    action_address,
    agenda_address,
    decision_address,
    inspection_address,
    meeting_address,
    minutes_address,
    organisation_address,
    paper_address,
    topic_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.people import listings
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.meeting import Meeting
from bcbsite.read.labels import slugify

_LONGEST_NAME = 5
"""Words of a name, at most."""


def names_in_addresses_are_meant(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB753: no address has somebody's name that was not published with it before."""
    before = {permalink.address for permalink in content.permalinks}
    names = set(_slugs(content))
    for address, part, at in _addresses(content):
        if address not in before and (name := _name_in(part, names)):
            message = f"The address “{address}” would have a name in it: {name}."
            yield Diagnostic("BCB753", at, message)
    if not before:  # no account is kept, so that it is not known which pages of people are new
        return
    for record in archive.people:
        if record.address not in before:
            message = f"{record.person.name} gets a page, whose address has the name."
            yield Diagnostic("BCB753", record.person.at, message)


def _slugs(content: Content) -> Iterator[str]:
    """The names of people, as they stand in an address; those of two words or more."""
    spelt = {name for person in content.people for name in (person.name, *person.aliases)}
    spelt |= {listing.listed.name for listing in listings(content.meetings)}
    yield from (slug for name in spelt if "-" in (slug := slugify(name)))


def _addresses(content: Content) -> Iterator[tuple[str, str, Span]]:
    """The addresses that come of words: each with these, and where they are written."""
    for meeting in content.meetings:
        yield from _of_meeting(meeting)
    for report in content.inspections:
        address = inspection_address(report.slug)
        yield address, slugify(report.slug), report.at
        yield from ((f"{address}#{s.anchor}", s.anchor, report.at) for s in report.sections if s.title)
    for notice in content.decisions:
        yield decision_address(notice.reference), slugify(notice.reference), notice.at
    for action in content.log.actions:
        yield from ((action_address(id_), slugify(id_), action.at) for id_ in (action.id, *action.was))
    for page in content.pages:
        yield page.address, slugify(page.address.replace("/", "-")), page.at
    for topic in content.board.topics:
        yield topic_address(topic.id), topic.id, topic.at
    for organisation in content.board.organisations:
        slug = slugify(organisation.id)
        yield organisation_address(slug), slug, organisation.at


def _of_meeting(meeting: Meeting) -> Iterator[tuple[str, str, Span]]:
    """Those of *meeting*: of its folder, its papers and what is attached, and of items without a number."""
    for document in islice(meeting.documents, 1):  # none where it could not be read
        yield meeting_address(meeting.id), slugify(meeting.id), document.at
    for paper in meeting.papers:
        address = paper_address(meeting.id, paper.slug)
        yield address, slugify(paper.slug), paper.at
        yield from ((f"{address}{a.name}", slugify(a.name), a.at) for a in paper.attachments)
        yield from _of_items(paper, address)
    if meeting.agenda:
        yield from _of_items(meeting.agenda, agenda_address(meeting.id))
    if meeting.minutes:
        address = minutes_address(meeting.id)
        yield from ((f"{address}{a.name}", slugify(a.name), a.at) for a in meeting.minutes.attachments)
        yield from _of_items(meeting.minutes, address)


def _of_items(document: Document, address: str) -> Iterator[tuple[str, str, Span]]:
    for item in document.body.items:
        if not item.label:
            yield f"{address}#{item.anchor}", item.anchor, Span(document.at.path, item.line)


def _name_in(part: str, names: set[str]) -> str:
    """The first of *names* in the words of *part*, with spaces; empty where none is."""
    words = part.split("-")
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + _LONGEST_NAME) + 1):
            if "-".join(words[start:end]) in names:
                return " ".join(words[start:end])
    return ""
