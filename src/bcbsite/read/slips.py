"""What was typed for something else than Markdown makes of it: it would be lost, or shown as it was typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.model.blocks import Block, Paragraph, Table, every_block


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, at a line of its file."""

    code: str
    line: int
    message: str
    hint: str = ""


def slips_in(text: str, blocks: Sequence[Block], first_line: int = 1) -> Iterator[Slip]:
    """The slips in *text*, which begins at line *first_line* of its file and was read as *blocks*."""
    if "|" in text:
        yield from _lost_cells(text.split("\n"), blocks, first_line)
        yield from _no_tables(blocks)


_STROKE = re.compile(r"(?<!\\)\|")


def _lost_cells(lines: Sequence[str], blocks: Sequence[Block], first_line: int) -> Iterator[Slip]:
    """BCB310: the parser drops the cells that go beyond the heading's."""
    for table in every_block(blocks):
        if isinstance(table, Table):
            # After the heading and the dashes, each row is the next line.
            for line, _ in enumerate(table.rows, table.line + 2):
                cells = _cells(lines[line - first_line])
                if lost := [cell for cell in cells[len(table.head) :] if cell]:
                    message = (
                        f"This row has {len(cells)} cells, but the table’s heading has {len(table.head)}, so "
                        f"“{' | '.join(lost)}” would not be shown."
                    )
                    yield Slip("BCB310", line, message)


def _cells(row: str) -> list[str]:
    """What the parser sees as the cells of *row*, which may lie in a list or a quotation."""
    cells = [cell.strip() for cell in _STROKE.split(row.strip(" \t>"))]
    start = 1 if cells[0] == "" else 0
    return cells[start:-1] if len(cells) > 1 and cells[-1] == "" else cells[start:]


_ROW = re.compile(r"^\|.*\|", re.MULTILINE)


def _no_tables(blocks: Sequence[Block]) -> Iterator[Slip]:
    """BCB311: what looks like the rows of a table is a paragraph with strokes in it."""
    for block in every_block(blocks):
        if isinstance(block, Paragraph) and (row := _ROW.search(block.prose.text)):
            line = block.line + block.prose.text.count("\n", 0, row.start())
            yield Slip("BCB311", line, "This looks like a table, but is not read as one.")
