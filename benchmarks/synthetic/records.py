"""The plan of an archive: who, when, which items, which papers, which actions.

These records hold no running text but titles and what actions say.  The documents are composed from them, one
at a time, when they are written, so that a large archive need not be held in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["welcome", "interests", "approval", "log", "report", "parent", "verbal", "business", "next"]


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody holds."""

    name: str
    organisation: str
    """The id of an organisation in board.yaml."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who held one post for a time."""

    name: str
    post: Post
    start: date
    end: date | None
    """The last day in the post; None for the holder when the archive ends."""

    @property
    def slug(self) -> str:
        """The person's id."""
        return self.name.lower().replace(" ", "-").replace("’", "")


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that papers are written about."""

    name: str
    author: str
    """The post that reports on it."""
    matters: tuple[str, ...]
    """Noun phrases that sentences about it are filled with."""
    finance: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda, and of the minutes that follow it."""

    kind: Kind
    label: str
    """As cited: "5", or "9.1" for a sub-item."""
    title: str
    subject: Subject | None = None
    paragraphs: int = 1
    """How many numbered paragraphs the minutes have under it; the last states the outcome."""

    @property
    def depth(self) -> int:
        """The level of its heading."""
        return 3 if "." in self.label else 2


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, with its agenda."""

    index: int
    day: date
    time: str
    location: str
    items: tuple[Item, ...]
    numbered_log: bool
    """Whether the action log is minuted as numbered paragraphs; otherwise it is a list under 4.1."""

    @property
    def reports(self) -> tuple[Item, ...]:
        """The items that have a paper."""
        return tuple(item for item in self.items if item.kind == "report")


@dataclass(frozen=True, slots=True)
class Event:
    """What was said of an action at a later meeting."""

    day: date
    place: str
    """The numbered paragraph of that meeting's minutes."""
    update: str
    status: str
    """Empty where none was stated."""


@dataclass(frozen=True, slots=True)
class Action:
    """An entry of the action log."""

    series: int
    """The first year of the series."""
    number: int
    day: date
    place: str
    """The numbered paragraph that it follows."""
    item: Item
    text: str
    owners: tuple[str, ...]
    target: str
    events: tuple[Event, ...]
    named: bool
    """Whether the minutes print the number ("Action 12.0:")."""

    @property
    def printed(self) -> str:
        """The number as printed."""
        return f"{self.number}.0"


@dataclass(frozen=True, slots=True)
class Archive:
    """All that there is."""

    meetings: tuple[Meeting, ...]
    people: tuple[Person, ...]
    raised: dict[date, tuple[Action, ...]]
    """Actions by the meeting that raised them."""
    reviewed: dict[date, tuple[tuple[Action, Event], ...]]
    """Actions with what was said of them, by the meeting that reviewed them."""

    @property
    def actions(self) -> tuple[Action, ...]:
        """The whole log, in order."""
        return tuple(action for meeting in self.meetings for action in self.raised[meeting.day])

    def holder(self, post: str, day: date) -> Person:
        """Whoever held a post on a day."""
        return next(
            person
            for person in self.people
            if person.post.name == post and person.start <= day and (person.end is None or day <= person.end)
        )
