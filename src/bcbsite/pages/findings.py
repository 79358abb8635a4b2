"""The findings of a report in rows: to whom, until which day, who answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.finding_deadlines import deadline_day
from bcbsite.model.section55 import Finding, InspectionReport
from bcbsite.pages.lists import By, Filter, filter_of


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the day of its deadline."""

    finding: Finding
    day: date | None
    """The last day, where its deadline names one, or counts from the day of the report."""


@dataclass(frozen=True, slots=True)
class FindingsView:
    """All findings of a report."""

    rows: Sequence[FindingRow]
    filter: Filter[FindingRow]


def findings_view(report: InspectionReport) -> FindingsView:
    """The findings of *report*, and by what they can be filtered."""
    rows = [
        FindingRow(finding, deadline_day(finding.deadline, report.published) if finding.deadline else None)
        for finding in report.findings
    ]
    by: list[By[FindingRow]] = [
        By("to", "Addressed to", lambda row: [row.finding.addressed_to] if row.finding.addressed_to else []),
        By("kind", "Kind", lambda row: [row.finding.kind.capitalize()]),
        By("status", "Status", lambda row: [row.finding.status.capitalize()] if row.finding.status else []),
    ]
    return FindingsView(rows, filter_of("findings", rows, lambda _: None, by))
