"""Blocks become items and passages: what is numbered, what lies under what, and each one's address."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading, ListBlock, ListEntry, Paragraph, Role
from bcbsite.model.body import Body, Item, Part, Passage, fold_label
from bcbsite.read.document import blocks_with_marks
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.labels import ITEM_NOTES, Anchors, is_numbered, slugify, take_label, take_note, with_role
from bcbsite.read.paragraphs import located, unclear_beginnings
from bcbsite.source import Source


def read_body(
    source: Source, text: str, first_line: int, roles: Mapping[str, Role], notes: Iterable[str] = ()
) -> tuple[Body, list[Diagnostic]]:
    """The body of a document: *text*, which begins at *first_line* of *source*.

    *roles* are the words that make a labelled paragraph in this kind of document, *notes* the board's own
    words for an item's note.
    """
    blocks, faults = blocks_with_marks(source, text, first_line)
    assembler = _Assembler(roles, (*ITEM_NOTES, *notes))
    for block in blocks:
        assembler.add(block)
    parts = tuple(assembler.parts)
    unread = (
        *located(foreign_marks(text, blocks, first_line), parts),
        *unclear_beginnings(parts, text.split("\n"), first_line),
    )
    return Body(parts, unread), faults


@dataclass
class _Assembler:
    """Reads the blocks in order and keeps where it is: open items, the paragraph before, anchors given."""

    roles: Mapping[str, Role]
    notes: tuple[str, ...]
    parts: list[Part] = field(default_factory=list)
    _open: list[tuple[int, Item]] = field(default_factory=list)
    """The items that the present place lies in, outermost first, each with its heading's level."""
    _open_numbers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The anchors of those that have a number, by that number, innermost last."""
    _numbered: Passage | None = None
    """The numbered paragraph before, in the present item."""
    _unnumbered: int = 0
    """How many passages without a number have come after it."""
    _anchors: Anchors = field(default_factory=Anchors)

    def add(self, block: Block) -> None:
        """Take the next block."""
        match block:
            case Heading():
                self._add_item(block)
            case ListBlock() if _has_label(block):
                for entry in block.entries:
                    self._add_entry(entry)
            case Paragraph():
                self._add_paragraph(block)
            case ListBlock(entries=entries):
                updated = (replace(entry, blocks=tuple(self._updates(entry.blocks))) for entry in entries)
                self._add_passage((replace(block, entries=tuple(updated)),), None, block.line)
            case _:
                self._add_passage((block,), None, block.line)

    def _add_item(self, heading: Heading) -> None:
        label, title = take_label(heading.prose, of_heading=True)
        title, note = take_note(title, self.notes)
        self._close_items(heading.level, label)
        parent = self._open[-1][1] if self._open else None
        slug = (label or title.text).replace(".", "-")
        item = Item(
            anchor=self._anchors.give(f"item-{slugify(slug) or 'untitled'}"),
            label=label,
            title=title,
            note=note,
            level=parent.level + 1 if parent else 1,
            parent=parent.anchor if parent else None,
            line=heading.line,
        )
        self.parts.append(item)
        self._open.append((heading.level, item))
        if label:
            self._open_numbers[fold_label(label)].append(item.anchor)
        self._numbered = None
        self._unnumbered = 0

    def _close_items(self, level: int, label: str | None) -> None:
        """Close what a heading of *level* ends; but `6.1` is part of a `6` of its own level."""
        while self._open and self._open[-1][0] >= level:
            depth, item = self._open[-1]
            if depth == level and label and item.label == _outer(label):
                break
            self._open.pop()
            if item.label:
                self._open_numbers[fold_label(item.label)].pop()

    def _add_entry(self, entry: ListEntry) -> None:
        """An entry of a list in which at least one is numbered: a passage of its own."""
        first, *rest = entry.blocks or (None,)
        if not isinstance(first, Paragraph):
            self._add_passage(entry.blocks, None, entry.line)
            return
        label, prose = take_label(first.prose)
        inner = [block for block in rest if not _has_label(block)]
        text = [Paragraph(prose, first.line)] if prose.text else []
        blocks = [*(text if label else self._updates(text)), *self._updates(inner)]
        self._add_passage(tuple(blocks), label, entry.line)
        for block in rest:
            if _has_label(block):
                self.add(block)

    def _updates(self, blocks: Iterable[Block]) -> Iterable[Block]:
        """Inside a list entry only updates are labelled paragraphs: an entry raises and decides nothing."""
        updates = {word: role for word, role in self.roles.items() if role is Role.UPDATE}
        for block in blocks:
            yield with_role(block, updates)[0] if isinstance(block, Paragraph) else block

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        label, prose = take_label(paragraph.prose)
        if label:
            blocks = (Paragraph(prose, paragraph.line),) if prose.text else ()
            self._add_passage(blocks, label, paragraph.line)
        else:
            labelled, number = with_role(paragraph, self.roles)
            self._add_passage((labelled,), None, paragraph.line, number)

    def _add_passage(
        self, blocks: tuple[Block, ...], label: str | None, line: int, number: str | None = None
    ) -> None:
        if label:
            anchor = self._anchors.give(f"p{label.replace('.', '-')}")
            passage = Passage(anchor, label, blocks, line, self._item_of(label), None)
            self._numbered, self._unnumbered = passage, 0
        else:
            self._unnumbered += 1
            before = self._numbered
            item = before.item if before else self._innermost
            follows = before.anchor if before else None
            anchor = self._anchors.give(f"{follows or item or 'start'}-n{self._unnumbered}")
            passage = Passage(anchor, None, blocks, line, item, follows, number)
        self.parts.append(passage)

    @property
    def _innermost(self) -> str | None:
        return self._open[-1][1].anchor if self._open else None

    def _item_of(self, label: str) -> str | None:
        """The nearest open item whose number is the label's own less its last part, else the nearest."""
        numbered = self._open_numbers.get(fold_label(_outer(label)))
        return numbered[-1] if numbered else self._innermost


def _outer(label: str) -> str:
    return label.rpartition(".")[0]


def _has_label(block: Block) -> bool:
    """Whether a list has an entry that begins with a number, so that its entries are paragraphs."""
    if not isinstance(block, ListBlock) or block.ordered:
        return False
    return any(
        isinstance(entry.blocks[0], Paragraph) and is_numbered(entry.blocks[0].prose)
        for entry in block.entries
        if entry.blocks
    )
