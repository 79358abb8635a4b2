"""What a register is: its name, its columns, and how its rows are made from the archive."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bcbsite.archive.archive import Archive


class Kind(StrEnum):
    """What a value of a column is."""

    TEXT = "text"
    ADDRESS = "address"
    """Below the site, without a slash in front, and with the anchor of a place on its page."""
    WEB = "web address"
    DATE = "date"
    TIME = "time"
    INSTANT = "date and time"
    NUMBER = "number"
    YES_NO = "yes or no"


Value = str | int | bool | date | time | datetime | None
Cell = Value | tuple[str, ...] | tuple[date, ...]
"""A value; of a column with several values all of them; nothing where the record does not say."""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register."""

    name: str
    kind: Kind
    about: str
    """What it says, a few words that can stand in a table."""
    several: bool = False
    """Whether a row can have several values of its kind."""
    required: bool = False
    """Whether every row has a value."""
    of: str | None = None
    """The register whose ids its values are."""

    @property
    def kind_in_words(self) -> str:
        """`date`, `addresses` …, and whose they are."""
        kind = "several, each " + self.kind if self.several else self.kind
        return f"{kind} (of {self.of})" if self.of else kind


@dataclass(frozen=True, slots=True)
class Register:
    """A table of one kind of record; its first column, `id`, is an address."""

    name: str
    """Of its files, and of its table in the database."""
    title: str
    about: str
    """A sentence."""
    columns: tuple[Column, ...]
    rows: Callable[[Archive], Iterable[Row]]
    """Its rows, in the order of the site."""


def an_id(about: str) -> Column:
    """The column `id`."""
    return Column("id", Kind.ADDRESS, about, required=True)


def numbered(ids: Iterable[str]) -> Iterator[str]:
    """*ids*, of which a repeated one ends in `;2`, `;3` …: several records have one address there."""
    seen: dict[str, int] = {}
    for id_ in ids:
        seen[id_] = seen.get(id_, 0) + 1
        yield id_ if seen[id_] == 1 else f"{id_};{seen[id_]}"
