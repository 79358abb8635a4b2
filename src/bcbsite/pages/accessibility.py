"""The accessibility statement: what the body says, what the archive shows, and what is still to be said."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from bcbsite.archive.addresses import ACCESSIBILITY
from bcbsite.archive.archive import Archive
from bcbsite.model.accessibility import Statement
from bcbsite.pages.page import Page


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """What the statement shows."""

    statement: Statement
    email: str | None
    """Where problems are told of: the statement's own address, or else the body's."""
    attachments: tuple[tuple[str, int], ...]
    """How many files are published as they came, by their ending, as in `PDF`."""


def accessibility_page(archive: Archive) -> Iterator[Page]:
    """The statement, which every page leads to."""
    board = archive.board
    statement = board.accessibility or Statement()
    view = AccessibilityView(
        statement,
        statement.email or (board.contact.email if board.contact else None),
        tuple(sorted(_attachments(archive).items())),
    )
    description = f"How accessible the website of the {board.name} is, and whom to tell of a problem."
    yield Page(ACCESSIBILITY, "Accessibility statement", "accessibility.html", view, description=description)


def _attachments(archive: Archive) -> Counter[str]:
    return Counter(
        PurePath(attachment.name).suffix[1:].upper()
        for meeting in archive.meetings.values()
        for document in (*meeting.papers, *((meeting.minutes,) if meeting.minutes else ()))
        for attachment in document.attachments
    )
