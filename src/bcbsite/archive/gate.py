"""The gate: the one place where it is decided what the public sees, and when.

Everything that is published is made from what `let_through` returns, so that nothing downstream has to ask
again, or can forget to.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bcbsite.archive.marked import Marked
from bcbsite.archive.withheld import WithheldPlaces, less_withheld
from bcbsite.model.actions import Action, ActionEvent, ActionLog
from bcbsite.model.arrangements import Arrangements, RecordedItem
from bcbsite.model.body import Body
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.document import Document, Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.page import OrdinaryPage
from bcbsite.model.paper import Paper, Publish
from bcbsite.model.reference import Reference
from bcbsite.model.section55 import InspectionReport
from bcbsite.read.labels import slugify
from bcbsite.text.file_names import short_name

IN_THE_END = datetime.max.replace(tzinfo=UTC)
"""A moment when every embargo has ended."""

Record = Document | Arrangements | OrdinaryPage | InspectionReport | DecisionNotice | Action | ActionEvent
"""What can be held back."""


@dataclass(frozen=True, slots=True)
class _Gate:
    """What decides, besides a record itself."""

    now: datetime
    drafts: bool
    """Whether the board publishes draft minutes; no other draft is ever public."""
    marked: Marked

    def is_open(self, record: Record) -> bool:
        """Whether the public sees anything of *record*.

        A withheld paper is public, but only as the stub that `let_through` makes of it.
        """
        if record.publish_at and record.publish_at > self.now:
            return False
        if isinstance(record, ActionEvent):
            return not record.draft
        if record.status is Status.DRAFT and not (self.drafts and isinstance(record, Minutes)):
            return False
        if "unbalanced" in getattr(record, "spans", ()):
            return False
        if isinstance(record, Paper) and record.publish is Publish.WITHHELD:
            return True
        return not self.marked.of(record)


def let_through(content: Content, now: datetime, marked: Marked) -> Content:
    """What of *content*, in which *marked* is marked, is public at *now*."""
    gate = _Gate(now, content.board.drafts, marked)
    parts = WithheldPlaces(content)
    meetings = [_public_meeting(meeting, gate, parts) for meeting in content.meetings]
    both = zip(content.meetings, meetings, strict=True)
    held_back = _HeldBack(
        parts, {meeting.id for meeting, public in both if meeting.minutes and not public.minutes}
    )
    return replace(
        content,
        meetings=tuple(meeting for meeting in meetings if any(meeting.records)),
        inspections=tuple(
            _public_inspection(report, held_back) for report in content.inspections if gate.is_open(report)
        ),
        decisions=tuple(filter(gate.is_open, content.decisions)),
        pages=tuple(filter(gate.is_open, content.pages)),
        log=ActionLog(content.log.series, tuple(_public_actions(content, gate, held_back))),
    )


class _HeldBack:
    """What references lead to that is not public: minutes, or parts of them."""

    def __init__(self, parts: WithheldPlaces, meetings: set[str]) -> None:
        """*meetings* are those whose minutes are not public."""
        self._meetings = meetings
        self._parts = parts

    def __contains__(self, reference: Reference) -> bool:
        """Whether *reference* leads there."""
        return reference.meeting in self._meetings or reference in self._parts


def _public_actions(content: Content, gate: _Gate, held_back: _HeldBack) -> Iterator[Action]:
    """The actions and events that are public, and lead to nothing that is *held_back*."""
    for action in content.log.actions:
        if action.raised not in held_back and gate.is_open(action):
            events = (
                event
                for event in filter(gate.is_open, action.events)
                if not (event.meeting and event.meeting in held_back)
            )
            yield replace(action, events=tuple(events))


def _public_inspection(report: InspectionReport, held_back: _HeldBack) -> InspectionReport:
    """The report without what meetings did whose minutes are not public."""
    return replace(
        report,
        considered_at=tuple(place for place in report.considered_at if place not in held_back),
        progress=tuple(step for step in report.progress if step.meeting not in held_back),
    )


def _public_meeting(meeting: Meeting, gate: _Gate, parts: WithheldPlaces) -> Meeting:
    agenda, minutes, arrangements = meeting.agenda, meeting.minutes, meeting.arrangements
    public = replace(
        meeting,
        agenda=less_withheld(agenda) if agenda and gate.is_open(agenda) else None,
        minutes=less_withheld(minutes) if minutes and gate.is_open(minutes) else None,
        papers=tuple(_with_stubs([paper for paper in meeting.papers if gate.is_open(paper)])),
        arrangements=arrangements if arrangements and gate.is_open(arrangements) else None,
    )
    return _with_public_times(public, parts)


def _with_public_times(meeting: Meeting, parts: WithheldPlaces) -> Meeting:
    """*meeting* with the times in its recording of those items alone that the public sees."""
    arrangements = meeting.arrangements
    if not arrangements or not arrangements.recording or not arrangements.recording.items:
        return meeting
    bodies = [document.body for document in (meeting.minutes, meeting.agenda) if document]

    def is_public(item: RecordedItem) -> bool:
        is_seen = any(body.find(item.place) for body in bodies)
        return is_seen and Reference(meeting.id, item.place, item.at) not in parts

    items = tuple(filter(is_public, arrangements.recording.items))
    if items == arrangements.recording.items:
        return meeting
    recording = replace(arrangements.recording, items=items)
    return replace(meeting, arrangements=replace(arrangements, recording=recording))


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
            yield less_withheld(paper)


def _stub(paper: Paper, slug: str) -> Paper:
    """Title and reason; nothing else of a withheld paper is public."""
    return Paper(
        at=paper.at,
        status=Status.FINAL,
        publish_at=None,
        classification=None,
        spans={},
        waive=(),
        withhold=(),
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
