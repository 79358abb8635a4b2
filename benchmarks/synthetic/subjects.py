"""What papers are about, and who writes them."""

from __future__ import annotations

from .phrases import book
from .records import Subject

_AUTHORS = {
    "Chief Constable": (
        "Police and Crime Plan – Communities Theme",
        "Corporate Performance Report",
        "Roads Policing and Road Safety",
        "Domestic Abuse and Safeguarding",
        "Response to Inspection Findings",
        "Workforce and Wellbeing Strategy",
        "Rural Crime Strategy",
    ),
    "Chief Executive": (
        "Police and Crime Plan – Victims Theme",
        "Police and Crime Plan – Offenders Theme",
        "Commissioning and Grants",
        "Complaints, Integrity and Ethics",
        "Collaboration and Partnership Working",
        "Prevention and Early Intervention",
    ),
    "Director of Finance and Resources": (
        "Estates Strategy",
        "Digital and Technology Programme",
        "Sustainability and Fleet",
    ),
}

_MONEY = {
    "Chief Finance Officer": ("Medium Term Financial Plan", "Treasury Management and Reserves Strategy"),
}


def _subject(name: str, author: str, *, finance: bool) -> Subject:
    return Subject(name, author, book("matters")[name], finance)


MONITORING = _subject(
    "Revenue and Capital Budget Monitoring Report", "Director of Finance and Resources", finance=True
)
"""What every meeting has a paper on."""

SUBJECTS: tuple[Subject, ...] = tuple(
    _subject(name, author, finance=authors is _MONEY)
    for authors in (_AUTHORS, _MONEY)
    for author, names in authors.items()
    for name in names
)
"""What meetings choose their other papers from."""

VERBAL = (
    "National Inspection Programme",
    "Local Resilience Forum",
    "Operational Briefing",
    "Emergency Services Network",
    "Community Remedy Consultation",
    "Driver Training",
    "Public Engagement Summer Programme",
    "Legislative Changes",
)
"""What is reported without a paper."""
