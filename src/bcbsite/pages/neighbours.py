"""What comes before and after a page among others of its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page beside another one, as a link names it."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The page before and the page after; absent at the ends."""

    earlier: Neighbour | None = None
    later: Neighbour | None = None


def in_a_row(row: Sequence[Neighbour]) -> Mapping[str, Neighbours]:
    """The neighbours of each page of *row*, by its address."""
    sides = zip([None, *row], [*row[1:], None], strict=False)
    return {page.address: Neighbours(*around) for page, around in zip(row, sides, strict=False)}
