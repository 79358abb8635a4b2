"""An inspection report, and the response that Section 55 of the Police Act 1996 asks for."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.diagnostics import Span
from bcbsite.model.blocks import Block, plain_text
from bcbsite.model.document import Status, Waiver
from bcbsite.model.erratum import Erratum
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.reference import Reference


class Scope(StrEnum):
    """Whether a report is about all forces or one."""

    NATIONAL = "national"
    FORCE = "force"


class ReportKind(StrEnum):
    """What a report is."""

    PEEL = "peel"
    NATIONAL = "national"
    JOINT = "joint"
    COMMISSIONED = "commissioned"
    REVISIT = "revisit"
    SUPER_COMPLAINT = "super-complaint"
    FIRE = "fire"
    OTHER = "other"


class Duty(StrEnum):
    """Which duty to respond applies to a report."""

    SECTION_55 = "section 55"
    OTHER = "other"
    NONE = "none"


class FindingKind(StrEnum):
    """What an inspector asks for; only recommendations must be answered by law (s.55(5B))."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area for improvement"
    CAUSE_OF_CONCERN = "cause of concern"


class SectionKind(StrEnum):
    """The parts of a response before its findings."""

    COMMISSIONER = "commissioner's comments"
    CHIEF_CONSTABLE = "chief constable's comments"
    RESPONSE = "commissioner's response to the chief constable"


@dataclass(frozen=True, slots=True)
class Done:
    """That something was done, and when."""

    day: dt.date | None
    """Absent where only `yes` is on record."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A recommendation, an area for improvement or a cause of concern."""

    anchor: str
    """`recommendation-1`."""
    kind: FindingKind
    number: int
    """As printed; where no number is printed, its place among those of its kind."""
    text: tuple[Block, ...]
    """The inspectors' words."""
    addressed_to: str | None
    deadline: str | None
    """As printed."""
    chief_constable: tuple[Block, ...]
    """The chief officer's answer."""
    commissioner: tuple[Block, ...]
    """The answer of the local policing body, whatever its title."""
    status: str | None
    line: int
    chief_constable_title: str = ""
    commissioner_title: str = ""
    """Above which words each answer stands, as written: `PFCC`, `Force response`."""
    answered_by: tuple[str, ...] = ()
    """Who answered, as a sentence names them: `the Commissioner`."""
    is_understood: bool = True
    """Whether no text under it may be the body's answer without being read as that."""
    is_numbered: bool = True
    """Whether the number is printed."""

    @property
    def name(self) -> str:
        """Its kind and number, `recommendation 1`; one that is not printed is not said to be its number."""
        number = str(self.number) if self.is_numbered else f"(unnumbered, no. {self.number} here)"
        return f"{self.kind} {number}"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the response that is about the report as a whole."""

    anchor: str
    title: str
    """As printed."""
    kind: SectionKind | None
    """Absent where the heading is none that the law gives a meaning."""
    blocks: tuple[Block, ...]

    @property
    def is_comments(self) -> bool:
        """Whether it has comments of the commissioner on the whole report: more than their heading."""
        return self.kind is SectionKind.COMMISSIONER and any(map(str.isalnum, plain_text(self.blocks)))


@dataclass(frozen=True, slots=True)
class Progress:
    """What a meeting was told of a finding, or of the report as a whole."""

    meeting: Reference
    finding: str | None
    """As written: `Recommendation 1`."""
    what: tuple[Block, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class ChiefConstable:
    """How the chief constable was asked to comment (s.55(4))."""

    invited: Done | None = None
    comments_by: dt.date | None = None
    received: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What became of the response: published, and sent to those who must have a copy (s.55(6))."""

    published: Done | None = None
    url: str | None = None
    sent_to_home_secretary: Done | None = None
    sent_to_inspectorate: Done | None = None


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """A report of the inspectors of constabulary, with the response."""

    slug: str
    """The last part of its address."""
    report: str
    """Its title."""
    aliases: tuple[str, ...]
    inspectorate: str | None
    published: dt.date | None
    """Absent where it is not known."""
    url: str | None
    scope: Scope | None
    kind: ReportKind | None
    duty: Duty | None
    """As written; `archive/duty.py` says which applies where nothing is written."""
    duty_reason: str | None
    other_force: str | None
    """The force that its title says was inspected, where that is not the body's own: `Sussex Police`."""
    covered_by: str | None
    """The report that is answered in its place."""
    covered_by_at: Span
    chief_constable: ChiefConstable
    response: Response | None
    """Absent where the file does not keep track of it."""
    considered_at: tuple[Reference, ...]
    progress: tuple[Progress, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    is_understood: bool
    """Whether nothing in the text may be a part of the response, or a finding, without being read as one."""
    status: Status
    publish_at: dt.datetime | None
    errata: tuple[Erratum, ...]
    at: Span
    spans: Mapping[str, Span]
    """Where the value of each key stands."""
    waive: tuple[Waiver, ...]

    @property
    def is_tracked(self) -> bool:
        """Whether the file keeps track of what was done about it: of the response, or of the invitation."""
        return self.response is not None or self.chief_constable != ChiefConstable()

    @property
    def key(self) -> Key:
        """Its name."""
        return Key(RecordKind.INSPECTION, self.slug)
