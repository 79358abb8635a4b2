"""A PDF becomes an imported document: the work of one file in its own process."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bcbsite.importing.document import ImportedDocument, ImportRefusedError, LeftOut, Omission
from bcbsite.importing.pdf.assembly import document, is_scan
from bcbsite.importing.pdf.counting import TextLayer
from bcbsite.importing.pdf.letters import Sheet, sheets

_SCAN = "This PDF is a scan without text: add text with “ocrmypdf in.pdf out.pdf”, then import out.pdf."


class ScanError(ImportRefusedError):
    """No page of the file has text."""


def read_here(path: Path) -> ImportedDocument:
    """The document of a PDF file, read in this process and without bounds of time and memory. Raise
    ImportRefusedError for what cannot be opened, and ScanError for a scan.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    layer = TextLayer(path)
    notes = tuple(layer.notes())
    counted = (*layer.words(), *(word for words in notes for word in words.split()))
    scanned: list[bool] = []
    lettered: list[int] = []

    def noted() -> Iterator[Sheet]:
        for sheet in sheets(layer.unlocked() or path, layer):
            scanned.append(is_scan(sheet))
            lettered.append(len(sheet.letters))
            yield sheet

    found = document(noted(), counted)
    if any(scanned) and sum(lettered) < 20 * len(lettered):
        raise ScanError(_SCAN)
    left_out = (Omission(" ".join(words.split()), LeftOut.COMMENT) for words in notes)
    return replace(found, omissions=(*found.omissions, *left_out))
