"""Letters become lines: words side by side on one base, apart where there is a wide gap."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bcbsite.importing.document import Run
from bcbsite.importing.pdf import labels
from bcbsite.importing.pdf.drawings import Area
from bcbsite.importing.pdf.labels import Label
from bcbsite.importing.pdf.letters import Letter

# In heights of letters: what parts two words, and what parts two columns or a number from its text.
WORD_GAP = 0.2
SEGMENT_GAP = 1.5
# How many rules or links one line can have.
MOST_MARKS = 200
# H1 to H6, the marks of headings in a tagged PDF.
_HEADING = re.compile(r"H[1-6]")
# What parts a label from its text, as in "16.09.12 - Any Other Business".
_SEPARATORS = frozenset({"-", "–", "—", ":"})


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them, as runs of one style each; `is_raised` where all of them stand
    above the line, as the number of a footnote does.
    """

    runs: tuple[Run, ...]
    x0: float
    x1: float
    text: str
    is_raised: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line with no more than ordinary spaces between them."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Where it begins, in points from the left edge of the page."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends, in points from the left edge of the page."""
        return self.words[-1].x1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one page. The label is not among the words of its segments; a line that is only a label
    has no segments. `tag` as what the file marks all of it (`H1`, `P`, `Artifact`) or "". `right` is where
    full lines of its column end, or 0 where that is the margin.
    """

    page: int
    base: float
    size: float
    segments: tuple[Segment, ...]
    label: Label | None = None
    tag: str = ""
    right: float = 0.0

    @property
    def x0(self) -> float:
        """Where the line begins, with its label."""
        return self.label.x0 if self.label else self.segments[0].x0

    @property
    def text_x(self) -> float:
        """Where its text begins, behind the label."""
        return self.segments[0].x0 if self.segments else self.x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.segments[-1].x1 if self.segments else self.x0

    @property
    def heading(self) -> int:
        """The level of the heading as which the file marks it, or 0."""
        return int(self.tag[1]) if _HEADING.fullmatch(self.tag) else 0

    @property
    def words(self) -> list[Word]:
        """All words without the label."""
        return [word for segment in self.segments for word in segment.words]

    @property
    def text(self) -> str:
        """The line as it is printed, with its label."""
        label = [self.label.text] if self.label else []
        return " ".join(label + [word.text for word in self.words])

    def every(self, style: str) -> bool:
        """Whether all its words have a style of `Run`, such as "bold"."""
        words = self.words
        return bool(words) and all(getattr(run, style) for word in words for run in word.runs)

    def moved(self, step: float) -> "Line":
        """The same line further to the right, by a step in points."""
        label = self.label and replace(self.label, x0=self.label.x0 + step, x1=self.label.x1 + step)
        segments = tuple(
            Segment(tuple(replace(word, x0=word.x0 + step, x1=word.x1 + step) for word in segment.words))
            for segment in self.segments
        )
        return replace(self, segments=segments, label=label)

    def without_label(self) -> "Line":
        """The same line with its label as its first word."""
        if self.label is None:
            return self
        style = replace(self.segments[0].words[0].runs[0], text=self.label.text) if self.segments else None
        word = Word((style or Run(self.label.text),), self.label.x0, self.label.x1, self.label.text)
        first, rest = self.segments[:1], self.segments[1:]
        joined = Segment((word, *(first[0].words if first else ())))
        return replace(self, segments=(joined, *rest), label=None)


class Marks:
    """Rules and links of a page, found by height."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._areas = sorted(areas, key=lambda area: area.top)
        self._tops = [area.top for area in self._areas]
        self._tallest = max((area.bottom - area.top for area in self._areas), default=0.0)

    def between(self, top: float, bottom: float) -> list[Area]:
        """Those that reach into a band of the page; none where they are so many that they draw something."""
        first = bisect_left(self._tops, top - self._tallest)
        last = bisect_left(self._tops, bottom)
        found = [area for area in self._areas[first:last] if area.bottom >= top]
        return found if len(found) <= MOST_MARKS else []


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page: rules, areas of links, and dots that may be bullets."""

    page: int
    rules: Marks
    links: Marks
    dots: Marks


def lines_of(letters: Sequence[Letter], drawn: Drawn) -> list[Line]:
    """The lines of a page or of a cell from top to bottom."""
    rows = _raised_joined([row for group in _by_base(letters) for row in _segments(group)])
    return [line for group in _one_base(rows) if (line := _line(group, drawn))]


def _by_base(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    group: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: (letter.base, letter.x0)):
        if group and letter.base - group[0].base > max(1.0, group[0].size * 0.12):
            yield group
            group = []
        group.append(letter)
    if group:
        yield group


def _segments(group: list[Letter]) -> Iterator[list[Letter]]:
    """The letters of one base from left to right, parted at wide gaps."""
    segment: list[Letter] = []
    end = 0.0
    for letter in sorted(group, key=lambda letter: letter.x0):
        if letter.text == " ":
            if segment:
                segment.append(letter)
            continue
        if segment and letter.x0 - end > max(letter.size, segment[-1].size) * SEGMENT_GAP:
            yield segment
            segment = []
        if not _is_shadow(letter, segment):
            segment.append(letter)
        end = max(letter.x1, end) if segment[1:] else letter.x1
    if segment:
        yield segment


def _is_shadow(letter: Letter, segment: list[Letter]) -> bool:
    """Whether a letter is printed a second time over itself, as some programs make bold."""
    return any(
        letter.text == before.text and letter.x0 - before.x0 < letter.size * 0.12 for before in segment[-2:]
    )


def _raised_joined(rows: list[list[Letter]]) -> list[list[Letter]]:
    """Small raised or lowered letters in the row beside which they stand."""
    kept: list[list[Letter]] = []
    for index, row in enumerate(rows):
        host = _host(row, rows, index)
        if host is None:
            kept.append(row)
        else:
            host.extend(row)
    return kept


def _host(row: list[Letter], rows: list[list[Letter]], index: int) -> list[Letter] | None:
    near = rows[max(0, index - 6) : index] + rows[index + 1 : index + 7]
    for other in near:
        size = other[0].size
        small = row[0].size < size * 0.85 and abs(row[0].base - other[0].base) < size * 0.6
        if small and len(row) <= 6 and _touches(row, other, size):
            return other
    return None


def _touches(row: list[Letter], other: list[Letter], size: float) -> bool:
    x0, x1 = row[0].x0, max(letter.x1 for letter in row)
    return any(
        letter.text != " "
        and letter.size > row[0].size
        and (-size * 0.2 < x0 - letter.x1 < size * 0.4 or -size * 0.2 < letter.x0 - x1 < size * 0.4)
        for letter in other
    )


def _one_base(rows: list[list[Letter]]) -> Iterator[list[list[Letter]]]:
    group: list[list[Letter]] = []
    for row in sorted(rows, key=lambda row: (row[0].base, row[0].x0)):
        if group and row[0].base - group[0][0].base > max(1.5, group[0][0].size * 0.25):
            yield sorted(group, key=lambda row: row[0].x0)
            group = []
        group.append(row)
    if group:
        yield sorted(group, key=lambda row: row[0].x0)


def _line(rows: list[list[Letter]], drawn: Drawn) -> Line | None:
    first = rows[0][0]
    size = max((row[0] for row in rows), key=lambda letter: letter.x1 - letter.x0).size
    band = first.base - size, first.base + size * 0.35
    over, lead = drawn.rules.between(*band), drawn.links.between(*band)
    parts = (Segment(tuple(_words(row, over, lead))) for row in rows)
    segments = tuple(segment for segment in parts if segment.words)
    tags = {letter.tag for row in rows for letter in row if letter.text != " "}
    tag = tags.pop() if len(tags) == 1 else ""
    if not segments:
        return None
    line = labelled(Line(drawn.page, first.base, size, segments, tag=tag))
    return line if line.label else _dotted(line, drawn.dots)


def _dotted(line: Line, dots: Marks) -> Line:
    """The line with a bullet that is drawn before it, if one is."""
    for dot in dots.between(line.base - line.size * 0.8, line.base):
        if line.size * 0.3 < line.x0 - dot.x1 < line.size * 2.5 and dot.bottom <= line.base:
            return replace(line, label=Label("•", dot.x0, dot.x1, True, True))
    return line


def _words(row: list[Letter], rules: list[Area], links: list[Area]) -> Iterator[Word]:
    word: list[Letter] = []
    spaced = False
    for letter in sorted(row, key=lambda letter: letter.x0):
        if letter.text == " ":
            spaced = True
            continue
        if word and _parts(word, letter, spaced):
            yield _word(word, row[0], rules, links)
            word = []
        word.append(letter)
        spaced = False
    if word:
        yield _word(word, row[0], rules, links)


def _parts(word: list[Letter], letter: Letter, spaced: bool) -> bool:
    """Whether a new word begins with a letter. The raised ending of `31st` stands with its number, the
    raised number of a footnote by itself.
    """
    before = word[-1]
    if _is_raised(letter, before):
        return not (before.text.isdigit() and letter.text.isalpha())
    if before.text.isdigit() and letter.text.isalpha() and before.size < letter.size * 0.9:
        return True
    return spaced or letter.x0 - before.x1 > max(letter.size, before.size) * WORD_GAP


def _word(letters: list[Letter], usual: Letter, rules: list[Area], links: list[Area]) -> Word:
    runs: list[Run] = []
    for style, part in groupby(letters, key=lambda letter: _style(letter, rules, links)):
        bold, italic, struck, under, link = style
        printed = "".join(letter.text for letter in part)
        runs.append(Run(printed, bold, italic, struck, link, underlined=under))
    text = "".join(run.text for run in runs)
    return Word(tuple(runs), letters[0].x0, letters[-1].x1, text, _is_raised(letters[0], usual))


def _is_raised(letter: Letter, usual: Letter) -> bool:
    return letter.base < usual.base - usual.size * 0.1 and letter.size < usual.size * 0.9


def _style(letter: Letter, rules: list[Area], links: list[Area]) -> tuple[bool, bool, bool, bool, str]:
    """Whether a letter is bold, italic, struck out and underlined, and where it leads."""
    x = (letter.x0 + letter.x1) / 2
    under = struck = False
    for rule in rules:
        if rule.x0 <= x <= rule.x1:
            depth = (rule.top - letter.base) / letter.size
            under = under or -0.05 <= depth <= 0.25
            struck = struck or -0.4 <= depth <= -0.15
    link = next((a.link for a in links if a.x0 <= x <= a.x1 and a.top <= letter.base <= a.bottom + 2), "")
    return letter.bold, letter.italic, struck, under and not link, link


def labelled(line: Line) -> Line:
    """The line with the label with which it begins, if it begins with one."""
    first = line.segments[0].words[0]
    following = line.words[1] if len(line.words) > 1 else None
    gap = following.x0 - first.x1 if following else 0.0
    bullet = labels.is_bullet(first.text, gap, line.size)
    if bullet or (following and _is_label(line, first, following)):
        sure = bullet or gap > line.size * 0.8
        label = Label(first.text, first.x0, first.x1, bullet, sure)
        rest = _without_first(line.segments)
        if not bullet and len(line.words) > 2 and following and following.text in _SEPARATORS:
            rest = _without_first(rest)
        return replace(line, segments=rest, label=label)
    stuck = labels.stuck_label(first.text)
    return _unstuck(line, first, stuck) if stuck else line


def _is_label(line: Line, first: Word, following: Word) -> bool:
    """Whether the first word is a label: before a heading a plain number is one too."""
    gap = following.x0 - first.x1
    if labels.is_label(first.text, following.text, gap, line.size):
        return True
    is_heading = bool(line.heading) or line.every("bold") or line.every("underlined")
    return is_heading and labels.is_heading_number(first.text, following.text)


def _without_first(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    words = segments[0].words[1:]
    return (Segment(words), *segments[1:]) if words else segments[1:]


def _unstuck(line: Line, first: Word, label: str) -> Line:
    if not first.runs[0].text.startswith(label):
        return line
    x = first.x0 + (first.x1 - first.x0) * len(label) / len(first.text)
    head = replace(first.runs[0], text=first.runs[0].text[len(label) :])
    runs = tuple(run for run in (head, *first.runs[1:]) if run.text)
    word = Word(runs, x, first.x1, first.text[len(label) :])
    segment = Segment((word, *line.segments[0].words[1:]))
    return replace(
        line, segments=(segment, *line.segments[1:]), label=Label(label, first.x0, x, False, False)
    )
