"""The entries of inspection reports: the report, its response, and each step of progress."""

from collections.abc import Iterator
from datetime import datetime

from bcbsite.archive.addresses import inspection_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import last_day_of
from bcbsite.exports.dates import Dates, When
from bcbsite.exports.feeds.entry import Entry, drafted, fact, placed, strong
from bcbsite.model.blocks import Block
from bcbsite.model.reference import day_of
from bcbsite.model.section55 import InspectionReport, Progress
from bcbsite.pages.words import day_in_words
from bcbsite.registers.meetings import is_draft
from bcbsite.registers.table import numbered


def inspection_entries(archive: Archive) -> Iterator[Entry]:
    """The entries of all reports; a report or a response without a day has none."""
    dates = Dates(archive)
    for report in archive.inspections:
        address = inspection_address(report.slug)
        if when := dates.of_report(report):
            yield Entry(address, address, report.report, tuple(_about(report)), when, address)
        response = report.response.published if report.response else None
        if response and response.day:
            yield _response(report, address, _not_before(when, dates.at(response.day)))
        keys = numbered(f"{address}#{step.meeting.meeting}" for step in report.progress)
        for number, (key, step) in enumerate(zip(keys, report.progress, strict=True), 1):
            draft = is_draft(archive.meetings.get(step.meeting.meeting))
            told = dates.of_minutes(step.meeting.meeting, report.publish_at)
            yield _step(report, step, key, f"{address}#progress-{number}", when=told, draft=draft)


def _not_before(when: When | None, moment: datetime) -> When:
    """*moment*, or *when* where that is later: nothing is older than its embargo."""
    return When(moment, moment) if when is None or when.published < moment else when


def _response(report: InspectionReport, address: str, when: When) -> Entry:
    blocks = tuple(block for section in report.sections for block in section.blocks)
    title = f"Response to the report “{report.report}”"
    return Entry(f"{address}#response", address, title, blocks, when, address)


def _step(
    report: InspectionReport, step: Progress, key: str, address: str, *, when: When, draft: bool
) -> Entry:
    day = day_in_words(day_of(step.meeting.meeting))
    about = f"{report.report}, {step.finding}" if step.finding else report.report
    blocks = (*step.what, *placed("Reported at", step.meeting))
    title = drafted(f"Progress on {about} ({day})", draft)
    return Entry(key, address, title, blocks, when, address.partition("#")[0])


def _about(report: InspectionReport) -> Iterator[Block]:
    last_day = last_day_of(report)
    yield from fact("Inspectorate", report.inspectorate)
    yield from fact("Published", day_in_words(report.published) if report.published else None)
    yield from fact("Last day to respond", day_in_words(last_day) if last_day else None)
    yield from fact("Report", report.url, report.url or "")
    for finding in report.findings:
        yield strong(finding.name.capitalize())
        yield from finding.text
