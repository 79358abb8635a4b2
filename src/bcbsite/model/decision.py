"""A formal decision notice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block
from bcbsite.model.document import Status, Waiver
from bcbsite.model.erratum import Erratum
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.reference import Link, Reference


@dataclass(frozen=True, slots=True)
class Exempt:
    """That a part of a decision is not public; its words are not in the file."""

    what: str | None
    """Which part, in words that are public."""
    ground: str


@dataclass(frozen=True, slots=True)
class DecisionNotice:
    """The record of a decision that the commissioner took, at a meeting or otherwise."""

    reference: str
    """As printed (`CPCC-2022-003`), which is the last part of its address."""
    title: str
    date: dt.date | None
    decided_by: str | None
    delegated_by: str | None
    """Who let the one who decided do so, or by what scheme, as printed."""
    power: str | None
    """By what power it was decided, as printed."""
    meeting: Reference | None
    """Where it was taken, if at a meeting."""
    out_of_meeting: bool
    """Whether it says that it was taken out of a meeting."""
    published: dt.date | None
    """The day on which the notice was published."""
    urgent: str | None
    """Why it could not wait, where it was urgent."""
    significant_public_interest: bool
    amount: str | None
    """As printed; never counted with."""
    blocks: tuple[Block, ...]
    """The notice."""
    reasons: tuple[Block, ...]
    options: tuple[Block, ...]
    """What else was considered."""
    interests: tuple[Block, ...]
    """What was declared."""
    exempt: tuple[Exempt, ...]
    documents: tuple[Link, ...]
    """What goes with it."""
    status: Status
    publish_at: dt.datetime | None
    errata: tuple[Erratum, ...]
    at: Span
    spans: Mapping[str, Span]
    """Where the value of each key stands."""
    waive: tuple[Waiver, ...]

    @property
    def key(self) -> Key:
        """Its name."""
        return Key(RecordKind.NOTICE, self.reference)
