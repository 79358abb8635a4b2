"""The body whose records these are."""

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
    accessibility: Statement | None = None
    at: Span = field(default=Span("board.yaml"))
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the value of each key stands."""
