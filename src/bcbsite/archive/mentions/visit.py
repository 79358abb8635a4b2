"""Every text of the records in which mentions are looked for, with the place that it has on the site."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from typing import TypeVar

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
from bcbsite.model.actions import Action, ActionEvent
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


def prose_of_part(part: Part) -> Iterator[Prose]:
    """The texts of an item or a passage."""
    return iter((part.title,)) if isinstance(part, Item) else all_prose(part.blocks)


def prose_of_others(content: Content) -> Iterator[Prose]:
    """The texts of all records but the meetings' documents."""
    for action in content.log.actions:
        yield from all_prose(action.action)
        for event in action.events:
            yield from all_prose(event.update)
    for report in content.inspections:
        for section in report.sections:
            yield from all_prose(section.blocks)
        for finding in report.findings:
            yield from all_prose((*finding.text, *finding.chief_constable, *finding.commissioner))
        for step in report.progress:
            yield from all_prose(step.what)
    for notice in content.decisions:
        yield from all_prose(notice.blocks)


def visit_prose(content: Content, visit: Visit, wanted: Container[int]) -> Content:
    """*content* with texts as *visit* gives them back.

    Of the meetings' documents, only the parts whose identities are in *wanted* are visited: most say nothing
    of other records, and there are many.
    """
    return replace(
        content,
        meetings=tuple(_meeting(meeting, visit, wanted) for meeting in content.meetings),
        log=replace(content.log, actions=tuple(_action(action, visit) for action in content.log.actions)),
        inspections=tuple(_inspection(report, visit) for report in content.inspections),
        decisions=tuple(_notice(notice, visit) for notice in content.decisions),
    )


def _meeting(meeting: Meeting, visit: Visit, wanted: Container[int]) -> Meeting:
    day, id_ = meeting.day, meeting.id

    def changed(document: D, record: Key, address: str, title: str = "") -> D:
        return _document(document, Source(title, record, address, document.at, day, id_), visit, wanted)

    agenda, minutes = meeting.agenda, meeting.minutes
    return replace(
        meeting,
        agenda=changed(agenda, Key(RecordKind.AGENDA, id_), agenda_address(id_)) if agenda else None,
        minutes=changed(minutes, Key(RecordKind.MINUTES, id_), minutes_address(id_)) if minutes else None,
        papers=tuple(
            changed(paper, paper_key(id_, paper.file_name), paper_address(id_, paper.slug), paper.title)
            for paper in meeting.papers
        ),
    )


def _document(document: D, source: Source, visit: Visit, wanted: Container[int]) -> D:
    if not any(id(part) in wanted for part in document.body.parts):
        return document
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


def _action(action: Action, visit: Visit) -> Action:
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


def _inspection(report: InspectionReport, visit: Visit) -> InspectionReport:
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


def _notice(notice: DecisionNotice, visit: Visit) -> DecisionNotice:
    source = Source(
        notice.title,
        notice.key,
        decision_address(notice.reference),
        notice.at,
        notice.date,
        notice.meeting.meeting if notice.meeting else None,
    )
    return replace(notice, blocks=_blocks(notice.blocks, source, visit))
