"""Tables of a Word file: cells that span columns and rows, rows that are a head."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bcbsite.importing.document import Block, Cell, Table
from bcbsite.importing.word.xml import VALUE, W, elements, number

_WIDEST = 1000
_CONTAINERS = frozenset(W + name for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent", "sdt"))


@dataclass(frozen=True, slots=True)
class CellElement:
    """A cell of the file."""

    element: etree._Element
    columns: int
    continues_above: bool = False
    """Whether it is one with the cell above it."""
    begins_span: bool = False
    """Whether cells below it can be one with it."""
    continues_before: bool = False
    """Whether it is one with the cell before it, in the older form."""
    is_deleted: bool = False


def cells_of(row: etree._Element) -> Iterator[CellElement]:
    """The cells of a row, in their order."""
    for child in elements(row):
        if child.tag == f"{W}tc":
            yield _cell(child)
        elif child.tag in _CONTAINERS:
            yield from cells_of(child)


def _cell(element: etree._Element) -> CellElement:
    properties = element.find(f"{W}tcPr")
    if properties is None:
        return CellElement(element, 1)
    down, across = properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge")
    return CellElement(
        element,
        min(max(number(properties, "gridSpan") or 1, 1), _WIDEST),
        down is not None and down.get(VALUE, "continue") == "continue",
        down is not None and down.get(VALUE) == "restart",
        across is not None and across.get(VALUE, "continue") == "continue",
        properties.find(f"{W}cellDel") is not None,
    )


@dataclass(slots=True)
class _Draft:
    blocks: list[Block]
    columns: int
    rows: int = 1


@dataclass(slots=True)
class TableDraft:
    """A table that is being read, row by row."""

    rows: list[list[_Draft]] = field(default_factory=list)
    _head: int = 0
    _column: int = 0
    _spans: dict[int, _Draft] = field(default_factory=dict)
    """The cells that may go on in the next row, by the columns they begin at."""
    _seen: dict[int, _Draft] = field(default_factory=dict)

    def begin_row(self, is_head: bool, skipped: int) -> None:
        """Begin a row, whose first *skipped* columns have no cell."""
        if is_head and self._head == len(self.rows):
            self._head += 1
        self.rows.append([])
        self._seen = {}
        self._column = min(max(skipped, 0), _WIDEST)
        if self._column:
            self.rows[-1].append(_Draft([], self._column))

    def add(self, cell: CellElement, blocks: list[Block]) -> None:
        """Add a cell with what stands in it."""
        above = self._spans.get(self._column) if cell.continues_above else None
        row = self.rows[-1]
        if above is not None:
            above.blocks += blocks
            above.rows += 1
            self._seen[self._column] = above
        elif cell.continues_before and row:
            row[-1].blocks += blocks
            row[-1].columns += cell.columns
        else:
            row.append(_Draft(blocks, cell.columns))
            if cell.begins_span:
                self._seen[self._column] = row[-1]
        self._column += cell.columns

    def end_row(self, keep: bool) -> None:
        """End the row; where it is not kept it is as if it had not been."""
        if keep:
            self._spans = self._seen
            return
        self.rows.pop()
        self._head = min(self._head, len(self.rows))
        for above in self._seen.values():
            above.rows = max(above.rows - 1, 1)

    def table(self) -> Table:
        """The table of all its rows."""
        return Table(
            tuple(
                tuple(Cell(tuple(cell.blocks), cell.columns, cell.rows) for cell in row) for row in self.rows
            ),
            self._head,
        )
