"""Agendas that are tables: each row becomes the heading of an item, with a line for each other cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bcbsite.model.blocks import Block, Heading, Paragraph, Table
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Sought, Unread
from bcbsite.text.fold import folded

LEVEL = 2
_HEADS: Mapping[str, re.Pattern[str]] = {
    "number": re.compile(r"(?:(?:agenda )?item )?(?:no\.?|nr\.?|number|#)|item", re.IGNORECASE),
    "title": re.compile(
        r"(?:agenda )?items?|subjects?|titles?|business|topics?|matters?|description", re.IGNORECASE
    ),
    "presenter": re.compile(
        r"presenters?|presented by|led by|lead|lead officer|reports? (?:from|of|by)|by whom|who|speakers?",
        re.IGNORECASE,
    ),
    "time": re.compile(r"times?|timings?|start|duration|minutes|mins", re.IGNORECASE),
}
# “1”, “1.”, “5.2”, “12)”
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
# “Agenda”, “Items of business”, “Order of business”: a heading above the items, and none of them
_OF_AGENDA = re.compile(
    r"(?:the\s+)?(?:agenda|(?:agenda\s+)?items?|(?:order|items?)\s+of\s+business)", re.IGNORECASE
)
_HEADING_WITH_NUMBER = re.compile(r"(?:item )?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where in a row of an agenda what stands; the others have words of their own."""

    number: int | None
    title: int
    presenter: int | None


def has_items(blocks: Sequence[Block]) -> bool:
    """Whether a heading among *blocks* has a number."""
    return any(isinstance(b, Heading) and _HEADING_WITH_NUMBER.match(folded(b.prose.text)) for b in blocks)


def is_of_agenda(heading: Heading) -> bool:
    """Whether *heading* says no more than that the items are below it."""
    return bool(_OF_AGENDA.fullmatch(folded(heading.prose.text).strip(" :")))


def with_items_of_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """*blocks* with each table that is an agenda as the headings of its items, if there are no others."""
    if has_items(blocks):
        return tuple(blocks)
    return tuple(new for block in blocks for new in _of_block(block))


def tables_like_agendas(blocks: Sequence[Block]) -> Iterator[Unread]:
    """The tables among *blocks*, of an agenda without items, that seem to be the agenda and are not read."""
    if any(isinstance(block, Heading) and not is_of_agenda(block) for block in blocks):
        return
    for block in blocks:
        if isinstance(block, Table) and len(block.head) > 1:
            rows = [row for row in (block.head, *block.rows) if _NUMBER.fullmatch(row[0].text.strip())]
            if len(rows) > 1 and len(rows) >= len(block.rows) and all(row[1].text.strip() for row in rows):
                yield _told(block, rows)


def _told(table: Table, rows: Sequence[tuple[Prose, ...]]) -> Unread:
    lines = [f"“## {dotted(number.text)} {title.text.strip()}”" for number, title, *_ in rows[:2]]
    cure = f"Write each item as a heading, with “Report from:” below it: {', '.join(lines)} and so on."
    message = "This table seems to be the agenda, and its columns are not understood, so it has no items."
    return Unread(Sought.ITEM, message, table.line, None, cure)


def _of_block(block: Block) -> Iterator[Block]:
    columns = _columns(block) if isinstance(block, Table) else None
    if not isinstance(block, Table) or columns is None:
        yield block
        return
    for n, row in enumerate(block.rows):
        # The first item takes the table's own line, so that its old address leads there.
        yield from _item(block, columns, row, block.line + 2 + n if n else block.line)


def _columns(table: Table) -> _Columns | None:
    """What the columns are, where one has titles and another shows that they are those of an agenda."""
    found: dict[str, int] = {}
    for n, cell in enumerate(table.head):
        words = folded(cell.text).strip(" :")
        kinds = [kind for kind, pattern in _HEADS.items() if pattern.fullmatch(words) and kind not in found]
        if "number" in kinds and not _has_numbers(table, n):
            kinds.remove("number")
        if kinds:
            found[kinds[0]] = n
    if "title" not in found or not found.keys() & {"number", "presenter", "time"} or not table.rows:
        return None
    return _Columns(found.get("number"), found["title"], found.get("presenter"))


def _has_numbers(table: Table, column: int) -> bool:
    """Whether most cells of *column* have a number."""
    numbers = sum(bool(_NUMBER.fullmatch(row[column].text.strip())) for row in table.rows)
    return numbers * 2 > len(table.rows)


def _item(table: Table, columns: _Columns, row: Sequence[Prose], line: int) -> Iterator[Block]:
    filled = [cell for cell in row if cell.text.strip()]
    if len(filled) == 1:
        yield Heading(LEVEL, filled[0], line)
        return
    number = row[columns.number].text.strip() if columns.number is not None else ""
    yield Heading(LEVEL, after(f"{dotted(number)} " if number else "", row[columns.title]), line)
    others = (n for n in range(len(row)) if n not in (columns.number, columns.title))
    for n in sorted(others, key=lambda n: n != columns.presenter):
        if row[n].text.strip():
            name = "Report from" if n == columns.presenter else table.head[n].text.strip(" :")
            yield Paragraph(after(f"{name}: " if name else "", row[n]), line)


def dotted(number: str) -> str:
    """*number* as a heading begins with it: `1.`, `5.2`."""
    bare = number.strip().rstrip(".)")
    return bare if "." in bare else f"{bare}."


def after(words: str, prose: Prose) -> Prose:
    """*prose* with *words* before it."""
    by = len(words)
    marks = (replace(mark, start=mark.start + by, end=mark.end + by) for mark in prose.marks)
    return Prose(words + prose.text, tuple(marks))
