"""Tables with rules: each letter in its cell, and tables that go over pages as one."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from bcbsite.importing.document import Block, Cell, LeftOut, Omission, Origin, Table
from bcbsite.importing.pdf.drawings import Area, Grid
from bcbsite.importing.pdf.letters import Letter
from bcbsite.importing.pdf.lines import Line
from bcbsite.importing.pdf.measures import Column
from bcbsite.importing.pdf.paragraphs import is_whole

# A grid with more squares than this is a drawing.
MOST_SQUARES = 20_000
# How far apart, in points, the columns of two parts of one table may stand.
SAME_COLUMNS = 5.0


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell with its lines, from its left edge `x0` to its right one `x1`."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    x1: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All its words, separated by single spaces."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with its cells row by row. `top` is where it begins on its first page, `head` how many rows
    are repeated at the top of a later page.
    """

    page: int
    top: float
    xs: tuple[float, ...]
    rows: tuple[tuple[RuledCell, ...], ...]
    head: int = 0


# The index of the cell in which a point (x, y) lies, or None.
_Place = Callable[[float, float], int | None]
Lettered = tuple[list[Letter], list[tuple[Grid, dict[int, list[Letter]]]]]


def by_cell(letters: tuple[Letter, ...], grids: tuple[Grid, ...]) -> Lettered:
    """The letters that stand in no cell, and for each grid those of its cells by their index. A grid whose
    edges go through letters is a drawing behind the text, no table.
    """
    free = list(letters)
    held: list[tuple[Grid, dict[int, list[Letter]]]] = []
    for grid in grids:
        if sum(rows * columns for _, _, rows, columns in grid.cells) > MOST_SQUARES:
            continue
        place = _places(grid)
        cells: dict[int, list[Letter]] = {}
        left: list[Letter] = []
        cut = 0
        for letter in free:
            index = place((letter.x0 + letter.x1) / 2, letter.base - letter.size * 0.3)
            (left if index is None else cells.setdefault(index, [])).append(letter)
            cut += index is not None and _is_cut(letter, place)
        if cells and cut * 50 <= len(free) - len(left):
            held.append((grid, cells))
            free = left
    return free, held


def _is_cut(letter: Letter, place: _Place) -> bool:
    """Whether a letter stands in two cells."""
    part = (letter.x1 - letter.x0) * 0.2
    y = letter.base - letter.size * 0.3
    sides = {place(letter.x0 + part, y), place(letter.x1 - part, y)}
    ends = {place(letter.x0 + part, letter.base - letter.size * share) for share in (0.15, 0.5)}
    return len(sides) > 1 or len(ends) > 1


def is_edge(grid: Grid, rule: Area) -> bool:
    """Whether a rule is the edge of a row, which underlines nothing."""
    if rule.x1 < grid.xs[0] - 2 or rule.x0 > grid.xs[-1] + 2:
        return False
    near = bisect_right(grid.ys, rule.bottom + 2) - 1
    return near >= 0 and grid.ys[near] > rule.top - 2


def _places(grid: Grid) -> _Place:
    squares = {
        (row, column): index
        for index, (first_row, first_column, rows, columns) in enumerate(grid.cells)
        for row in range(first_row, first_row + rows)
        for column in range(first_column, first_column + columns)
    }

    def place(x: float, y: float) -> int | None:
        return squares.get((bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1))

    return place


def ruled_table(page: int, grid: Grid, lines: dict[int, list[Line]]) -> RuledTable:
    """A table of a grid and the lines of its cells by their index. Rows and columns without a word are
    left out.
    """
    rows: dict[int, list[RuledCell]] = {}
    for index, (row, column, tall, wide) in enumerate(grid.cells):
        x1 = grid.xs[min(column + wide, len(grid.xs) - 1)]
        cell = RuledCell(row, column, tall, wide, grid.xs[column], x1, tuple(lines.get(index, ())))
        rows.setdefault(row, []).append(cell)
    worded = [tuple(rows[row]) for row in sorted(rows) if any(cell.lines for cell in rows[row])]
    return RuledTable(page, grid.ys[0], grid.xs, tuple(worded))


def joined(one: RuledTable, other: RuledTable) -> tuple[RuledTable, list[Omission]] | None:
    """Two parts of a table on pages that follow each other as one, with the repeated head that was left
    out; None where they are two tables.
    """
    if len(one.xs) != len(other.xs):
        return None
    if any(abs(a - b) > SAME_COLUMNS for a, b in zip(one.xs, other.xs, strict=True)):
        return None
    head = 0
    for first, second in zip(one.rows, other.rows, strict=False):
        if [cell.text for cell in first] != [cell.text for cell in second]:
            break
        head += 1
    omissions = [
        Omission(text, LeftOut.HEADER, Origin(other.page))
        for row in other.rows[:head]
        if (text := " ".join(cell.text for cell in row if cell.lines))
    ]
    rows = _rows_joined(one.rows, other.rows[head:])
    return replace(one, rows=rows, head=max(one.head, head), page=one.page), omissions


def _rows_joined(
    one: tuple[tuple[RuledCell, ...], ...], other: tuple[tuple[RuledCell, ...], ...]
) -> tuple[tuple[RuledCell, ...], ...]:
    """The rows of both; a first row whose first cell is empty goes on with the last row of the page
    before.
    """
    if not one or not other or len(one[-1]) != len(other[0]) or len(one[-1]) < 2 or other[0][0].lines:
        return one + other
    last = tuple(
        replace(above, lines=above.lines + below.lines)
        for above, below in zip(one[-1], other[0], strict=True)
    )
    return (*one[:-1], last, *other[1:])


def table_block(table: RuledTable, blocks: Callable[[tuple[Line, ...], Column], list[Block]]) -> Table:
    """The table of the document, each cell's lines read by `blocks(lines, column)`."""
    rows = []
    for row in table.rows:
        paired = _paired(row)
        cells = []
        for cell in row:
            parts = [(line,) for line in cell.lines] if len(cell.lines) == paired else [cell.lines]
            found = [block for part in parts for block in blocks(part, _column(cell))]
            cells.append(Cell(tuple(found), cell.columns, cell.rows))
        rows.append(tuple(cells))
    return Table(tuple(rows), table.head or _bold_head(table), Origin(table.page))


def _paired(row: tuple[RuledCell, ...]) -> int:
    """How many lines stand side by side in two cells of a row, each line of one with its own of the other,
    as names and posts do; 0 where none do.
    """
    counts = [len(cell.lines) for cell in row if len(cell.lines) >= 3 and all(map(is_whole, cell.lines))]
    return next((count for count in counts if counts.count(count) > 1), 0)


def _column(cell: RuledCell) -> Column:
    """The column of a cell: its lines may come as near to its right edge as they do to its left one."""
    left = min((line.x0 for line in cell.lines), default=cell.x0)
    return Column(left, cell.x1 - max(2.0, min(8.0, left - cell.x0)))


def _bold_head(table: RuledTable) -> int:
    """1 where all words of the first row are bold and not all of the second."""
    if len(table.rows) < 3:
        return 0
    first, second = ([line.every("bold") for cell in row for line in cell.lines] for row in table.rows[:2])
    return int(all(first) and not all(second))
