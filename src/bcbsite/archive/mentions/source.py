"""Where a text stands: its record, its paragraph and its address."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bcbsite.diagnostics import Span


class SourceKind(StrEnum):
    """What kind of record a text stands in."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    PAPER = "paper"
    ACTION = "action"
    INSPECTION = "inspection report"
    DECISION = "decision notice"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text stands."""

    kind: SourceKind
    title: str
    """Of a paper, report or notice, its title; of an action, its number or beginning."""
    record: str
    """The record, as a link names it (`action:2021/10`)."""
    address: str
    """Below the site, with the anchor."""
    at: Span
    day: date | None = None
    """Of the meeting, or of the event."""
    meeting: str | None = None
    label: str | None = None
    """The printed number of the paragraph or item, or of the one that it belongs to."""
    heading: bool = False
    """Whether it is an item's title."""
    passage: str | None = None
    """The anchor of the passage."""
