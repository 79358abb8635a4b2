"""A formal decision notice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block
from bcbsite.model.document import Status, Waiver
from bcbsite.model.erratum import Erratum
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.reference import Reference


@dataclass(frozen=True, slots=True)
class DecisionNotice:
    """The record of a decision that the commissioner took, at a meeting or otherwise."""

    reference: str
    """As printed (`CPCC-2022-003`), which is the last part of its address."""
    title: str
    date: dt.date | None
    decided_by: str | None
    meeting: Reference | None
    """Where it was taken, if at a meeting."""
    significant_public_interest: bool
    amount: str | None
    """As printed; never counted with."""
    blocks: tuple[Block, ...]
    """The notice."""
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
