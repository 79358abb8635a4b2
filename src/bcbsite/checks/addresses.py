"""The rule about names of people in addresses: once published, an address is copied and kept by others."""

from collections.abc import Iterator

from bcbsite.archive.addresses import inspection_address, minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.people import listings
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content
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
        for paper in meeting.papers:
            yield paper_address(meeting.id, paper.slug), paper.slug, paper.at
        if minutes := meeting.minutes:
            for item in minutes.body.items:
                if not item.label:
                    address = f"{minutes_address(meeting.id)}#{item.anchor}"
                    yield address, item.anchor, Span(minutes.at.path, item.line)
    for report in content.inspections:
        yield inspection_address(report.slug), slugify(report.slug), report.at
    for page in content.pages:
        yield page.address, slugify(page.address.replace("/", "-")), page.at


def _name_in(part: str, names: set[str]) -> str:
    """The first of *names* in the words of *part*, with spaces; empty where none is."""
    words = part.split("-")
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + _LONGEST_NAME) + 1):
            if "-".join(words[start:end]) in names:
                return " ".join(words[start:end])
    return ""
