"""What all documents of a meeting have in common."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bcbsite.diagnostics import Span
from bcbsite.model.body import Body, NamedPlaces, Part


class Status(StrEnum):
    """How far a document has come."""

    DRAFT = "draft"
    FINAL = "final"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that is not applied at one place, and why."""

    rule: str
    """The rule's short name."""
    place: str | None
    why: str
    at: Span


@dataclass(frozen=True, slots=True)
class Withheld:
    """A part of a document that is not public, and why."""

    place: str
    """The item or paragraph, as printed."""
    reason: str
    """Which the public sees in its place."""
    at: Span


@dataclass(frozen=True)
class Document:
    """What minutes, agendas and papers have in common."""

    at: Span
    """Where the file begins; its path names it in messages."""
    status: Status
    publish_at: dt.datetime | None
    """The instant before which nothing of it is public."""
    classification: str | None
    """As printed."""
    spans: Mapping[str, Span]
    """Where the value of each key of the front matter stands."""
    waive: tuple[Waiver, ...]
    withhold: tuple[Withheld, ...]
    """The parts of it that are not public; none in what the public sees."""
    body: Body

    def where(self, key: str) -> Span:
        """Where the value of *key* stands; where it is not given, where the file begins."""
        return self.spans.get(key, self.at)

    def waives(self, rule: str, part: Part | None) -> bool:
        """Whether *rule*, by its short name, is waived for *part*, or for the front matter if it is none."""
        if part is None:
            return any(waiver.rule == rule and waiver.place is None for waiver in self.waive)
        return rule in self._waived and part in self._waived[rule]

    def waives_key(self, rule: str, key: str | None) -> bool:
        """Whether *rule* is waived for *key* of the front matter; None stands for what needs no `at`."""
        return any(waiver.rule == rule and waiver.place == key for waiver in self.waive)

    @cached_property
    def _waived(self) -> Mapping[str, NamedPlaces]:
        """The places that each rule is waived for."""
        places: dict[str, list[str]] = {}
        for waiver in self.waive:
            if waiver.place:
                places.setdefault(waiver.rule, []).append(waiver.place)
        return {rule: NamedPlaces(named) for rule, named in places.items()}
