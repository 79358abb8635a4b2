"""Which duty to respond applies to an inspection report, and why."""

import re
from dataclasses import dataclass

from bcbsite.model.section55 import Duty, InspectionReport, ReportKind


@dataclass(frozen=True, slots=True)
class Applies:
    """The duty that applies to a report."""

    duty: Duty | None
    """Absent where the file does not show which it is."""
    reason: str = ""
    """Why, where it is not Section 55, as a sentence."""


_NOT_SECTION_55 = {
    ReportKind.FIRE: Applies(
        Duty.NONE,
        "Section 55 is about reports on police forces. "
        "Reports on fire and rescue services are made under the Fire and Rescue Services Act 2004.",
    ),
    ReportKind.SUPER_COMPLAINT: Applies(
        Duty.OTHER,
        "A super-complaint is made under Part 2A of the Police Reform Act 2002. "
        "It is answered as its report asks.",
    ),
    ReportKind.OTHER: Applies(None),
}
# “Westshire Fire and Rescue Service 2022”, “Hidden victims: a super-complaint”
_NO_POLICE_REPORT = re.compile(
    r"\bfire\s+(?:and|&)\s+rescue\b|\bfire\s+services?\b|\bsuper[\s-]?complaints?\b|\bforce\s+management\s+statements?\b",
    re.IGNORECASE,
)


def duty_of(report: InspectionReport) -> Applies:
    """The duty that applies to *report*: what its file states, else what follows from its kind.

    Section 55 of the Police Act 1996 is about reports under section 54 that relate to the body's own force. A
    report of no stated kind is taken for one, unless its title is that of another kind, or says that another
    force was inspected.
    """
    if report.duty:
        return Applies(report.duty, report.duty_reason or "")
    if report.kind:
        return _NOT_SECTION_55.get(report.kind, Applies(Duty.SECTION_55))
    is_doubtful = report.other_force or _NO_POLICE_REPORT.search(report.report)
    return Applies(None) if is_doubtful else Applies(Duty.SECTION_55)


def kind_says_otherwise(report: InspectionReport) -> bool:
    """Whether *report* has a duty under Section 55 stated, and a kind to which that does not apply."""
    known = _NOT_SECTION_55.get(report.kind) if report.kind else None
    return report.duty is Duty.SECTION_55 and known is not None and known.duty is not None
