"""The action log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block
from bcbsite.model.document import Status, Waiver
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.reference import PrintedDate, Reference


class ActionStatus(StrEnum):
    """What the record says has become of an action."""

    OPEN = "open"
    ONGOING = "ongoing"
    COMPLETE = "complete"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Series:
    """A run of numbers in the log; they begin again with each series."""

    id: str
    title: str
    starts: date | None
    at: Span


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to do it: a post, a person or an organisation, as printed."""

    name: str
    at: Span


@dataclass(frozen=True, slots=True)
class ActionEvent:
    """Something that was reported of an action."""

    on: PrintedDate | None
    """When; where absent, at its meeting."""
    meeting: Reference | None
    """Where it was reported: the meeting, and the paragraph or item where one is given."""
    update: tuple[Block, ...]
    status: ActionStatus | None
    target: PrintedDate | None
    """The new target, where it was changed."""
    draft: bool
    publish_at: datetime | None
    at: Span


@dataclass(frozen=True, slots=True)
class Action:
    """An entry of the action log."""

    id: str
    """`series/number`, or `series/meeting-and-place` while no number is printed."""
    number: str | None
    """As printed (`12.0`)."""
    raised: Reference
    """The meeting that raised it, and the place in its record."""
    title: str | None
    action: tuple[Block, ...]
    """What is to be done."""
    owners: tuple[Owner, ...]
    target: PrintedDate | None
    events: tuple[ActionEvent, ...]
    """As written: appended to, never rewritten."""
    was: tuple[str, ...]
    """Ids that it had before."""
    status: Status
    """Whether the entry itself is a draft."""
    publish_at: datetime | None
    at: Span
    spans: Mapping[str, Span]
    """Where the value of each key stands."""
    waive: tuple[Waiver, ...]

    @property
    def key(self) -> Key:
        """Its name."""
        return Key(RecordKind.ACTION, self.id)

    @property
    def series(self) -> str:
        """The id of its series."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class ActionLog:
    """The whole of actions.yaml."""

    series: tuple[Series, ...] = ()
    actions: tuple[Action, ...] = ()
