"""The paragraphs and tables of one story of a Word file: its body, a note, a header or a text box."""

from collections.abc import Iterable, Iterator

from lxml import etree

from bcbsite.importing.document import Block, ImportRefusedError, LeftOut, Paragraph, Run, words_of
from bcbsite.importing.runs import joined
from bcbsite.importing.word.file import WordFile
from bcbsite.importing.word.inline import Words, WordsReader
from bcbsite.importing.word.numbering import Counters, Label
from bcbsite.importing.word.styles import (
    NO_INDENTS,
    Indents,
    ParagraphStyle,
    heading_of,
    indents_of,
    numbering_of,
)
from bcbsite.importing.word.tables import TableDraft, cells_of
from bcbsite.importing.word.xml import MC, W, chosen, elements, is_on, number, value

_DEEPEST = 20
"""How deep tables and text boxes may be nested in each other."""

_CONTAINERS = frozenset(W + name for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent", "sdt"))
_DELETED = frozenset(W + name for name in ("del", "moveFrom"))
_CONTENTS = ("toc ", "table of figures")
"""How the names of the styles begin that a table of contents has."""


class Story:
    """Reads the blocks of one story, in their order."""

    def __init__(self, file: WordFile, part: str, depth: int = 0) -> None:
        """*part* is the part of the package that the story is in."""
        self._file = file
        self._part = part
        self._depth = depth
        self._counters = Counters(file.lists)
        self._reader = WordsReader(file.styles, file.links(part), file.note_key)
        self._held: list[Run] = []

    def blocks(self, parents: Iterable[etree._Element], deleted: bool = False) -> Iterator[Block]:
        """The blocks of *parents*, each a paragraph, a table or what holds such."""
        for element in parents:
            yield from self._block(element, deleted)

    def end(self) -> Iterator[Block]:
        """What is left of the story where it ends."""
        if runs := joined(self._held):
            yield Paragraph(tuple(runs))
        self._held = []
        if self._reader.fields.are_open:
            self._file.doubt(
                "A field begins and does not end; the words of its instruction were left out as hidden."
            )

    def _block(self, element: etree._Element, deleted: bool) -> Iterator[Block]:
        tag = element.tag
        if tag == f"{W}p":
            yield from self._paragraph(element, deleted)
        elif tag == f"{W}tbl":
            yield from self._table(element, deleted)
        elif tag in _CONTAINERS or tag in _DELETED:
            yield from self.blocks(elements(element), deleted or tag in _DELETED)
        elif tag == f"{MC}AlternateContent":
            if (choice := chosen(element)) is not None:
                yield from self.blocks(elements(choice), deleted)
        elif tag == f"{W}altChunk":
            self._file.lost("A part of the file is another file within it, which was not read.")

    def _paragraph(self, element: etree._Element, deleted: bool) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        style = self._file.styles.paragraph(value(properties, "pStyle") or self._file.styles.default)
        mark = None if properties is None else properties.find(f"{W}rPr")
        words = self._reader.read(element, style.id, deleted)
        self._file.leave_out(words)
        self._held += words.runs
        if deleted or _has(mark, "del", "moveFrom"):
            self._file.is_tracked = True
        elif self._held or not (words.hidden and self._file.styles.look_of(style.id, mark).hidden):
            yield from self._printed(style, properties)
        yield from self._boxes(words)

    def _printed(self, style: ParagraphStyle, properties: etree._Element | None) -> Iterator[Block]:
        """The paragraph of the words that are held, with its number."""
        runs, self._held = tuple(joined(self._held)), []
        numbering = self._file.lists.numbering(numbering_of(properties), style.id)
        label = self._counters.next(numbering)
        if not runs and not (label and label.text):
            return
        if label and label.text:
            self._count(label)
        outline = number(properties, "outlineLvl")
        paragraph = Paragraph(
            runs,
            label.text if label else "",
            bool(label and label.is_bullet),
            style.heading if outline is None else heading_of(outline),
            _indent(
                indents_of(properties), label, style, is_direct=numbering_of(properties).list_id is not None
            ),
            style.name,
        )
        if style.name.lower().startswith(_CONTENTS):
            self._file.omit(words_of(paragraph), LeftOut.CONTENTS)
        else:
            yield paragraph

    def _count(self, label: Label) -> None:
        self._file.labels += label.text.split()
        if not label.is_understood:
            self._file.doubt("A list has numbers of a form that is not known; they are in figures here.")
        if label.after_gap:
            self._file.doubt(
                f"“{label.text}” comes after numbers of a lower level that had none above them; "
                "look at it and at those after it."
            )

    def _boxes(self, words: Words) -> Iterator[Block]:
        for box in words.boxes:
            inner = self._inner()
            blocks = [*inner.blocks(elements(box)), *inner.end()]
            if any(isinstance(block, Paragraph) and block.label for block in blocks):
                self._file.doubt(
                    "Numbers in a text box are counted apart from those around it; look at them."
                )
            yield from blocks

    def _inner(self) -> "Story":
        """The story of a text box that is anchored in this one."""
        self._refuse_what_is_too_deep()
        return Story(self._file, self._part, self._depth + 1)

    def _refuse_what_is_too_deep(self) -> None:
        if self._depth == _DEEPEST:
            raise ImportRefusedError(
                f"{self._file.name} has tables or text boxes more than {_DEEPEST} deep in each other."
            )

    def _table(self, element: etree._Element, deleted: bool) -> Iterator[Block]:
        self._refuse_what_is_too_deep()
        self._depth += 1
        draft = TableDraft()
        for row, is_deleted in _rows(element, deleted):
            self._row(draft, row, is_deleted)
        self._depth -= 1
        if draft.rows:
            yield draft.table()

    def _row(self, draft: TableDraft, row: etree._Element, deleted: bool) -> None:
        properties = row.find(f"{W}trPr")
        self._file.is_tracked |= _has(properties, "ins", "del", "moveFrom")
        if deleted or _has(properties, "del", "moveFrom"):
            for cell in cells_of(row):
                list(self.blocks(elements(cell.element), deleted=True))
            return
        is_hidden = is_on(properties, "hidden")
        draft.begin_row(bool(is_on(properties, "tblHeader")), number(properties, "gridBefore") or 0)
        for cell in cells_of(row):
            blocks = list(self.blocks(elements(cell.element), cell.is_deleted))
            blocks += self._end_of_cell()
            if is_hidden:
                self._file.omit(" ".join(map(words_of, blocks)), LeftOut.HIDDEN)
            draft.add(cell, [] if is_hidden else blocks)
        draft.end_row(keep=not is_hidden)

    def _end_of_cell(self) -> Iterator[Block]:
        if runs := joined(self._held):
            yield Paragraph(tuple(runs))
        self._held = []


def _has(properties: etree._Element | None, *names: str) -> bool:
    return properties is not None and any(properties.find(W + name) is not None for name in names)


def _rows(parent: etree._Element, deleted: bool) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether each is within what was deleted."""
    for child in elements(parent):
        if child.tag == f"{W}tr":
            yield child, deleted
        elif child.tag in _CONTAINERS or child.tag in _DELETED:
            yield from _rows(child, deleted or child.tag in _DELETED)


def _indent(direct: Indents, label: Label | None, style: ParagraphStyle, is_direct: bool) -> float:
    """How far the text begins from the margin: what the paragraph says, then its list, then its style;
    what a style says itself is over what the list says that it names.
    """
    of_list = label.indents if label else NO_INDENTS
    indents = direct.over(of_list.over(style.indents) if is_direct else style.indents.over(of_list))
    first = 0.0 if label else indents.first or 0.0
    return max((indents.left or 0.0) + first, 0.0)
