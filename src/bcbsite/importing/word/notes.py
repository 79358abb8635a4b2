"""The foot- and endnotes of a Word file."""

from collections.abc import Iterator

from lxml import etree

from bcbsite.importing.document import Block, Run
from bcbsite.importing.runs import as_lines
from bcbsite.importing.word.file import WordFile
from bcbsite.importing.word.story import Story
from bcbsite.importing.word.xml import W, elements


class Notes:
    """Reads notes by their ids, those of one kind as one story."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._stories: dict[str, Story] = {}
        for kind in ("footnote", "endnote"):
            for part in file.parts_of(file.main, f"{kind}s")[:1]:
                root = file.root(part)
                self._stories[kind] = Story(file, part)
                for note in () if root is None else root.iter(W + kind):
                    self._elements[kind, note.get(f"{W}id", "")] = note

    def blocks(self, kind: str, note_id: str) -> list[Block]:
        """The paragraphs and tables of a note."""
        note = self._elements.get((kind, note_id))
        if note is None:
            self._file.doubt("The text refers to a note that the file does not have.")
            return []
        story = self._stories[kind]
        return [*story.blocks(elements(note)), *story.end()]

    def unread(self) -> Iterator[list[Block]]:
        """The notes to which no words refer that are in the document: those that did were deleted."""
        for kind, note_id in self._elements:
            if (kind, note_id) not in self._file.notes:
                yield self.blocks(kind, note_id)

    def runs(self, kind: str, note_id: str) -> tuple[Run, ...]:
        """The words of a note; its paragraphs are lines."""
        return as_lines(self.blocks(kind, note_id))
