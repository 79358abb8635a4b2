"""The words of a PDF as pdfium reads its text layer, which shares nothing with the reading of its layout."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from math import atan2
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import PdfiumError, raw

from bcbsite.importing.document import ImportRefusedError
from bcbsite.importing.pdf.marks import notes
from bcbsite.importing.pdf.visibility import Point, unseen, upright

MOST_PAGES = 1_000
# The space before the raised ending of 31st, which pdfium sees because the letters are small.
_RAISED = re.compile(r"(?<=\d)[ \r\n]+(?=(?:st|nd|rd|th)\b)")
_LEVEL = 0.05
"""How far two angles can be apart, in radians, and still be one."""
_PASSWORD = "This PDF cannot be opened without a password: save a copy without one."  # noqa: S105
_DAMAGED = "This PDF is damaged and cannot be opened: print it to a new PDF."


def _turns(text: raw.FPDF_TEXTPAGE) -> list[int]:
    """The indices of the letters whose line has another angle than that of those before them."""
    found: list[int] = []
    before: float | None = None
    matrix = raw.FS_MATRIX()
    for index in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, index) == 1 or not raw.FPDFText_GetMatrix(text, index, matrix):
            continue
        angle = atan2(matrix.b, matrix.a)
        if before is not None and abs(angle - before) > _LEVEL:
            found.append(index)
        before = angle
    return found


class TextLayer:
    """The text layer of one file. Raise ImportRefusedError for what cannot be opened, and for more than
    `MOST_PAGES` pages.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = pypdfium2.PdfDocument(path)
        except PdfiumError as error:
            raise ImportRefusedError(
                _PASSWORD if "password" in str(error).casefold() else _DAMAGED
            ) from error
        self._open: tuple[int, float, pypdfium2.PdfTextPage] | None = None
        if len(self._file) > MOST_PAGES:
            raise ImportRefusedError(
                f"This PDF has {len(self._file):,} pages; at most {MOST_PAGES:,} are read: divide it."
            )

    def unlocked(self) -> BytesIO | None:
        """The file without its protection, where it has one that needs no password; else None."""
        if raw.FPDF_GetSecurityHandlerRevision(self._file.raw) < 0:
            return None
        copy = BytesIO()
        self._file.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
        return BytesIO(copy.getvalue())

    def words(self) -> Iterator[str]:
        """All words of the file in the order of the layer."""
        for number in range(len(self._file)):
            # U+FFFE is where pdfium undid a hyphen at the end of a line.
            text = self._text(number).replace("\ufffe", "-")
            yield from _RAISED.sub("", text).split()

    def within(self, page: int, left: float, top: float, right: float, bottom: float) -> str:
        """What stands in a box of a page, in points from its top left corner; pages count from 1."""
        try:
            if self._open is None or self._open[0] != page:
                self._open = page, self._file[page - 1].get_height(), self._file[page - 1].get_textpage()
            _, height, text = self._open
            box = {"left": left, "top": height - top, "right": right, "bottom": height - bottom}
            return str(text.get_text_bounded(**box)).strip()
        except PdfiumError:
            return ""

    def unseen(self, page: int) -> frozenset[Point]:
        """Where the letters of a page begin that nobody sees, in points from its bottom left corner."""
        opened = self._file[page - 1]
        text = opened.get_textpage()
        found = list(unseen(opened.raw, text.raw))
        return frozenset(upright(point, opened.raw) for point in found)

    def notes(self) -> Iterator[str]:
        """The notes that people put on the pages, in the order of these."""
        for number in range(len(self._file)):
            page = self._file[number]  # which is closed when nothing refers to it
            yield from notes(page.raw)

    def _text(self, index: int) -> str:
        try:
            text = self._file[index].get_textpage()
            turns = _turns(text.raw)
            if not turns:
                return str(text.get_text_bounded())
            ends = pairwise((0, *turns, text.count_chars()))
            return "\n".join(text.get_text_range(start, end - start) for start, end in ends)
        except PdfiumError as error:
            raise ImportRefusedError(_DAMAGED) from error
