"""What a register is: its name, its columns, and how its rows are made from the archive."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

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
"""A value; of a column with several values all of them; None where the record does not say."""
Row = tuple[Cell, ...]
Subject = TypeVar("Subject")
"""What a row is about: a record, or a record with what surrounds it."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Subject]):
    """A column of a register: what it says, and how that is known."""

    name: str
    kind: Kind
    about: str
    """What it says, a few words that can stand in a table."""
    value: Callable[[Subject], Cell]
    """Its value of a row's subject."""
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
class Register(Generic[Subject]):
    """A table of one kind of record; its first column, `id`, is an address."""

    name: str
    """Of its files, and of its table in the database."""
    title: str
    about: str
    """A sentence."""
    subjects: Callable[[Archive], Iterable[Subject]]
    """What its rows are about, in the order of the site."""
    columns: tuple[Column[Subject], ...]

    def rows(self, archive: Archive) -> Iterator[Row]:
        """Its rows, in the order of the site, each with a cell for each column."""
        for subject in self.subjects(archive):
            yield tuple(column.value(subject) for column in self.columns)


AnyColumn = Column[Any]
AnyRegister = Register[Any]
"""A register of whatever, for those who only read its cells."""


def an_id(about: str, value: Callable[[Subject], Cell]) -> Column[Subject]:
    """The column `id`."""
    return Column("id", Kind.ADDRESS, about, value, required=True)


def draft(value: Callable[[Subject], bool]) -> Column[Subject]:
    """The column `draft`."""
    about = "whether it comes from minutes that are a draft"
    return Column("draft", Kind.YES_NO, about, value, required=True)


def numbered(ids: Iterable[str]) -> Iterator[str]:
    """*ids*, of which a repeated one ends in `;2`, `;3` …: several records have one address there."""
    seen: dict[str, int] = {}
    for id_ in ids:
        seen[id_] = seen.get(id_, 0) + 1
        yield id_ if seen[id_] == 1 else f"{id_};{seen[id_]}"
