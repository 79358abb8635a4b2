"""What looks like a mention, before it is known whether it names anything."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bcbsite.model.key import Key


class Form(StrEnum):
    """What kind of record a mention names."""

    MEETING = "meeting"
    ACTION = "action"
    AGENDA_ITEM = "agenda item"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that look like a mention."""

    start: int
    end: int
    form: Form
    number: str = ""
    """Of an action or an item, as printed."""
    item: str | None = None
    """Of an action: the agenda item that is named with it."""
    action: str | None = None
    """Of an agenda item: the number of the action that it is named with, where no day is."""
    day: date | None = None
    """Of a meeting; of an action or item, that of the meeting that is named with it."""
    certain: bool = True
    """Of a meeting: whether the words say by themselves that it was the board's; of an action: whether no
    other time is named in its sentence."""
    planned: bool = False
    """Of a meeting: whether the words say that it is to come."""
    extraordinary: bool = False
    why_not: str = ""
    """Why it cannot be linked, where the wording says so already."""


@dataclass(frozen=True, eq=False)
class Namesakes:
    """The records that have one title or name; known again by itself, and not by comparing all of them."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a title, a name or a reference stands."""

    start: int
    end: int
    targets: Namesakes
    """What has it."""
