"""The rule about documents without items."""

from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import ListBlock, Paragraph
from bcbsite.model.body import Passage
from bcbsite.model.content import Content
from bcbsite.model.document import Status
from bcbsite.model.minutes import Minutes


def documents_have_items(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB315: minutes and agendas have an item, or at least a numbered paragraph; drafts need none yet.

    Nor does the agenda of a meeting to come: with its day, time and place it announces the meeting.
    """
    for meeting in content.meetings:
        for document in (meeting.agenda, meeting.minutes):
            if document is None or document.status is Status.DRAFT:
                continue
            if not document.body.parts and document is meeting.agenda and meeting.day <= archive.as_at:
                yield Diagnostic("BCB315", document.at, "This agenda has no text, and the meeting was held.")
            passages = list(document.body.passages)
            if passages and not any(document.body.items) and not any(p.label for p in passages):
                yield _without_items(document, passages)


def _without_items(document: Agenda | Minutes, passages: list[Passage]) -> Diagnostic:
    at = Span(document.at.path, passages[0].line)
    hint = ""
    for passage in passages:
        match passage.blocks:
            case (ListBlock(ordered=True, entries=entries), *_) if entries[0].blocks:
                first = entries[0].blocks[0]
                at = Span(document.at.path, passage.line)
                if isinstance(first, Paragraph):
                    title = first.prose.text.split("\n")[0]
                    hint = f"Write each item as a heading: “## {entries[0].number} {title}”."
                break
    message = "This agenda has no items." if isinstance(document, Agenda) else "These minutes have no items."
    return Diagnostic("BCB315", at, message, hint)
