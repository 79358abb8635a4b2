"""The rule that whatever stands in a document is understood, or told of."""

from collections.abc import Iterator, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.codes import RULES
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Sought, Unread

CODES: Mapping[Sought, str] = {
    Sought.ITEM: "BCB313",
    Sought.NUMBER: "BCB336",
    Sought.DECISION: "BCB335",
    Sought.UPDATE: "BCB329",
    Sought.ACTION: "BCB338",
    Sought.TASK: "BCB352",
    Sought.MARKUP: "BCB340",
    Sought.PARAGRAPH: "BCB342",
    Sought.PERSON: "BCB350",
}
"""Under which code each is told of; its name is the rule that a waiver names."""


def everything_is_read(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB313, 329, 335, 336, 338, 340, 342, 350, 352: what looks like something is read, stated or waived.

    Of a decision in a line that is no paragraph of its own, the line is told of: with that, it will be read.
    """
    for meeting in content.meetings:
        for document in meeting.documents:
            found = unread_in(document, meeting, archive)
            told = (unread for unread in found if not is_settled(unread, document))
            lines = {unread.line for unread in told if unread.sought is Sought.PARAGRAPH}
            for unread in found:
                is_told = unread.sought is Sought.DECISION and unread.line in lines
                if not (is_told or is_settled(unread, document)):
                    at = Span(document.at.path, unread.line)
                    yield Diagnostic(CODES[unread.sought], at, unread.message, unread.cure)


def unread_in(document: Document, meeting: Meeting, archive: Archive) -> tuple[Unread, ...]:
    """All that looks like something in a *document* of *meeting* and was not understood, settled or not."""
    later = archive.unread.get(meeting.id, ()) if isinstance(document, Minutes) else ()
    return (*document.body.unread, *later)


def meetings_with_unread(sought: Sought, archive: Archive) -> tuple[str, ...]:
    """The ids of the meetings whose minutes have what looks like *sought* and was not understood."""
    return tuple(
        id_
        for id_, meeting in archive.meetings.items()
        if (minutes := meeting.minutes)
        and any(
            unread.sought is sought and not is_settled(unread, minutes)
            for unread in unread_in(minutes, meeting, archive)
        )
    )


def is_settled(unread: Unread, document: Document) -> bool:
    """Whether front matter waives it, or states the decision."""
    rule = RULES[CODES[unread.sought]].name
    part = document.body.by_anchor.get(unread.anchor or "")
    if document.waives(rule, None) or (part is not None and document.waives(rule, part)):
        return True
    stated = document.stated if isinstance(document, Minutes) else None
    return unread.sought is Sought.DECISION and part is not None and stated is not None and part in stated
