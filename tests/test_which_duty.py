"""Which duty applies to a report, and why: of each report what its file states, its kind and its title give."""

from dataclasses import replace

import pytest

from bcbsite.archive.duty import Applies, duty_of, kind_says_otherwise
from bcbsite.model.section55 import Duty, InspectionReport, ReportKind
from conftest import write
from test_joined import AS_AT, joined

FIRE = (
    "Section 55 is about reports on police forces. Reports on fire and rescue services are made under the Fire "
    "and Rescue Services Act 2004."
)
COMPLAINT = "A super-complaint is made under Part 2A of the Police Reform Act 2002. It is answered as its report asks."
POLICE = Applies(Duty.SECTION_55, "")
UNKNOWN = Applies(None, "")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> InspectionReport:
    text = "---\nreport: A\npublished: 2022-02-01\n---\n"
    folder = write(tmp_path_factory.mktemp("report"), {"section-55/a.md": text})
    [found] = joined(folder, {}, AS_AT).inspections
    return found


Row = tuple[str, ReportKind | None, Duty | None, str | None, Applies, bool]
# The title, the kind, the duty that is stated and its reason; what applies, and whether the kind says otherwise.
REPORTS: list[Row] = [
    ("A", None, None, None, POLICE, False),
    ("A", ReportKind.FIRE, None, None, Applies(Duty.NONE, FIRE), False),
    ("A", ReportKind.SUPER_COMPLAINT, None, None, Applies(Duty.OTHER, COMPLAINT), False),
    ("A", ReportKind.OTHER, None, None, UNKNOWN, False),
    ("A fire and rescue report", ReportKind.PEEL, None, None, POLICE, False),
    ("A", None, Duty.OTHER, "It is about Sussex.", Applies(Duty.OTHER, "It is about Sussex."), False),
    ("A", None, Duty.NONE, None, Applies(Duty.NONE, ""), False),
    ("A", None, Duty.SECTION_55, None, POLICE, False),
    ("A", ReportKind.FIRE, Duty.SECTION_55, None, POLICE, True),
    ("A", ReportKind.SUPER_COMPLAINT, Duty.SECTION_55, None, POLICE, True),
    ("A", ReportKind.OTHER, Duty.SECTION_55, None, POLICE, False),
    ("A", ReportKind.PEEL, Duty.SECTION_55, None, POLICE, False),
    ("A", ReportKind.FIRE, Duty.OTHER, None, Applies(Duty.OTHER, ""), False),
    ("Fire and Rescue 2022", None, Duty.SECTION_55, None, POLICE, False),
    ("Westshire FIRE & RESCUE 2022", None, None, None, UNKNOWN, False),
    ("Fire and\nrescue", None, None, None, UNKNOWN, False),
    ("The Fire Service", None, None, None, UNKNOWN, False),
    ("Two fire services", None, None, None, UNKNOWN, False),
    ("Super-complaint on stops", None, None, None, UNKNOWN, False),
    ("A super complaint", None, None, None, UNKNOWN, False),
    ("Supercomplaints", None, None, None, UNKNOWN, False),
    ("Force Management Statements", None, None, None, UNKNOWN, False),
    ("A force management statement", None, None, None, UNKNOWN, False),
    ("Ceasefire and rescue", None, None, None, POLICE, False),
    ("Fire services’ and rescued", None, None, None, UNKNOWN, False),
    ("Fire and rescued", None, None, None, POLICE, False),
    ("Complaints", None, None, None, POLICE, False),
]


@pytest.mark.parametrize("row", REPORTS)
def test_the_duty_and_its_reason(report: InspectionReport, row: Row) -> None:
    title, kind, duty, reason, applies, otherwise = row
    tried = replace(report, report=title, kind=kind, duty=duty, duty_reason=reason)
    assert duty_of(tried) == applies
    assert kind_says_otherwise(tried) is otherwise
