"""Running text with its emphasis and links, kept apart from one another.

The plain text is what is searched, compared, quoted and exported; the marks say what stands where in it.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
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


class Room:
    """Where in a text there is room for links: where none is, and no mark would be crossed, as marks nest."""

    def __init__(self, prose: Prose) -> None:
        self._marks = list(prose.marks)
        self._starts = [mark.start for mark in self._marks]
        self._around: list[int | None] = []
        """For each mark the number of the one that it lies in."""
        open_: list[int] = []
        for n, mark in enumerate(self._marks):
            while open_ and self._marks[open_[-1]].end <= mark.start:
                open_.pop()
            self._around.append(open_[-1] if open_ else None)
            open_.append(n)
        self._filled: list[tuple[int, int]] = []

    def takes(self, start: int, end: int) -> bool:
        """Whether the characters from *start* to *end* can be a link."""
        at = bisect_left(self._filled, (start, end))
        beside = self._filled[max(0, at - 1) : at + 1]
        if any(first < end and last > start for first, last in beside):
            return False
        return all(m.kind not in _LINKED and not _cross(m, start, end) for m in self._over(start, end))

    def fill(self, start: int, end: int) -> None:
        """Note that these characters, which it takes, are a link now."""
        insort(self._filled, (start, end))

    def _over(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that have one of the characters: those that begin among them, and those around these."""
        before, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        yield from self._marks[before:after]
        around = before - 1 if before else None
        while around is not None:
            if self._marks[around].end > start:
                yield self._marks[around]
            around = self._around[around]


def _cross(mark: Mark, start: int, end: int) -> bool:
    within = mark.start <= start and end <= mark.end
    around = start <= mark.start and mark.end <= end
    return not (within or around)
