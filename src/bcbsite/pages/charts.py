"""Pictures of numbers: where their bars and words stand. The templates in `components/charts/` draw them.

Across, all places are in percent of the picture's width, and down in pixels: so a picture becomes as wide as
its page, and its words keep their size, which a scaled picture's would not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

FEWEST = 3
"""Of fewer rows that are more than nothing no picture is made: it would say no more than their numbers."""

FEWEST_RECORDS = 20
"""Of fewer actions, or decisions, a page has no picture: a reader sees them all at a glance."""

STYLES = 4
"""So many colours, each with a pattern of its own, can be told apart."""

_COLUMN_HEIGHT = 150
_TOP = 20
"""Above the highest column, for its number."""
_WIDEST_COLUMN = 12
_DIGIT, _BETWEEN, _NARROWEST = 7.2, 6, 350
"""How wide a character is and the room beside a word, and the narrowest picture, in pixels."""
_ROW = 46
_ROW_BAR = 16
_LONGEST_BAR = 84
"""Of 100: the rest is for the number."""
_THINNEST = 2
"""What is not nothing can be seen."""


@dataclass(frozen=True, slots=True)
class Series:
    """What one kind of bar stands for."""

    name: str
    style: int
    """1 to 4: its colour and its pattern."""


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of one column or bar, and a row of the picture's table."""

    name: str
    values: tuple[int, ...]
    """One for each series."""
    tick: str = ""
    """What stands under a column, where that is not its name."""
    era: str = ""
    """A second line under it."""
    gap: str = ""
    """Why there are no numbers, where that does not mean that there was nothing."""

    @property
    def total(self) -> int:
        """All its values together."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: across in percent, down in pixels."""

    style: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """Words: across in percent, down in pixels."""

    words: str
    x: float
    y: float
    anchor: str = "middle"
    """Which part of the words stands at that place: start, middle or end."""
    shift: int = 0
    """How many pixels further right they are."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its table."""

    id: str
    title: str
    finding: str
    """What it shows, in a sentence: the text that stands for it where it is not seen."""
    head: str
    """What the names of the rows are, as the head of their column: `Year`."""
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    height: int
    bars: tuple[Bar, ...]
    texts: tuple[Text, ...]
    baseline: int | None = None
    """Where the line is that columns stand on."""
    gaps: tuple[Bar, ...] = ()
    """Behind the columns: where there are no numbers."""

    @property
    def gap(self) -> str:
        """Why there are none there, or nothing."""
        return next((row.gap for row in self.rows if row.gap), "")


def columns(
    id_: str, title: str, finding: str, *, head: str, series: Sequence[Series], rows: Sequence[Row]
) -> Chart | None:
    """*rows* as columns beside one another, their values on top of one another; nothing for too few."""
    if _is_too_little(rows):
        return None
    base, slot = _TOP + _COLUMN_HEIGHT, 100 / len(rows)
    width = min(0.7 * slot, _WIDEST_COLUMN)
    highest = max(row.total for row in rows)
    has_room = len(rows) * len(str(highest)) * _DIGIT <= _NARROWEST
    longest = max(len(row.tick or row.name) for row in rows)
    step = ceil(len(rows) * (longest * _DIGIT + _BETWEEN) / _NARROWEST)
    bars: list[Bar] = []
    texts: list[Text] = []
    for n, row in enumerate(rows):
        middle, top = slot * (n + 0.5), float(base)
        for value, kind in zip(row.values, series, strict=True):
            if value:
                height = max(_THINNEST, _COLUMN_HEIGHT * value / highest)
                top -= height
                bars.append(_bar(kind.style, middle - width / 2, top, width, height))
        if row.total and (has_room or row.total == highest):
            texts.append(Text(f"{row.total:,}", round(middle, 2), round(top - 5, 1)))
        if (len(rows) - 1 - n) % step == 0:
            texts.append(Text(row.tick or row.name, round(middle, 2), base + 16))
        if row.era:
            texts.append(Text(row.era, round(middle, 2), base + 34))
    height = base + (40 if any(row.era for row in rows) else 24)
    drawn = height, tuple(bars), tuple(texts), base, tuple(_gaps(rows, slot))
    return Chart(id_, title, finding, head, tuple(series), tuple(rows), *drawn)


def _gaps(rows: Sequence[Row], slot: float) -> Iterator[Bar]:
    """A rectangle for each run of rows without numbers; *slot* is how wide a row is."""
    n = 0
    for gap, of_run in groupby(rows, key=lambda row: row.gap):
        length = len(list(of_run))
        if gap:
            yield _bar(0, slot * n, _TOP, slot * length, _COLUMN_HEIGHT)
        n += length


def bars(
    id_: str, title: str, finding: str, *, head: str, series: Sequence[Series], rows: Sequence[Row]
) -> Chart | None:
    """*rows* as bars below one another, each with its name above it; nothing for too few."""
    if _is_too_little(rows):
        return None
    longest = max(row.total for row in rows)
    found: list[Bar] = []
    texts: list[Text] = []
    for n, row in enumerate(rows):
        x, y = 0.0, n * _ROW + 20
        texts.append(Text(row.name, 0, y - 5, "start"))
        for value, kind in zip(row.values, series, strict=True):
            width = _LONGEST_BAR * value / longest
            if value:
                found.append(_bar(kind.style, x, y, width, _ROW_BAR))
            x += width
        texts.append(Text(f"{row.total:,}", round(x, 2), y + 13, "start", shift=6))
    return Chart(
        id_,
        title,
        finding,
        head,
        tuple(series),
        tuple(rows),
        len(rows) * _ROW,
        tuple(found),
        tuple(texts),
    )


def _is_too_little(rows: Sequence[Row]) -> bool:
    return sum(row.total > 0 for row in rows) < FEWEST


def _bar(style: int, x: float, y: float, width: float, height: float) -> Bar:
    return Bar(style, round(x, 2), round(y, 1), round(width, 2), round(height, 1))
