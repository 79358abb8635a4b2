"""The paragraphs, lists and tables of a web page, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from bcbsite.importing.document import Block, Cell, ImportRefusedError, LeftOut, Paragraph, Run, Table
from bcbsite.importing.findings import Findings
from bcbsite.importing.runs import joined
from bcbsite.importing.web.elements import (
    BLOCKS,
    BOLD,
    HEADINGS,
    ITALIC,
    LISTS,
    NOT_SHOWN,
    STRUCK,
    UNDERLINED,
    declarations,
)
from bcbsite.importing.web.hiding import Hiding, is_hidden
from bcbsite.importing.web.lists import OpenList, begin_list

_SPACES = re.compile(r"[ \t\r\n\f]+")
_WEB = ("http://", "https://", "mailto:")
_STEP = 30.0
"""Points by which browsers indent a list or a quotation."""
_DEEPEST = 120
_WIDEST = 1000
_BOLD = ("bold", "bolder", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for the words at a place."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    link: str = ""
    heading: int = 0
    indent: float = 0.0
    keeps_space: bool = False
    depth: int = 0


class PageReader:
    """Reads one page, or one cell of a table of it."""

    def __init__(self, name: str, findings: Findings, hiding: Hiding) -> None:
        self._name = name
        self._findings = findings
        self._hiding = hiding
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._label: tuple[str, bool] = ("", False)
        self._lists: list[OpenList] = []

    def read(self, element: etree._Element, place: "_Place | None" = None) -> tuple[Block, ...]:
        """The blocks within *element*."""
        place = place or _Place()
        self._inside(element, place)
        self._flush(place)
        return tuple(self._blocks)

    def _inside(self, element: etree._Element, place: _Place) -> None:
        self._add(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, place)
            self._add(child.tail, place)

    def _element(self, element: etree._Element, place: _Place) -> None:
        tag = str(element.tag)
        said = declarations(element.get("style"))
        if tag in NOT_SHOWN:
            return
        if place.depth > _DEEPEST:
            raise ImportRefusedError(f"{self._name} nests its elements more than {_DEEPEST} deep.")
        if "hidden" in element.attrib or is_hidden(said) or self._hides(element):
            self._findings.omit(text_of(element), LeftOut.HIDDEN)
        elif tag == "del":
            self._findings.omit(text_of(element), LeftOut.DELETED)
            self._findings.is_tracked = True
        elif tag == "nav":
            self._flush(place)
            self._findings.omit(text_of(element), LeftOut.HEADER)
        elif tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self._findings.unread(["a picture"], "".join(run.text for run in self._runs))
        elif tag in BLOCKS:
            self._block(element, self._within(element, said, place))
        else:
            self._inside(element, self._within(element, said, place))

    def _hides(self, element: etree._Element) -> bool:
        return self._hiding.hides(str(element.tag), {str(key): str(value) for key, value in element.items()})

    def _within(self, element: etree._Element, said: dict[str, str], place: _Place) -> _Place:
        """What holds within an element."""
        tag, weight = str(element.tag), said.get("font-weight", "")
        address = (element.get("href") or "").strip() if tag == "a" else ""
        return replace(
            place,
            bold=(place.bold or tag in BOLD or weight in _BOLD) and weight not in ("normal", "400"),
            italic=place.italic or tag in ITALIC or said.get("font-style") == "italic",
            struck=place.struck or tag in STRUCK or "line-through" in said.get("text-decoration", ""),
            underlined=place.underlined
            or tag in UNDERLINED
            or "underline" in said.get("text-decoration", ""),
            link=address if address.lower().startswith(_WEB) else place.link,
            keeps_space=place.keeps_space or tag == "pre",
            indent=place.indent + (_STEP if tag in LISTS or tag in ("blockquote", "dd") else 0.0),
            heading=HEADINGS.get(tag, place.heading),
            depth=place.depth + 1,
        )

    def _block(self, element: etree._Element, place: _Place) -> None:
        self._flush(place)
        if element.tag == "table":
            self._flush(place, ends_entry=True)
            self._table(element, place)
            return
        if element.tag in LISTS:
            self._lists.append(begin_list(element))
        elif element.tag == "li" and self._lists:
            self._label = self._lists[-1].label(element)
        self._inside(element, place)
        self._flush(place)
        if element.tag in LISTS:
            self._lists.pop()
        elif element.tag == "li":
            self._flush(place, ends_entry=True)

    def _flush(self, place: _Place, ends_entry: bool = False) -> None:
        """End the paragraph."""
        runs, self._runs = tuple(joined(_squeezed(self._runs))), []
        label, is_bullet = self._label
        if runs or (ends_entry and label):
            self._label = ("", False)
            self._findings.labels += label.split()
            self._blocks.append(Paragraph(runs, label, is_bullet, place.heading, place.indent))
        elif ends_entry:
            self._label = ("", False)

    def _add(self, text: str | None, place: _Place) -> None:
        words = (text or "").replace("\u00ad", "")
        if not place.keeps_space:
            words = _SPACES.sub(" ", words)
        if words:
            self._runs.append(
                Run(words, place.bold, place.italic, place.struck, place.link, underlined=place.underlined)
            )

    def _table(self, element: etree._Element, place: _Place) -> None:
        rows: list[tuple[Cell, ...]] = []
        head = 0
        for row in _parts(element, "tr"):
            cells = [part for part in row if part.tag in ("td", "th")]
            parent = row.getparent()
            is_head = parent is not None and parent.tag == "thead"
            head += is_head and head == len(rows)
            rows.append(tuple(self._cell(cell, place) for cell in cells))
        for caption in element.findall("caption"):
            self._blocks += PageReader(self._name, self._findings, self._hiding).read(caption, place)
        if any(rows):
            self._blocks.append(Table(tuple(rows), head))

    def _cell(self, element: etree._Element, place: _Place) -> Cell:
        within = replace(self._within(element, {}, place), indent=0.0)
        blocks = PageReader(self._name, self._findings, self._hiding).read(element, within)
        return Cell(blocks, _span(element.get("colspan")), _span(element.get("rowspan")))


def _span(text: str | None) -> int:
    stripped = (text or "").strip()
    return min(max(int(stripped), 1), _WIDEST) if stripped.isdecimal() and len(stripped) < 5 else 1


def _parts(table: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, less those of tables within it."""
    for child in table:
        if child.tag == tag:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == tag)


def _squeezed(runs: list[Run]) -> Iterator[Run]:
    """The *runs* without spaces that follow others, as pages are shown."""
    before = "\n"
    for run in runs:
        text = run.text.lstrip(" ") if before[-1:] in (" ", "\n") and run.text.startswith(" ") else run.text
        if text:
            yield replace(run, text=text)
            before = text


def text_of(element: etree._Element) -> str:
    """All words within an element, whatever is shown of them."""
    pieces: list[str] = []
    skipped = 0
    for event, each in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        is_element = isinstance(each.tag, str)
        skipped += (event == "start") - (event == "end") if each.tag in NOT_SHOWN else 0
        space = " " if each.tag in BLOCKS or each.tag == "br" else ""
        if event == "start" and not skipped:
            pieces.append(space + (each.text or ""))
        elif not is_element or event == "end":
            pieces.append(space + ("" if skipped or each is element else each.tail or ""))
    return "".join(pieces)
