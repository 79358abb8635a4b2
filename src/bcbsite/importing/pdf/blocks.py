"""Lines of a file become its blocks: paragraphs, and tables by alignment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bcbsite.importing.document import Block, Cell, Origin, Paragraph, Run, Table
from bcbsite.importing.pdf import columns, labels
from bcbsite.importing.pdf.columns import Aligned
from bcbsite.importing.pdf.labels import Label
from bcbsite.importing.pdf.lines import Line, Segment
from bcbsite.importing.pdf.measures import SAME_X, Column, Measure, column_of
from bcbsite.importing.pdf.paragraphs import goes_on, is_whole, paragraphs


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
    rows = list(_rows(region, file))
    if rows[0][0].label and not region.is_labelled:
        return _led(region, rows, file)
    spans = _spans(rows, len(region.starts))
    table = [
        ([_label_cell(row)] if region.is_labelled else []) + _cells(cells, file, spans) for row, cells in rows
    ]
    return [Table(tuple(map(tuple, table)), origin=Origin(region.lines[0].page))]


def _rows(region: Aligned, file: Measure) -> Iterator[_Row]:
    """The rows of a table by alignment, each with the lines of each column."""
    first = column_of([part for line in region.lines if (part := _parts(line, region)[0])])
    text_x = min((line.text_x for line in region.lines if line.label), default=0.0)
    row: _Row | None = None
    for found in region.lines:
        line = _headed(found, text_x) if region.is_labelled else found
        begins = _begins_row(line, text_x) if region.is_labelled else _is_new(line, row, region, file, first)
        if row is None or begins:
            if row is not None:
                yield row
            row = line, [[] for _ in region.starts]
            line = replace(line, label=None) if region.is_labelled else line
        for column, part in enumerate(_parts(line, region)):
            if part is not None:
                row[1][column].append(part)
    if row is not None:
        yield row


def _parts(line: Line, region: Aligned) -> list[Line | None]:
    """A line in columns, its label with the part in which its text begins."""
    return [part and _with_label(part, line) for part in columns.cells_of(line, region.starts)]


def _headed(line: Line, text_x: float) -> Line:
    """A head without a number with its words over the column of the numbers as its label."""
    over = [word for word in line.words if word.x0 < text_x - SAME_X]
    if line.label or not over:
        return line
    label = Label(" ".join(word.text for word in over), over[0].x0, over[-1].x1, False, True)
    segments = (
        Segment(tuple(word for word in segment.words if word not in over)) for segment in line.segments
    )
    return replace(line, label=label, segments=tuple(segment for segment in segments if segment.words))


def _begins_row(line: Line, text_x: float) -> bool:
    return bool(line.label and not line.label.bullet and line.x0 < text_x - SAME_X)


def _is_new(line: Line, row: _Row | None, region: Aligned, file: Measure, first: Column) -> bool:
    """Whether a line of columns without labels begins a row: a paragraph begins in the first column, or
    an entry each in several others, as a name and a post.
    """
    if row is None:
        return True
    parts = _parts(line, region)
    if parts[0]:
        beside = [
            (lines[-1], part) for lines, part in zip(row[1][1:], parts[1:], strict=True) if lines and part
        ]
        is_entry = any(is_whole(last) and is_whole(part) for last, part in beside)
        return is_entry or not row[1][0] or not goes_on(row[1][0][-2:], parts[0], file, first)
    above = [lines[-1] for lines in row[1][1:] if lines]
    there = [part for part in parts if part]
    return len(there) > 1 and all(is_whole(part) for part in [*above, *there])


def _with_label(part: Line, line: Line) -> Line:
    """A part of a line with the label of the line, where the line's text begins in it."""
    first = line.segments[0] if line.segments else None
    return replace(part, label=line.label) if first in part.segments and line.label else part


def _spans(rows: list[_Row], count: int) -> list[Column]:
    """The columns of a table by all lines that stand in each."""
    return [column_of([line for _, cells in rows for line in cells[number]]) for number in range(count)]


def _label_cell(line: Line) -> Cell:
    if line.label is None:
        return Cell(())
    text, page = line.label.text, Origin(line.page)
    is_number = labels.is_number(text)
    return Cell((Paragraph((), text, origin=page) if is_number else Paragraph((Run(text),), origin=page),))


def _cells(cells: list[list[Line]], file: Measure, spans: list[Column]) -> list[Cell]:
    return [Cell(tuple(paragraphs(lines, file, span))) for lines, span in zip(cells, spans, strict=True)]


def _led(region: Aligned, rows: list[_Row], file: Measure) -> list[Block]:
    """The paragraph that stands in the first column, and what stands behind it."""
    lead = [line for _, cells in rows for line in cells[0]]
    rest = []
    for line in region.lines:
        segments = tuple(segment for segment in line.segments if segment.x0 >= region.starts[1] - 0.5)
        if segments:
            rest.append(replace(line, segments=segments, label=None))
    first = Column(file.margins.left, column_of(lead).right)
    return [*paragraphs(lead, file, first), *blocks_of(rest, file, file.margins)]
