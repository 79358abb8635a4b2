"""What a preview says on each page: that the site is not public, and why the record of the page is not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.addresses import decision_address, inspection_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.gate import Record
from bcbsite.archive.not_public import NotPublic, count_in_words
from bcbsite.registers.meetings import documents_of


@dataclass(frozen=True, slots=True)
class Preview:
    """A site with records that are not public."""

    count: str
    """How many records are not public, in words; nothing where all are."""
    of: Mapping[str, str]
    """Why the record of a page is not public, by the address of the page."""


def preview_of(archive: Archive, hidden: Iterable[NotPublic]) -> Preview:
    """The preview of *archive*, of whose records the public does not see *hidden*."""
    found = tuple(hidden)
    return Preview(count_in_words(found), pages_of(archive, found))


def pages_of(archive: Archive, hidden: Iterable[NotPublic]) -> dict[str, str]:
    """Why the public does not see those of *hidden* that have a page, by the address of the page."""
    says = {(type(one.record), one.record.at): one.says for one in hidden}
    pages = ((address, says.get((type(record), record.at))) for address, record in _pages(archive))
    return {address: why for address, why in pages if why}


def _pages(archive: Archive) -> Iterator[tuple[str, Record]]:
    """The address of each page of a record, with the record."""
    for meeting in archive.meetings.values():
        yield from ((address, document) for address, _, document in documents_of(meeting))
    yield from ((inspection_address(report.slug), report) for report in archive.inspections)
    yield from ((decision_address(notice.reference), notice) for notice in archive.decisions)
    yield from ((page.address, page) for page in archive.pages)
    yield from ((history.address, history.action) for history in archive.actions)
