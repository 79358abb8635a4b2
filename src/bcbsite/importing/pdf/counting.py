"""The words of a PDF as pdfium reads its text layer, which shares nothing with the reading of its layout."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import PdfiumError

from bcbsite.importing.document import ImportRefusedError

MOST_PAGES = 1_000
# The space before the raised ending of 31st, which pdfium sees because the letters are small.
_RAISED = re.compile(r"(?<=\d)[ \r\n]+(?=(?:st|nd|rd|th)\b)")
_PASSWORD = "This PDF cannot be opened without a password: save a copy without one."  # noqa: S105
_DAMAGED = "This PDF is damaged and cannot be opened: print it to a new PDF."


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

    def _text(self, index: int) -> str:
        try:
            return str(self._file[index].get_textpage().get_text_bounded())
        except PdfiumError as error:
            raise ImportRefusedError(_DAMAGED) from error
