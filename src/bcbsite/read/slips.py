"""What was typed for something else than Markdown makes of it: it would be lost, or shown as it was typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.model.blocks import Block, Paragraph, Preformatted, Table, every_block


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, at a line of its file."""

    code: str
    line: int
    message: str
    hint: str = ""
    column: int = 1


def slips_in(text: str, blocks: Sequence[Block], first_line: int = 1) -> Iterator[Slip]:
    """The slips in *text*, which begins at line *first_line* of its file and was read as *blocks*."""
    lines = _LINE_END.split(text)
    if "```" in text or "~~~" in text:
        yield from _open_code(blocks)
    if len(lines) > 1 and _PAGE_HINT.search(f"\n{text}"):
        yield from _page_marks(lines, first_line)
    if "|" in text:
        yield from _lost_cells(lines, blocks, first_line)
    if "|" in text or "]:" in text or "#" in text:
        yield from _lines_as_typed(lines, blocks, first_line)
    if "![" in text or "<!--" in text or "]: " in text:
        for number, line in enumerate(lines, first_line):
            yield from _unshown(line, number)


def _open_code(blocks: Sequence[Block]) -> Iterator[Slip]:
    """BCB341: a line of marks begins code, and none ends it."""
    for block in every_block(blocks):
        if isinstance(block, Preformatted) and block.is_open:
            message = "The code that begins here has no end, so nothing of what comes after it is read."
            yield Slip("BCB341", block.line, message)


_PAGE = re.compile(
    r"[-–—|\s]*p ?a ?g ?e[-–—|\s]*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—|\s]*|\d{1,3}\s*\|\s*p ?a ?g ?e"
    r"|[-–—] ?\d{1,3} ?[-–—]|\\(?:new|clear)page|\\pagebreak|\W{0,9}page break\W{0,9}"
    r"|share this item|view the (?:background to|decision for|reasons why) item .{1,100}"
    r"|.{0,200}\bPDF \d[\d.,]{0,9} ?[KM]B\b.{0,50}",
    re.IGNORECASE,
)
_PAGE_HINT = re.compile(
    r"\n[ \t]*(?:[-–—] ?\d+ ?[-–—]|\\|.{0,30}p ?a ?g ?e|share this|view the)|\bPDF \d", re.IGNORECASE
)
"""What every text with such a line has, with a line end before it."""
_LONGEST_PAGE_MARK = 300


def _page_marks(lines: Sequence[str], first_line: int) -> Iterator[Slip]:
    """BCB343: lines that were printed on each page, or stood beside the words on a website."""
    for number, line in enumerate(lines, first_line):
        words = line.strip()
        if is_page_mark(words):
            yield Slip("BCB343", number, f"“{words}” is no part of the record’s words, but shown among them.")


def is_page_mark(words: str) -> bool:
    """Whether *words*, a line, were printed on each page, or stood beside the words on a website."""
    return bool(words) and len(words) <= _LONGEST_PAGE_MARK and bool(_PAGE.fullmatch(words))


_LINE_END = re.compile(r"\r\n?|\n")
_STROKE = re.compile(r"(?<!\\)\|")


def _lost_cells(lines: Sequence[str], blocks: Sequence[Block], first_line: int) -> Iterator[Slip]:
    """BCB310: the parser drops the cells that go beyond the heading's."""
    for table in every_block(blocks):
        if isinstance(table, Table):
            for line, _ in table.numbered_rows:
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


_BEGINNINGS = ("|", "[", "#")
_NOTE = re.compile(r"\[(\d+|[*†‡]+)\]:")
_ADDRESS = re.compile(r"\[([^\]]+)\]: *<?(https?://[^\s>]+|meeting:\d[^\s>]*)")
_HEADING = re.compile(r"(#{2,6}|#(?=\d+\.\s))([^\s#].*)")


def _lines_as_typed(lines: Sequence[str], blocks: Sequence[Block], first_line: int) -> Iterator[Slip]:
    """Lines of paragraphs that look like something else; of rows that stand together the first."""
    row = -1
    for number, line in _lines_of_paragraphs(blocks):
        at = number - first_line
        if not line.startswith(_BEGINNINGS) or _is_escaped(line[0], lines[at : at + 1]):
            continue
        if (slip := _slip_of(line, number)) and not (slip.code == "BCB311" and row == number - 1):
            yield slip
        if line[0] == "|":
            row = number


def _is_escaped(character: str, line: Sequence[str]) -> bool:
    """Whether the writer meant *character* as it is shown; *line* is empty where it is not from the text."""
    return not line or f"\\{character}" in line[0]


def _lines_of_paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Each line of each paragraph, with its number in the file."""
    for block in every_block(blocks):
        if isinstance(block, Paragraph):
            yield from enumerate(block.prose.text.split("\n"), block.line)


def _slip_of(line: str, number: int) -> Slip | None:
    """BCB311 for a line that begins with a stroke, BCB312 with a square bracket, BCB313 with #."""
    if line[0] == "|" and "|" in line[1:]:
        return Slip("BCB311", number, "This looks like a table, but is not read as one.")
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


_PICTURE = re.compile(r"(?<![\\`])!\[([^\]]{0,300})\]\((?:[^()]|\([^()]*\))+\)")
_COMMENT = re.compile(r"(?<![\\`])<!--|^\[(?://|comment)\]: *[#<]")


def _unshown(line: str, number: int) -> Iterator[Slip]:
    """BCB317 for each picture, which is not shown, and BCB318 for each comment, which is."""
    for found in _PICTURE.finditer(line):
        words = found[1].strip()
        instead = f"only its words “{words}” are" if words else "it has no words to show instead"
        yield Slip("BCB317", number, f"This picture is not shown; {instead}.", column=found.start() + 1)
    for found in _COMMENT.finditer(line):
        message = f"Everybody will read the words after this “{found[0]}”: here it hides nothing."
        yield Slip("BCB318", number, message, column=found.start() + 1)
