"""The name of a record: in a link that a writer makes, in a mention, and in lists of records."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from bcbsite.kept import by_value


class RecordKind(StrEnum):
    """A kind of record; its value is the word before the colon in a link."""

    MEETING = "meeting"
    AGENDA = "agenda"
    MINUTES = "minutes"
    PAPER = "paper"
    ACTION = "action"
    INSPECTION = "section-55"
    NOTICE = "decision"
    PERSON = "person"


_FORM = re.compile(rf"(?P<kind>{'|'.join(RecordKind)}):(?P<id>[^#]*)(?:#(?P<place>.+))?")


@by_value
@dataclass(frozen=True, slots=True)
class Key:
    """A record, or a place in it; as text `meeting:2022-02-10#5.3`."""

    kind: RecordKind
    id: str
    """Which record of its kind: `2022-02-10`, `2021/10`, of a paper `2022-02-10/05-budget`."""
    place: str | None = None
    """A printed number, or an anchor."""

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The key that *text* is, or None where it is none."""
        match = _FORM.fullmatch(text)
        return cls(RecordKind(match["kind"]), match["id"], match["place"]) if match else None

    def __str__(self) -> str:
        place = f"#{self.place}" if self.place else ""
        return f"{self.kind}:{self.id}{place}"

    @property
    def record(self) -> Self:
        """The record as a whole."""
        return replace(self, place=None) if self.place else self

    def at(self, place: str) -> Self:
        """A place in this record."""
        return replace(self, place=place)


def meeting_key(meeting: str, place: str | None = None) -> Key:
    """A meeting, or a place in its record."""
    return Key(RecordKind.MEETING, meeting, place)


def paper_key(meeting: str, file_name: str) -> Key:
    """A paper, by its meeting and its file's name without the ending."""
    return Key(RecordKind.PAPER, f"{meeting}/{file_name}")


THE_ACT = Key(RecordKind.INSPECTION, "")
"""Section 55 itself, which stands for the list of reports."""
