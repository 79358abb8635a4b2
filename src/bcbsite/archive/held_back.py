"""What the gate held back, and until when: for those who look whether any of it got out all the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bcbsite.archive.gate import Record
from bcbsite.archive.walk import Shape, texts_in
from bcbsite.diagnostics import Span
from bcbsite.model.content import Content
from bcbsite.read.dates import LONDON


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What of a content is not public at a moment."""

    texts: tuple[tuple[str, Span], ...]
    """Every text of the records that are not public, or not as a whole, with its place."""
    public: tuple[str, ...]
    """Every text that is public; empty where nothing is held back, as nobody needs it then."""
    until: datetime
    """The first moment at which the same content can give another site: an embargo ends, or a day begins."""


def held_back(content: Content, public: Content, now: datetime) -> HeldBack:
    """What of *content* is not in *public*, which the gate let through at *now*."""
    if public == content:
        return HeldBack((), (), next_change(content, now))
    shown = {id(record) for record in records_of(public)}
    hidden = (record for record in records_of(content) if id(record) not in shown)
    texts = tuple(text for record in hidden for text in _texts(record, record.at))
    known = tuple(text for text, _ in _texts(public, Span("")))
    return HeldBack(texts, known, next_change(content, now))


def next_change(content: Content, now: datetime) -> datetime:
    """The first moment after *now* at which *content* can give another site.

    Days are counted in the UK, so a new one begins at midnight there.
    """
    tomorrow = now.astimezone(LONDON).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), LONDON)
    ends = (record.publish_at for record in records_of(content) if record.publish_at)
    return min([midnight, *(end for end in ends if end > now)])


def records_of(content: Content) -> Iterator[Record]:
    """Every record of *content* that can be held back."""
    for meeting in content.meetings:
        yield from meeting.records
    yield from content.inspections
    yield from content.decisions
    yield from content.pages
    for action in content.log.actions:
        yield action
        yield from action.events


def _texts(value: object, at: Span) -> Iterator[tuple[str, Span]]:
    """Every text in *value*, with its place; a row of a table is not told twice."""
    return ((text.words, text.at()) for text in texts_in(value, at) if text.shape is not Shape.ROW)
