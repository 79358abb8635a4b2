"""meeting.yaml becomes the arrangements of a meeting."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bcbsite.diagnostics import Diagnostic
from bcbsite.model.arrangements import Arrangements, MeetingState, RecordedItem, Recording
from bcbsite.model.document import Status
from bcbsite.model.reference import Reference
from bcbsite.read.date_kinds import DATE, TIME
from bcbsite.read.document import PUBLISH_AT, WAIVE, status_field
from bcbsite.read.fields import Field, Keys, Values
from bcbsite.read.kinds import TEXT, WEB_ADDRESS, Choice, ListOf, scalar
from bcbsite.read.references import Place
from bcbsite.read.sitting import ACCESS, sitting
from bcbsite.read.yaml import Node, Problems, compose
from bcbsite.source import Source

# 1:02:05, 62:05 or 0:45
_OFFSET = re.compile(r"(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)")


@dataclass(frozen=True)
class _Offset:
    """A time in a recording."""

    name: str = "a time in a recording such as 1:02:05 or 62:05"

    def read(self, node: Node, problems: Problems) -> timedelta | None:
        """How long after the beginning."""
        if (text := scalar(node, problems, self.name)) is None:
            return None
        found = _OFFSET.fullmatch(text.strip())
        hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        if found is None or (found["hours"] and minutes > 59):
            problems.add("BCB220", node, f"“{text}” is not {self.name}.")
            return None
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)


@dataclass(frozen=True)
class _Meeting(Place):
    """A meeting as a whole."""

    name: str = "a meeting such as 2022-02-10"

    def read(self, node: Node, problems: Problems) -> Reference | None:
        """The meeting; a place in its record is none."""
        found = super().read(node, problems)
        if found and found.place:
            problems.add("BCB204", node, f"“{found}” is not {self.name}.")
            return None
        return found


_MEETING = _Meeting()
_RECORDING = Keys(
    "the recording",
    {
        "url": Field(WEB_ADDRESS, "where it can be watched", required=True),
        "items": Field(
            ListOf(
                Keys(
                    "an item in the recording",
                    {
                        "at": Field(TEXT, "the item or paragraph, as printed", required=True),
                        "time": Field(_Offset(), "when it begins in the recording", required=True),
                    },
                    lambda v: RecordedItem(v["at"], v["time"], v.span),
                )
            ),
            "when items begin",
        ),
    },
    lambda v: Recording(v["url"], v["items"]),
)

MEETING = Keys(
    "meeting.yaml",
    {
        "state": Field(Choice(tuple(MeetingState), MeetingState), "whether the meeting goes ahead"),
        "reason": Field(TEXT, "why it was cancelled or moved; the public sees it", needs="state"),
        "moved_to": Field(_MEETING, "the day to which it was moved", needs="state"),
        "changed": Field(DATE, "the day on which it was cancelled or moved, or planned again", needs="state"),
        "time": Field(TIME, "when it begins"),
        "location": Field(TEXT, "where it is held"),
        **ACCESS,
        "livestream": Field(WEB_ADDRESS, "where it can be watched live"),
        "recording": Field(_RECORDING, "where it can be watched afterwards"),
        "next_meeting": Field(_MEETING, "the day of the meeting after it"),
        "status": status_field(Status.FINAL, Status.DRAFT),
        "publish_at": PUBLISH_AT,
        "waive": WAIVE,
    },
)


def read_arrangements(source: Source) -> tuple[Arrangements | None, list[Diagnostic]]:
    """The arrangements in *source*; none where it cannot be read, or says of a state what cannot be."""
    problems = Problems(source)
    node = compose(source.text, problems, source)
    if node is None:
        return None, problems.found
    values: Values = MEETING.values(node, problems)
    _note_odd_state(values, problems)
    v = values.values
    arrangements = Arrangements(
        at=source.span(),
        status=v["status"] or Status.FINAL,
        sitting=sitting(values),
        spans=values.spans,
        **{key: v[key] for key in _PLAIN},
    )
    return arrangements, problems.found


_PLAIN = tuple(key for key in MEETING.fields if key not in ("status", *ACCESS))


def _note_odd_state(v: Values, problems: Problems) -> None:
    """Note where the keys about the state do not go together."""
    state, moved = v["state"], v["moved_to"]
    if state is MeetingState.MOVED and moved is None and "moved_to" not in v.spans:
        message = "The meeting is moved, and nothing says to which day."
        problems.add("BCB221", v.at("state"), message, "Add moved_to: and the day.")
    elif moved and state is not MeetingState.MOVED and state:
        message = f"The meeting is {state}, and “moved_to” says that it was moved."
        problems.add("BCB221", v.at("moved_to"), message, "Write state: moved, or take moved_to out.")
    elif v["reason"] and state is MeetingState.PLANNED:
        message = "The meeting is planned, so nothing needs a reason."
        problems.add("BCB221", v.at("reason"), message, "Write state: cancelled or moved; or take it out.")
