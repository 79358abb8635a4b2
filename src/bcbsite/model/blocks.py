"""The blocks that a document's text is made of; each knows its line in its file, counted from 1."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from bcbsite.model.prose import Prose


class Role(StrEnum):
    """What a labelled paragraph is: the word it begins with, before a colon."""

    ACTION = "action"
    UPDATE = "update"
    RESOLVED = "resolved"
    DECISION = "decision"
    AGREED = "agreed"
    REPORT_FROM = "report from"
    PURPOSE = "purpose"
    TIME = "time"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    prose: Prose
    """As printed; of a numbered paragraph without its number."""
    line: int
    role: Role | None = None
    """What its first word makes of it; absent in an ordinary paragraph."""
    lead: int = 0
    """How many characters the label (`Action: `) takes at the start of the text."""

    @property
    def body(self) -> Prose:
        """The text without its label."""
        return self.prose.cut(self.lead) if self.lead else self.prose


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; in a document of a meeting it becomes an item."""

    level: int
    """1 to 6."""
    prose: Prose
    line: int
    anchor: str = ""
    """Its address on an ordinary page."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list."""

    blocks: "tuple[Block, ...]"
    number: str | None
    """The number as printed, in an ordered list."""
    line: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list."""

    entries: tuple[ListEntry, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings."""

    head: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]
    align: tuple[str, ...]
    """For each column `left`, `right`, `center` or nothing."""
    line: int

    @property
    def numbered_rows(self) -> Iterator[tuple[int, tuple[Prose, ...]]]:
        """Each row with its line, without the head: between the two there is the line of dashes."""
        return enumerate(self.rows, self.line + 2)

    @property
    def every_row(self) -> Iterator[tuple[int, tuple[Prose, ...]]]:
        """The head and each row, with its line."""
        yield self.line, self.head
        yield from self.numbered_rows


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: "tuple[Block, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose line ends and spaces are kept."""

    text: str
    line: int
    is_open: bool = False
    """Whether nothing ends it, so that it goes on to the end of the text."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, at the place where it is written."""

    label: str
    """What the text refers to it by."""
    blocks: "tuple[Block, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    line: int


Block = Paragraph | Heading | ListBlock | Table | Quote | Preformatted | Footnote | Rule


def every_block(blocks: Sequence[Block]) -> Iterator[Block]:
    """*blocks*, in order, each before those inside it."""
    for block in blocks:
        yield block
        match block:
            case ListBlock(entries=entries):
                for entry in entries:
                    yield from every_block(entry.blocks)
            case Quote(blocks=inner) | Footnote(blocks=inner):
                yield from every_block(inner)


def unlabelled_paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs of *blocks* and of their lists that no label such as `Action:` begins, in order."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is None:
            yield block
        elif isinstance(block, ListBlock):
            for entry in block.entries:
                yield from unlabelled_paragraphs(entry.blocks)


def all_prose(blocks: Sequence[Block]) -> Iterator[Prose]:
    """Every text in *blocks*, in order, also inside lists, tables and quotations."""
    for block in blocks:
        match block:
            case Paragraph(prose=prose) | Heading(prose=prose):
                yield prose
            case ListBlock(entries=entries):
                for entry in entries:
                    yield from all_prose(entry.blocks)
            case Quote(blocks=inner) | Footnote(blocks=inner):
                yield from all_prose(inner)
            case Table():
                yield from block.head
                for row in block.rows:
                    yield from row
            case Preformatted(text=text):
                yield Prose(text)


def map_prose(blocks: "tuple[Block, ...]", change: Callable[[Prose], Prose]) -> "tuple[Block, ...]":
    """*blocks* with every text in them changed; the very same blocks where *change* gives each text back."""
    changed = tuple(_map_block(block, change) for block in blocks)
    return blocks if all(new is old for new, old in zip(changed, blocks, strict=True)) else changed


def _map_block(block: Block, change: Callable[[Prose], Prose]) -> Block:
    match block:
        case Paragraph(prose=prose) | Heading(prose=prose):
            return block if (new := change(prose)) is prose else replace(block, prose=new)
        case ListBlock(entries=entries):
            mapped = tuple(_map_inner(entry, change) for entry in entries)
            same = all(new is old for new, old in zip(mapped, entries, strict=True))
            return block if same else replace(block, entries=mapped)
        case Quote():
            return _map_inner(block, change)
        case Footnote():
            return _map_inner(block, change)
        case Table(head=head, rows=rows):
            new_head, *new_rows = (tuple(map(change, row)) for row in (head, *rows))
            mapped_table = replace(block, head=new_head, rows=tuple(new_rows))
            return block if mapped_table == block else mapped_table
        case _:
            return block


B = TypeVar("B", ListEntry, Quote, Footnote)


def _map_inner(holder: B, change: Callable[[Prose], Prose]) -> B:
    inner = map_prose(holder.blocks, change)
    return holder if inner is holder.blocks else replace(holder, blocks=inner)


def plain_text(blocks: Sequence[Block]) -> str:
    """All the text of *blocks*, a line each."""
    return "\n".join(prose.text for prose in all_prose(blocks))
