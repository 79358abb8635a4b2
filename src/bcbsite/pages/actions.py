"""The action log: the register, and a page an action."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import ACTIONS, meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.pages.page import Page
from bcbsite.pages.words import day_in_words

_TITLE_LENGTH = 90


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
        """As the record states it last."""
        return self.history.status or "not stated"


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action's page."""

    line: ActionLine
    owners: tuple[tuple[str, str | None], ...]
    """The name of each owner as printed, with the address of its page where it has one."""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The actions of one run of numbers."""

    id: str
    title: str
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The whole log."""

    series: tuple[SeriesView, ...]
    """Newest first."""


def action_line(history: ActionHistory) -> ActionLine:
    """*history* as a line of a list."""
    action = history.action
    title = action.title or _beginning(plain_text(action.action))
    return ActionLine(history, title, meeting_address(action.raised.meeting))


def _beginning(text: str) -> str:
    """The first words of *text*, with an ellipsis where there are more."""
    words = " ".join(text.split())
    if len(words) <= _TITLE_LENGTH:
        return words.rstrip(".")
    return words[:_TITLE_LENGTH].rpartition(" ")[0].rstrip(",;") + " …"


def action_lines(archive: Archive) -> Iterator[ActionLine]:
    """Every action, in the log's order."""
    return map(action_line, archive.actions)


def action_title(line: ActionLine) -> str:
    """`Action 41.0: Revenue and Capital …`, or the title alone where no number is printed."""
    number = line.history.action.number
    return f"Action {number}: {line.title}" if number else f"Action: {line.title}"


def action_pages(archive: Archive) -> Iterator[Page]:
    """The register, and a page for each action."""
    lines = list(action_lines(archive))
    by_series = sorted(lines, key=lambda line: line.history.action.series, reverse=True)
    series = tuple(
        SeriesView(id_, archive.series.get(id_, f"Action log {id_}"), tuple(of_series))
        for id_, of_series in groupby(by_series, key=lambda line: line.history.action.series)
    )
    about = f"the action log of the {archive.board.name}"
    description = f"What the {archive.board.name} asked to be done, and what has become of it."
    yield Page(ACTIONS, "Action log", "actions.html", RegisterView(series), ACTIONS, description=description)
    for line in lines:
        description = f"An action of {about}, raised on {day_in_words(line.history.raised_on)}."
        owners = tuple((o.name, archive.owners.find(o.name)) for o in line.history.action.owners)
        view = ActionView(line, owners)
        yield Page(
            line.history.address, action_title(line), "action.html", view, ACTIONS, description=description
        )
