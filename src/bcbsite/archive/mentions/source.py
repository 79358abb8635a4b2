"""Where a text stands: its record, its paragraph and its address."""

from dataclasses import dataclass
from datetime import date

from bcbsite.diagnostics import Span
from bcbsite.kept import by_value
from bcbsite.model.key import Key


@by_value
@dataclass(frozen=True, slots=True)
class Source:
    """Where a text stands."""

    title: str
    """Of a paper, report or notice, its title; of an action, its number or beginning."""
    record: Key
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
