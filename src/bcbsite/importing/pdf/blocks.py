"""Lines of a file become its blocks: paragraphs, and tables by alignment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bcbsite.importing.document import Block, Cell, Origin, Paragraph, Table
from bcbsite.importing.pdf import columns
from bcbsite.importing.pdf.columns import Aligned
from bcbsite.importing.pdf.lines import Line
from bcbsite.importing.pdf.paragraphs import Column, Measure, column_of, paragraphs


def blocks_of(lines: Sequence[Line], file: Measure, column: Column) -> list[Block]:
    """The blocks of lines that follow each other in a column: the whole file's or a cell's."""
    blocks: list[Block] = []
    plain: list[Line] = []
    for piece in columns.aligned(lines):
        if isinstance(piece, Line):
            plain.append(piece)
            continue
        blocks.extend(paragraphs(plain, file, column))
        plain = []
        blocks.extend(_aligned(piece, file))
    blocks.extend(paragraphs(plain, file, column))
    return blocks


_Row = tuple[Line, list[list[Line]]]


def _aligned(region: Aligned, file: Measure) -> list[Block]:
    """Lines in columns as a table. Where a single number stands before them, its paragraph comes first
    and the columns behind it are the table.
    """
    rows = list(_rows(region))
    page = Origin(region.lines[0].page)
    first = rows[0][0]
    spans = _spans(rows, len(region.starts))
    if first.label and not region.is_labelled:
        return _led(rows, file, spans, page)
    table = [
        ([_label_cell(row)] if region.is_labelled else []) + _cells(cells, file, spans) for row, cells in rows
    ]
    return [Table(tuple(map(tuple, table)), origin=page)]


def _rows(region: Aligned) -> Iterator[_Row]:
    """The rows of a table by alignment, each with the lines of each column."""
    row: _Row | None = None
    text_x = min((line.text_x for line in region.lines if line.label), default=0.0)
    for line in region.lines:
        begins = _begins_row(line, text_x) if region.is_labelled else _is_new(line, region)
        if row is None or begins:
            if row is not None:
                yield row
            row = line, [[] for _ in region.starts]
            line_of_row = replace(line, label=None) if region.is_labelled else line
        else:
            line_of_row = line
        for column, part in enumerate(columns.cells_of(line_of_row, region.starts)):
            if part is not None:
                row[1][column].append(_with_label(part, line_of_row, column))
    if row is not None:
        yield row


def _begins_row(line: Line, text_x: float) -> bool:
    return bool(line.label and not line.label.bullet and line.x0 < text_x - columns.SAME_X)


def _is_new(line: Line, region: Aligned) -> bool:
    """Whether a line of columns without labels begins a row: it has words in the first column."""
    return line.x0 < region.starts[1] - 0.5


def _with_label(part: Line, line: Line, column: int) -> Line:
    first = line.segments[0] if line.segments else None
    return replace(part, label=line.label) if first in part.segments and line.label else part


def _spans(rows: list[_Row], count: int) -> list[Column]:
    """The columns of a table by all lines that stand in each."""
    return [column_of([line for _, cells in rows for line in cells[number]]) for number in range(count)]


def _label_cell(line: Line) -> Cell:
    if line.label is None:
        return Cell(())
    return Cell((Paragraph((), label=line.label.text, origin=Origin(line.page)),))


def _cells(cells: list[list[Line]], file: Measure, spans: list[Column]) -> list[Cell]:
    return [
        Cell(tuple(paragraphs(lines, file, span))) for lines, span in zip(cells, spans, strict=True)
    ]


def _led(rows: list[_Row], file: Measure, spans: list[Column], page: Origin) -> list[Block]:
    lead = [line for _, cells in rows for line in cells[0]]
    table = tuple(
        tuple(_cells(cells[1:], file, spans[1:])) for _, cells in rows if any(cells[1:])
    )
    return [*paragraphs(lead, file, spans[0]), Table(table, origin=page)]
