"""Tables that only put text beside text are unrolled into its paragraphs; tables of figures stay tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.importing.document import Block, Cell, LeftOut, Omission, Paragraph, Run, Table
from bcbsite.importing.head import is_table_of_head
from bcbsite.importing.printed_labels import take_printed_label
from bcbsite.read.names import is_name, is_post
from bcbsite.text.fold import folded

_NUMBER = re.compile(r"[A-Z]{0,4}\d{1,4}(?:[./]\d{1,4})*(?:\.0)?[.):]?|\(?[a-z]{1,4}[.)]|[IVX]+\.?")
_HEAD_WORDS = {
    "number": re.compile(
        r"(?:(?:agenda )?item )?(?:no\.?|nr\.?|number|ref\.?|#)|minute(?: no\.?)?|item", re.IGNORECASE
    ),
    "title": re.compile(
        r"(?:agenda )?items?|subjects?|titles?|topics?|business|matters?|headings?", re.IGNORECASE
    ),
    "words": re.compile(
        r"items? (?:and )?discuss(?:ed|ion)|minutes?|discussions?|notes?|details?|description|summary"
        r"|comments?",
        re.IGNORECASE,
    ),
    "action": re.compile(r"actions?(?: points?| required| by| owner)?", re.IGNORECASE),
    "owner": re.compile(r"by whom|owners?|lead|who|responsible|action owner|responsibility", re.IGNORECASE),
    "due": re.compile(r"by when|due(?: date)?|target(?: date)?|deadline|when|timescale", re.IGNORECASE),
}
_FIGURE = re.compile(r"[-–−(]?[£$€]?[-–−]?[\d,. ]*\d[\d,. ]*[%kKmM]?\)?")
_SHORT = 60


@dataclass
class Unrolling:
    """What became of the tables of a document."""

    blocks: list[Block] = field(default_factory=list)
    repeated: tuple[str, ...] = ()
    omissions: list[Omission] = field(default_factory=list)
    """The heads of columns that are columns no more."""


def unrolled(blocks: Sequence[Block], is_agenda: bool = False) -> Unrolling:
    """*blocks* without tables that are there for the layout.

    The rows of a table above all text, with labels such as `Present`, are left to the reader of the head.
    """
    found = Unrolling()
    is_head = True
    repeated: list[str] = []
    for block in (part for whole in blocks for part in _parted(whole)):
        if isinstance(block, Paragraph):
            is_head = is_head and not block.label
            found.blocks.append(block)
        elif is_head and is_table_of_head(block) and not _columns(block):
            found.blocks.append(block)
        elif is_agenda and (columns := _columns(block)) and columns.heads:
            found.blocks.append(block)  # the site reads agendas that are tables
        else:
            is_head = is_head and not _columns(block)
            found.blocks += _of_table(block, repeated)
            found.omissions += _heads_of(block)
    found.repeated = tuple(repeated)
    return found


def _parted(block: Block) -> Iterator[Block]:
    """*block*, or where it is a table of a whole meeting its head, and its items from their heads on."""
    if isinstance(block, Table):
        for at, row in enumerate(block.rows[1:], start=1):
            kinds = _kinds([folded(cell.text).strip(" :") for cell in row])
            if (
                len(kinds) > 1
                and all(kinds)
                and "number" in kinds
                and not {"title", "words"}.isdisjoint(kinds)
            ):
                yield replace(block, rows=block.rows[:at], head=0)
                yield replace(block, rows=block.rows[at:], head=1)
                return
    yield block


def _heads_of(table: Table) -> Iterator[Omission]:
    columns = _columns(table)
    if columns and columns.heads:
        yield Omission(" | ".join(cell.text for cell in table.rows[0]), LeftOut.COLUMNS, table.origin)


def _of_table(table: Table, repeated: list[str]) -> Iterator[Block]:
    width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    if width == 1 or (len(table.rows) == 1 and _has_text(table)):
        for row in table.rows:
            for cell in row:
                yield from unrolled(cell.blocks).blocks
        return
    columns = _columns(table)
    if not columns:
        yield table
        return
    for row in table.rows[columns.first :]:
        yield from _of_row(row, columns, repeated)


@dataclass(frozen=True, slots=True)
class _Columns:
    number: int | None
    title: int | None
    """Of titles that stand beside the text."""
    words: int
    heads: tuple[str, ...]
    """The words above each column; empty where there are none."""
    kinds: tuple[str, ...]
    first: int
    """The first row below the heads."""


def _columns(table: Table) -> _Columns | None:
    """Which column has numbers and which the text, where the table is a layout of items."""
    rows = table.rows
    if len(rows) < 2 or any(cell.rows > 1 for row in rows for cell in row):
        return None
    grid = [_by_columns(row) for row in rows]
    heads = tuple(folded(cell.text).strip(" :") for cell in grid[0])
    kinds = _kinds(heads)
    has_heads = len(heads) > 1 and all(kinds) and not {"title", "words"}.isdisjoint(kinds)
    body = grid[1:] if has_heads else grid
    width = max(map(len, grid))
    texts = [[row[n].text.strip() if n < len(row) else "" for row in body] for n in range(width)]
    if has_heads:
        return _by_heads(heads, kinds, texts)
    words = _longest(texts, 0)
    if not _are_numbers(texts[0]) or words is None or _are_figures(texts, 0, words):
        return None
    return _Columns(0, None, words, (), (), 0)


def _by_heads(
    heads: tuple[str, ...], kinds: tuple[str, ...], texts: Sequence[Sequence[str]]
) -> _Columns | None:
    """The columns of a table whose *heads* are of known *kinds*."""
    at = {kind: n for n, kind in enumerate(kinds)}
    number, title = at.get("number"), at.get("title")
    if number is not None and not _are_numbers(texts[number]):
        number, title = None, number if title is None else title  # “Item” above titles
        if title != at["number"]:
            return None
    words = at.get("words", title)
    if words is None:
        return None
    return _Columns(number, title if title != words else None, words, heads, kinds, 1)


_NOTHING = Cell(())


def _by_columns(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row by their columns; one over several stands in its first."""
    return [each for cell in row for each in (cell, *([_NOTHING] * (cell.columns - 1)))]


def _kinds(heads: Sequence[str]) -> tuple[str, ...]:
    """What each column has; of two that could be the same, the second is taken for something else."""
    found: list[str] = []
    for head in heads:
        kinds = [kind for kind, pattern in _HEAD_WORDS.items() if pattern.fullmatch(head)]
        found.append(next((kind for kind in kinds if kind not in found), ""))
    return tuple(found)


def _are_numbers(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and all(_NUMBER.fullmatch(folded(text)) for text in filled)


def _longest(texts: Sequence[Sequence[str]], number: int | None) -> int | None:
    sums = [(sum(map(len, column)), -n) for n, column in enumerate(texts) if n != number]
    return -max(sums)[1] if sums else None


def _are_figures(texts: Sequence[Sequence[str]], number: int | None, words: int) -> bool:
    others = [t for n, column in enumerate(texts) if n not in (number, words) for t in column if t]
    figures = sum(bool(_FIGURE.fullmatch(text)) for text in others)
    return bool(others) and figures * 2 > len(others)


def _has_text(table: Table) -> bool:
    return any(len(cell.blocks) > 1 or len(cell.text) > 200 for row in table.rows for cell in row)


def _of_row(row: Sequence[Cell], columns: _Columns, repeated: list[str]) -> Iterator[Block]:
    cells = _by_columns(row)
    filled = [n for n, cell in enumerate(cells) if cell.text.strip()]
    own = (columns.number, columns.title, columns.words)
    if len(filled) == 1 and filled[0] not in own:
        yield from _inner(cells[filled[0]].blocks)
        return
    label = _cell(cells, columns.number).text.strip()
    words = [*_titles(_cell(cells, columns.title)), *_inner(_cell(cells, columns.words).blocks)]
    first = words[0] if words else None
    if isinstance(first, Paragraph) and label and not first.label:
        words[0] = replace(first, label=label, bullet=False)
    elif label:
        words.insert(0, Paragraph((), label=label))
    yield from words
    yield from _beside(cells, [n for n in filled if n not in own], columns, repeated)


def _cell(cells: Sequence[Cell], column: int | None) -> Cell:
    return cells[column] if column is not None and column < len(cells) else _NOTHING


def _titles(cell: Cell) -> Iterator[Block]:
    """The title of an item that stands beside its text, as a heading of its own."""
    words = cell.text.strip()
    if words:
        label, title = take_printed_label(words)
        yield Paragraph((Run(title, bold=True),), label=label)


def _beside(
    row: Sequence[Cell], others: Sequence[int], columns: _Columns, repeated: list[str]
) -> Iterator[Block]:
    """What the further cells of a row say, under the words of their columns.

    An action with its owner or its target is a table of one row, which the site reads by its columns.
    """
    kinds = {columns.kinds[n]: n for n in others if n < len(columns.kinds)}
    if "action" in kinds and len(kinds) > 1:
        heads = [columns.heads[n] for n in kinds.values()]
        repeated += heads
        head = tuple(Cell((Paragraph((Run(words),)),)) for words in heads)
        yield Table((head, *_rows_of_actions([row[n] for n in kinds.values()])), head=1)
        return
    for n in others:
        heading = columns.heads[n] if n < len(columns.heads) else ""
        is_action = n < len(columns.kinds) and columns.kinds[n] == "action"
        label = "Action" if is_action else heading
        for block in _owners_together(list(_inner(row[n].blocks))):
            yield _labelled(block, label, repeated) if label else block


def _rows_of_actions(cells: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """A row for each action: those of a cell stand below one another, and each beside its own owner."""
    depths = {len(cell.blocks) for cell in cells if cell.blocks}
    if len(depths) != 1 or depths == {1}:
        yield tuple(cells)
        return
    for n in range(depths.pop()):
        yield tuple(Cell(cell.blocks[n : n + 1]) for cell in cells)


def _owners_together(blocks: list[Block]) -> list[Block]:
    """Names below one another in a cell, which are those of one action, as one line."""
    names = [block.text.strip() for block in blocks if isinstance(block, Paragraph) and not block.label]
    is_list = len(names) == len(blocks) > 1 and all(is_name(name) or is_post(name) for name in names)
    return [Paragraph((Run(", ".join(names)),), origin=blocks[0].origin)] if is_list else blocks


def _labelled(block: Block, label: str, repeated: list[str]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    if folded(block.text).strip().casefold().startswith(label.casefold()):
        return replace(block, bullet=False)
    repeated.append(label)
    return replace(block, runs=(Run(f"{label}: "), *block.runs), bullet=False)


def _inner(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a cell, with numbers that are typed at the beginning of their words as labels."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.label and not block.bullet and block.runs:
            label, _ = take_printed_label(block.text)
            if label and block.runs[0].text.startswith(label):
                first = replace(block.runs[0], text=block.runs[0].text[len(label) :].lstrip())
                yield replace(block, label=label, runs=(first, *block.runs[1:]))
                continue
        yield block
