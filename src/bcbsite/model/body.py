"""The body of minutes, an agenda or a paper: items and passages, each with its address on the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.model.blocks import Block, Paragraph, Role, all_prose, plain_text
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Unread


def same_label(one: str, other: str) -> bool:
    """Whether two printed numbers mean the same place: `5` and `5.0` do, `5.1` and `5.10` do not."""
    return one.rstrip(".").removesuffix(".0") == other.rstrip(".").removesuffix(".0")


def is_at(place: str, label: str | None, anchor: str) -> bool:
    """Whether *place* names what has the printed number *label*, or the address *anchor*."""
    return place == anchor or (label is not None and same_label(place, label))


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item, or a section of a paper: a heading."""

    anchor: str
    """`item-5-0`, or `item-welcome-and-apologies` where no number is printed."""
    label: str | None
    """Its number as printed, less a final dot."""
    title: Prose
    """Its title without number and note."""
    note: str | None
    """What is said in brackets at its end (`Verbal update`), less the brackets."""
    level: int
    """1 is an item, 2 a sub-item, and so on."""
    parent: str | None
    """The anchor of the item that it is part of."""
    line: int
    """Where it stands in its file, counted from 1."""

    def is_at(self, place: str) -> bool:
        """Whether *place* is its printed number or its anchor."""
        return is_at(place, self.label, self.anchor)

    @property
    def heading(self) -> str:
        """Number and title, as a reader would quote it."""
        return f"{self.label} {self.title}" if self.label else self.title.text


@dataclass(frozen=True, slots=True)
class Passage:
    """What has one address: a numbered paragraph, or an unnumbered block after one."""

    anchor: str
    """`p5-1`; the first block after it that has no number is `p5-1-n1`."""
    label: str | None
    """Its number as printed, less a final dot."""
    blocks: tuple[Block, ...]
    """Its text; empty where only the number is printed, as before a list."""
    line: int
    """Where it begins in its file, counted from 1."""
    item: str | None
    """The anchor of the item that it lies under."""
    follows: str | None
    """The anchor of the numbered paragraph that it belongs to; absent in a numbered one."""
    number: str | None = None
    """The action's number in the log, where `Action 12.0:` prints it."""

    def is_at(self, place: str) -> bool:
        """Whether *place* is its printed number or its anchor."""
        return is_at(place, self.label, self.anchor)

    @property
    def role(self) -> Role | None:
        """What kind of labelled paragraph it is."""
        first = self.blocks[0] if self.blocks else None
        return first.role if isinstance(first, Paragraph) else None

    @property
    def text(self) -> str:
        """Its words, without its label."""
        first, *rest = self.blocks or (None,)
        if not isinstance(first, Paragraph):
            return plain_text(self.blocks)
        words = first.prose.text[first.lead :]
        return "\n".join([words, *(prose.text for prose in all_prose(rest))]) if rest else words


Part = Item | Passage


@dataclass(frozen=True, slots=True)
class Body:
    """A document's items and passages in the order in which they are printed."""

    parts: tuple[Part, ...] = ()
    unread: tuple[Unread, ...] = ()
    """What looks like an item, a paragraph or the like, and was not read as one."""

    @property
    def items(self) -> Iterator[Item]:
        """The items, in order."""
        return (part for part in self.parts if isinstance(part, Item))

    @property
    def passages(self) -> Iterator[Passage]:
        """The passages, in order."""
        return (part for part in self.parts if isinstance(part, Passage))

    def find(self, place: str) -> Part | None:
        """What a reader would find under *place*: a printed number, or else an anchor.

        An exact match comes first, then `5` for `5.0` and the other way round.
        """
        labelled = [part for part in self.parts if part.label]
        for part in labelled:
            if part.label == place:
                return part
        for part in labelled:
            if part.label and same_label(part.label, place):
                return part
        return next((part for part in self.parts if part.anchor == place), None)
