"""People and the posts they held."""

from dataclasses import dataclass
from datetime import date

from bcbsite.diagnostics import Span
from bcbsite.model.key import Key, RecordKind


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held."""

    post: str
    """Its title, as printed."""
    organisation: str | None
    """The organisation's id."""
    since: date | None
    """The first day, where known."""
    until: date | None
    """The last day, where known."""
    on: tuple[date, ...]
    """Days on which a document shows the person in the post."""
    organisation_at: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the records name."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """Other spellings in the records."""
    posts: tuple[Post, ...]
    at: Span
    page: bool | None = None
    """Whether the person is to have a page; absent where people.yaml does not say it."""

    @property
    def key(self) -> Key:
        """Its name."""
        return Key(RecordKind.PERSON, self.id)
