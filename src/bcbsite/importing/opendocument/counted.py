"""The words of an OpenDocument file by another reading, which the first is held against."""

from bcbsite.importing.opendocument.xml import DC, META, OFFICE, STYLE, SVG, TABLE, TEXT
from bcbsite.importing.packages import Package
from bcbsite.importing.xml_events import XmlEvents

_NAMES = {
    TEXT[1:-1]: "text:",
    OFFICE[1:-1]: "office:",
    STYLE[1:-1]: "style:",
    TABLE[1:-1]: "table:",
    DC[1:-1]: "dc:",
    META[1:-1]: "meta:",
    SVG[1:-1]: "svg:",
}
_WITHIN = ("office:text", "style:master-page")
_NOT = frozenset(("dc:creator", "dc:date", "meta:creator-initials", "text:note-citation"))
_PARAGRAPHS = ("text:p", "text:h")
_DESCRIPTIONS = ("svg:title", "svg:desc")


def count_words(package: Package) -> tuple[str, ...]:
    """All words of the body, headers and footers, deleted and hidden ones too; refuses hostile XML."""
    words: list[str] = []
    for part in ("content.xml", "styles.xml"):
        counting = _Count(package.path.name)
        counting.parse(package.part(part))
        words += counting.words()
    return tuple(words)


class _Count(XmlEvents):
    """The words of one part; what is anchored in a paragraph splits no word of it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _NAMES)
        self._texts: list[str] = []
        self._open: list[list[str]] = []
        self._within = 0
        self._not = 0

    def words(self) -> list[str]:
        return " ".join(self._texts).split()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._within += name in _WITHIN
        self._not += name in _NOT
        if name in _PARAGRAPHS or (name in _DESCRIPTIONS and self._open):
            self._open.append([])
        elif name in ("text:s", "text:ruby-text"):
            self.text(" ")
        elif name in ("text:tab", "text:line-break"):
            self.text("\n")
        elif name == "text:hidden-text":
            self._texts.append(attributes.get("string-value", ""))

    def finish(self, name: str) -> None:
        self._within -= name in _WITHIN
        self._not -= name in _NOT
        if name in _PARAGRAPHS or (name in _DESCRIPTIONS and self._open):
            self._texts.append("".join(self._open.pop()))

    def text(self, text: str) -> None:
        if self._within and not self._not and self._open:
            self._open[-1].append(text.replace("\u00ad", ""))
