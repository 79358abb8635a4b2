"""Inspection reports: the list, and a page a report with its comments and every finding."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.addresses import SECTION_55, inspection_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.deadlines import Clock, ClockState, clock_of, published_by
from bcbsite.archive.duty import Applies, duty_of
from bcbsite.archive.mentions.marking import Mention
from bcbsite.archive.missing import Missing, missing
from bcbsite.archive.places import Destination
from bcbsite.model.reference import Reference
from bcbsite.model.section55 import InspectionReport, Progress
from bcbsite.pages.descriptions import counted, opening
from bcbsite.pages.errata import Corrections, corrections_of
from bcbsite.pages.linked_data import response_page
from bcbsite.pages.page import ContentsEntry, Page
from bcbsite.pages.strips import Strip, strip
from bcbsite.pages.words import day_in_words
from bcbsite.read.dates import count_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a meeting's record that a report's file names."""

    reference: Reference
    destination: Destination | None


@dataclass(frozen=True, slots=True)
class InspectionView:
    """A report with its response."""

    report: InspectionReport
    address: str
    clock: Clock
    applies: Applies
    """The duty to respond, and why it applies."""
    missing: Missing
    """What the law asks of the local policing body that is not on record, a few words each."""
    considered_at: tuple[Place, ...]
    progress: tuple[tuple[Progress, Destination | None], ...]
    """As written, with the place of each step."""
    covered_by: InspectionReport | None
    mentions: Sequence[Mention]
    """The places that name it."""
    steps: Mapping[str, int]
    """How many steps of progress a finding has, by its anchor."""
    as_at: date
    corrections: Corrections

    @property
    def response_day(self) -> date | None:
        """The day on which the response was published, where that is known."""
        done = published_by(self.report, self.as_at)
        return done.day if done else None

    @property
    def has_comments(self) -> bool:
        """Whether the local policing body comments on the whole report, which may answer each finding."""
        return any(section.is_comments for section in self.report.sections)

    @property
    def has_progress_as_a_whole(self) -> bool:
        """Whether a meeting was told something of the report as a whole."""
        return any(step.finding is None for step, _ in self.progress)

    @property
    def strip(self) -> Strip | None:
        """The 56 days as a picture, where there is a day to mark on them."""
        clock, published = self.clock, self.report.published
        if clock.last_day is None or published is None:
            return None
        if clock.state is ClockState.PUBLISHED:
            return strip(clock.day_number, "response") if clock.day_number else None
        running = clock.state in (ClockState.DUE, ClockState.OVER)
        return strip((self.as_at - published).days + 1, "today") if running else None


@dataclass(frozen=True, slots=True)
class InspectionsView:
    """All reports."""

    inspections: Sequence[InspectionView]

    @property
    def finding(self) -> str:
        """What the clocks that can be drawn say together; nothing where none can be."""
        drawn = [view for view in self.inspections if view.strip]
        answered = [view for view in drawn if view.clock.state is ClockState.PUBLISHED]
        counts = {
            "answered within the 56 days": sum(not view.clock.days for view in answered),
            "answered after them": sum(bool(view.clock.days) for view in answered),
            "still within them": sum(view.clock.state is ClockState.DUE for view in drawn),
            "past them with no publication on record": sum(
                view.clock.state is ClockState.OVER for view in drawn
            ),
        }
        if not drawn:
            return ""
        told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
        return f"Of {count_of(drawn, 'report')}: {told}."


def inspection_views(archive: Archive) -> list[InspectionView]:
    """Each report with its response."""
    return [_view(archive, report) for report in archive.inspections]


def inspection_pages(archive: Archive) -> Iterator[Page]:
    """The list, and a page for each report."""
    views = inspection_views(archive)
    description = (
        f"{count_of(views, 'report')} of inspectors, and the responses to them in the records of the "
        f"{archive.board.name}, {archive.board.area}."
    )
    index = InspectionsView(views)
    yield Page(SECTION_55, "Inspections", "section-55.html", index, SECTION_55, description=description)
    for view in views:
        title, contents = view.report.report, tuple(_contents(view.report))
        told = _description(view), response_page(archive, view.report)
        yield Page(view.address, title, "section-55-report.html", view, SECTION_55, contents, *told)


_STATES = {ClockState.OTHER: "not a Section 55 report", ClockState.NOT_STATED: "duty to respond not stated"}
"""How a report stands of which it is not said that Section 55 asks for a response."""


def _description(view: InspectionView) -> str:
    """By whom and when it was published, how much it finds, and how the response stands."""
    report = view.report
    by = f"Report of {report.inspectorate}" if report.inspectorate else "Inspection report"
    when = f", published on {day_in_words(report.published)}" if report.published else ""
    findings = counted(("finding", report.findings))
    response = _STATES.get(view.clock.state, f"Section 55 response: {view.clock.state}")
    return f"{by}{when}{f', with {findings}' if findings else ''}; {response}. {opening(report.report)}"


def _view(archive: Archive, report: InspectionReport) -> InspectionView:
    find = archive.places.find
    return InspectionView(
        report=report,
        address=inspection_address(report.slug),
        clock=clock_of(report, archive.as_at),
        applies=duty_of(report),
        missing=missing(report, archive.board, archive.as_at),
        considered_at=tuple(Place(place, find(place)) for place in report.considered_at),
        progress=tuple((step, find(step.meeting)) for step in report.progress),
        covered_by=next((r for r in archive.inspections if r.slug == report.covered_by), None),
        mentions=archive.mentions.of.get(report.key, ()),
        steps=_steps(report),
        as_at=archive.as_at,
        corrections=corrections_of(archive, report.errata),
    )


def _steps(report: InspectionReport) -> dict[str, int]:
    told = Counter(step.finding.casefold() for step in report.progress if step.finding)
    return {f.anchor: told[f"{f.kind} {f.number}"] for f in report.findings}


def _contents(report: InspectionReport) -> Iterator[ContentsEntry]:
    for section in report.sections:
        if section.title:
            yield ContentsEntry(section.anchor, section.title, 1)
    for finding in report.findings:
        yield ContentsEntry(finding.anchor, finding.name.capitalize(), 1)
    if report.progress:
        yield ContentsEntry("progress", "Progress", 1)
