"""Text in columns: prose that runs down one column and then the next, and tables set by alignment alone."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bcbsite.importing.pdf.lines import Line, Segment, labelled
from bcbsite.importing.pdf.measures import SAME_X

# A strip between two columns, in heights of letters, and how many rows must have words on both sides.
STRIP = 0.25
FEWEST_ROWS = 3
# How many lines before and after one show where its columns begin, and the least gap before one.
NEAR = 4
SMALL_GAP = 0.4
# How many strips are followed from line to line.
MOST_STRIPS = 40
# Prose columns: how many lines each, how much of the width their lines fill, and the least width in points.
FEWEST_LINES = 6
FILLED = 0.7
NARROWEST = 90.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines set in columns. `starts` are where the columns begin; the label of a line stands before the
    first. `is_labelled` where rows begin with labels.
    """

    lines: tuple[Line, ...]
    starts: tuple[float, ...]
    is_labelled: bool


def in_order(lines: Sequence[Line], known: float | None) -> tuple[list[Line], float | None]:
    """The lines of a page in the order in which they are read, of prose in two columns first all of the left
    one, and where the right one begins. `known` is where it begins on the page before, whose text goes on.
    """
    split = _gutter(lines)
    if split and _is_prose(_left(lines, split)) and _is_prose(_right(lines, split)):
        return _down(lines, split), split[0]
    if known is not None:
        end = next((index for index, line in enumerate(lines) if _crosses(line, known)), len(lines))
        split = known, 0, end
        if _left(lines, split) and _right(lines, split):
            return _down(lines, split), known
    return list(lines), None


# Where the right column begins, and the first line of both columns and the one after the last.
_Split = tuple[float, int, int]


def _left(lines: Sequence[Line], split: _Split) -> list[Line]:
    place, first, last = split
    return [half for line in lines[first:last] if (half := _halves(line, place)[0])]


def _right(lines: Sequence[Line], split: _Split) -> list[Line]:
    place, first, last = split
    return [half for line in lines[first:last] if (half := _halves(line, place)[1])]


def _down(lines: Sequence[Line], split: _Split) -> list[Line]:
    """The left column and then the right one, moved to where the left one stands."""
    left, right = _left(lines, split), _right(lines, split)
    step = min(line.x0 for line in right) - min(line.x0 for line in left)
    halves = (left, [line.moved(-step) for line in right])
    ended = [replace(line, right=end) for half in halves for end in [_end_of(half)] for line in half]
    return [*lines[: split[1]], *ended, *lines[split[2] :]]


def _end_of(lines: Sequence[Line]) -> float:
    return max(line.x1 for line in lines)


def _gutter(lines: Sequence[Line]) -> tuple[float, int, int] | None:
    """Where the second column of a page begins, and between which lines nothing crosses its left edge."""
    starts = Counter(round(segment.x0) for line in lines for segment in line.segments)
    leftmost = min(starts, default=0)
    likely = [
        (times, -x) for x, times in starts.items() if x > leftmost + NARROWEST and times >= FEWEST_LINES
    ]
    if not likely:
        return None
    place = -max(likely)[1] - 2.0
    best, first = (0, 0), 0
    for index, line in enumerate([*lines, None]):
        if line is None or _crosses(line, place):
            best = max(best, (first, index), key=lambda span: span[1] - span[0])
            first = index + 1
    return place, *best


def _crosses(line: Line, place: float) -> bool:
    return any(segment.x0 < place and segment.x1 > place - line.size * STRIP for segment in line.segments)


def _halves(line: Line, place: float) -> tuple[Line | None, Line | None]:
    left = tuple(segment for segment in line.segments if segment.x0 < place)
    right = tuple(segment for segment in line.segments if segment.x0 >= place)
    if line.label and line.label.x0 >= place:
        return None, line
    first = replace(line, segments=left) if left or line.label else None
    return first, labelled(replace(line, segments=right, label=None)) if right else None


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines fill their column as sentences do, which cells of a table do not."""
    if len(lines) < FEWEST_LINES:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    full = sum(line.x1 - line.x0 > width * FILLED for line in lines)
    return width >= NARROWEST and full * 2 > len(lines)


def aligned(lines: Sequence[Line]) -> Iterator[Line | Aligned]:
    """The lines of a file in their order, those that are set in columns as one piece."""
    region = _Region()
    for line in _parted(lines):
        if region.takes(line):
            continue
        yield from region.closed()
        region = _Region()
        if not region.takes(line):
            yield line
    yield from region.closed()


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with a gap also where it is small but a column of lines near by begins behind it."""
    starts = [(line.page, {round(segment.x0) for segment in line.segments[1:]}) for line in lines]
    for index, line in enumerate(lines):
        near = Counter(
            x for page, xs in starts[max(0, index - NEAR) : index + NEAR + 1] if page == line.page for x in xs
        )
        columns = {x for x, times in near.items() if times > 1}
        yield replace(line, segments=tuple(_split(line, columns))) if columns else line


def _split(line: Line, columns: set[int]) -> Iterator[Segment]:
    for segment in line.segments:
        first = 0
        for index, (before, word) in enumerate(pairwise(segment.words), 1):
            if round(word.x0) in columns and word.x0 - before.x1 > line.size * SMALL_GAP:
                yield Segment(segment.words[first:index])
                first = index
        yield Segment(segment.words[first:])


class _Region:
    """Lines between whose columns a strip stays free, from the first with a gap."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.strips: list[tuple[float, float]] = []
        self.text_x: float | None = None
        self.label_x: float | None = None

    def takes(self, line: Line) -> bool:
        """Whether the line belongs to the region, which then has it."""
        if self.lines and self._leaves(line):
            return False
        strips = _narrowed(self.strips, line) if self.lines else _gaps(line)
        if not strips:
            return False
        self.strips = strips
        self.lines.append(line)
        if _is_numbered(line) and (self.label_x is None or line.x0 < self.label_x + SAME_X):
            self.label_x = line.x0 if self.label_x is None else min(line.x0, self.label_x)
            self.text_x = line.text_x if self.text_x is None else min(line.text_x, self.text_x)
        return True

    def _leaves(self, line: Line) -> bool:
        """Whether a line without a label begins left of where the text of numbered rows does."""
        return self.text_x is not None and not _is_numbered(line) and line.x0 < self.text_x - SAME_X

    def closed(self) -> Iterator[Line | Aligned]:
        """What the region turned out to be: lines in columns, or lines."""
        rows = [index for index, line in enumerate(self.lines) if len(line.segments) > 1]
        if len(rows) < FEWEST_ROWS:
            yield from self.lines
            return
        is_labelled = sum(map(self._begins_row, self.lines)) > 1
        end = len(self.lines) if is_labelled else self._end(rows[-1] + 1)
        starts = _starts(self.lines[:end])
        supported = sum(len(self.lines[index].segments) > 1 for index in rows if index < end)
        if len(starts) < 2 or supported < FEWEST_ROWS:
            yield from self.lines
            return
        yield Aligned(tuple(self.lines[:end]), starts, is_labelled)
        yield from self.lines[end:]

    def _begins_row(self, line: Line) -> bool:
        return self.label_x is not None and _is_numbered(line) and line.x0 < self.label_x + SAME_X

    def _end(self, end: int) -> int:
        """Where the columns end: after the last row come only lines of a later column."""
        starts = _starts(self.lines[:end])[1:]
        while end < len(self.lines) and _begins_at(self.lines[end], starts):
            end += 1
        return end


def _is_numbered(line: Line) -> bool:
    return bool(line.label and not line.label.bullet)


def _begins_at(line: Line, starts: tuple[float, ...]) -> bool:
    return line.label is None and any(abs(line.x0 - start) < SAME_X for start in starts)


def _gaps(line: Line) -> list[tuple[float, float]]:
    return [(left.x1, right.x0) for left, right in zip(line.segments, line.segments[1:], strict=False)]


def _narrowed(strips: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """What a line leaves free of strips; of two parts of one strip the wider."""
    kept = []
    for left, right in strips:
        parts = [(left, right)]
        for x0, x1 in _covered(line):
            parts = [
                part
                for low, high in parts
                for part in ((low, min(high, x0)), (max(low, x1), high))
                if part[1] > part[0]
            ]
        part = max(parts, key=lambda part: part[1] - part[0], default=(0.0, 0.0))
        if part[1] - part[0] > line.size * STRIP:
            kept.append(part)
    return sorted(kept, key=lambda strip: strip[0] - strip[1])[:MOST_STRIPS]


def _covered(line: Line) -> Iterator[tuple[float, float]]:
    """Where on its width a line has words; a label with its text is one piece."""
    for index, segment in enumerate(line.segments):
        yield (line.x0 if index == 0 else segment.x0), segment.x1


def _starts(lines: Sequence[Line]) -> tuple[float, ...]:
    """Where the columns of lines begin: after each strip that no line crosses."""
    if not lines:
        return ()
    spans = sorted(span for line in lines for span in _covered(line))
    size = max(line.size for line in lines)
    starts: list[float] = []
    end = float("-inf")
    for x0, x1 in spans:
        if x0 - end > size * STRIP:
            starts.append(x0)
        end = max(end, x1)
    return tuple(starts)


def cells_of(line: Line, starts: tuple[float, ...]) -> list[Line | None]:
    """A line in columns as a line for each column, without its label; None where it has no words there."""
    found: list[list[Segment]] = [[] for _ in starts]
    for index, segment in enumerate(line.segments):
        x0 = line.x0 if index == 0 else segment.x0
        column = max(0, bisect_right(starts, x0 + 0.5) - 1)
        found[column].append(segment)
    return [replace(line, segments=tuple(segments), label=None) if segments else None for segments in found]
