"""What front matter and logs say of other records: places, dates, people, as they are written there."""

from dataclasses import dataclass
from datetime import date

from bcbsite.diagnostics import Span


def day_of(meeting: str) -> date:
    """The day in a meeting's id, which begins with it."""
    return date.fromisoformat(meeting[: len("2022-02-10")])


@dataclass(frozen=True, slots=True)
class Reference:
    """A meeting, or a place in its record: `2022-02-10`, `2022-02-10#5.3`."""

    meeting: str
    """The meeting's id; the meeting need not be held here."""
    place: str | None
    """The number as printed there, or an anchor."""
    at: Span
    """Where the reference is written."""

    def __str__(self) -> str:
        return f"{self.meeting}#{self.place}" if self.place else self.meeting


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as a document prints it, and what was understood."""

    printed: str
    day: date | None
    """Absent where the words are no single day (`six-monthly`)."""
    at: Span

    def __str__(self) -> str:
        return self.printed


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as a document lists them on the day."""

    name: str
    role: str | None
    """As printed; never replaced by what people.yaml says."""
    note: str | None
    """`Observer`, `from item 5` …"""
    at: Span
    initials: str | None = None
    """As printed beside the name, such as `JB`; actions of the same minutes can name them so."""
    under: str | None = None
    """What the list is called in the text that it was read from, such as `Present`; None in front matter."""


@dataclass(frozen=True, slots=True)
class UnnamedPeople:
    """People who are listed without a name, such as `Two members of the public`: shown, never counted."""

    words: str
    """As printed."""
    group: str
    """The list that they stand in, by its key in front matter."""
    at: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Something that lies elsewhere, by its title and, where it has one, its address."""

    title: str
    url: str | None
    sha256: str | None = None
    """The file's hash, so that a reader can check that it is the one meant."""
    file: str | None = None
    """Of an original: the name of the file, which lies beside the record."""
    pages: str | None = None
    """How many pages that has, as written."""
