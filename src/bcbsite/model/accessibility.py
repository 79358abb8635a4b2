"""What a body says of the accessibility of its website.

The parts are those of the model statement in Commission Implementing Decision (EU) 2018/1523. The Public
Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask for it
in regulation 8.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Compliance(StrEnum):
    """How far the body says that the website meets WCAG 2.2 AA.

    The model's third, “fully”, is left out: nobody but people who have tested every page could say so.
    """

    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something that is known not to be accessible."""

    what: str
    criterion: str | None
    """The success criterion that it fails, as in `1.1.1 Non-text Content`."""
    until: str | None
    """By when it is to be mended, in the body's words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The facts that only the body knows; what is absent is told of as missing."""

    email: str | None = None
    phone: str | None = None
    visits: str | None = None
    """What there is for those who come in person or need help to telephone."""
    reply_within: str | None = None
    compliance: Compliance | None = None
    barriers: tuple[Barrier, ...] = ()
    """Those that are known. That there are none can be said only after a test."""
    burden: tuple[str, ...] = ()
    """What would be a disproportionate burden to mend (regulation 7)."""
    exempt: tuple[str, ...] = ()
    """What the regulations do not ask for (regulation 4)."""
    prepared: date | None = None
    reviewed: date | None = None
    tested: date | None = None
    tested_by: str | None = None
    tested_how: str | None = None
