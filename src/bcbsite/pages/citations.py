"""How a document is cited: the body, the kind, the day, and a version that stands for its words."""

from dataclasses import dataclass

from bcbsite.kept import kept
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Body, Item, Part
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper
from bcbsite.pages.words import day_in_words, fingerprint

VERSION_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reader copies to name a document."""

    words: str
    """`Business Board, minutes of 10 February 2022 (draft)`."""
    version: str
    """8 digits that change whenever a word of its text does."""


def citation_of(board: str, meeting: Meeting, document: Minutes | Agenda | Paper) -> Citation:
    """How *document* of a *meeting* of the *board* is cited."""
    name = _name(document, day_in_words(meeting.day))
    return Citation(f"{board}, {name}", _version(document.body))


@kept
def _version(body: Body) -> str:
    return fingerprint("\n".join(words_of(part) for part in body.parts))[:VERSION_DIGITS]


def words_of(part: Part) -> str:
    """The words of an item or a passage, as printed."""
    if isinstance(part, Item):
        return f"{part.heading} {part.note or ''}"
    return plain_text(part.blocks)


def _name(document: Minutes | Agenda | Paper, day: str) -> str:
    match document:
        case Minutes():
            return (
                f"minutes of {day} ({document.status})" if document.status != "final" else f"minutes of {day}"
            )
        case Agenda():
            return f"agenda of {day}"
        case Paper():
            item = f", item {document.item}" if document.item else ""
            return f"“{document.title}”, paper of {day}{item}"
