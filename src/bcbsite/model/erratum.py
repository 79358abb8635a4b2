"""Corrections of what was published."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block
from bcbsite.model.reference import Reference


class ErratumKind(StrEnum):
    """Whose words are corrected."""

    CORRECTION = "correction"
    """Of the record itself: of minutes, a later meeting resolves it."""
    TRANSCRIPTION = "transcription"
    """Of a slip by which the website did not have the words of the record."""


@dataclass(frozen=True, slots=True)
class Erratum:
    """A correction of a published document."""

    date: dt.date
    kind: ErratumKind
    what: tuple[Block, ...]
    """What was wrong, or why it is corrected."""
    place: str | None
    """The paragraph, as printed."""
    was: str | None
    """The old words, which stay to be seen."""
    now: str | None
    """The new words; None where the old ones are only struck out."""
    meeting: Reference | None
    """The meeting that resolved it, with the place in its record."""
    authority: str | None
    """Who made or allowed it."""
    at: Span
