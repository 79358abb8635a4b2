"""A meeting, with the documents that are held of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.model.agenda import Agenda
from bcbsite.model.key import Key, meeting_key
from bcbsite.model.minutes import MeetingKind, Minutes
from bcbsite.model.paper import Paper


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of which at least one document is held."""

    id: str
    """Its date, with a suffix where a day has two."""
    day: dt.date
    agenda: Agenda | None = None
    minutes: Minutes | None = None
    papers: tuple[Paper, ...] = ()

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
    def kind(self) -> MeetingKind:
        """As the minutes say; where they say nothing, as the folder's name says."""
        if self.minutes and self.minutes.kind:
            return self.minutes.kind
        suffix = self.id[len("2022-02-10") :]
        return MeetingKind.EXTRAORDINARY if "extraordinary" in suffix else MeetingKind.ORDINARY
