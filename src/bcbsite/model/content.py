"""All that was written, before anything is decided about it."""

from dataclasses import dataclass

from bcbsite.model.actions import ActionLog
from bcbsite.model.board import Board
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.erasure import Erasure
from bcbsite.model.meeting import Meeting
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.people import Person
from bcbsite.model.permalink import Permalink
from bcbsite.model.publication import Published
from bcbsite.model.redirect import Redirect
from bcbsite.model.section55 import InspectionReport


@dataclass(frozen=True, slots=True)
class Content:
    """The records of a content folder."""

    board: Board
    people: tuple[Person, ...]
    log: ActionLog
    meetings: tuple[Meeting, ...]
    """In order of their ids."""
    inspections: tuple[InspectionReport, ...]
    decisions: tuple[DecisionNotice, ...]
    pages: tuple[OrdinaryPage, ...]
    redirects: tuple[Redirect, ...]
    permalinks: tuple[Permalink, ...] = ()
    """What was published before; none where no account is kept."""
    erased: tuple[Erasure, ...] = ()
    """The addresses that were erased."""
    publication: tuple[Published, ...] = ()
    """What must be published, and where it is, in the order of its file."""
    unread: frozenset[str] = frozenset()
    """Files at the top of the folder that could not be read, so that nothing is known of their records."""
