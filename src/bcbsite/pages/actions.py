"""Actions: a page for each, with its time line, and lines for lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.actions import ActionHistory, DatedEvent
from bcbsite.archive.addresses import ACTIONS, meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.people import PersonRecord
from bcbsite.model.blocks import plain_text
from bcbsite.pages.descriptions import of_action
from bcbsite.pages.page import Page
from bcbsite.pages.words import beginning


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in a list."""

    history: ActionHistory
    title: str
    """Its own, or the beginning of what is to be done."""
    meeting: str
    """The address of the meeting that raised it."""

    @property
    def status(self) -> str:
        """As the record states it last, or that it states none, or that this is not clear."""
        return self.history.standing


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of an action's time line after it was raised: an event, or a mention in another record."""

    day: date | None
    event: DatedEvent | None = None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """An owner of an action."""

    name: str
    """As printed."""
    address: str | None
    """Of its page, where it has one."""
    held_by: tuple[PersonRecord, ...]
    """Those whom the records show in the post on the day of the meeting."""


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action's page."""

    line: ActionLine
    owners: tuple[OwnerLine, ...]
    moments: tuple[Moment, ...]
    """Oldest first."""


def action_line(history: ActionHistory) -> ActionLine:
    """*history* as a line of a list."""
    action = history.action
    title = action.title or beginning(plain_text(action.action))
    return ActionLine(history, title, meeting_address(action.raised.meeting))


def action_lines(archive: Archive) -> Iterator[ActionLine]:
    """Every action, in the log's order."""
    return map(action_line, archive.actions)


def action_title(line: ActionLine) -> str:
    """`Action 41.0: Revenue and Capital …`, or the title alone where no number is printed."""
    number = line.history.action.number
    return f"Action {number}: {line.title}" if number else f"Action: {line.title}"


def action_pages(archive: Archive) -> Iterator[Page]:
    """A page for each action."""
    for line in action_lines(archive):
        description = of_action(line.history, line.status)
        address, title = line.history.address, action_title(line)
        view = ActionView(line, tuple(_owners(archive, line.history)), _moments(line.history))
        yield Page(address, title, "action.html", view, ACTIONS, description=description)


def _owners(archive: Archive, history: ActionHistory) -> Iterator[OwnerLine]:
    for owner in history.action.owners:
        held_by = archive.owners.held_by(owner.name, history.raised_on)
        by_initials = archive.initials.person(owner.name, history.action.raised.meeting)
        address = archive.owners.find(owner.name) or archive.owners.page_of_person(by_initials)
        yield OwnerLine(owner.name, address, held_by)


def _moments(history: ActionHistory) -> tuple[Moment, ...]:
    events = [Moment(event.day, event=event) for event in history.events]
    mentions = [Moment(mention.source.day, mention=mention) for mention in history.mentions]
    return tuple(sorted((*events, *mentions), key=lambda moment: moment.day or date.max))
