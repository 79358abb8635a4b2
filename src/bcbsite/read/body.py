"""Blocks become items and passages: what is numbered, what lies under what, and each one's address."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import Block, Heading, ListBlock, ListEntry, Paragraph, Role
from bcbsite.model.body import Body, Item, Part, Passage, fold_label
from bcbsite.read.agenda_facts import NAMES, facts_of
from bcbsite.read.agenda_list import with_items_of_lists
from bcbsite.read.agenda_table import tables_like_agendas, with_items_of_tables
from bcbsite.read.document import blocks_with_marks
from bcbsite.read.foreign import foreign_marks
from bcbsite.read.labels import AGENDA_ROLES, ITEM_NOTES, Anchors, slugify, take_note, with_role
from bcbsite.read.numbers.implied import with_implied_headings
from bcbsite.read.numbers.limbs import Limbs
from bcbsite.read.numbers.missed import missed_items
from bcbsite.read.numbers.scheme import Scheme, Stated, scheme_of, scheme_without_context
from bcbsite.read.paragraphs import located, unclear_beginnings
from bcbsite.source import Source


def read_body(
    source: Source,
    text: str,
    first_line: int,
    roles: Mapping[str, Role],
    notes: Iterable[str] = (),
    *,
    stated: Stated | None = None,
    is_agenda: bool = False,
) -> tuple[Body, list[Diagnostic]]:
    """The body of a document: *text*, which begins at *first_line* of *source*.

    *roles* are the words that make a labelled paragraph in this kind of document, *notes* the board's own
    words for an item's note, *stated* what front matter says of numbers. The items of an agenda can be
    the rows of a table, or the entries of a list.
    """
    stated = stated or Stated()
    written, faults = blocks_with_marks(source, text, first_line)
    tabled = with_items_of_lists(with_items_of_tables(written)) if is_agenda else written
    blocks = with_implied_headings(tabled)
    scheme, before = scheme_of(blocks, stated), scheme_without_context(written)
    parts = _assembled(blocks, scheme, roles, (*ITEM_NOTES, *notes))
    if scheme.numbers != before.numbers:
        parts = _with_former_anchors(parts, _assembled(written, before, roles, (*ITEM_NOTES, *notes)))
    for beginning in scheme.unused if blocks else ():
        message = f"No heading and no paragraph begins with “{beginning}”."
        key = "numbers" if beginning in stated.numbers else "not_numbers"
        faults.append(Diagnostic("BCB337", stated.at.get(key, source.span()), message))
    unread = (
        *(located(tables_like_agendas(tabled), parts) if is_agenda else ()),
        *scheme.unread,
        *missed_items(parts),
        *located(foreign_marks(text, written, first_line), parts),
        *unclear_beginnings(parts, text.split("\n"), first_line),
    )
    return Body(parts, unread), faults


def _assembled(
    blocks: Iterable[Block], scheme: Scheme, roles: Mapping[str, Role], notes: tuple[str, ...]
) -> tuple[Part, ...]:
    assembler = _Assembler(scheme, roles, notes)
    for block in blocks:
        assembler.add(block)
    return tuple(assembler.parts)


def _with_former_anchors(parts: Sequence[Part], before: Iterable[Part]) -> tuple[Part, ...]:
    """*parts*, each with the anchor that what stands at its line had *before*, if no other has that now."""
    given = {part.anchor for part in parts}
    of_line = {part.line: part.anchor for part in reversed(tuple(before))}
    former = {line: anchor for line, anchor in of_line.items() if anchor not in given}
    return tuple(replace(part, formerly=former.pop(part.line, part.formerly)) for part in parts)


@dataclass
class _Assembler:
    """Reads the blocks in order and keeps where it is: open items, the paragraph before, anchors given."""

    scheme: Scheme
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
    _limbs: Limbs = field(default_factory=Limbs)
    """Those since the numbered paragraph before, or since the heading."""
    _limb: str | None = None
    """The anchor of the last of them."""
    _anchors: Anchors = field(default_factory=Anchors)

    def add(self, block: Block) -> None:
        """Take the next block."""
        match block:
            case Heading():
                self._add_item(block)
            case ListBlock() if self.scheme.has_number(block):
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
        label, title = self.scheme.take(heading.prose, heading.line)
        title, note = take_note(title, self.notes)
        self._close_items(heading.level, label)
        parent = self._open[-1][1] if self._open else None
        item = Item(
            anchor=self._anchors.give(f"item-{slugify(label or title.text) or 'untitled'}"),
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
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Count passages without a number, and limbs, from the beginning."""
        self._unnumbered, self._limbs, self._limb = 0, Limbs(), None

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
        label, prose = self.scheme.take(first.prose, first.line)
        inner = [block for block in rest if not self.scheme.has_number(block)]
        text = [Paragraph(prose, first.line)] if prose.text else []
        blocks = [*(text if label else self._updates(text)), *self._updates(inner)]
        self._add_passage(tuple(blocks), label, entry.line)
        for block in rest:
            if self.scheme.has_number(block):
                self.add(block)

    def _updates(self, blocks: Iterable[Block]) -> Iterable[Block]:
        """Inside a list entry only updates are labelled paragraphs: an entry raises and decides nothing."""
        updates = {word: role for word, role in self.roles.items() if role is Role.UPDATE}
        for block in blocks:
            yield with_role(block, updates) if isinstance(block, Paragraph) else block

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        label, prose = self.scheme.take(paragraph.prose, paragraph.line)
        if label:
            blocks = (Paragraph(prose, paragraph.line),) if prose.text else ()
            self._add_passage(blocks, label, paragraph.line)
        else:
            self._add_passage(self._labelled(paragraph), None, paragraph.line)

    def _labelled(self, paragraph: Paragraph) -> tuple[Block, ...]:
        """*paragraph* as what its label makes of it; on an agenda several facts of an item can share one."""
        if self.roles is AGENDA_ROLES and (facts := facts_of(paragraph, below_title=self._is_below_title)):
            return facts
        return (with_role(paragraph, self.roles),)

    @property
    def _is_below_title(self) -> bool:
        """Whether nothing but facts stands between the title of an item and the present place."""
        last = self.parts[-1] if self.parts else None
        return isinstance(last, Item) or bool(last and last.label is None and last.role in NAMES)

    def _add_passage(self, blocks: tuple[Block, ...], label: str | None, line: int) -> None:
        if label:
            anchor = self._anchors.give(f"p{slugify(label)}")
            passage = Passage(anchor, label, blocks, line, self._item_of(label), None)
            self._numbered = passage
            self._begin_anew()
        else:
            self._unnumbered += 1
            before = self._numbered
            item = before.item if before else self._innermost
            follows = before.anchor if before else None
            anchor = self._anchors.give(f"{follows or item or 'start'}-n{self._unnumbered}")
            passage = self._with_limb(Passage(anchor, None, blocks, line, item, follows))
        self.parts.append(passage)

    def _with_limb(self, passage: Passage) -> Passage:
        """*passage* as a place of its own, if it is a limb; else with the limb that it comes after."""
        label = self._numbered.label if self._numbered else self._open[-1][1].label if self._open else None
        first = passage.blocks[0] if passage.blocks else None
        words = first.prose.text if isinstance(first, Paragraph) and first.role is None else ""
        limb = self._limbs.take(words, label)
        if limb is None:
            return replace(passage, below=self._limb)
        within = f"p{slugify(label)}" if label else passage.item or "start"
        anchor = self._anchors.give("-".join((within, *limb.parts)))
        self._limb = anchor
        return replace(passage, anchor=anchor, formerly=passage.anchor, limb=f"{label or ''}{limb.printed}")

    @property
    def _innermost(self) -> str | None:
        return self._open[-1][1].anchor if self._open else None

    def _item_of(self, label: str) -> str | None:
        """The nearest open item whose number is the label's own less its last part, else the nearest."""
        numbered = self._open_numbers.get(fold_label(_outer(label)))
        return numbered[-1] if numbered else self._innermost


def _outer(label: str) -> str:
    return label.rpartition(".")[0]
