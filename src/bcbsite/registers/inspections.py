"""Inspection reports with the responses, their findings, and what meetings were told of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.addresses import inspection_address, meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import last_day_of
from bcbsite.archive.duty import duty_of
from bcbsite.archive.places import Destination
from bcbsite.model.blocks import plain_text
from bcbsite.model.section55 import Done, Finding, InspectionReport, Progress, Response, SectionKind
from bcbsite.registers.table import Column, Kind, Register, an_id


@dataclass(frozen=True, slots=True)
class _Inspection:
    report: InspectionReport
    covered_by: str | None
    """The address of the report that is answered in its place, where that is public."""
    considered_at: tuple[str, ...]
    """The addresses of the places where meetings considered it."""

    @property
    def response(self) -> Response | None:
        return self.report.response

    @property
    def last_day(self) -> date | None:
        return last_day_of(self.report)

    def was(self, done: Done | None) -> bool | None:
        """Whether something was done, or None where the file keeps no track of that."""
        return None if self.response is None else done is not None

    def text(self, kind: SectionKind | None) -> str | None:
        """The words of the sections of that kind, or None where there are none."""
        found = (plain_text(section.blocks) for section in self.report.sections if section.kind is kind)
        return "\n".join(found) or None


def _inspections(archive: Archive) -> Iterator[_Inspection]:
    slugs = {report.slug for report in archive.inspections}
    for report in archive.inspections:
        other = report.covered_by if report.covered_by in slugs else None
        considered = (archive.places.find(place) for place in report.considered_at)
        yield _Inspection(
            report,
            covered_by=inspection_address(other) if other else None,
            considered_at=tuple(place.address for place in considered if place),
        )


def _day(done: Done | None) -> date | None:
    return done.day if done else None


def _published(row: _Inspection) -> Done | None:
    return row.response.published if row.response else None


def _to_home_secretary(row: _Inspection) -> Done | None:
    return row.response.sent_to_home_secretary if row.response else None


def _to_inspectorate(row: _Inspection) -> Done | None:
    return row.response.sent_to_inspectorate if row.response else None


INSPECTIONS: Register[_Inspection] = Register(
    "inspections",
    "Inspections",
    "Inspection reports, and the responses: under Section 55 of the Police Act 1996 where it applies.",
    _inspections,
    (
        an_id("the report’s page", lambda row: inspection_address(row.report.slug)),
        Column("title", Kind.TEXT, "of the report", lambda row: row.report.report, required=True),
        Column("inspectorate", Kind.TEXT, "whose report it is", lambda row: row.report.inspectorate),
        Column(
            "published",
            Kind.DATE,
            "the day of the report, where it is known",
            lambda row: row.report.published,
        ),
        Column("scope", Kind.TEXT, "`national` or `force`", lambda row: row.report.scope),
        Column(
            "kind",
            Kind.TEXT,
            "`peel`, `national`, `joint`, `commissioned`, `revisit`, `super-complaint`, `fire` or `other`, "
            "where it is stated",
            lambda row: row.report.kind,
        ),
        Column(
            "duty",
            Kind.TEXT,
            "the duty to respond: `section 55`, `other` or `none`, where it can be told",
            lambda row: duty_of(row.report).duty,
        ),
        Column(
            "duty_reason", Kind.TEXT, "why that duty applies", lambda row: duty_of(row.report).reason or None
        ),
        Column("url", Kind.WEB, "where the report lies", lambda row: row.report.url),
        Column(
            "covered_by",
            Kind.ADDRESS,
            "the report that is answered in its place",
            lambda row: row.covered_by,
            of="inspections",
        ),
        Column(
            "last_day",
            Kind.DATE,
            "the last day for the response: day 56, of which the first is the report’s",
            lambda row: row.last_day,
        ),
        Column(
            "responded",
            Kind.YES_NO,
            "whether its publication is on record; none where no track is kept",
            lambda row: row.was(_published(row)),
        ),
        Column(
            "responded_on",
            Kind.DATE,
            "the day of the response, where it is known",
            lambda row: _day(_published(row)),
        ),
        Column(
            "response_url",
            Kind.WEB,
            "where the response lies",
            lambda row: row.response.url if row.response else None,
        ),
        Column(
            "sent_to_home_secretary",
            Kind.YES_NO,
            "whether a copy was sent to the Secretary of State",
            lambda row: row.was(_to_home_secretary(row)),
        ),
        Column(
            "sent_to_home_secretary_on",
            Kind.DATE,
            "the day of that, where it is known",
            lambda row: _day(_to_home_secretary(row)),
        ),
        Column(
            "sent_to_inspectorate",
            Kind.YES_NO,
            "whether a copy was sent to the inspectorate",
            lambda row: row.was(_to_inspectorate(row)),
        ),
        Column(
            "sent_to_inspectorate_on",
            Kind.DATE,
            "the day of that, where it is known",
            lambda row: _day(_to_inspectorate(row)),
        ),
        Column(
            "chief_constable_invited",
            Kind.DATE,
            "the day the chief officer of police was asked to comment, where it is known",
            lambda row: _day(row.report.chief_constable.invited),
        ),
        Column(
            "comments_by",
            Kind.DATE,
            "the day by which comments were asked for",
            lambda row: row.report.chief_constable.comments_by,
        ),
        Column(
            "comments_received",
            Kind.DATE,
            "the day they came",
            lambda row: row.report.chief_constable.received,
        ),
        Column(
            "considered_at",
            Kind.ADDRESS,
            "the places where meetings considered it",
            lambda row: row.considered_at,
            several=True,
        ),
        Column(
            "commissioner",
            Kind.TEXT,
            "the local policing body’s comments on the whole report",
            lambda row: row.text(SectionKind.COMMISSIONER),
        ),
        Column(
            "chief_constable",
            Kind.TEXT,
            "the chief officer’s comments on the whole report",
            lambda row: row.text(SectionKind.CHIEF_CONSTABLE),
        ),
        Column(
            "response",
            Kind.TEXT,
            "the local policing body’s response to the chief officer’s comments",
            lambda row: row.text(SectionKind.RESPONSE),
        ),
        Column("text", Kind.TEXT, "what else is said of the whole report", lambda row: row.text(None)),
    ),
)


@dataclass(frozen=True, slots=True)
class _Finding:
    report: str
    """The address of its report."""
    finding: Finding


def _findings(archive: Archive) -> Iterator[_Finding]:
    for report in archive.inspections:
        address = inspection_address(report.slug)
        yield from (_Finding(address, finding) for finding in report.findings)


FINDINGS: Register[_Finding] = Register(
    "findings",
    "Findings",
    "The recommendations, areas for improvement and causes of concern of the inspections, with the answers.",
    _findings,
    (
        an_id("the finding’s place on the report’s page", lambda row: f"{row.report}#{row.finding.anchor}"),
        Column(
            "inspection",
            Kind.ADDRESS,
            "the report",
            lambda row: row.report,
            required=True,
            of="inspections",
        ),
        Column(
            "kind",
            Kind.TEXT,
            "`recommendation`, `area for improvement` or `cause of concern`",
            lambda row: row.finding.kind,
            required=True,
        ),
        Column(
            "number",
            Kind.NUMBER,
            "as printed, else its place among those of its kind",
            lambda row: row.finding.number,
            required=True,
        ),
        Column(
            "number_is_printed",
            Kind.YES_NO,
            "whether the number is printed",
            lambda row: row.finding.is_numbered,
            required=True,
        ),
        Column("text", Kind.TEXT, "the inspectors’ words", lambda row: plain_text(row.finding.text)),
        Column("addressed_to", Kind.TEXT, "whom it is addressed to", lambda row: row.finding.addressed_to),
        Column("deadline", Kind.TEXT, "as printed", lambda row: row.finding.deadline),
        Column(
            "chief_constable",
            Kind.TEXT,
            "the chief officer’s answer",
            lambda row: plain_text(row.finding.chief_constable) or None,
        ),
        Column(
            "commissioner",
            Kind.TEXT,
            "the local policing body’s answer",
            lambda row: plain_text(row.finding.commissioner) or None,
        ),
        Column("status", Kind.TEXT, "as written", lambda row: row.finding.status),
    ),
)


@dataclass(frozen=True, slots=True)
class _Step:
    report: str
    """The address of its report."""
    number: int
    step: Progress
    finding: str | None
    """The address of the finding that it is about."""
    place: Destination | None


def _progress(archive: Archive) -> Iterator[_Step]:
    for report in archive.inspections:
        address = inspection_address(report.slug)
        findings = {f"{f.kind} {f.number}": f"{address}#{f.anchor}" for f in report.findings}
        for number, step in enumerate(report.progress, 1):
            finding = findings.get((step.finding or "").casefold())
            yield _Step(address, number, step, finding, archive.places.find(step.meeting))


PROGRESS: Register[_Step] = Register(
    "progress",
    "Progress on inspections",
    "What meetings were told of a report or of one of its findings.",
    _progress,
    (
        an_id("its place on the report’s page", lambda row: f"{row.report}#progress-{row.number}"),
        Column(
            "inspection",
            Kind.ADDRESS,
            "the report",
            lambda row: row.report,
            required=True,
            of="inspections",
        ),
        Column(
            "finding",
            Kind.ADDRESS,
            "the finding, where it is about one",
            lambda row: row.finding,
            of="findings",
        ),
        Column("printed_finding", Kind.TEXT, "the finding, as written", lambda row: row.step.finding),
        Column(
            "meeting",
            Kind.ADDRESS,
            "the meeting that was told",
            lambda row: meeting_address(row.step.meeting.meeting),
            required=True,
            of="meetings",
        ),
        Column(
            "reported_at",
            Kind.ADDRESS,
            "the place in that meeting’s record, or the meeting",
            lambda row: row.place.address if row.place else None,
        ),
        Column("text", Kind.TEXT, "what it was told", lambda row: plain_text(row.step.what)),
    ),
)
