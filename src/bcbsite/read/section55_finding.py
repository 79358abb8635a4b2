"""What stands under the heading of a finding: the inspectors' words, facts, and the answers to it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.model.blocks import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
    every_block,
    plain_text,
)
from bcbsite.model.section55 import Finding
from bcbsite.read import section55_words as words
from bcbsite.read.section55_offices import Giver, Label, Offices


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that are not understood, for a message at their line."""

    line: int
    message: str
    hint: str = ""


@dataclass
class FindingParts:
    """Takes the blocks under a finding in order: each belongs to the label before it."""

    finding: Finding
    level: int
    """That of its heading."""
    offices: Offices
    doubts: list[Doubt] = field(default_factory=list)
    """What is nearly a label, and labels where none is read."""
    _under: dict[str | None, list[Block]] = field(default_factory=lambda: defaultdict(list))
    _titles: dict[str, str] = field(default_factory=dict)
    """The labels of the answers, as typed."""
    _label: str | None = None
    """The label that the present blocks belong to; nothing before the first."""
    _loose: list[Block] = field(default_factory=list)
    """What is under no label, and may be more than the inspectors' words or a fact."""

    def add(self, block: Block) -> None:
        """Take the next block."""
        label = self._answer_at(block)
        if label:
            self._begin(label.giver, label.length, block)
            self._titles.setdefault(label.giver, " ".join(label.title.split()))
        elif isinstance(block, Paragraph) and (fact := words.fact_of(block.prose.text)):
            self._begin(fact[0], fact[1], block)
        else:
            self._continue(block, is_told=self._doubt_labels_within(block))
            return
        self._doubt_labels_within(block)

    def _answer_at(self, block: Block) -> Label | None:
        """The label of an answer: at the beginning of a paragraph, or as a heading within the finding."""
        if isinstance(block, Paragraph):
            return self.offices.label(block.prose.text)
        if isinstance(block, Heading):
            text = block.prose.text
            to_chief = self.offices.is_answer_to_chief(text)
            giver = Giver.COMMISSIONER if to_chief else self.offices.of_heading(text)
            return Label(giver, text, len(text)) if giver else None
        return None

    def _begin(self, label: str, length: int, block: Block) -> None:
        assert isinstance(block, Paragraph | Heading)
        self._label = label
        rest = block.prose.cut(length)
        if rest.text.strip():
            self._under[label].append(Paragraph(rest, block.line))

    def _continue(self, block: Block, *, is_told: bool) -> None:
        if isinstance(block, Paragraph) and (doubt := doubt_of_label(block, self.offices)):
            self.doubts.append(doubt)
        if not (is_told or isinstance(self._label, Giver)) and self._may_be_an_answer(block):
            self._loose.append(block)
        self._under[self._label].append(block)

    def _may_be_an_answer(self, block: Block) -> bool:
        """Whether *block*, which is under no answer's label, may be one all the same.

        The inspectors' words are one paragraph, with the list that it leads up to, or any number of
        quotations.
        """
        before = self._under[self._label]
        match block:
            case Quote() | Rule() | Footnote():
                return False
            case ListBlock():
                return not (before and plain_text(before[-1:]).rstrip().endswith(":"))
            case Paragraph():
                return bool(before) or self._label is not None
        return True

    def _doubt_labels_within(self, block: Block) -> bool:
        """Note the labels of answers in lists, quotations and tables, and at the beginning of later lines.

        Whether there are any.
        """
        known = len(self.doubts)
        for inner in every_block([block]):
            texts: Sequence[str] = ()
            if isinstance(inner, Table):
                texts = [cell.text for cell in inner.head]
            elif isinstance(inner, Paragraph):
                texts = inner.prose.text.split("\n")[1 if inner is block else 0 :]
            for number, text in enumerate(texts):
                if label := self.offices.label(text):
                    line = inner.line if isinstance(inner, Table) else inner.line + number + (inner is block)
                    self._doubt_place(label, line)
        return len(self.doubts) > known

    def _doubt_place(self, label: Label, line: int) -> None:
        message = (
            f"“{' '.join(label.title.split())}” begins no paragraph of its own, so the answer is not read."
        )
        hint = (
            f"Write “{label.giver}:” and the answer as a paragraph of its own, with an empty line above it."
        )
        self.doubts.append(Doubt(line, message, hint))

    @property
    def unread(self) -> Doubt | None:
        """The first text that may be an answer, where an answer is not there; None where there is none."""
        if not self._loose or self._under[Giver.COMMISSIONER]:
            return None
        message = "This text of a finding is under no label that says whose it is, and may be an answer."
        hint = "Write “Commissioner:” or “Chief Constable:” before an answer, and “> ” before quoted words."
        return Doubt(self._loose[0].line, message, hint)

    @property
    def whole(self) -> Finding:
        """The finding with all that stands under it."""
        under = self._under
        return replace(
            self.finding,
            text=tuple(under[None]),
            addressed_to=_words(under[words.ADDRESSED_TO]),
            deadline=_words(under[words.DEADLINE]),
            chief_constable=tuple(under[Giver.CHIEF_CONSTABLE]),
            commissioner=tuple(under[Giver.COMMISSIONER]),
            chief_constable_title=self._titles.get(Giver.CHIEF_CONSTABLE, str(Giver.CHIEF_CONSTABLE)),
            commissioner_title=self._titles.get(Giver.COMMISSIONER, str(Giver.COMMISSIONER)),
            status=_words(under[words.STATUS]),
        )


def _words(blocks: Sequence[Block]) -> str | None:
    """The words of *blocks*; nothing where there is no block."""
    return "\n".join(filter(None, (plain_text([block]) for block in blocks))) if blocks else None


def doubt_of_label(block: Paragraph, offices: Offices) -> Doubt | None:
    """What is nearly a label at the beginning of *block*, or None."""
    text = block.prose.text
    if offices.label(text) or words.fact_of(text) or not (near := words.nearly_label(text)):
        return None
    written, wanted = near
    message = f"“{written}:” is not one of the labels of a finding."
    return Doubt(block.line, message, f"Did you mean “{wanted}:”? Write it so.")


def first_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """The text of each heading and paragraph of *blocks*."""
    return (block.prose.text for block in blocks if isinstance(block, Paragraph | Heading))
