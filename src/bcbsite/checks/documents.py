"""Rules about one document at a time."""

from collections.abc import Iterator
from datetime import timedelta

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.content import Content


def dates_match_folders(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB301: minutes and agendas are dated as their folder is named."""
    for meeting in content.meetings:
        for document in (meeting.agenda, meeting.minutes):
            if document and document.date and document.date != meeting.day:
                message = f"The date here is {document.date}, but the folder is {meeting.id}."
                yield Diagnostic("BCB301", document.where("date"), message)


def no_repeated_labels(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB302: a number is printed once in a document."""
    for meeting in content.meetings:
        for document in meeting.documents:
            everywhere = document.waives("repeated-label", None)
            seen: dict[str, int] = {}
            for passage in document.body.passages:
                if passage.label in seen and not (everywhere or document.waives("repeated-label", passage)):
                    first = seen[passage.label]
                    message = f"Paragraph {passage.label} is printed twice; the first is on line {first}."
                    yield Diagnostic("BCB302", Span(document.at.path, passage.line), message)
                elif passage.label and passage.label not in seen:
                    seen[passage.label] = passage.line


def no_repeated_items(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB302: an item's number is printed once among those that it stands beside."""
    for meeting in content.meetings:
        for document in meeting.documents:
            everywhere = document.waives("repeated-label", None)
            seen: dict[tuple[str | None, str], int] = {}
            for item in document.body.items:
                first = seen.setdefault((item.parent, item.label or ""), item.line)
                is_waived = everywhere or document.waives("repeated-label", item)
                if item.label and first != item.line and not is_waived:
                    message = f"Item {item.label} is printed twice; the first is on line {first}."
                    yield Diagnostic("BCB302", Span(document.at.path, item.line), message)


def no_repeated_findings(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB302: a report has one finding of each number and kind."""
    for report in content.inspections:
        seen: dict[tuple[str, int], int] = {}
        for finding in report.findings:
            first = seen.setdefault((finding.kind, finding.number), finding.line)
            if first != finding.line:
                name = f"{finding.kind.capitalize()} {finding.number}"
                message = f"{name} stands here again; the first is on line {first}."
                yield Diagnostic("BCB302", Span(report.at.path, finding.line), message)


def no_skipped_labels(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB305: numbers that follow one another in a document leave none out."""
    for meeting in content.meetings:
        for document in meeting.documents:
            if document.waives("skipped-label", None):
                continue
            before: tuple[str, int] | None = None
            for passage in document.body.passages:
                outer, _dot, last = (passage.label or "").rpartition(".")
                if not last.isdigit():
                    continue
                number = int(last)
                if before and before[0] == outer and number > before[1] + 1:
                    message = f"There is no {outer}.{before[1] + 1} before paragraph {passage.label}."
                    if not document.waives("skipped-label", passage):
                        yield Diagnostic("BCB305", Span(document.at.path, passage.line), message)
                before = (outer, number)


FAR = timedelta(days=180)
"""A paper is written some weeks before its meeting; half a year away, its date is mistyped or odd."""


def papers_are_dated_near_their_meetings(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB306: a paper's date lies within half a year of its meeting's."""
    for meeting in content.meetings:
        for paper in meeting.papers:
            if paper.date and paper.date.day and abs(paper.date.day - meeting.day) > FAR:
                message = f"This paper is dated {paper.date}, but its meeting is {meeting.id}."
                yield Diagnostic("BCB306", paper.date.at, message)
