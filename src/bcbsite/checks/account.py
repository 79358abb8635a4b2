"""The rule that whatever stands in a document is understood, or told of."""

from collections.abc import Iterator, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.codes import RULES
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Sought, Unread

_CODES: Mapping[Sought, str] = {Sought.DECISION: "BCB335"}
"""Under which code each is told of; its name is the rule that a waiver names."""


def everything_is_read(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB335: what looks like a decision is read as one, or stated, or waived."""
    for meeting in content.meetings:
        for document in meeting.documents:
            read_later = archive.unread.get(meeting.id, ()) if document is meeting.minutes else ()
            for unread in (*document.body.unread, *read_later):
                if not _is_settled(document, unread):
                    at = Span(document.at.path, unread.line)
                    yield Diagnostic(_CODES[unread.sought], at, unread.message, unread.cure)


def _is_settled(document: Document, unread: Unread) -> bool:
    """Whether front matter waives it, or states the decision that stands there."""
    rule = RULES[_CODES[unread.sought]].name
    part = next((part for part in document.body.parts if part.anchor == unread.anchor), None)
    if document.waives(rule, None) or (part and document.waives(rule, part)):
        return True
    stated = document.decisions if isinstance(document, Minutes) and unread.sought is Sought.DECISION else ()
    return part is not None and any(part.is_at(decided.place) for decided in stated)
