"""Corrections of published minutes, decision notices and responses to inspections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.archive.addresses import decision_address, inspection_address, minutes_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.places import Destination
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Body, Part
from bcbsite.model.erratum import Erratum, ErratumKind
from bcbsite.registers.table import Column, Kind, Register, an_id, numbered


@dataclass(frozen=True, slots=True)
class _Correction:
    id: str
    register: str
    """The register of what was corrected."""
    address: str
    """The address of the minutes, the notice or the report."""
    erratum: Erratum
    part: Part | None
    """What was corrected, where minutes have it."""
    resolved: Destination | None
    """Where it was resolved."""

    def of(self, register: str) -> str | None:
        """The address of what was corrected, where it is a record of *register*."""
        return self.address if self.register == register else None


def _corrections(archive: Archive) -> Iterator[_Correction]:
    for meeting in archive.meetings.values():
        if minutes := meeting.minutes:
            yield from _of(archive, ("documents", minutes_address(meeting.id)), minutes.errata, minutes.body)
    for notice in archive.decisions:
        yield from _of(archive, ("notices", decision_address(notice.reference)), notice.errata)
    for report in archive.inspections:
        yield from _of(archive, ("inspections", inspection_address(report.slug)), report.errata)


def _of(
    archive: Archive, record: tuple[str, str], errata: Sequence[Erratum], body: Body | None = None
) -> Iterator[_Correction]:
    ids = numbered(f"{record[1]}#errata" for _ in errata)
    for id_, erratum in zip(ids, errata, strict=True):
        part = body.find(erratum.place) if body and erratum.place else None
        resolved = archive.places.find(erratum.meeting) if erratum.meeting else None
        yield _Correction(id_, *record, erratum, part, resolved)


CORRECTIONS: Register[_Correction] = Register(
    "corrections",
    "Corrections",
    "What was corrected in minutes, decision notices and responses after they were published.",
    _corrections,
    (
        an_id("its place in the document; the second there ends in `;2`", lambda row: row.id),
        Column("document", Kind.ADDRESS, "the minutes", lambda row: row.of("documents"), of="documents"),
        Column("notice", Kind.ADDRESS, "the decision notice", lambda row: row.of("notices"), of="notices"),
        Column(
            "inspection",
            Kind.ADDRESS,
            "the inspection report with the response",
            lambda row: row.of("inspections"),
            of="inspections",
        ),
        Column("date", Kind.DATE, "the day of the correction", lambda row: row.erratum.date, required=True),
        Column(
            "kind",
            Kind.TEXT,
            f"{', '.join(f'`{kind}`' for kind in ErratumKind)} (a slip of the website alone)",
            lambda row: row.erratum.kind,
            required=True,
        ),
        Column("label", Kind.TEXT, "the number of the paragraph, as written", lambda row: row.erratum.place),
        Column(
            "corrected",
            Kind.ADDRESS,
            "the paragraph, or the item",
            lambda row: f"{row.address}#{row.part.anchor}" if row.part else None,
        ),
        Column("was", Kind.TEXT, "the old words", lambda row: row.erratum.was),
        Column("now", Kind.TEXT, "the new words", lambda row: row.erratum.now),
        Column(
            "text",
            Kind.TEXT,
            "what was wrong, or why it is corrected",
            lambda row: plain_text(row.erratum.what) or None,
        ),
        Column(
            "resolved_at",
            Kind.ADDRESS,
            "the meeting that resolved it, or the place in its record",
            lambda row: row.resolved.address if row.resolved else None,
        ),
        Column("authority", Kind.TEXT, "who made or allowed it", lambda row: row.erratum.authority),
    ),
)
