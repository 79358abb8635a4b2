"""Accounts of the reading beside the pages of the records, in a preview."""

from collections.abc import Iterable, Mapping

from bcbsite.account.account import Account, account_of
from bcbsite.account.record import ByFile, Log, Record, records
from bcbsite.archive.addresses import (
    ACTIONS,
    agenda_address,
    decision_address,
    inspection_address,
    minutes_address,
    paper_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.agenda import Agenda
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper
from bcbsite.model.section55 import InspectionReport


class Accounts:
    """The accounts of the records that an archive shows."""

    def __init__(self, archive: Archive, diagnostics: Iterable[Diagnostic]) -> None:
        """*diagnostics* are all that is wrong with the records."""
        found = ((_address(record), record) for record in records(ByFile(archive, diagnostics)))
        self._records: Mapping[str, Record] = {address: of for address, of in found if address is not None}

    def of_page(self, address: str) -> Account | None:
        """The account of the record that the page at *address* shows; None where it shows none."""
        record = self._records.get(address)
        return account_of(record) if record else None


def _address(record: Record) -> str | None:
    meeting = record.meeting.id if record.meeting else ""
    address = None
    match record.kind:
        case Minutes():
            address = minutes_address(meeting)
        case Agenda():
            address = agenda_address(meeting)
        case Paper(slug=slug):
            address = paper_address(meeting, slug)
        case InspectionReport(slug=slug):
            address = inspection_address(slug)
        case DecisionNotice(reference=reference):
            address = decision_address(reference)
        case OrdinaryPage(address=own):
            address = own
        case Log():
            address = ACTIONS
    return address
