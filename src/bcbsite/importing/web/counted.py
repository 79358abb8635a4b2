"""The words of a web page by another reading, which the first is held against."""

from html.parser import HTMLParser

from bcbsite.importing.web.elements import BLOCKS, NOT_SHOWN

_VOID = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "wbr")
)


def count_words(page: str) -> tuple[str, ...]:
    """All words of the page, hidden ones too."""
    counting = _Count()
    counting.feed(page)
    counting.close()
    return tuple("".join(counting.pieces).replace("\u00ad", "").split())


class _Count(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in NOT_SHOWN and tag not in _VOID:
            self._skipped.append(tag)
        elif tag == "body":
            self._skipped.clear()
        if tag in BLOCKS or tag == "br":
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skipped:
            while self._skipped.pop() != tag:
                pass
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.pieces.append(data)
