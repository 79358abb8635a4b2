"""A Markdown text, of any kind that other programs write, becomes a document by the site's own parser."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bcbsite.importing.document import Block, Cell, Doubt, ImportedDocument, Paragraph, Run, Table
from bcbsite.importing.printed_labels import take_printed_label
from bcbsite.model import blocks as written
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.markdown import read_sound_blocks

_STEP = 18.0
"""Points that each level of a list is further in."""


def read_markdown(text: str) -> ImportedDocument:
    """The document in the Markdown *text*."""
    found, fault = read_sound_blocks(text)
    if fault:
        found = tuple(
            written.Paragraph(Prose(" ".join(part.split())), 1) for part in text.split("\n\n") if part.strip()
        )
    footnotes = {
        block.label: _runs(Prose(written.plain_text(block.blocks)))
        for block in written.every_block(found)
        if isinstance(block, written.Footnote)
    }
    doubts = [Doubt(f"Line {mark.line}: {mark.message}") for mark in foreign_marks(text, found)]
    doubts += [Doubt(f"Line {fault[0]}: {fault[1]} It was read as plain text.")] if fault else []
    return ImportedDocument(
        blocks=tuple(_blocks(found, 0)),
        footnotes=footnotes,
        doubts=tuple(doubts),
        counted=tuple(_counted(text)),
    )


def _counted(text: str) -> Iterator[str]:
    """The words of *text*, less the addresses of links, and what makes rows and rules."""
    for word in text.replace("](", " ](").replace("|", " ").split():
        if not word.startswith("](") and any(map(str.isalnum, word)):
            yield word.replace("\\", "").replace("*", "").replace("`", "")


def _blocks(found: Sequence[written.Block], depth: int) -> Iterator[Block]:
    for block in found:
        match block:
            case written.Heading(level=level, prose=prose):
                yield _paragraph(prose, depth, heading=level)
            case written.Paragraph(prose=prose):
                yield _paragraph(prose, depth)
            case written.ListBlock(entries=entries):
                for entry in entries:
                    yield from _entry(entry, depth)
            case written.Quote(blocks=inner):
                yield from _blocks(inner, depth + 1)
            case written.Table():
                yield _table(block)
            case written.Preformatted(text=text):
                yield from (_paragraph(Prose(line), depth) for line in text.split("\n") if line.strip())


def _entry(entry: written.ListEntry, depth: int) -> Iterator[Block]:
    first, *rest = entry.blocks or (written.Paragraph(Prose(""), entry.line),)
    if isinstance(first, written.Paragraph):
        yield _paragraph(first.prose, depth, number=entry.number or "", bullet=entry.number is None)
    else:
        rest = [first, *rest]
    yield from _blocks(rest, depth + 1)


def _paragraph(
    prose: Prose, depth: int, heading: int = 0, number: str = "", bullet: bool = False
) -> Paragraph:
    label, rest = ("", prose) if number else _label_of(prose)
    return Paragraph(
        runs=_runs(rest),
        label=number or label,
        bullet=bullet and not label,
        heading=heading,
        indent=_STEP * depth,
    )


def _label_of(prose: Prose) -> tuple[str, Prose]:
    label, rest = take_printed_label(prose.text)
    return label, prose.cut(len(prose.text) - len(rest))


def _runs(prose: Prose) -> tuple[Run, ...]:
    """The text, cut where a mark begins or ends."""
    edges = sorted({0, len(prose.text), *(edge for mark in prose.marks for edge in (mark.start, mark.end))})
    return tuple(_run(prose.slice(start, end)) for start, end in pairwise(edges))


def _run(piece: Prose) -> Run:
    kinds = {mark.kind: mark.target for mark in piece.marks}
    return Run(
        text="" if MarkKind.FOOTNOTE in kinds else piece.text.replace("\n", " "),
        bold=MarkKind.STRONG in kinds,
        italic=MarkKind.EMPHASIS in kinds,
        link=kinds.get(MarkKind.LINK, ""),
        footnote=kinds.get(MarkKind.FOOTNOTE, ""),
    )


def _table(table: written.Table) -> Table:
    rows = tuple(
        tuple(Cell((Paragraph(_runs(prose)),) if prose.text else ()) for prose in row)
        for row in (table.head, *table.rows)
    )
    return Table(rows, head=1)
