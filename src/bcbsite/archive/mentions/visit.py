"""Every text of the records in which mentions are looked for, with the place that it has on the site."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from bcbsite.archive.addresses import (
    action_address,
    agenda_address,
    decision_address,
    inspection_address,
    minutes_address,
    paper_address,
)
from bcbsite.archive.mentions.source import Source
from bcbsite.diagnostics import Span
from bcbsite.kept import kept
from bcbsite.model.actions import Action, ActionEvent, ActionLog
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Block, all_prose, map_prose, plain_text
from bcbsite.model.body import Item, Part
from bcbsite.model.content import Content
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.key import Key, RecordKind, paper_key
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.paper import Paper
from bcbsite.model.prose import Prose
from bcbsite.model.reference import day_of
from bcbsite.model.section55 import Finding, InspectionReport, Section

Visit = Callable[[Prose, Source], Prose]
D = TypeVar("D", Minutes, Agenda, Paper)


class Each(Protocol):
    """Is given every record, with the function that visits its texts and what that takes besides."""

    def __call__(self, visiting: Callable[..., Any], record: Any, *about: object) -> Any:
        """*record*, or another one in its place."""


def prose_of_part(part: Part) -> Iterator[Prose]:
    """The texts of an item or a passage."""
    return iter((part.title,)) if isinstance(part, Item) else all_prose(part.blocks)


def prose_of_other(record: Action | InspectionReport | DecisionNotice) -> Iterator[Prose]:
    """The texts of a record that is no document of a meeting."""
    match record:
        case Action():
            yield from all_prose(record.action)
            for event in record.events:
                yield from all_prose(event.update)
        case InspectionReport():
            for section in record.sections:
                yield from all_prose(section.blocks)
            for finding in record.findings:
                yield from all_prose((*finding.text, *finding.chief_constable, *finding.commissioner))
            for step in record.progress:
                yield from all_prose(step.what)
        case DecisionNotice():
            yield from all_prose(record.blocks)


def visit_records(content: Content, each: Each) -> Content:
    """*content* with the records that *each* gives in the place of those that have texts."""
    return replace(
        content,
        meetings=tuple(_meeting(meeting, each) for meeting in content.meetings),
        log=_log(content.log, tuple(each(visit_action, action) for action in content.log.actions)),
        inspections=tuple(each(visit_inspection, report) for report in content.inspections),
        decisions=tuple(each(visit_notice, notice) for notice in content.decisions),
    )


@kept
def _log(log: ActionLog, actions: tuple[Action, ...]) -> ActionLog:
    return replace(log, actions=actions)


def _meeting(meeting: Meeting, each: Each) -> Meeting:
    day, id_ = meeting.day, meeting.id

    def changed(document: D, record: Key, address: str, title: str = "") -> D:
        new: D = each(visit_document, document, Source(title, record, address, document.at, day, id_))
        return new

    agenda, minutes = meeting.agenda, meeting.minutes
    return _with_documents(
        meeting,
        changed(agenda, Key(RecordKind.AGENDA, id_), agenda_address(id_)) if agenda else None,
        changed(minutes, Key(RecordKind.MINUTES, id_), minutes_address(id_)) if minutes else None,
        tuple(
            changed(paper, paper_key(id_, paper.file_name), paper_address(id_, paper.slug), paper.title)
            for paper in meeting.papers
        ),
    )


@kept
def _with_documents(
    meeting: Meeting, agenda: Agenda | None, minutes: Minutes | None, papers: tuple[Paper, ...]
) -> Meeting:
    return replace(meeting, agenda=agenda, minutes=minutes, papers=papers)


def visit_document(document: D, visit: Visit, parts: tuple[Part, ...], source: Source) -> D:
    """*document* with texts as *visit* gives them back; only *parts* of it are visited.

    Most parts say nothing of other records, and there are many.
    """
    wanted = set(map(id, parts))
    parts = tuple(_parts(document, source, visit, wanted))
    same = all(new is old for new, old in zip(parts, document.body.parts, strict=True))
    return document if same else replace(document, body=replace(document.body, parts=parts))


def _parts(document: D, source: Source, visit: Visit, wanted: Container[int]) -> Iterator[Part]:
    label = None
    for part in document.body.parts:
        is_item = isinstance(part, Item)
        label = part.label or (None if is_item else label)
        if id(part) not in wanted:
            yield part
            continue
        place = replace(
            source,
            address=f"{source.address}#{part.anchor}",
            at=Span(document.at.path, part.line),
            label=label,
            heading=is_item,
            passage=part.anchor,
        )
        if isinstance(part, Item):
            title = visit(part.title, place)
            yield part if title is part.title else replace(part, title=title)
        else:
            blocks = _blocks(part.blocks, place, visit)
            yield part if blocks is part.blocks else replace(part, blocks=blocks)


def _blocks(blocks: tuple[Block, ...], source: Source, visit: Visit) -> tuple[Block, ...]:
    return map_prose(blocks, lambda prose: visit(prose, source))


def visit_action(action: Action, visit: Visit) -> Action:
    """*action* with texts as *visit* gives them back."""
    address = action_address(action.id)
    title = f"Action {action.number}" if action.number else action.title or plain_text(action.action)[:60]
    raised = action.raised.meeting
    source = Source(title, action.key, address, action.at, day_of(raised), raised)
    events = tuple(
        _event(event, replace(source, address=f"{address}#event-{n}"), visit)
        for n, event in enumerate(action.events, 1)
    )
    return replace(action, action=_blocks(action.action, source, visit), events=events)


def _event(event: ActionEvent, source: Source, visit: Visit) -> ActionEvent:
    meeting = event.meeting.meeting if event.meeting else None
    day = (event.on.day if event.on else None) or (day_of(meeting) if meeting else None)
    place = replace(source, day=day or source.day, meeting=meeting, at=event.at)
    return replace(event, update=_blocks(event.update, place, visit))


def visit_inspection(report: InspectionReport, visit: Visit) -> InspectionReport:
    """*report* with texts as *visit* gives them back."""
    address = inspection_address(report.slug)
    source = Source(report.report, report.key, address, report.at, report.published)
    sections = tuple(
        replace(s, blocks=_blocks(s.blocks, replace(source, address=address + _place_of(s)), visit))
        for s in report.sections
    )
    findings = tuple(
        _finding(f, replace(source, address=f"{address}#{f.anchor}"), visit) for f in report.findings
    )
    progress = tuple(
        replace(step, what=_blocks(step.what, replace(source, address=f"{address}#progress"), visit))
        for step in report.progress
    )
    return replace(report, sections=sections, findings=findings, progress=progress)


def _place_of(section: Section) -> str:
    return f"#{section.anchor}" if section.title else ""  # one without a title has no heading to lead to


def _finding(finding: Finding, source: Source, visit: Visit) -> Finding:
    return replace(
        finding,
        text=_blocks(finding.text, source, visit),
        chief_constable=_blocks(finding.chief_constable, source, visit),
        commissioner=_blocks(finding.commissioner, source, visit),
    )


def visit_notice(notice: DecisionNotice, visit: Visit) -> DecisionNotice:
    """*notice* with texts as *visit* gives them back."""
    source = Source(
        notice.title,
        notice.key,
        decision_address(notice.reference),
        notice.at,
        notice.date,
        notice.meeting.meeting if notice.meeting else None,
    )
    return replace(notice, blocks=_blocks(notice.blocks, source, visit))
