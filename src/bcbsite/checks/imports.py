"""The rule about records that were imported."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.checks.markings import shown
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.content import Content

_MESSAGE = "This record was imported, and words of its file are missing or were not read."


def imported_records_are_compared(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB802: of nothing that is to be published the account of its import does not balance."""
    for record in shown(content):
        if at := getattr(record, "spans", {}).get("unbalanced"):
            yield Diagnostic("BCB802", at, _MESSAGE)
