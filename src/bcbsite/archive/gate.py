"""The gate: the one place where it is decided what the public sees, and when.

Everything that is published is made from what `let_through` returns, so that nothing downstream has to ask
again, or can forget to.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bcbsite.archive.texts import texts_of_inspection, texts_of_notice
from bcbsite.diagnostics import Span
from bcbsite.model.actions import Action, ActionEvent, ActionLog
from bcbsite.model.blocks import all_prose
from bcbsite.model.body import Body, Item
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document, Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.prose import Prose
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.labels import slugify
from bcbsite.text.file_names import short_name

_ABOVE_OFFICIAL = r"OFFICIAL[\s–-]*SENSITIVE|TOP[\s-]SECRET|SECRET|NOT FOR PUBLICATION"
_IN_TEXT = re.compile(rf"\b(?:{_ABOVE_OFFICIAL})\b")
_IN_NOTE = re.compile(_IN_TEXT.pattern, re.IGNORECASE)
# In the place of a marking, those of before 2014 are markings too; elsewhere they are just words.
_AS_CLASSIFICATION = re.compile(rf"\b(?:{_ABOVE_OFFICIAL}|CONFIDENTIAL|RESTRICTED)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marking:
    """A marking that forbids publication, found in a document."""

    words: str
    at: Span


def forbidding_markings(document: Document) -> Iterator[Marking]:
    """Each marking above OFFICIAL in *document* that no waiver names the place of."""
    classified = _AS_CLASSIFICATION.search(document.classification or "")
    titled = _marking_in([Prose(document.title)]) if isinstance(document, Paper) else None
    if (found := classified or titled) and not document.waives("classification", None):
        yield Marking(found[0], document.where("classification" if classified else "title"))
    for part in document.body.parts:
        if isinstance(part, Item):
            words = _marking_in([part.title]) or _IN_NOTE.search(part.note or _bracket_of(part.title))
        else:
            words = _marking_in(all_prose(part.blocks))
        if words and not document.waives("classification", part):
            yield Marking(words[0], Span(document.at.path, part.line))


def markings_in(record: InspectionReport | DecisionNotice) -> Iterator[Marking]:
    """Each marking above OFFICIAL in the words of a report or notice; these have no waivers."""
    texts = texts_of_notice(record) if isinstance(record, DecisionNotice) else texts_of_inspection(record)
    for text in texts:
        if words := _marking_in(text.prose):
            yield Marking(words[0], text.at)


def _bracket_of(title: Prose) -> str:
    """What a title says in brackets at its end."""
    _, bracket, last = title.text.rpartition("(")
    return last if bracket else ""


def _marking_in(texts: Iterable[Prose]) -> re.Match[str] | None:
    """The first marking in *texts*; nearly every text is told by its words alone, without the pattern."""
    for prose in texts:
        text = prose.text
        marked = "SENSITIVE" in text or "SECRET" in text or "NOT FOR PUBLICATION" in text
        if marked and (match := _IN_TEXT.search(text)):
            return match
    return None


IN_THE_END = datetime.max.replace(tzinfo=UTC)
"""A moment when every embargo has ended."""

Record = Document | OrdinaryPage | InspectionReport | DecisionNotice | Action | ActionEvent
"""What can be held back."""


def is_public(record: Record, now: datetime, drafts: bool) -> bool:
    """Whether the public sees anything of *record* at *now*.

    *drafts* says whether the board publishes draft minutes; no other draft is ever public. A withheld paper
    is public, but only as the stub that `let_through` makes of it.
    """
    if record.publish_at and record.publish_at > now:
        return False
    if isinstance(record, ActionEvent):
        return not record.draft
    if record.status is Status.DRAFT and not (drafts and isinstance(record, Minutes)):
        return False
    if isinstance(record, Paper) and record.publish is Publish.WITHHELD:
        return True
    if isinstance(record, InspectionReport | DecisionNotice):
        return not any(markings_in(record))
    return not isinstance(record, Document) or not any(forbidding_markings(record))


def let_through(content: Content, now: datetime) -> Content:
    """What of *content* is public at *now*."""
    drafts = content.board.drafts
    meetings = [_public_meeting(meeting, now, drafts) for meeting in content.meetings]
    held_back = {m.id for m in content.meetings if m.minutes and not is_public(m.minutes, now, drafts)}
    actions = (
        _public_action(action, now, held_back)
        for action in content.log.actions
        if action.raised.meeting not in held_back and is_public(action, now, drafts)
    )
    return replace(
        content,
        meetings=tuple(meeting for meeting in meetings if any(meeting.documents)),
        inspections=tuple(
            _public_inspection(report, held_back)
            for report in content.inspections
            if is_public(report, now, drafts)
        ),
        decisions=tuple(notice for notice in content.decisions if is_public(notice, now, drafts)),
        pages=tuple(page for page in content.pages if is_public(page, now, drafts)),
        log=ActionLog(content.log.series, tuple(actions)),
    )


def _public_action(action: Action, now: datetime, held_back: set[str]) -> Action:
    events = (
        event
        for event in action.events
        if is_public(event, now, drafts=False) and not (event.meeting and event.meeting.meeting in held_back)
    )
    return replace(action, events=tuple(events))


def _public_inspection(report: InspectionReport, held_back: set[str]) -> InspectionReport:
    """The report without what meetings did whose minutes are not public."""
    return replace(
        report,
        considered_at=tuple(place for place in report.considered_at if place.meeting not in held_back),
        progress=tuple(step for step in report.progress if step.meeting.meeting not in held_back),
    )


def _public_meeting(meeting: Meeting, now: datetime, drafts: bool) -> Meeting:
    papers = [paper for paper in meeting.papers if is_public(paper, now, drafts)]
    agenda, minutes = meeting.agenda, meeting.minutes
    return replace(
        meeting,
        agenda=agenda if agenda and is_public(agenda, now, drafts) else None,
        minutes=minutes if minutes and is_public(minutes, now, drafts) else None,
        papers=tuple(_with_stubs(papers)),
    )


_LONGEST = 180
"""Letters of an address that is made of a title."""


def _with_stubs(papers: list[Paper]) -> Iterator[Paper]:
    """The papers, each withheld one as a stub whose address says no more than its title."""
    taken = {paper.slug for paper in papers if paper.publish is Publish.FULL}
    times: Counter[str] = Counter()  # how far the numbers after each name are known to be taken
    for paper in papers:
        if paper.publish is Publish.WITHHELD:
            wanted = short_name(slugify(paper.title), _LONGEST) or "withheld"
            slug = wanted
            while slug in taken:
                times[wanted] += 1
                slug = f"{wanted}-{times[wanted] + 1}"
            taken.add(slug)
            yield _stub(paper, slug)
        else:
            yield paper


def _stub(paper: Paper, slug: str) -> Paper:
    """Title and reason; nothing else of a withheld paper is public."""
    return Paper(
        at=paper.at,
        status=Status.FINAL,
        publish_at=None,
        classification=None,
        spans={},
        waive=(),
        body=Body(),
        slug=slug,
        title=paper.title,
        item=None,
        to=None,
        sender=None,
        date=None,
        publish=Publish.WITHHELD,
        reason=paper.reason,
        contact_officers=(),
        source_documents=(),
        attachments=(),
    )
