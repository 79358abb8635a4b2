"""The rule about what is marked as not for the public."""

from collections.abc import Iterable, Iterator
from itertools import chain

from bcbsite.archive.marked import Markable, Marked
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.actions import Action
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Status
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.section55 import InspectionReport


def nothing_marked_is_published(content: Content, marked: Marked) -> Iterator[Diagnostic]:
    """BCB501: nothing that is to be published in full is marked as not for the public."""
    for marking in chain(*map(marked.of, shown(content)), marked.shared):
        yield Diagnostic("BCB501", marking.at, marking.message, marking.hint)


def shown(content: Content) -> Iterator[Markable]:
    """What is public now, or will be when its embargo ends, with its text."""
    for meeting in content.meetings:
        for record in meeting.records:
            withheld = isinstance(record, Paper) and record.publish is Publish.WITHHELD
            is_shown_draft = content.board.drafts and isinstance(record, Minutes)
            if not withheld and (record.status is not Status.DRAFT or is_shown_draft):
                yield record
    others: Iterable[InspectionReport | DecisionNotice | OrdinaryPage | Action] = chain(
        content.inspections, content.decisions, content.pages, content.log.actions
    )
    yield from (record for record in others if record.status is not Status.DRAFT)
