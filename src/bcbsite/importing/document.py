"""A document as a reader of it sees it: numbered blocks in reading order, and what was left out as what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class LeftOut(StrEnum):
    """As what words of a file were left out of its record."""

    HEADER = "page header"
    FOOTER = "page footer"
    PAGE_NUMBER = "page number"
    SIGNATURE = "signature rule"
    CONTENTS = "table of contents"
    DELETED = "deleted text"
    HIDDEN = "hidden text"
    COMMENT = "comment"
    LOG = "action log"
    COLUMNS = "heads of columns"
    WATERMARK = "watermark"
    ALTERNATIVE = "description of a picture"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the file something stands. `page` counts from 1, and is None where the format has no
    pages.
    """

    page: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style. `link` is a web address or ""; `footnote` the key of an entry in
    `footnotes`.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    link: str = ""
    footnote: str = ""
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, a heading or an entry of a list.

    `label` is the number or letter exactly as it is printed (`2.3`, `(ii)`, `16.05.1`), whether the
    program that wrote the file counted it or a person typed it; "" where there is none. `bullet` is True
    where a sign that is no number stands in its place. `heading` is the level of the heading that the
    file itself says it is (1 to 6), else 0. `indent` is how far the text begins from the margin, in
    points.
    """

    runs: tuple[Run, ...]
    label: str = ""
    bullet: bool = False
    heading: int = 0
    indent: float = 0.0
    style: str = ""
    origin: Origin = Origin()

    @property
    def text(self) -> str:
        """The words without their style and without the label."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of its letters are bold."""
        return bool(self.text.strip()) and all(run.bold for run in self.runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `columns` and `rows` are how many it spans; merged cells stand where they
    begin.
    """

    blocks: tuple["Block", ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """All words of the cell, separated by single spaces."""
        return " ".join(part for block in self.blocks if (part := words_of(block)))


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is printed, be it of figures or for layout. `head` is how many rows the file says are
    its head.
    """

    rows: tuple[tuple[Cell, ...], ...]
    head: int = 0
    origin: Origin = Origin()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Omission:
    """Words of the file that are in no record, and as what; each piece of furniture once for each place
    it stands.
    """

    words: str
    kind: LeftOut
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of the file that was not understood, or was decided by a guess: one plain sentence."""

    sentence: str
    origin: Origin = Origin()
    unread: bool = False
    """Whether there may be words in it that were not read, so that no account can balance."""

    def __str__(self) -> str:
        """The sentence, with its page."""
        return f"{self.sentence} (page {self.origin.page})" if self.origin.page else self.sentence


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """All that a reader got from one file.

    `counted` are the words of the file by a second reading that shares nothing with the one that made
    `blocks` (the text layer against the layout, the parts of the package against the paragraphs): what
    the account is held against.
    """

    blocks: tuple[Block, ...]
    footnotes: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    omissions: tuple[Omission, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    counted: tuple[str, ...] = ()
    pages: int | None = None


class ImportRefusedError(Exception):
    """The file cannot be read. The message is one plain sentence, with what to do."""


def words_of(block: Block) -> str:
    """All words of a block with its labels, in reading order, separated by single spaces."""
    if isinstance(block, Table):
        return " ".join(cell.text for row in block.rows for cell in row if cell.text)
    return " ".join(f"{block.label} {block.text}".split())


def lines_of_blocks(blocks: Iterable[Block]) -> str:
    """All words of *blocks*, with the tabs and the ends of lines between them."""
    return "\n".join(
        f"{block.label} {block.text}".strip()
        if isinstance(block, Paragraph)
        else "\n".join("\t".join(cell.text for cell in row) for row in block.rows)
        for block in blocks
    )


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs, those in cells of tables too, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)
