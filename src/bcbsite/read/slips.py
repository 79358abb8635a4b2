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
        yield from _lost_cells(_LINE_END.split(text), blocks, first_line)
        yield from _no_tables(blocks)
    if "]:" in text or "#" in text:
        yield from _as_typed(blocks)


_LINE_END = re.compile(r"\r\n?|\n")
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


_NOTE = re.compile(r"\[(\d+|[*†‡]+)\]:")
_ADDRESS = re.compile(r"\[([^\]]+)\]: *<?(https?://[^\s>]+|meeting:\d[^\s>]*)")
_HEADING = re.compile(r"(#{2,6}|#(?=\d+\.\s))([^\s#].*)")


def _as_typed(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Lines that are no footnote, link or heading, though they look as if they were meant to be one."""
    for block in every_block(blocks):
        if isinstance(block, Paragraph):
            for number, line in enumerate(block.prose.text.split("\n"), block.line):
                if line.startswith(("[", "#")) and (slip := _slip_of(line, number)):
                    yield slip


def _slip_of(line: str, number: int) -> Slip | None:
    """BCB312 for a line in square brackets, BCB313 for a heading."""
    if found := _NOTE.match(line):
        message = f"“{found[0]}” makes no footnote: it is shown as it was typed."
        hint = f"If it is a footnote, write [^{found[1]}]: here, and [^{found[1]}] in the text."
        return Slip("BCB312", number, message, hint)
    if found := _ADDRESS.match(line):
        message = f"“[{found[1]}]:” makes no link: it is shown as it was typed."
        hint = f"Where the link is to be, write [{found[1]}]({found[2]})."
        return Slip("BCB312", number, message, hint)
    if found := _HEADING.match(line):
        message = f"“{found[0]}” is no heading: it is shown as it was typed."
        return Slip("BCB313", number, message, f"Write “{found[1]} {found[2]}”, with a space after the #.")
    return None
