"""Corrections of published minutes."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Part
from bcbsite.model.minutes import Erratum
from bcbsite.registers.table import Column, Kind, Register, an_id, numbered


@dataclass(frozen=True, slots=True)
class _Correction:
    id: str
    minutes: str
    """The address of the minutes."""
    erratum: Erratum
    part: Part | None
    """What was corrected, where the minutes have it."""


def _corrections(archive: Archive) -> Iterator[_Correction]:
    for meeting in archive.meetings.values():
        if minutes := meeting.minutes:
            address = minutes_address(meeting.id)
            ids = numbered(f"{address}#errata" for _ in minutes.errata)
            for id_, erratum in zip(ids, minutes.errata, strict=True):
                part = minutes.body.find(erratum.place) if erratum.place else None
                yield _Correction(id_, address, erratum, part)


CORRECTIONS: Register[_Correction] = Register(
    "corrections",
    "Corrections",
    "What was corrected in minutes after they were published.",
    _corrections,
    (
        an_id("its place in the minutes; the second there ends in `;2`", lambda row: row.id),
        Column(
            "document", Kind.ADDRESS, "the minutes", lambda row: row.minutes, required=True, of="documents"
        ),
        Column("date", Kind.DATE, "the day of the correction", lambda row: row.erratum.date, required=True),
        Column("label", Kind.TEXT, "the number of the paragraph, as written", lambda row: row.erratum.place),
        Column(
            "corrected",
            Kind.ADDRESS,
            "the paragraph, or the item",
            lambda row: f"{row.minutes}#{row.part.anchor}" if row.part else None,
        ),
        Column(
            "text",
            Kind.TEXT,
            "what was wrong and what is right",
            lambda row: plain_text(row.erratum.what),
        ),
        Column("authority", Kind.TEXT, "who allowed it", lambda row: row.erratum.authority),
    ),
)
