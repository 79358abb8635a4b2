"""minutes.md becomes minutes."""

from dataclasses import replace

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.document import Status
from bcbsite.model.minutes import ApprovedBy, Decided, MeetingKind, Minutes
from bcbsite.model.outcome import OutcomeKind
from bcbsite.read.attachments import read_original
from bcbsite.read.attendance_labels import Group
from bcbsite.read.attending import attending
from bcbsite.read.body import read_body
from bcbsite.read.date_kinds import DATE, TIME
from bcbsite.read.document import (
    DOCUMENT_FIELDS,
    common,
    read_parts,
    stated_numbers,
    status_field,
    without_text,
)
from bcbsite.read.errata import ERRATA
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import TEXT, YES_NO, Choice, ListOf
from bcbsite.read.labels import MINUTES_ROLES
from bcbsite.read.references import ATTENDEE, ORIGINAL, PERSON, PLACE
from bcbsite.read.sitting import SITTING, sitting
from bcbsite.source import Source

_DECIDED = Keys(
    "a decision",
    {
        "at": Field(TEXT, "the paragraph whose words are the decision, as printed", required=True),
        "kind": Field(Choice(tuple(OutcomeKind), OutcomeKind), "what was done", required=True),
        "by": Field(TEXT, "who decided"),
        "when": Field(TEXT, "when, in words or as a date"),
    },
    lambda v: Decided(v["at"], v["kind"], v["by"], v["when"], v.span),
)

_APPROVED_BY = Keys(
    "the approval by correspondence",
    {
        "how": Field(TEXT, "how they were approved, such as correspondence", required=True),
        "on": Field(DATE, "the day on which they were approved", required=True),
        "person": Field(PERSON, "who approved them, or signed for those who did"),
        "subject_to": Field(TEXT, "the amendments that they were approved subject to"),
    },
    lambda v: ApprovedBy(v["how"], v["on"], v["person"], v["subject_to"]),
)

MINUTES = Keys(
    "the front matter of minutes",
    {
        "date": Field(DATE, "the day of the meeting", required=True),
        "time": Field(TIME, "when it began"),
        "location": Field(TEXT, "where it was held"),
        "kind": Field(
            Choice(tuple(MeetingKind), MeetingKind),
            "as the folder's name says, unless it says something else",
        ),
        "status": status_field(Status.DRAFT, Status.APPROVED),
        "members": Field(ListOf(ATTENDEE), "the members, as listed"),
        "in_attendance": Field(ListOf(ATTENDEE), "the others who came, as listed"),
        "apologies": Field(ListOf(ATTENDEE), "those who sent apologies, as listed"),
        "signed_by": Field(PERSON, "who signed the minutes"),
        "approved_at": Field(PLACE, "the meeting that approved them"),
        "approved_by": Field(_APPROVED_BY, "how they were approved otherwise than at a meeting"),
        "amended": Field(DATE, "when the amendments that they were approved subject to were made"),
        **SITTING,
        "significant_public_interest": Field(YES_NO, "whether a private meeting must be minuted in public"),
        "decisions": Field(ListOf(_DECIDED), "places that are decisions though no label says so"),
        "source": Field(ORIGINAL, "the original document"),
        "publish_source": Field(YES_NO, "whether the file of the original is published", holds_back=True),
        "errata": ERRATA,
        **DOCUMENT_FIELDS,
    },
)


def read_minutes(source: Source, notes: tuple[str, ...] = ()) -> tuple[Minutes | None, list[Diagnostic]]:
    """The minutes in *source*; *notes* are the board's own words for an item's note."""
    parts, problems = read_parts(source, MINUTES)
    if parts is None:
        return None, problems
    body, more = read_body(
        source, parts.body, parts.first_line, MINUTES_ROLES, notes, stated=stated_numbers(parts.values)
    )
    more += without_text(source, parts, "These minutes have")
    v = parts.values
    listed = attending(source, v, body.parts)
    body = replace(body, unread=(*body.unread, *listed.unread))
    source_file, faults = read_original(source.path.parent, v["source"], v.at("source"))
    minutes = Minutes(
        **common(source, v, body),
        date=v["date"],
        time=v["time"],
        location=v["location"],
        kind=v["kind"],
        members=listed.groups[Group.MEMBERS],
        in_attendance=listed.groups[Group.IN_ATTENDANCE],
        apologies=listed.groups[Group.APOLOGIES],
        others=listed.others,
        signed_by=v["signed_by"],
        approved_at=v["approved_at"],
        approved_by=v["approved_by"],
        amended=v["amended"],
        significant_public_interest=bool(v["significant_public_interest"]),
        decisions=v["decisions"],
        source=v["source"],
        errata=v["errata"],
        sitting=sitting(v),
        source_file=source_file,
        publish_source=bool(v["publish_source"]),
    )
    return minutes, problems + more + faults
