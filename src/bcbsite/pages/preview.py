"""What a preview says on each page: that the site is not public, and why the record of the page is not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bcbsite.archive.addresses import (
    action_address,
    agenda_address,
    decision_address,
    inspection_address,
    minutes_address,
    paper_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.gate import Record
from bcbsite.archive.not_public import NotPublic, count_in_words
from bcbsite.model.actions import Action
from bcbsite.model.agenda import Agenda
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper
from bcbsite.model.section55 import InspectionReport


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
        for document in meeting.documents:
            yield _of_document(meeting.id, document), document
    others: tuple[Iterable[Record], ...] = (
        archive.inspections,
        archive.decisions,
        archive.pages,
        (history.action for history in archive.actions),
    )
    for records in others:
        for record in records:
            yield _of_other(record), record


def _of_document(meeting: str, document: Agenda | Minutes | Paper) -> str:
    match document:
        case Paper(slug=slug):
            return paper_address(meeting, slug)
        case Agenda():
            return agenda_address(meeting)
    return minutes_address(meeting)


def _of_other(record: Record) -> str:
    match record:
        case InspectionReport(slug=slug):
            return inspection_address(slug)
        case DecisionNotice(reference=reference):
            return decision_address(reference)
        case OrdinaryPage(address=address):
            return address
        case Action(id=id_):
            return action_address(id_)
    raise TypeError(record)
