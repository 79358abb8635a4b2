"""The rule about what `bcbsite new` left for the writer to complete."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.kept import kept
from bcbsite.model.actions import Action
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Block, Heading, Paragraph, every_block
from bcbsite.model.body import Item
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Status
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.section55 import InspectionReport

_DOTS = ("…", "...", "….")
# “The Treasurer …”, “The minutes were … as a correct record.”; a quotation can have “ … ” in it
_TO_COMPLETE = re.compile(r"\s…$|\bwere … as\b")

Record = Agenda | Minutes | Paper | InspectionReport | DecisionNotice | OrdinaryPage | Action
Places = Iterable[tuple[int, str]]
"""Lines, with the words there."""


def nothing_is_left_open(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB319: in what is no draft, no paragraph or title is only “…”, or has it for words to come."""
    documents = [document for meeting in content.meetings for document in meeting.documents]
    records: list[Record] = [*documents, *content.inspections, *content.decisions, *content.pages]
    for record in records:
        withheld = isinstance(record, Paper) and record.publish is Publish.WITHHELD
        if record.status is not Status.DRAFT and not withheld:
            yield from _in_record(record)
    for action in content.log.actions:
        if action.status is not Status.DRAFT:
            yield from _in_record(action)


@kept
def _in_record(record: Record) -> tuple[Diagnostic, ...]:
    return tuple(_left_open(record.at.path, _places(record)))


def _left_open(path: str, places: Places) -> Iterator[Diagnostic]:
    for line, words in places:
        text = words.strip()
        if text in _DOTS:
            yield Diagnostic("BCB319", Span(path, line), f"“{text}” would be read as the text here.")
        elif _TO_COMPLETE.search(text):
            message = f"“{text[:60]}” has a “…” where words are still to come."
            yield Diagnostic("BCB319", Span(path, line), message)


def _places(record: Record) -> Places:
    match record:
        case InspectionReport():
            yield from _of_report(record)
        case DecisionNotice() | OrdinaryPage():
            yield from _of_blocks(record.blocks)
        case Action():
            updates = [block for event in record.events for block in event.update]
            yield from _of_blocks([*record.action, *updates])
        case _:
            for part in record.body.parts:
                if isinstance(part, Item):
                    yield part.line, part.title.text
                else:
                    yield from _of_blocks(part.blocks)


def _of_report(report: InspectionReport) -> Places:
    for section in report.sections:
        yield from _of_blocks(section.blocks)
    for finding in report.findings:
        yield from _of_blocks((*finding.text, *finding.chief_constable, *finding.commissioner))
        for words in (finding.addressed_to, finding.deadline, finding.status):
            yield finding.line, words or ""


def _of_blocks(blocks: Sequence[Block]) -> Places:
    for block in every_block(blocks):
        if isinstance(block, Paragraph):
            yield block.line, block.body.text
        elif isinstance(block, Heading):
            yield block.line, block.prose.text
