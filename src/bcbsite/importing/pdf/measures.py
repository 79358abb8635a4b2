"""What holds for all lines of a file or of a column: margins, and the distance from line to line."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bcbsite.importing.pdf.lines import Line

# How far, in points, two lines of one paragraph or column may begin apart.
SAME_X = 4.0
# With what a sentence, or a part of it that another line may follow, ends.
ENDS = tuple(".:;!?")
# The words of a text without digits and signs: "self-nominations" has two.
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text of a column begins and its full lines end, in points from the left of the page.
    `indented` are the ends of full lines by where these begin, in steps of `SAME_X`, where they are known.
    """

    left: float
    right: float
    indented: Mapping[int, float] = field(default_factory=dict)

    def right_of(self, line: Line) -> float:
        """Where a line that begins as this one does ends if it is full."""
        return self.indented.get(_step(line), self.right)


@dataclass(frozen=True, slots=True)
class Measure:
    """What holds for a whole file: its margins, from line to line in heights of letters, whether its lines
    are stretched to the right margin, whether its paragraphs mostly have space between them, and the words
    that stand in it, folded.
    """

    margins: Column
    pitch: float
    is_justified: bool
    is_spaced: bool
    words: frozenset[str]


def measure(lines: Sequence[Line]) -> Measure:
    """The measure of a file by all its lines."""
    margins = column_of(lines)
    full = sum(line.x1 > margins.right - 1.5 for line in lines)
    texts = {word.text for line in lines for word in line.words}
    words = frozenset(part.casefold() for text in texts for part in (text, *LETTERS.findall(text)))
    pitch = _pitch(lines)
    return Measure(margins, pitch, full * 3 > len(lines), _is_spaced(lines, margins, pitch), words)


def _is_spaced(lines: Sequence[Line], margins: Column, pitch: float) -> bool:
    """Whether space mostly follows the last lines of paragraphs: short ones that end with a full stop."""
    ends = [
        below.base - last.base > last.size * pitch * 1.3
        for last, below in pairwise(lines)
        if last.page == below.page and last.text.endswith(".") and last.x1 < margins.right * 0.85
    ]
    return len(ends) >= 3 and sum(ends) * 10 >= len(ends) * 7


def column_of(lines: Sequence[Line]) -> Column:
    """The column of lines: the leftmost place where several begin, and where the longest ends."""
    lefts = Counter(round(line.x0) for line in lines)
    several = min(2, max(lefts.values(), default=0))
    left = min((x for x, times in lefts.items() if times >= several), default=0)
    return Column(float(left), max((line.x1 for line in lines), default=0.0), _indented(lines))


def _step(line: Line) -> int:
    return round(line.text_x / SAME_X)


def _indented(lines: Sequence[Line]) -> dict[int, float]:
    """Where full lines of each indent end at most: a sentence that goes on in the next line did so because
    the next word had no room. The smallest room is left aside, because a person may have broken that line.
    """
    rooms: dict[int, list[float]] = defaultdict(list)
    longest: dict[int, float] = defaultdict(float)
    for line in lines:
        longest[_step(line)] = max(longest[_step(line)], line.x1)
    for last, line in _sentences(lines):
        rooms[_step(line)].append(last.x1 + line.words[0].x1 - line.words[0].x0 + last.size * 0.25)
    return {step: max(longest[step], sorted(ends)[1]) for step, ends in rooms.items() if len(ends) > 3}


def _sentences(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Lines with those that go on with their sentence beyond doubt."""
    for last, line in pairwise(lines):
        if line.label or not last.words or not line.words or last.page != line.page:
            continue
        follows = abs(_step(last) - _step(line)) <= 1 and 0 < line.base - last.base < last.size * 1.6
        before, after = last.words[-1].text, line.words[0].text
        if follows and after[:1].islower() and not before.endswith(ENDS):
            yield last, line


def _pitch(lines: Sequence[Line]) -> float:
    """The smallest distance from line to line among those that come often: blank lines come often too."""
    steps = Counter(
        round((below.base - above.base) / above.size, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and 0.8 < (below.base - above.base) / above.size < 2.6
    )
    often = max(steps.values(), default=0)
    return min((step for step, times in steps.items() if times * 2.5 >= often), default=1.2)
