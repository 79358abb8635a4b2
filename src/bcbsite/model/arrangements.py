"""What is arranged of a meeting whatever its documents say: its state, how to watch it, the next one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bcbsite.diagnostics import Span
from bcbsite.model.document import Status, Waiver
from bcbsite.model.reference import Reference
from bcbsite.model.sitting import Sitting


class MeetingState(StrEnum):
    """Whether a meeting goes ahead."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class RecordedItem:
    """Where in a recording an item begins."""

    place: str
    """The item or paragraph, as printed."""
    offset: dt.timedelta
    """From the beginning of the recording."""
    at: Span

    @property
    def clock(self) -> str:
        """`1:02:05`: hours, minutes and seconds, as players of recordings show them."""
        minutes, seconds = divmod(int(self.offset.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording of a meeting, which lies elsewhere."""

    url: str
    items: tuple[RecordedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrangements:
    """The file `meeting.yaml` of a meeting."""

    at: Span
    """Where the file begins."""
    status: Status
    publish_at: dt.datetime | None
    """The instant before which nothing of it is public."""
    state: MeetingState | None
    reason: str | None
    """Why it was cancelled or moved."""
    moved_to: Reference | None
    changed: dt.date | None
    """The day on which it was cancelled or moved, or planned again."""
    time: dt.time | None
    location: str | None
    sitting: Sitting
    """Whether the public may attend; nothing else."""
    livestream: str | None
    """The address at which it can be watched."""
    recording: Recording | None
    next_meeting: Reference | None
    waive: tuple[Waiver, ...]
    spans: Mapping[str, Span]
    """Where the value of each key stands."""

    @property
    def is_off(self) -> bool:
        """Whether the meeting does not take place on its day."""
        return self.state in (MeetingState.CANCELLED, MeetingState.MOVED)
