"""A meeting, with the documents that are held of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.model.agenda import Agenda
from bcbsite.model.arrangements import Arrangements
from bcbsite.model.key import Key, meeting_key
from bcbsite.model.minutes import MeetingKind, Minutes
from bcbsite.model.paper import Paper
from bcbsite.model.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of which a document is held, or that meeting.yaml announces."""

    id: str
    """Its date, with a suffix where a day has two."""
    day: dt.date
    agenda: Agenda | None = None
    minutes: Minutes | None = None
    papers: tuple[Paper, ...] = ()
    arrangements: Arrangements | None = None
    """What its file meeting.yaml says."""

    @property
    def key(self) -> Key:
        """Its name."""
        return meeting_key(self.id)

    @property
    def documents(self) -> Iterator[Agenda | Minutes | Paper]:
        """What is held of it: agenda, minutes, then papers."""
        if self.agenda:
            yield self.agenda
        if self.minutes:
            yield self.minutes
        yield from self.papers

    @property
    def records(self) -> Iterator[Agenda | Minutes | Paper | Arrangements]:
        """Its documents, and the file of its arrangements."""
        yield from self.documents
        if self.arrangements:
            yield self.arrangements

    @property
    def is_held(self) -> bool:
        """Whether any of its documents is held."""
        return any(self.documents)

    @property
    def is_off(self) -> bool:
        """Whether it was cancelled, or moved to another day."""
        return bool(self.arrangements and self.arrangements.is_off)

    @property
    def time(self) -> dt.time | None:
        """When it began or begins."""
        return next((one.time for one in self._sources if one.time), None)

    @property
    def location(self) -> str | None:
        """Where it was or is to be held, as printed."""
        return next((one.location for one in self._sources if one.location), None)

    @property
    def access(self) -> Sitting | None:
        """What says whether the public may attend."""
        return next((one.sitting for one in self._sources if one.sitting.public is not None), None)

    @property
    def _sources(self) -> tuple[Minutes | Arrangements | Agenda, ...]:
        """What says when, where and how it is held: what was, what is arranged, what was announced."""
        return tuple(one for one in (self.minutes, self.arrangements, self.agenda) if one)

    @property
    def kind(self) -> MeetingKind:
        """As the minutes say; where they say nothing, as the folder's name says."""
        if self.minutes and self.minutes.kind:
            return self.minutes.kind
        suffix = self.id[len("2022-02-10") :]
        return MeetingKind.EXTRAORDINARY if "extraordinary" in suffix else MeetingKind.ORDINARY
