"""Rules about the items of a document: headings that are none, and documents without any."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import ListBlock, ListEntry, Paragraph
from bcbsite.model.body import Passage
from bcbsite.model.content import Content
from bcbsite.model.document import Status
from bcbsite.model.minutes import Minutes
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.read.labels import take_label

# With an ordinary space after the dot it would be a list: here is none, or one that Word made.
_NUMBER = re.compile(r"(?P<number>[1-9]\d?)(?:\.|(?P<bare>(?:\.0)?(?=\s)))\s*(?P<title>[^\W\d].*)")
_LONGEST = 120
"""Of a title; what is longer is a paragraph."""


def headings_are_written_as_such(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB313: no paragraph has the number of an item before it, and nothing but a title."""
    for meeting in content.meetings:
        for document in meeting.documents:
            passages = list(document.body.passages)
            for passage, after in zip_longest(passages, passages[1:]):
                if title := _title(passage) or _title_in_list(passage, after):
                    message = f"“{title}” is a paragraph and no item."
                    hint = f"If it is an item, write “## {title}”, with an empty line after it."
                    yield Diagnostic("BCB313", Span(document.at.path, passage.line), message, hint)


def _title(passage: Passage) -> str | None:
    """Number and title, where *passage* looks like an item."""
    first = passage.blocks[0] if passage.blocks else None
    if not isinstance(first, Paragraph) or not first.prose.text:
        return None
    words = first.prose.text
    bold = _is_bold(first.prose)
    if passage.label:
        return f"{passage.label} {words}" if bold and passage.label.endswith(".0") else None
    found = _NUMBER.fullmatch(words)
    if not found or len(words) > _LONGEST or (found["bare"] is not None and not bold):
        return None
    return f"{found['number']}. {found['title']}"


def _title_in_list(passage: Passage, after: Passage | None) -> str | None:
    """Number and title, where *passage* is a numbered list and 2.1 comes after its 2."""
    match passage.blocks:
        case (
            ListBlock(ordered=True, entries=(*_, ListEntry(blocks=(Paragraph(prose=prose),), number=number))),
        ):
            title, *lines = prose.text.split("\n")
            first = f"{(number or '')[:-1]}.1"
            if (after and after.label == first) or (lines and take_label(Prose(lines[0]))[0] == first):
                return f"{number} {title}"
    return None


def _is_bold(prose: Prose) -> bool:
    """Whether all of *prose* is bold."""
    return any(m.kind is MarkKind.STRONG and m.end - m.start == len(prose.text) for m in prose.marks)


def documents_have_items(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB315: minutes and agendas have an item, or at least a numbered paragraph; drafts need none yet."""
    for meeting in content.meetings:
        for document in (meeting.agenda, meeting.minutes):
            if document is None or document.status is Status.DRAFT:
                continue
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
