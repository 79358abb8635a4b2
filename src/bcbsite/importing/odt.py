"""OpenDocument text files (.odt) as documents that a reader sees."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from bcbsite.importing.document import (
    Block,
    ImportedDocument,
    ImportRefusedError,
    LeftOut,
    Run,
    lines_of_blocks,
)
from bcbsite.importing.findings import Findings
from bcbsite.importing.furniture import less_furniture
from bcbsite.importing.number_formats import roman
from bcbsite.importing.opendocument.counted import count_words
from bcbsite.importing.opendocument.story import Story
from bcbsite.importing.opendocument.styles import Styles
from bcbsite.importing.opendocument.xml import OFFICE, STYLE, TEXT
from bcbsite.importing.packages import Package
from bcbsite.importing.runs import as_lines
from bcbsite.importing.typed_numbers import take_typed_numbers
from bcbsite.importing.xml_parts import parse_part

_HEADERS = {
    **{f"{STYLE}{kind}": LeftOut.HEADER for kind in ("header", "header-left", "header-first")},
    **{f"{STYLE}{kind}": LeftOut.FOOTER for kind in ("footer", "footer-left", "footer-first")},
}


def read_odt(path: Path) -> ImportedDocument:
    """The document in the OpenDocument text file at *path*.

    Numbers are as LibreOffice counts them. Tracked changes are read as accepted; deleted and hidden words,
    comments, headers and footers are omissions. `counted` are all words, those of the omissions too, and
    the numbers of lists. Raise `ImportRefusedError` for what is no such file, is damaged, locked or too
    large.
    """
    with Package(path) as package:
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            raise ImportRefusedError(f"{path.name} is protected with a password. Save it without one.")
        counted = count_words(package)
        content = parse_part(package.needed("content.xml"), path.name)
        other = package.part("styles.xml")
    styles_root = None if other is None else parse_part(other, path.name)
    reading = _Reading(path.name, Styles([styles_root, content]))
    blocks = reading.body(content)
    reading.leave_out_headers(styles_root)
    kept, furniture = less_furniture(blocks)
    return ImportedDocument(
        take_typed_numbers(kept),
        reading.footnotes,
        (*reading.findings.omissions, *furniture),
        reading.findings.doubts,
        (*counted, *reading.findings.labels),
    )


class _Reading:
    """One file that is being read."""

    def __init__(self, name: str, styles: Styles) -> None:
        self._name = name
        self._styles = styles
        self.findings = Findings()
        self.footnotes: dict[str, tuple[Run, ...]] = {}
        self._counts = {"footnote": 0, "endnote": 0}

    def _story(self) -> Story:
        return Story(self._name, self._styles, self.findings, self._note)

    def body(self, content: etree._Element) -> list[Block]:
        text = content.find(f"{OFFICE}body/{OFFICE}text")
        if text is None:
            raise ImportRefusedError(f"{self._name} is no text: it may be a spreadsheet or a presentation.")
        return list(self._story().blocks(text))

    def _note(self, element: etree._Element) -> str:
        """Read a note, and return its key: footnotes count in figures, endnotes in Roman numerals."""
        kind = "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
        self._counts[kind] += 1
        key = roman(self._counts[kind]) if kind == "endnote" else str(self._counts[kind])
        bodies = element.findall(f"{TEXT}note-body")
        self.footnotes[key] = as_lines(block for body in bodies for block in self._story().blocks(body))
        return key

    def leave_out_headers(self, root: etree._Element | None) -> None:
        for element, kind in _headers(root):
            self.findings.omit(lines_of_blocks(self._story().blocks(element)), kind)


def _headers(root: etree._Element | None) -> Iterator[tuple[etree._Element, LeftOut]]:
    for page in () if root is None else root.iter(f"{STYLE}master-page"):
        for element in page:
            if element.tag in _HEADERS:
                yield element, _HEADERS[element.tag]
