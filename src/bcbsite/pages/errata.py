"""What a page says of the corrections of its record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bcbsite.archive.archive import Archive
from bcbsite.archive.places import Destination
from bcbsite.model.body import Body
from bcbsite.model.erratum import Erratum, ErratumKind


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction, with the places that it speaks of."""

    erratum: Erratum
    anchor: str | None
    """The anchor of what was corrected, where the record has it."""
    resolved: Destination | None
    """Where the meeting resolved it."""


@dataclass(frozen=True)
class Corrections:
    """All corrections of a record, in the order in which they are written."""

    all: Sequence[Correction]

    @property
    def of_the_record(self) -> Sequence[Correction]:
        """Those of the record itself."""
        return [one for one in self.all if one.erratum.kind is ErratumKind.CORRECTION]

    @property
    def of_the_website(self) -> Sequence[Correction]:
        """Slips of transcription."""
        return [one for one in self.all if one.erratum.kind is ErratumKind.TRANSCRIPTION]

    @cached_property
    def by_place(self) -> Mapping[str, Sequence[Correction]]:
        """Those of the record itself that have the old words, by the anchor of the place."""
        found: dict[str, list[Correction]] = {}
        for one in self.of_the_record:
            if one.anchor and one.erratum.was:
                found.setdefault(one.anchor, []).append(one)
        return found


def corrections_of(archive: Archive, errata: Iterable[Erratum], body: Body | None = None) -> Corrections:
    """The *errata* of a record; *body* is where the places are that they name."""
    return Corrections([_correction(archive, erratum, body or Body()) for erratum in errata])


def _correction(archive: Archive, erratum: Erratum, body: Body) -> Correction:
    part = body.find(erratum.place) if erratum.place else None
    resolved = archive.places.find(erratum.meeting) if erratum.meeting else None
    return Correction(erratum, part.anchor if part else None, resolved)
