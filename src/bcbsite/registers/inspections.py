"""Inspection reports with the responses, their findings, and what meetings were told of them."""

from collections.abc import Iterator

from bcbsite.archive.addresses import inspection_address, meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import last_day_to_respond
from bcbsite.model.blocks import plain_text
from bcbsite.model.section55 import Done, InspectionReport, SectionKind
from bcbsite.registers.table import Cell, Column, Kind, Register, Row, an_id


def _inspections(archive: Archive) -> Iterator[Row]:
    slugs = {report.slug for report in archive.inspections}
    for report in archive.inspections:
        response = report.response
        considered = (archive.places.find(place) for place in report.considered_at)
        yield (
            inspection_address(report.slug),
            report.report,
            report.inspectorate,
            report.published,
            report.scope,
            report.url,
            inspection_address(report.covered_by) if report.covered_by in slugs else None,
            last_day_to_respond(report.published),
            *_done(response.published if response else None, response is not None),
            response.url if response else None,
            *_done(response.sent_to_home_secretary if response else None, response is not None),
            *_done(response.sent_to_inspectorate if response else None, response is not None),
            report.chief_constable.invited,
            report.chief_constable.comments_by,
            report.chief_constable.received,
            tuple(place.address for place in considered if place),
            *(_section(report, kind) for kind in (*SectionKind, None)),
        )


def _done(done: Done | None, tracked: bool) -> tuple[Cell, Cell]:
    """Whether it was done, where the file keeps track of that, and the day."""
    return (done is not None if tracked else None), (done.day if done else None)


def _section(report: InspectionReport, kind: SectionKind | None) -> str | None:
    found = [plain_text(section.blocks) for section in report.sections if section.kind is kind]
    return "\n".join(found) or None


INSPECTIONS = Register(
    "inspections",
    "Inspections",
    "Reports of the inspectors of constabulary, and the responses under Section 55 of the Police Act 1996.",
    (
        an_id("the report’s page"),
        Column("title", Kind.TEXT, "of the report", required=True),
        Column("inspectorate", Kind.TEXT, "whose report it is"),
        Column("published", Kind.DATE, "the day of the report, where it is known"),
        Column("scope", Kind.TEXT, "`national` or `force`"),
        Column("url", Kind.WEB, "where the report lies"),
        Column("covered_by", Kind.ADDRESS, "the report that is answered in its place", of="inspections"),
        Column(
            "last_day", Kind.DATE, "the last day for the response: day 56, of which the first is the report’s"
        ),
        Column("responded", Kind.YES_NO, "whether a response is on record; none where no track is kept"),
        Column("responded_on", Kind.DATE, "the day of the response, where it is known"),
        Column("response_url", Kind.WEB, "where the response lies"),
        Column("sent_to_home_secretary", Kind.YES_NO, "whether a copy was sent to the Home Secretary"),
        Column("sent_to_home_secretary_on", Kind.DATE, "the day of that, where it is known"),
        Column("sent_to_inspectorate", Kind.YES_NO, "whether a copy was sent to the inspectorate"),
        Column("sent_to_inspectorate_on", Kind.DATE, "the day of that, where it is known"),
        Column("chief_constable_invited", Kind.DATE, "the day the chief constable was asked to comment"),
        Column("comments_by", Kind.DATE, "the day by which comments were asked for"),
        Column("comments_received", Kind.DATE, "the day they came"),
        Column("considered_at", Kind.ADDRESS, "the places where meetings considered it", several=True),
        Column("commissioner", Kind.TEXT, "the commissioner’s comments on the whole report"),
        Column("chief_constable", Kind.TEXT, "the chief constable’s comments on the whole report"),
        Column("response", Kind.TEXT, "the commissioner’s response to the chief constable"),
        Column("text", Kind.TEXT, "what else is said of the whole report"),
    ),
    _inspections,
)


def _findings(archive: Archive) -> Iterator[Row]:
    for report in archive.inspections:
        address = inspection_address(report.slug)
        for finding in report.findings:
            yield (
                f"{address}#{finding.anchor}",
                address,
                finding.kind,
                finding.number,
                plain_text(finding.text),
                finding.addressed_to,
                finding.deadline,
                plain_text(finding.chief_constable) or None,
                plain_text(finding.commissioner) or None,
                finding.status,
            )


FINDINGS = Register(
    "findings",
    "Findings",
    "The recommendations, areas for improvement and causes of concern of the inspections, with the answers.",
    (
        an_id("the finding’s place on the report’s page"),
        Column("inspection", Kind.ADDRESS, "the report", required=True, of="inspections"),
        Column(
            "kind", Kind.TEXT, "`recommendation`, `area for improvement` or `cause of concern`", required=True
        ),
        Column("number", Kind.NUMBER, "as printed, else its place among those of its kind", required=True),
        Column("text", Kind.TEXT, "the inspectors’ words"),
        Column("addressed_to", Kind.TEXT, "whom it is addressed to"),
        Column("deadline", Kind.TEXT, "as printed"),
        Column("chief_constable", Kind.TEXT, "the chief constable’s answer"),
        Column("commissioner", Kind.TEXT, "the commissioner’s answer"),
        Column("status", Kind.TEXT, "as written"),
    ),
    _findings,
)


def _progress(archive: Archive) -> Iterator[Row]:
    for report in archive.inspections:
        address = inspection_address(report.slug)
        findings = {f"{f.kind} {f.number}": f"{address}#{f.anchor}" for f in report.findings}
        for number, step in enumerate(report.progress, 1):
            place = archive.places.find(step.meeting)
            yield (
                f"{address}#progress-{number}",
                address,
                findings.get((step.finding or "").casefold()),
                step.finding,
                meeting_address(step.meeting.meeting),
                place.address if place else None,
                plain_text(step.what),
            )


PROGRESS = Register(
    "progress",
    "Progress on inspections",
    "What meetings were told of a report or of one of its findings.",
    (
        an_id("its place on the report’s page"),
        Column("inspection", Kind.ADDRESS, "the report", required=True, of="inspections"),
        Column("finding", Kind.ADDRESS, "the finding, where it is about one", of="findings"),
        Column("printed_finding", Kind.TEXT, "the finding, as written"),
        Column("meeting", Kind.ADDRESS, "the meeting that was told", required=True, of="meetings"),
        Column("reported_at", Kind.ADDRESS, "the place in that meeting’s record, or the meeting"),
        Column("text", Kind.TEXT, "what it was told"),
    ),
    _progress,
)
