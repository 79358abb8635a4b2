"""agenda.md becomes an agenda."""

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.agenda import Agenda
from bcbsite.model.document import Status
from bcbsite.read.body import read_body
from bcbsite.read.date_kinds import DATE, TIME
from bcbsite.read.document import (
    DOCUMENT_FIELDS,
    common,
    read_parts,
    stated_numbers,
    status_field,
)
from bcbsite.read.fields import Field, Keys
from bcbsite.read.kinds import TEXT
from bcbsite.read.labels import AGENDA_ROLES
from bcbsite.read.sitting import ACCESS, sitting
from bcbsite.source import Source

AGENDA = Keys(
    "the front matter of an agenda",
    {
        "date": Field(DATE, "the day of the meeting", required=True),
        "time": Field(TIME, "when it begins"),
        "location": Field(TEXT, "where it is held"),
        **ACCESS,
        "status": status_field(Status.FINAL, Status.DRAFT),
        **DOCUMENT_FIELDS,
    },
)


def read_agenda(source: Source, notes: tuple[str, ...] = ()) -> tuple[Agenda | None, list[Diagnostic]]:
    """The agenda in *source*; *notes* are the board's own words for an item's note."""
    parts, problems = read_parts(source, AGENDA)
    if parts is None:
        return None, problems
    body, more = read_body(
        source,
        parts.body,
        parts.first_line,
        AGENDA_ROLES,
        notes,
        stated=stated_numbers(parts.values),
        is_agenda=True,
    )
    v = parts.values
    agenda = Agenda(
        **common(source, v, body),
        date=v["date"],
        time=v["time"],
        location=v["location"],
        sitting=sitting(v),
    )
    return agenda, problems + more
