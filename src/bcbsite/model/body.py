"""The body of minutes, an agenda or a paper: items and passages, each with its address on the page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bcbsite.model.blocks import Block, Paragraph, Role, all_prose, plain_text
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Unread


def same_label(one: str, other: str) -> bool:
    """Whether two printed numbers mean the same place: `5` and `5.0` do, `5.1` and `5.10` do not."""
    return fold_label(one) == fold_label(other)


def fold_label(label: str) -> str:
    """A printed number for comparison: the same for all that mean the same place."""
    return label.rstrip(".").removesuffix(".0")


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
    formerly: str | None = None
    """The anchor that it had when its number was read otherwise; it still leads there."""

    @property
    def heading(self) -> str:
        """Number and title, as a reader would quote it."""
        return f"{self.label} {self.title}" if self.label else self.title.text

    @property
    def title_and_note(self) -> str:
        """The title with its note in brackets, as it is printed."""
        return f"{self.title} ({self.note})" if self.note else self.title.text


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
    formerly: str | None = None
    """The anchor that it had when its number, or one before it, was read otherwise; it still leads there."""
    limb: str | None = None
    """What it is cited as where its words begin with (b): `4(b)`, or `(b)` where no number is above it."""
    below: str | None = None
    """The anchor of the limb that comes before it in the same item or numbered paragraph."""

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


def ends_of_items(parts: Sequence[Part]) -> Mapping[int, int]:
    """The index at which each item of *parts* ends, with those within it, by its own index."""
    ends: dict[int, int] = {}
    begun: list[tuple[int, int]] = []  # the level and the index of each item that has not ended
    for index, part in enumerate(parts):
        if isinstance(part, Item):
            while begun and part.level <= begun[-1][0]:
                ends[begun.pop()[1]] = index
            begun.append((part.level, index))
    return ends | {index: len(parts) for _, index in begun}


class NamedPlaces:
    """The places that front matter names, by printed numbers or anchors."""

    def __init__(self, places: Iterable[str]) -> None:
        """*places* as written."""
        self._written = frozenset(places)
        self._folded = frozenset(map(fold_label, self._written))

    def __contains__(self, part: Part) -> bool:
        """Whether one of them is the printed number of *part*, or an anchor of it."""
        if part.label is not None and fold_label(part.label) in self._folded:
            return True
        limb = part.limb if isinstance(part, Passage) else None
        return not self._written.isdisjoint({part.anchor, part.formerly, limb})


@dataclass(frozen=True)
class Body:
    """A document's items and passages in the order in which they are printed."""

    parts: tuple[Part, ...] = ()
    unread: tuple[Unread, ...] = ()
    """What looks like an item, a paragraph or the like, and was not read as one."""
    is_whole: bool = True
    """Whether nothing of it was taken out, as it is withheld."""

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

        An exact match comes first, then `5` for `5.0` and the other way round; of several parts, the first.
        """
        number = self._by_label.get(place) or self._by_folded_label.get(fold_label(place))
        return number or self.by_anchor.get(place) or self._by_former_anchor.get(place)

    def all_printed(self, place: str) -> Sequence[Part]:
        """Every part whose printed number, or that of its limb, means *place*; none for an address."""
        if place in self.by_anchor:
            return ()
        folded = fold_label(place)
        return [part for part in self.parts if folded in map(fold_label, _numbers_of(part))]

    @cached_property
    def by_anchor(self) -> Mapping[str, Part]:
        """Each part by its anchor, which is its own."""
        return _first((part.anchor, part) for part in self.parts)

    @cached_property
    def _by_former_anchor(self) -> Mapping[str, Part]:
        return _first((part.formerly, part) for part in self.parts if part.formerly)

    @cached_property
    def _by_label(self) -> Mapping[str, Part]:
        limbs = ((part.limb, part) for part in self.passages if part.limb)
        return {**_first(limbs), **_first((part.label, part) for part in self.parts if part.label)}

    @cached_property
    def _by_folded_label(self) -> Mapping[str, Part]:
        return _first((fold_label(label), part) for label, part in self._by_label.items())


def _numbers_of(part: Part) -> Iterator[str]:
    """What *part* is cited as."""
    if part.label:
        yield part.label
    if isinstance(part, Passage) and part.limb:
        yield part.limb


def _first(parts: Iterable[tuple[str, Part]]) -> Mapping[str, Part]:
    """For each key the first of its parts."""
    found: dict[str, Part] = {}
    for key, part in parts:
        found.setdefault(key, part)
    return found
