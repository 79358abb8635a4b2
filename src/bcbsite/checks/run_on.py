"""The rule about lines that went into the paragraph before them."""

import re
from collections.abc import Iterator, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.kept import kept
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Paragraph, Role, every_block
from bcbsite.model.body import Item, Passage
from bcbsite.model.content import Content
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.prose import Prose
from bcbsite.read.labels import AGENDA_ROLES, MINUTES_ROLES, follows, take_label, with_role

# The words before a number that speak of it, as in “paragraph↵2.3 The budget has it”.
_SPEAKS_OF = re.compile(
    r"(?:\b(?:paragraphs?|paras?|sections?|items?|points?|parts?|see|and|or|to|in|of|at|by|from|than|is|was)|[,(–£-])$",
    re.IGNORECASE,
)
_LINE_END = re.compile("[\n\v\f\x85\u2028\u2029]")
_HEADING = re.compile(r"#{2,6}\s.{1,60}")
_WORDS = re.compile(r"[^a-z%]")


def nothing_runs_on(content: Content, archive: Archive) -> Iterator[Diagnostic]:
    """BCB314: no line within a paragraph has the next number, or a word that marks a paragraph, before it."""
    for meeting in content.meetings:
        for document in meeting.documents:
            read = _lines_read(archive, meeting.id) if document is meeting.minutes else ()
            yield from (one for one in _in_document(document) if one.span.line not in read)


@kept
def _in_document(document: Document) -> tuple[Diagnostic, ...]:
    return tuple(_found_in(document)) if not document.waives("run-on", None) else ()


def _found_in(document: Document) -> Iterator[Diagnostic]:
    """Each such line of *document*, be it read as an action or not."""
    roles, before = _roles(document), None
    for part in document.body.parts:
        before = part.label or (None if isinstance(part, Item) else before)
        if isinstance(part, Passage) and not document.waives("run-on", part):
            for line, words in _lines_that_run_on(part, before, roles):
                message = f"“{words}” is read as words of the paragraph before it."
                yield Diagnostic("BCB314", Span(document.at.path, line), message)


def _lines_read(archive: Archive, meeting: str) -> set[int]:
    """The lines at which an action of the minutes was read: one may stand at the end of a paragraph."""
    return {raised.line for raised in archive.raised.of.get(meeting, ())}


def _roles(document: object) -> Mapping[str, Role]:
    if isinstance(document, Minutes):
        return MINUTES_ROLES
    return AGENDA_ROLES if isinstance(document, Agenda) else {}


def _lines_that_run_on(
    passage: Passage, before: str | None, roles: Mapping[str, Role]
) -> Iterator[tuple[int, str]]:
    """The place and beginning of each line; *before* is the last number that was printed."""
    for block in every_block(passage.blocks):
        if not isinstance(block, Paragraph) or not _LINE_END.search(block.prose.text):
            continue
        (_, above), *lines = _lines_of(block)
        for number, line in lines:
            if found := _HEADING.match(line):
                yield number, found[0]
            label, words = take_label(Prose(line))
            if label and before and follows(label, before) and _begins(words.text, above):
                before = label
                yield number, label
            elif ":" in line:
                labelled = with_role(Paragraph(Prose(line), number), roles)
                if labelled.role:
                    yield number, line[: labelled.lead].strip()
            above = line


def _lines_of(paragraph: Paragraph) -> list[tuple[int, str]]:
    """Each line that a reader sees, with its number in the file; a line end of Word makes none there."""
    lines = enumerate(paragraph.prose.text.split("\n"), paragraph.line)
    return [(number, seen) for number, line in lines for seen in line.splitlines() or [""]]


def _begins(words: str, above: str) -> bool:
    """Whether *words* after a number begin a paragraph, which the line *above* does not lead to."""
    return _WORDS.match(words) is not None and not _SPEAKS_OF.search(above.rstrip())
