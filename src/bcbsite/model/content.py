"""All that was written, before anything is decided about it."""

from dataclasses import dataclass

from bcbsite.model.actions import ActionLog
from bcbsite.model.board import Board
from bcbsite.model.meeting import Meeting
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.people import Person


@dataclass(frozen=True, slots=True)
class Content:
    """The records of a content folder."""

    board: Board
    people: tuple[Person, ...]
    log: ActionLog
    meetings: tuple[Meeting, ...]
    """In order of their ids."""
    pages: tuple[OrdinaryPage, ...]
