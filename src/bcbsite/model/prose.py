"""Running text with its emphasis and links, kept apart from one another.

The plain text is what is searched, compared, quoted and exported; the marks say what stands where in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark does to the text it covers."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    MENTION = "mention"
    IMAGE = "image"
    BREAK = "break"
    FOOTNOTE = "footnote"


_LINKED = (MarkKind.LINK, MarkKind.MENTION, MarkKind.CODE, MarkKind.IMAGE, MarkKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is emphasised, linked …; marks of one text nest and never cross."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; a break covers the line end it stands for."""
    kind: MarkKind
    target: str = ""
    """Where a link or a mention leads, as a link is written; where an image lies; the label of a footnote."""
    at: tuple[int, int] | None = field(default=None, compare=False)
    """The line and column of a link's address in its file, where they are known."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of one paragraph, heading or cell."""

    text: str
    """As printed, without markup; the source's line ends stay."""
    marks: tuple[Mark, ...] = ()
    """In order of start, the outer before the inner."""

    def __str__(self) -> str:
        return self.text

    def takes(self, start: int, end: int) -> bool:
        """Whether the characters from *start* to *end* can be a link: none is there, and marks nest."""
        return not any(
            mark.kind in _LINKED or _cross(mark, start, end)
            for mark in self.marks
            if mark.start < end and mark.end > start
        )

    def with_marks(self, marks: Iterable[Mark]) -> "Prose":
        """The same with *marks* too, each of which it takes."""
        ordered = sorted((*self.marks, *marks), key=lambda mark: (mark.start, -mark.end))
        return Prose(self.text, tuple(ordered))

    def cut(self, length: int) -> "Prose":
        """The same without its first *length* characters."""
        if not self.marks:
            return Prose(self.text[length:])
        return self.slice(length, len(self.text))

    def slice(self, start: int, end: int) -> "Prose":
        """The characters from *start* to *end*, with what of the marks lies there."""
        marks = (
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if mark.end > start and mark.start < end
        )
        return Prose(self.text[start:end], tuple(marks))


def _cross(mark: Mark, start: int, end: int) -> bool:
    within = mark.start <= start and end <= mark.end
    around = start <= mark.start and mark.end <= end
    return not (within or around)
