"""All pages of a PDF become one document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bcbsite.importing.document import (
    Block,
    Doubt,
    ImportedDocument,
    LeftOut,
    Omission,
    Origin,
    Paragraph,
    Run,
)
from bcbsite.importing.pdf import columns
from bcbsite.importing.pdf.blocks import blocks_of
from bcbsite.importing.pdf.footnotes import without_footnotes
from bcbsite.importing.pdf.furniture import Leaf, without_furniture
from bcbsite.importing.pdf.letters import Sheet
from bcbsite.importing.pdf.lines import Drawn, Line, Marks, lines_of
from bcbsite.importing.pdf.measures import Measure, measure
from bcbsite.importing.pdf.paragraphs import paragraphs
from bcbsite.importing.pdf.tables import RuledTable, by_cell, is_edge, joined, ruled_table, table_block

# A page with fewer letters than this and pictures over more than this share of it is a scan.
FEWEST_LETTERS = 15
FEW_LETTERS = 200
SCANNED = 0.4


@dataclass(frozen=True, slots=True)
class _Read:
    """A page as its lines and tables, its letters no longer held."""

    leaf: Leaf
    tables: tuple[RuledTable, ...]


def document(sheets: Iterable[Sheet], counted: tuple[str, ...]) -> ImportedDocument:
    """The document of the pages; `counted` are its words by another reading."""
    read: list[_Read] = []
    omissions: list[Omission] = []
    doubts: list[Doubt] = []
    turned: list[Paragraph] = []
    for sheet in sheets:
        read.append(_read(sheet))
        omissions.extend(_hidden(sheet))
        doubts.extend(_sheet_doubts(sheet))
        turned.extend(_turned(sheet))
    kept, furniture, kept_doubts = without_furniture([page.leaf for page in read])
    kept, notes = without_footnotes(kept)
    file = measure([line for lines in kept for line in lines])
    pieces = list(_pieces(read, kept))
    blocks, heads = _blocks(pieces, file)
    found = sorted([*omissions, *furniture, *heads], key=_page)
    return ImportedDocument(
        (*blocks, *turned),
        {key: _note(lines, file) for key, lines in notes.items()},
        omissions=tuple(found),
        doubts=tuple(sorted([*doubts, *kept_doubts, *_struck(kept), *_columned(pieces)], key=_page)),
        counted=counted,
        pages=len(read),
    )


def _page(found: Omission | Doubt) -> int:
    return found.origin.page or 0


def is_scan(sheet: Sheet) -> bool:
    """Whether a page is a picture of a page."""
    return len(sheet.letters) < FEWEST_LETTERS and sheet.pictured > SCANNED


def _read(sheet: Sheet) -> _Read:
    edges = (rule for rule in sheet.rules if not any(is_edge(grid, rule) for grid in sheet.grids))
    drawn = Drawn(sheet.number, Marks(edges), Marks(sheet.links), Marks(sheet.dots))
    free, held = by_cell(sheet.letters, sheet.grids)
    tables = []
    for grid, letters in held:
        cells = {index: lines_of(cell, drawn) for index, cell in letters.items()}
        tables.append(ruled_table(sheet.number, grid, cells))
    return _Read(Leaf(sheet.number, sheet.height, tuple(lines_of(free, drawn))), tuple(tables))


def _hidden(sheet: Sheet) -> Iterator[Omission]:
    if sheet.hidden:
        yield Omission(sheet.hidden, LeftOut.HIDDEN, Origin(sheet.number))
    if sheet.watermark:
        yield Omission(sheet.watermark, LeftOut.WATERMARK, Origin(sheet.number))


def _turned(sheet: Sheet) -> Iterator[Paragraph]:
    if sheet.turned:
        yield Paragraph((Run(sheet.turned),), origin=Origin(sheet.number))


def _sheet_doubts(sheet: Sheet) -> Iterator[Doubt]:
    page = Origin(sheet.number)
    if is_scan(sheet):
        yield Doubt("This page is a picture without text: nothing on it was read.", page, unread=True)
    elif sheet.pictured > SCANNED and len(sheet.letters) < FEW_LETTERS:
        yield Doubt("Most of this page is a picture, which was not read.", page, unread=True)
    elif sheet.pictured > 0.02:
        yield Doubt("A picture on this page was left out.", page)
    if sheet.turned:
        yield Doubt(f"“{sheet.turned}” stands turned on the page; it was put at the end.", page)
    if sheet.unread:
        yield Doubt(f"The font does not say which letters {sheet.unread} signs on this page are.", page)


def _struck(pages: list[list[Line]]) -> Iterator[Doubt]:
    """Words with a line through them, which a reader of the file sees as taken back."""
    for lines in pages:
        runs = (run for line in lines for word in line.words for run in word.runs)
        words = " ".join(run.text for run in runs if run.struck)
        if words:
            yield Doubt(f"“{words}” is struck out; it was kept.", Origin(lines[0].page))


def _columned(pieces: list[Line | RuledTable]) -> Iterator[Doubt]:
    """The pages of which columns were read one after the other, as a table must not be."""
    for page in sorted({piece.page for piece in pieces if isinstance(piece, Line) and piece.right}):
        yield Doubt("This page was read as two columns, first all of the left one.", Origin(page))


def _blocks(pieces: list[Line | RuledTable], file: Measure) -> tuple[list[Block], list[Omission]]:
    """The blocks of all pages, tables and paragraphs joined over pages, and the repeated heads of tables."""
    blocks: list[Block] = []
    omissions: list[Omission] = []
    run: list[Line] = []
    open_table: RuledTable | None = None

    def close_run() -> None:
        nonlocal run
        blocks.extend(blocks_of(run, file, file.margins))
        run = []

    def close_table() -> None:
        nonlocal open_table
        if open_table is not None:
            blocks.append(_table(open_table, file))
        open_table = None

    for piece in pieces:
        if isinstance(piece, Line):
            close_table()
            run.append(piece)
            continue
        close_run()
        both = joined(open_table, piece) if open_table and open_table.page != piece.page else None
        if both:
            open_table = both[0]
            omissions.extend(both[1])
        else:
            close_table()
            open_table = piece
    close_run()
    close_table()
    return blocks, omissions


def _note(lines: list[Line], file: Measure) -> tuple[Run, ...]:
    """The words of a footnote, its paragraphs separated by spaces."""
    found = paragraphs([line for line in lines if line.segments], file, file.margins)
    return tuple(run for paragraph in found for run in (Run(" "), *paragraph.runs))[1:]


def _table(table: RuledTable, file: Measure) -> Block:
    return table_block(table, lambda lines, column: blocks_of(lines, file, column))


def _pieces(read: list[_Read], kept: list[list[Line]]) -> Iterator[Line | RuledTable]:
    """Lines and tables of all pages in the order in which they are read."""
    gutter: float | None = None
    for page, lines in zip(read, kept, strict=True):
        tables = sorted(page.tables, key=lambda table: table.top)
        rest = lines
        for table in tables:
            above = [line for line in rest if line.base <= table.top]
            rest = rest[len(above) :]
            ordered, gutter = columns.in_order(above, gutter)
            yield from ordered
            yield table
        ordered, gutter = columns.in_order(rest, gutter)
        yield from ordered
