"""Running text with its emphasis and links, kept apart from one another.

The plain text is what is searched, compared, quoted and exported; the marks say what stands where in it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark does to the text it covers."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    BREAK = "break"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is emphasised, linked …; marks of one text nest and never cross."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; a break covers the line end it stands for."""
    kind: MarkKind
    target: str = ""
    """Where a link leads, as written; where an image lies; the label of a footnote."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of one paragraph, heading or cell."""

    text: str
    """As printed, without markup; the source's line ends stay."""
    marks: tuple[Mark, ...] = ()
    """In order of start, the outer before the inner."""

    def __str__(self) -> str:
        return self.text

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
