"""Which records the public does not see at a moment, and why: for those who write them."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bcbsite.archive.gate import Record
from bcbsite.archive.held_back import records_of
from bcbsite.model.actions import Action, ActionEvent
from bcbsite.model.content import Content
from bcbsite.model.document import Document, Status
from bcbsite.model.paper import Paper, Publish
from bcbsite.read.dates import LONDON, count_of, day_in_words


class Why(StrEnum):
    """Why a record, or a part of it, is not public."""

    DRAFT = "draft"
    EMBARGO = "under embargo"
    WITHHELD = "withheld"
    PARTLY_WITHHELD = "withheld in part"
    UNBALANCED = "imported and not compared with its file"
    ELSEWHERE = "raised or reported in minutes that are not public"


@dataclass(frozen=True, slots=True)
class NotPublic:
    """A record that the public does not see, or not as a whole."""

    record: Record
    why: Why
    until: datetime | None = None
    """When its embargo ends; only where nothing else keeps it back."""

    @property
    def says(self) -> str:
        """One sentence about the record, for the top of its page."""
        match self.why:
            case Why.DRAFT:
                return "It is a draft."
            case Why.EMBARGO:
                return f"It is under embargo until {in_words(self.until) if self.until else 'later'}."
            case Why.WITHHELD:
                return "It is withheld. The public sees its title and the reason."
            case Why.UNBALANCED:
                return "It was imported, and has not been compared with its file."
            case Why.PARTLY_WITHHELD:
                return "Parts of it are withheld. The public sees the reasons in their place."
        return "The minutes in which it was raised or reported are not public."


def not_public(content: Content, public: Content, now: datetime) -> tuple[NotPublic, ...]:
    """The records of *content* that are not in *public*, which the gate let through at *now*; in order."""
    if public == content:
        return ()
    shown = {(type(record), record.at) for record in records_of(public)}
    return tuple(_hidden(records_of(content), shown, now))


def _hidden(records: Iterable[Record], shown: Container[object], now: datetime) -> Iterator[NotPublic]:
    is_hidden = False  # the last action: its events are held back with it, and are not counted again
    for record in records:
        if isinstance(record, Action):
            is_hidden = (Action, record.at) not in shown
        if isinstance(record, ActionEvent) and is_hidden:
            continue
        if (type(record), record.at) in shown:
            if isinstance(record, Paper) and record.publish is Publish.WITHHELD:
                yield NotPublic(record, Why.WITHHELD)
            elif isinstance(record, Document) and record.withhold:
                yield NotPublic(record, Why.PARTLY_WITHHELD)
        else:
            yield _held_back(record, now)


def _held_back(record: Record, now: datetime) -> NotPublic:
    """Why the public sees nothing of *record*."""
    if _is_draft(record):
        return NotPublic(record, Why.DRAFT)
    if "unbalanced" in getattr(record, "spans", ()):
        return NotPublic(record, Why.UNBALANCED)
    if record.publish_at and record.publish_at > now:
        return NotPublic(record, Why.EMBARGO, record.publish_at)
    return NotPublic(record, Why.ELSEWHERE)


def _is_draft(record: Record) -> bool:
    return record.draft if isinstance(record, ActionEvent) else record.status is Status.DRAFT


def count_in_words(found: Sequence[NotPublic]) -> str:
    """`3 records are not public: 2 drafts, 1 withheld`; nothing where all are."""
    if not found:
        return ""
    whole = [one for one in found if one.why is not Why.PARTLY_WITHHELD]
    counts = Counter(one.why for one in found)
    kinds = ", ".join(_kind(why, counts[why], found) for why in Why if counts[why])
    verb = "is" if len(found) == 1 else "are"
    what = "not public" if len(whole) == len(found) else "not public, or not as a whole"
    return f"{count_of(found, 'record')} {verb} {what}: {kinds}"


def _kind(why: Why, number: int, found: Sequence[NotPublic]) -> str:
    ends = {one.until for one in found if one.until}
    if why is Why.DRAFT:
        return count_of(number, "draft")
    if why is Why.EMBARGO:
        return f"{number} {why} until {in_words(min(ends))}" + (" or later" if len(ends) > 1 else "")
    return f"{number} {why}"


def in_words(moment: datetime) -> str:
    """`17 February 2022, 17:00`, as the clock in the UK has it."""
    there = moment.astimezone(LONDON)
    return f"{day_in_words(there.date())}, {there:%H:%M}"


def as_if_public(content: Content) -> Content:
    """*content* with what is withheld in it, for a preview that shows all of it."""
    meetings = (replace(meeting, papers=tuple(map(_in_full, meeting.papers))) for meeting in content.meetings)
    return replace(content, meetings=tuple(meetings))


def _in_full(paper: Paper) -> Paper:
    return replace(paper, publish=Publish.FULL) if paper.publish is Publish.WITHHELD else paper
