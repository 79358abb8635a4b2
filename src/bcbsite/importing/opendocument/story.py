"""The paragraphs, lists and tables of one story of an OpenDocument file."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lxml import etree

from bcbsite.importing.document import Block, Cell, ImportRefusedError, LeftOut, Paragraph, Table
from bcbsite.importing.findings import Findings
from bcbsite.importing.opendocument.lists import Counts, Label, Lists
from bcbsite.importing.opendocument.styles import Styles
from bcbsite.importing.opendocument.words import Words, WordsReader
from bcbsite.importing.opendocument.xml import DC, META, TABLE, TEXT, whole
from bcbsite.importing.runs import joined

_DEEPEST = 20
_CONTENTS = frozenset(
    f"{TEXT}{kind}"
    for kind in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography"),
    )
)
_ROWS = frozenset(f"{TABLE}table-{kind}" for kind in ("header-rows", "rows", "row-group"))
_MOST_REPEATS = 1000


class Story:
    """Reads the blocks of one story, in their order."""

    def __init__(
        self, name: str, styles: Styles, findings: Findings, note: Callable[[etree._Element], str]
    ) -> None:
        """*name* is that of the file; *note* gives the key of a foot- or endnote."""
        self._name = name
        self._styles = styles
        self._findings = findings
        self._note = note
        self._reader = WordsReader(styles, note)
        self._lists = Lists(styles)
        self._depth = 0

    def blocks(self, parents: Iterable[etree._Element]) -> Iterator[Block]:
        """The blocks of *parents*."""
        for element in parents:
            yield from self._block(element)

    def _block(self, element: etree._Element) -> Iterator[Block]:
        tag = element.tag
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(element, self._outline_label)
        elif tag == f"{TEXT}list":
            style = element.get(f"{TEXT}style-name", "")
            yield from self._list(element, 0, style, self._lists.counts_of(element, style))
        elif tag == f"{TABLE}table":
            yield from self._table(element)
        elif tag in _CONTENTS:
            self._findings.omit(_words(element), LeftOut.CONTENTS)
        elif tag == f"{TEXT}section" and self._is_hidden(element):
            self._findings.omit(_words(element), LeftOut.HIDDEN)
        elif tag == f"{TEXT}tracked-changes":
            self._tracked(element)
        elif isinstance(tag, str):
            yield from self.blocks(element)

    def _is_hidden(self, section: etree._Element) -> bool:
        return section.get(f"{TEXT}display") == "none" or self._styles.is_hidden(
            section.get(f"{TEXT}style-name", "")
        )

    def _outline_label(self, element: etree._Element) -> Label | None:
        """The label of a heading that is in no list."""
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return None
        start = (
            element.get(f"{TEXT}start-value") if element.get(f"{TEXT}restart-numbering") == "true" else None
        )
        level = max(whole(element.get(f"{TEXT}outline-level"), 1), 1) - 1
        return self._lists.heading(level, None if start is None else whole(start, 1))

    def _paragraph(
        self, element: etree._Element, label_of: Callable[[etree._Element], Label | None]
    ) -> Iterator[Block]:
        style = self._styles.paragraph(element.get(f"{TEXT}style-name", ""))
        words = self._reader.read(element, style.look)
        self._leave_out(words)
        runs = tuple(joined(words.runs))
        label = label_of(element) if runs or not words.hidden else None
        if runs or (label and label.text):
            if label and label.text:
                self._count(label)
            is_heading = element.tag == f"{TEXT}h"
            indent = style.indent if not label or label.indent is None else label.indent
            yield Paragraph(
                runs,
                label.text if label else "",
                bool(label and label.is_bullet),
                min(max(whole(element.get(f"{TEXT}outline-level"), 1), 1), 6) if is_heading else 0,
                max(indent or 0.0, 0.0),
                style.name,
            )
        yield from self._boxes(words)

    def _count(self, label: Label) -> None:
        self._findings.labels += label.text.split()
        if not label.is_understood:
            self._findings.doubt("A list has numbers of a form that is not known; they are in figures here.")

    def _boxes(self, words: Words) -> Iterator[Block]:
        if words.boxes:
            with self._deeper():
                yield from Story(self._name, self._styles, self._findings, self._note).within(
                    self._depth, words
                )

    def within(self, depth: int, words: Words) -> list[Block]:
        """The blocks of what is anchored in a paragraph, itself so deep in others."""
        self._depth = depth
        return list(self.blocks(words.boxes))

    def _leave_out(self, words: Words) -> None:
        self._findings.omit("".join(words.hidden), LeftOut.HIDDEN)
        for description in words.described:
            self._findings.omit(description, LeftOut.ALTERNATIVE)
        for comment in words.comments:
            self._findings.omit(_words(comment), LeftOut.COMMENT)
        text = "".join(run.text for run in words.runs)
        self._findings.unread(words.unread, text)
        self._findings.unread(words.lost, text, has_words=True)

    def _list(self, element: etree._Element, level: int, style: str, counts: Counts) -> Iterator[Block]:
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            own = item.get(f"{TEXT}style-override", style)
            start = item.get(f"{TEXT}start-value")
            is_first = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    with self._deeper():
                        yield from self._list(child, level + 1, child.get(f"{TEXT}style-name", style), counts)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    entry = partial(self._entry_label, counts, own, level, start) if is_first else _no_label
                    yield from self._paragraph(child, entry)
                    is_first = False
                else:
                    yield from self._block(child)

    def _entry_label(
        self, counts: Counts, style: str, level: int, start: str | None, element: etree._Element
    ) -> Label:
        """The label of the first paragraph of an entry of a list."""
        style = style or self._styles.paragraph(element.get(f"{TEXT}style-name", "")).list_style
        return self._lists.entry(counts, style, level, None if start is None else whole(start, 1))

    def _table(self, element: etree._Element) -> Iterator[Block]:
        with self._deeper():
            rows: list[tuple[Cell, ...]] = []
            head = 0
            for row, is_head in _rows(element):
                head += is_head
                rows.append(tuple(self._cells(row)))
        if any(rows):
            yield Table(tuple(rows), head)

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                columns = whole(cell.get(f"{TABLE}number-columns-spanned"), 1)
                rows = whole(cell.get(f"{TABLE}number-rows-spanned"), 1)
                repeated = min(whole(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_REPEATS)
                found = Cell(tuple(self.blocks(cell)), max(columns, 1), max(rows, 1))
                yield from [found] * (repeated if repeated > 1 and not found.blocks else 1)
            elif cell.tag == f"{TABLE}covered-table-cell" and (words := _words(cell)):
                self._findings.omit(words, LeftOut.HIDDEN)

    def _tracked(self, element: etree._Element) -> None:
        regions = element.findall(f"{TEXT}changed-region")
        self._findings.is_tracked |= bool(regions)
        for deletion in element.iter(f"{TEXT}deletion"):
            self._findings.omit(_words(deletion), LeftOut.DELETED)

    def _deeper(self) -> "_Deeper":
        return _Deeper(self)

    def go(self, levels: int) -> None:
        """Go so many levels deeper, or back."""
        self._depth += levels
        if self._depth > _DEEPEST:
            raise ImportRefusedError(
                f"{self._name} has tables, lists or frames more than {_DEEPEST} deep in each other."
            )


class _Deeper:
    """One level deeper, for a while."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def __enter__(self) -> None:
        self._story.go(1)

    def __exit__(self, *_: object) -> None:
        self._story.go(-1)


def _no_label(_: etree._Element) -> None:
    return None


def _rows(parent: etree._Element, is_head: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child, is_head
        elif child.tag in _ROWS:
            yield from _rows(child, is_head or child.tag == f"{TABLE}table-header-rows")


def _words(element: etree._Element) -> str:
    """All words of an element, with spaces between paragraphs, less who wrote them and when."""
    pieces: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and each.tag not in _NOT_WORDS:
            pieces.append(_BEFORE.get(str(each.tag), "") + (each.text or ""))
        elif event == "end":
            after = " " if each.tag in (f"{TEXT}p", f"{TEXT}h") else ""
            pieces.append(after + ((each.tail or "") if each is not element else ""))
    return "".join(pieces)


_NOT_WORDS = (f"{DC}creator", f"{DC}date", f"{META}creator-initials")
_BEFORE = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
