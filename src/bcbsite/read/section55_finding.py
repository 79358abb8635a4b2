"""What stands under one finding: the inspectors' words, facts, and the answers, each under its label."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.blocks import (
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
    all_prose,
    every_block,
    plain_text,
)
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.model.section55 import Finding
from bcbsite.read import section55_words as words
from bcbsite.read.section55_offices import Offices, Side, Whose
from bcbsite.source import Source


@dataclass
class FindingText:
    """Takes the blocks under a finding in order: each belongs to the label before it."""

    source: Source
    offices: Offices
    finding: Finding
    """The finding without what stands under it."""
    doubts: list[Diagnostic] = field(default_factory=list)
    """BCB320: what is nearly a label, or says in other words whose the answer is."""
    _under: dict[str | None, list[Block]] = field(default_factory=lambda: defaultdict(list))
    _givers: dict[Side, list[Whose]] = field(default_factory=lambda: defaultdict(list))
    _label: str | None = None
    """The label that the present blocks belong to; nothing before the first."""

    def add(self, block: Block) -> None:
        """Take the next block."""
        if isinstance(block, Quote):
            self._doubt_labels_in(block)
        match block:
            case Heading():
                self._add_heading(block)
            case Paragraph():
                self._add_paragraph(block)
            case ListBlock() if any(map(self._has_label, block.entries)):
                for entry in block.entries:
                    for inner in entry.blocks:
                        self.add(inner)
            case Table() if answers := self._answers_in(block):
                for whose, prose in answers:
                    self._begin(whose)
                    self._under[self._label].append(Paragraph(prose, block.line))
            case _:
                self._under[self._label].append(block)

    def _add_heading(self, heading: Heading) -> None:
        """A heading below that of the finding begins an answer, or nobody can say what."""
        title = " ".join(heading.prose.text.split())
        if whose := self.offices.of_heading_of_finding(title):
            self._begin(whose)
            return
        self._label = None
        strong = Mark(0, len(title), MarkKind.STRONG)
        self._under[None].append(Paragraph(Prose(title, (strong,)), heading.line))
        self._doubt(
            heading.line, f"The heading “{title[:60]}” does not say whose answer to the finding follows."
        )

    def _add_paragraph(self, block: Paragraph) -> None:
        text, length = block.prose.text, 0
        if fact := words.fact_of(text):
            self._label, length = fact
        elif whose := self.offices.of_label(text):
            self._begin(whose)
            length = whose.length
        elif near := words.nearly_label(text):
            written, wanted = near
            message = f"“{written}:” is not one of the labels of a finding."
            self._doubt(block.line, message, f"Did you mean “{wanted}:”? Write it so.")
        elif said := words.says_whose(text):
            self._doubt(block.line, f"“{said}:” is not one of the labels of a finding.")
        prose = block.prose.cut(length)
        self._doubt_labels_in(Paragraph(prose, block.line), first=1)
        if prose.text or not length:
            self._under[self._label].append(Paragraph(prose, block.line))

    def _doubt_labels_in(self, block: Block, first: int = 0) -> None:
        """Note the labels that lines of *block* begin with, from its *first* line on: they divide nothing."""
        for inner in every_block([block]):
            if isinstance(inner, Paragraph):
                for number, line in enumerate(inner.prose.text.split("\n")):
                    if whose := (number >= first and self.offices.of_label(line)) or self._within(line):
                        message = f"“{whose.title[:60]}” begins no paragraph, so what follows is not read."
                        hint = (
                            f"Leave an empty line above it, and begin a paragraph with “{whose.title[:60]}:”."
                        )
                        self._doubt(inner.line + number, message, hint)

    def _within(self, line: str) -> Whose | None:
        """Whose answer a later sentence of *line* begins with a label, or None."""
        found = (self.offices.of_label(part) for part in words.SENTENCE.split(line)[1:] if ":" in part)
        return next(filter(None, found), None)

    def add_words(self, block: Block) -> None:
        """Take a block in which no label is looked for."""
        self._under[self._label].append(block)

    def _begin(self, whose: Whose) -> None:
        self._label = whose.side
        self._givers[whose.side].append(whose)

    def _doubt(self, line: int, message: str, hint: str = "") -> None:
        hint = hint or "Write “Commissioner:” or “Chief Constable:” before each answer."
        self.doubts.append(Diagnostic("BCB320", self.source.span(line), message, hint))

    def _has_label(self, entry: object) -> bool:
        blocks: Sequence[Block] = getattr(entry, "blocks", ())
        first = blocks[0] if blocks else None
        return isinstance(first, Paragraph) and bool(
            words.fact_of(first.prose.text) or self.offices.of_label(first.prose.text)
        )

    def _answers_in(self, table: Table) -> list[tuple[Whose, Prose]]:
        """The answers of a table whose columns, or whose rows, are named by who answers; else nothing."""
        across = [self.offices.of_heading_of_finding(cell.text) for cell in table.head]
        if across and all(across):
            return [
                (w, cell)
                for row in table.rows
                for w, cell in zip(across, row, strict=False)
                if w and cell.text
            ]
        rows = [row for row in (table.head, *table.rows) if any(cell.text.strip() for cell in row)]
        down = [(self.offices.of_heading_of_finding(row[0].text), row[1]) for row in rows if len(row) == 2]
        if len(down) == len(rows) and all(whose for whose, _ in down):
            return [(whose, cell) for whose, cell in down if whose]
        return []

    @property
    def unread(self) -> int:
        """The line of the first text that may be the body's answer and is under no label; 0 where none is."""
        if self._under[Side.BODY]:
            return 0
        # What stands below a fact, such as a deadline, may go on with it, or not.
        lines = [*(doubt.span.line for doubt in self.doubts), *(block.line for block in self._may_answer())]
        lines += [block.line for fact in words.FACTS for block in self._under[fact][1:]]
        lines += [block.line for block in self._says_more()]
        return min(filter(None, lines), default=0)

    def _says_more(self) -> Iterator[Block]:
        """What may be the body's answer behind a fact, or below the words of the chief officer."""
        for fact in words.FACTS:
            yield from (block for block in self._under[fact][:1] if words.adds_an_answer(plain_text([block])))
        if not self.offices.commissioner_is_chief:
            for block in self._under[Side.CHIEF][1:]:
                if words.is_about_the_body(plain_text([block])):
                    yield block

    def _may_answer(self) -> Iterator[Block]:
        """What stands under no label and may be an answer.

        The inspectors' words are quoted, or are the first paragraph.
        """
        blocks = [block for block in self._under[None] if not isinstance(block, Rule)]
        quoted = any(isinstance(block, Quote) for block in blocks)
        for number, block in enumerate(blocks):
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            leads_in = plain_text([block]).rstrip().endswith(":") and isinstance(after, Quote)
            if isinstance(block, Quote) or leads_in:
                continue
            if quoted or isinstance(block, Table) or _is_answer(block, is_first=number == 0):
                yield block

    def read(self, *, waived: bool) -> Finding:
        """The finding with all under it; *waived* says that what is under no label is no answer."""
        under = self._under
        return replace(
            self.finding,
            text=tuple(under[None]),
            addressed_to=_words(under[words.ADDRESSED_TO]),
            deadline=_words(under[words.DEADLINE]),
            chief_constable=tuple(under[Side.CHIEF]),
            chief_constable_title=_titles(self._givers[Side.CHIEF]),
            commissioner=tuple(under[Side.BODY]),
            commissioner_title=_titles(self._givers[Side.BODY]),
            answered_by=self._answered_by(),
            status=_words(under[words.STATUS]),
            is_understood=waived or not (self.unread or self.doubts),
        )

    def _answered_by(self) -> tuple[str, ...]:
        sides = (side for side in (Side.BODY, Side.CHIEF) if self._under[side])
        return tuple(dict.fromkeys(whose.name for side in sides for whose in self._givers[side]))


def _is_answer(block: Block, *, is_first: bool) -> bool:
    """Whether *block*, which stands under no label, may be an answer and not the inspectors' words."""
    asks = words.asks(plain_text([block]))
    speaks = any(words.speaks(prose.text) for prose in all_prose([block]))
    if is_first:
        return speaks and not asks
    return speaks or (isinstance(block, Paragraph) and not asks)


def _titles(givers: Iterable[Whose]) -> str:
    return ", ".join(dict.fromkeys(whose.title for whose in givers))


def _words(blocks: Sequence[Block]) -> str | None:
    """The words of *blocks*; nothing where there is no block."""
    return "\n".join(filter(None, (plain_text([block]) for block in blocks))) if blocks else None
