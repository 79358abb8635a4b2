"""A file whose account does not balance is attached to a paper as it is, with its text by pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath

from bcbsite.importing.document import Block, ImportedDocument, LeftOut, Paragraph, Run, words_of
from bcbsite.importing.markdown import MarkdownWriter
from bcbsite.new.files import front_matter, quoted
from bcbsite.read.file_contents import KINDS
from bcbsite.read.labels import slugify
from bcbsite.text.file_names import short_name

_STANDS_FOR = ("minutes", "agenda")
_OF_WORD_PROCESSORS = ("docx", "odt")
_LONGEST_NAME = 80
_NOT_CHECKED = (
    "This text was taken from the file by a program, and nobody has checked it. Only the file counts."
)


@dataclass(frozen=True, slots=True)
class FileOnly:
    """What is to be written for such a file."""

    text: Mapping[PurePosixPath, str]
    copy: PurePosixPath
    """Where the file itself is to lie."""


_UNSEEN = (LeftOut.HIDDEN, LeftOut.DELETED, LeftOut.COMMENT)


def can_be_attached(path: Path, document: ImportedDocument) -> bool:
    """Whether the file is one that can be published beside papers as it is.

    Files of word processors are not: they have who wrote them, and often what was deleted or commented. Nor
    are others that have words which nobody sees.
    """
    ending = path.suffix.lower().removeprefix(".")
    unseen = any(one.kind in _UNSEEN for one in document.omissions)
    return ending in KINDS and ending not in _OF_WORD_PROCESSORS and not unseen


def file_only(path: Path, document: ImportedDocument, kind: str, day: date, marking: str) -> FileOnly:
    """The paper of the meeting on *day* that *path*, read as *document* with that *marking*, is attached to.

    The text has a heading for each page, so that a search leads to the page. It is a draft.
    """
    folder = PurePosixPath("meetings", str(day), "papers")
    name = short_name(slugify(path.stem), _LONGEST_NAME) or kind
    attached = f"{name}{path.suffix.lower()}"
    format_ = path.suffix.removeprefix(".").upper()
    front = front_matter(
        title=quoted(f"{kind.capitalize()} ({format_} only)"),
        status="draft",
        **({"stands_for": kind} if kind in _STANDS_FOR else {}),
        **({"classification": quoted(marking)} if marking else {}),
        attachments=f"[{quoted(attached)}]",
    )
    writer = MarkdownWriter(document.footnotes)
    for block in _by_pages(document):
        writer.add(block)
    return FileOnly(
        {folder / f"{name}-{path.suffix.lower()[1:]}.md": f"{front}\n{writer.text()}"}, folder / attached
    )


def _by_pages(document: ImportedDocument) -> Iterator[Block]:
    yield Paragraph((Run(_NOT_CHECKED),))
    for page, blocks in groupby(document.blocks, key=lambda block: block.origin.page):
        if page is not None:
            yield Paragraph((Run(f"Page {page}"),), heading=2)
        yield from (_as_words(block) for block in blocks)


def _as_words(block: Block) -> Block:
    """*block*, or of a paragraph its words alone: nothing of it is an item."""
    if not isinstance(block, Paragraph):
        return block
    return Paragraph((Run(words_of(block)),), origin=block.origin)
