"""Paragraphs that are headings beyond doubt: their numbers are those that the headings leave out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bcbsite.model.blocks import Block, Heading, ListBlock, ListEntry, Paragraph
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.read.numbers.forms import Form, Number, candidates, is_later, pieces, roman_value
from bcbsite.read.numbers.none import is_day_or_share, is_quantity

_LONGEST = 120
"""Of a title; what is longer is a paragraph."""
_FORMS = (Form.WHOLE, Form.RUNNING, Form.SLASHED, Form.ROMAN)


def is_title(text: str) -> bool:
    """Whether *text* is one short line that does not begin with a small letter, and has no stop."""
    is_short = len(text) <= _LONGEST and "\n" not in text
    return is_short and not text[:1].islower() and text[-1:] not in ".,;:?!"


@dataclass(frozen=True, slots=True)
class _Titled:
    """A heading, or a block that could be one, with its number."""

    place: int
    """Which of the blocks it is."""
    block: Block
    prose: Prose
    number: Number

    @property
    def level(self) -> int:
        """That of a heading; else 0."""
        return self.block.level if isinstance(self.block, Heading) else 0


def with_implied_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """*blocks*, with headings in place of what is one beyond doubt.

    That is a line `53/21 Kennels` between the headings of 52/21 and 54/21; and `1. **Stores**`, in a list of
    its own with text below it, where 2 comes after it in the same way, and no heading has a number.
    """
    titled = list(_titled(blocks))
    implied: dict[int, Heading] = {}
    for form in _FORMS:
        implied |= _between([one for one in titled if one.number.form is form])
    implied = implied or _in_bold(blocks, [one for one in titled if one.number.form is Form.WHOLE])
    return (
        tuple(implied.get(place, block) for place, block in enumerate(blocks)) if implied else tuple(blocks)
    )


def _titled(blocks: Sequence[Block]) -> Iterator[_Titled]:
    for place, block in enumerate(blocks):
        prose = block.prose if isinstance(block, Heading) else _title_of(block)
        for number in candidates(prose.text, of_heading=True) if prose else ():
            is_none = is_quantity(number) or is_day_or_share(number)
            if prose and (isinstance(block, Heading) or (number.rest and not is_none)):
                yield _Titled(place, block, prose, number)


def _title_of(block: Block) -> Prose | None:
    """The title that a paragraph, or a numbered list of one entry, could be; with its number."""
    match block:
        case Paragraph(prose=prose) if is_title(prose.text):
            return prose
        case ListBlock(
            ordered=True, entries=(ListEntry(blocks=(Paragraph(prose=prose),), number=number),)
        ) if number and is_title(prose.text):
            shift = len(number) + 1
            marks = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in prose.marks)
            return Prose(f"{number} {prose.text}", tuple(marks))
    return None


def _between(titled: Sequence[_Titled]) -> dict[int, Heading]:
    """Those whose numbers lead from that of the heading above to that of the heading below, without a gap."""
    implied: dict[int, Heading] = {}
    run: list[_Titled] = []
    for one in titled:
        if one.level and run and _are_in_order([*run, one]):
            implied |= {each.place: _heading(each, run[0].level) for each in run[1:]}
        if one.level:
            run = [one]
        elif run:
            run.append(one)
    return implied


def _in_bold(blocks: Sequence[Block], titled: Sequence[_Titled]) -> dict[int, Heading]:
    """The one-entry lists 1, 2 … of which one at least is bold, each with a paragraph below it."""
    lists = [one for one in titled if isinstance(one.block, ListBlock)]
    has_text = all(isinstance(block, Paragraph) for block in _below(blocks, lists))
    begins = bool(lists) and lists[0].number.printed == "1"
    is_series = len(lists) > 1 and begins and _are_in_order(lists) and has_text
    if not is_series or any(one.level for one in titled) or not any(map(_is_bold, lists)):
        return {}
    level = next((block.level for block in blocks if isinstance(block, Heading)), 2)
    return {one.place: _heading(one, level) for one in lists}


def _below(blocks: Sequence[Block], titled: Sequence[_Titled]) -> Iterator[Block | None]:
    return (blocks[one.place + 1] if one.place + 1 < len(blocks) else None for one in titled)


def _are_in_order(titled: Sequence[_Titled]) -> bool:
    """Whether there are several, each number is the next after the one before, and all have one form."""
    pairs = pairwise(titled)
    return len(titled) > 1 and all(_step(one.number, other.number) == 1 for one, other in pairs)


def _step(one: Number, other: Number) -> int:
    """How much *other* is more than *one*; 0 where they are of different series."""
    if one.outer or other.outer:
        return 0
    if one.form is Form.ROMAN:
        return roman_value(other.printed) - roman_value(one.printed)
    if not is_later(one.printed, other.printed):
        return 0
    changed = next((a, b) for a, b in zip(pieces(one.printed), pieces(other.printed), strict=True) if a != b)
    return int(changed[1]) - int(changed[0]) if changed[0].isdigit() else 0


def _heading(one: _Titled, level: int) -> Heading:
    marks = tuple(mark for mark in one.prose.marks if mark.kind is not MarkKind.STRONG)
    return Heading(level, Prose(one.prose.text, marks), one.block.line)


def _is_bold(one: _Titled) -> bool:
    """Whether the title, without its number, is bold."""
    return any(
        mark.kind is MarkKind.STRONG and mark.start <= one.number.end and mark.end == len(one.prose.text)
        for mark in one.prose.marks
    )
