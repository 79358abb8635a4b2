"""The body whose records these are."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bcbsite.diagnostics import Span
from bcbsite.model.accessibility import Statement


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that the records name."""

    id: str
    name: str
    aliases: tuple[str, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Party:
    """The local policing body, or the chief officer of police, as it was called from one day to another.

    The local policing body is a commissioner, a mayor, the Mayor's Office for Policing and Crime or the
    Common Council (Police Act 1996, s.101; Police Reform and Social Responsibility Act 2011, ss.1 and 3).
    """

    name: str
    """In full: `Police and Crime Commissioner for Westshire`."""
    short: str
    """As in a sentence: `the Commissioner`."""
    start: dt.date | None
    """The first day; None where it is not said."""
    end: dt.date | None
    """The last day; None where it is not said, or not over."""
    at: Span

    def is_on(self, day: dt.date) -> bool:
        """Whether this was the name on *day*."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


LOCAL_POLICING_BODY = Party("local policing body", "the local policing body", None, None, Span("board.yaml"))
"""Where `board.yaml` names none: the term of the Police Act 1996, s.101, which is true of each of them."""
CHIEF_OFFICER = Party("chief officer", "the chief officer of police", None, None, Span("board.yaml"))


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that readers follow; an item that uses one of its terms has it."""

    id: str
    title: str
    terms: tuple[str, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Licence:
    """On what terms the site's text may be used again."""

    name: str
    url: str | None
    attribution: str | None = None
    """What whoever uses it again is asked to write."""
    exceptions: tuple[str, ...] = ()
    """What it does not cover, such as crests."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where the body says what the public can ask of it."""

    privacy: str | None
    foi: str | None
    re_use: str | None
    complaints: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """How the public reaches the body."""

    email: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Recipients:
    """To whom copies of a Section 55 response go."""

    home_secretary: str | None
    inspectorate: str | None


@dataclass(frozen=True, slots=True)
class Board:
    """What board.yaml says."""

    name: str
    area: str
    aliases: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    commissioner: str | None = None
    """The id of the person who is commissioner now."""
    commissioner_at: Span = field(default=Span("board.yaml"))
    licence: Licence | None = None
    contact: Contact | None = None
    links: Links | None = None
    recipients: Recipients | None = None
    item_notes: tuple[str, ...] = ()
    """Words that begin an item's note, beside those that every board uses."""
    posts_without_page: tuple[str, ...] = ()
    """Words of the posts whose holders have no page of their own."""
    topics: tuple[Topic, ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """A resident's word, and the words of the record for it."""
    notice: str | None = None
    """What stands on every page and in the data, such as that the site is a demonstration."""
    drafts: bool = False
    """Whether draft minutes are published, marked as drafts."""
    markdown: bool = False
    """Whether public documents can be had as Markdown."""
    public_meetings: bool | None = None
    """Whether the public may attend; absent where not said."""
    agenda_days: int | None = None
    """By how many days before a meeting its agenda and papers are to be public."""
    accessibility: Statement | None = None
    local_policing_body: tuple[Party, ...] = ()
    """By its names, oldest first."""
    chief_officer: tuple[Party, ...] = ()
    """By the names of the office, oldest first."""
    at: Span = field(default=Span("board.yaml"))
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the value of each key stands."""

    def body_on(self, day: dt.date | None) -> Party:
        """The local policing body as it was called on *day*; where no day is known, as it is called last."""
        return _on(day, self.local_policing_body, LOCAL_POLICING_BODY)

    def chief_on(self, day: dt.date | None) -> Party:
        """The chief officer as it was called on *day*; where no day is known, as it is called last."""
        return _on(day, self.chief_officer, CHIEF_OFFICER)

    def clock_day(self, day: dt.date) -> dt.date:
        """The day by which clocks go on *day*: those of a body that has ended stand still on its last day."""
        return min(day, self.ended) if self.ended else day

    @property
    def ended(self) -> dt.date | None:
        """The last day of the local policing body, where it has ended and no other name goes on from it."""
        return self.local_policing_body[-1].end if self.local_policing_body else None


def _on(day: dt.date | None, parties: tuple[Party, ...], otherwise: Party) -> Party:
    """The one of *parties* on *day*, or the last where no day is known; *otherwise* where none is known."""
    if day is None:
        return parties[-1] if parties else otherwise
    return next((party for party in parties if party.is_on(day)), otherwise)
