"""The rule that whatever stands in a document is understood, or told of."""

from collections.abc import Iterable, Iterator, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.codes import RULES
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.body import NamedPlaces
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Sought, Unread

_CODES: Mapping[Sought, str] = {
    Sought.ITEM: "BCB313",
    Sought.NUMBER: "BCB336",
    Sought.DECISION: "BCB335",
    Sought.UPDATE: "BCB329",
    Sought.ACTION: "BCB338",
    Sought.MARKUP: "BCB340",
    Sought.PARAGRAPH: "BCB342",
}
"""Under which code each is told of; its name is the rule that a waiver names."""


def everything_is_read(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB313, 329, 335, 336, 338, 340, 342: what looks like something is read as it, or stated, or waived."""
    for meeting in content.meetings:
        for document in meeting.documents:
            read_later = archive.unread.get(meeting.id, ()) if document is meeting.minutes else ()
            yield from _unread_in(document, (*document.body.unread, *read_later))


def _unread_in(document: Document, found: Iterable[Unread]) -> Iterator[Diagnostic]:
    """What of *found* front matter does not waive, and no decision that it states settles."""
    decisions = document.decisions if isinstance(document, Minutes) else ()
    stated = NamedPlaces(decided.place for decided in decisions)
    for unread in found:
        code = _CODES[unread.sought]
        rule = RULES[code].name
        part = document.body.by_anchor.get(unread.anchor or "")
        waived = document.waives(rule, None) or (part is not None and document.waives(rule, part))
        settled = unread.sought is Sought.DECISION and part is not None and part in stated
        if not (waived or settled):
            yield Diagnostic(code, Span(document.at.path, unread.line), unread.message, unread.cure)
