"""Corrections of published minutes."""

from collections.abc import Iterator

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.registers.table import Column, Kind, Register, Row, an_id, numbered


def _corrections(archive: Archive) -> Iterator[Row]:
    for meeting in archive.meetings.values():
        minutes, address = meeting.minutes, minutes_address(meeting.id)
        errata = minutes.errata if minutes else ()
        ids = numbered(f"{address}#errata" for _ in errata)
        for id_, erratum in zip(ids, errata, strict=True):
            part = minutes.body.find(erratum.place) if minutes and erratum.place else None
            yield (
                id_,
                address,
                erratum.date,
                erratum.place,
                f"{address}#{part.anchor}" if part else None,
                plain_text(erratum.what),
                erratum.authority,
            )


CORRECTIONS = Register(
    "corrections",
    "Corrections",
    "What was corrected in minutes after they were published.",
    (
        an_id("its place in the minutes; the second there ends in `;2`"),
        Column("document", Kind.ADDRESS, "the minutes", required=True, of="documents"),
        Column("date", Kind.DATE, "the day of the correction", required=True),
        Column("label", Kind.TEXT, "the number of the paragraph, as written"),
        Column("corrected", Kind.ADDRESS, "the paragraph, or the item"),
        Column("text", Kind.TEXT, "what was wrong and what is right"),
        Column("authority", Kind.TEXT, "who allowed it"),
    ),
    _corrections,
)
