"""Word files (.docx) as documents that a reader sees."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

from bcbsite.importing.document import (
    Block,
    ImportedDocument,
    ImportRefusedError,
    LeftOut,
    lines_of_blocks,
    words_of,
)
from bcbsite.importing.furniture import less_furniture
from bcbsite.importing.packages import Package
from bcbsite.importing.typed_numbers import take_typed_numbers
from bcbsite.importing.word.counted import count_words
from bcbsite.importing.word.file import WordFile
from bcbsite.importing.word.notes import Notes
from bcbsite.importing.word.story import Story
from bcbsite.importing.word.xml import W, elements
from bcbsite.importing.xml_parts import SAFELY
from bcbsite.importing.xml_sentences import damaged


def read_docx(path: Path) -> ImportedDocument:
    """The document in the Word file at *path* (.docx, .docm, .dotx).

    Numbers are as Word counts them. Tracked changes are read as accepted; deleted and hidden words,
    comments, headers and footers are omissions; the properties of the file are not read at all. `counted`
    are all words, those of the omissions too, and the numbers that Word counts, which the file does not
    hold as words. A line break within a paragraph is `\\n` in its text, a tab `\\t`. Raise
    `ImportRefusedError` for what is no such file, is damaged, locked or too large.
    """
    with Package(path) as package:
        file = WordFile(package)
        counted = count_words(package, file.main)
        blocks = _body(file)
        notes = Notes(file)
        footnotes = {key: notes.runs(*note) for note, key in list(file.notes.items())}
        _leave_out_the_rest(file, notes)
    blocks, omissions = less_furniture(blocks)
    return ImportedDocument(
        take_typed_numbers(blocks),
        footnotes,
        (*file.omissions, *omissions),
        file.doubts,
        (*counted, *file.labels),
    )


def _body(file: WordFile) -> tuple[Block, ...]:
    data = file.part(file.main)
    if data is None:
        raise ImportRefusedError(f"{file.name} is no Word file: its text is missing.")
    story = Story(file, file.main)
    return (*(block for child in _children(data, file.name) for block in story.blocks([child])), *story.end())


def _children(data: bytes, name: str) -> Iterator[etree._Element]:
    """The paragraphs and tables of the body, each forgotten once it is read, so that memory stays small."""
    try:
        for _, element in etree.iterparse(BytesIO(data), events=("end",), **SAFELY):
            parent = element.getparent()
            if parent is not None and parent.tag == f"{W}body":
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise ImportRefusedError(damaged(name)) from error


def _leave_out_the_rest(file: WordFile, notes: Notes) -> None:
    """Say what is in the headers, footers, comments and deleted notes, and that changes were tracked."""
    for kind, as_what in (
        ("header", LeftOut.HEADER),
        ("footer", LeftOut.FOOTER),
        ("comments", LeftOut.COMMENT),
    ):
        for part in file.parts_of(file.main, kind):
            root = file.root(part)
            for top in () if root is None else [root] if kind != "comments" else elements(root):
                story = Story(file, part)
                blocks = [*story.blocks(elements(top)), *story.end()]
                file.omit(lines_of_blocks(blocks), as_what)
    for blocks in notes.unread():
        file.omit(" ".join(map(words_of, blocks)), LeftOut.DELETED)
