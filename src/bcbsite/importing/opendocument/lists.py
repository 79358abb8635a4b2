"""The numbers of lists and headings in OpenDocument files, counted as LibreOffice counts them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from bcbsite.importing.number_formats import formatted, letters_in_places
from bcbsite.importing.opendocument.styles import Styles
from bcbsite.importing.opendocument.xml import FO, LIBRE, STYLE, TEXT, XML, points, whole

LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")  # “%1%.%2%.”
_FORMATS = {
    "1": "decimal",
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
    "01, 02, 03, ...": "decimalZero",
    "1st": "ordinal",
    "First": "ordinalText",
    "One": "cardinalText",
    "": "none",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the style of a list."""

    text: str = ""
    """What is printed, with `%1%` for the number of the first level and so on."""
    format: str = ""
    in_places: bool = False
    """Whether 28 is `ab`, and not `bb`."""
    start: int = 1
    is_bullet: bool = False
    indent: float | None = None

    def printed(self, count: int) -> str:
        """The number alone."""
        if self.in_places and self.format in ("a", "A") and count > 0:
            found = letters_in_places(count)
            return found.upper() if self.format == "A" else found
        return formatted(count, _FORMATS.get(self.format, self.format))


NO_LEVEL = Level()


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph of a list."""

    text: str
    is_bullet: bool
    indent: float | None
    is_understood: bool = True


@dataclass(slots=True)
class Counts:
    """The numbers that a list has come to."""

    at: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Lists:
    """Counts the entries of the lists of one story, in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str, Counts] = {}
        self._outline = Counts()

    def counts_of(self, element: etree._Element, style: str) -> Counts:
        """The numbers that an outermost list begins with: its own, or those of the list it continues."""
        continued, own = element.get(f"{TEXT}continue-list"), element.get(f"{XML}id")
        counts = None
        if continued:
            counts = self._by_id.setdefault(continued, Counts())
        elif element.get(f"{TEXT}continue-numbering") == "true":
            counts = self._by_style.get(style)
        counts = counts or Counts()
        if own:
            self._by_id[own] = counts
        self._by_style[style] = counts
        return counts

    def entry(self, counts: Counts, style: str, level: int, start: int | None) -> Label:
        """The label of the next entry at *level*, from 0; *start* is the number that it says it has."""
        levels = self._levels_of(style)
        level = min(level, LEVELS - 1)
        count = counts.at[level]
        counts.at[level] = start if start is not None else levels[level].start if count is None else count + 1
        for above in range(level):
            if counts.at[above] is None:
                counts.at[above] = levels[above].start
        counts.at[level + 1 :] = [None] * (LEVELS - level - 1)
        return _label(levels, counts, level)

    def heading(self, level: int, start: int | None) -> Label:
        """The label of the next heading at that level, from 0, which the outline of the file gives."""
        return self.entry(self._outline, "", level, start)

    def _levels_of(self, style: str) -> tuple[Level, ...]:
        """The levels of the style of a list; those of the outline for no name."""
        if style not in self._levels:
            element = self._styles.lists.get(style) if style else self._styles.outline
            found = {} if element is None else {whole(e.get(f"{TEXT}level"), 0): _level(e) for e in element}
            self._levels[style] = tuple(found.get(n + 1, NO_LEVEL) for n in range(LEVELS))
        return self._levels[style]


def _level(element: etree._Element) -> Level:
    form = element.get(f"{STYLE}num-format", "")
    is_number = element.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
    n = whole(element.get(f"{TEXT}level"), 1)
    return Level(
        _text(element, n) if is_number else "",
        form,
        element.get(f"{STYLE}num-letter-sync") != "true",
        whole(element.get(f"{TEXT}start-value"), 1),
        not is_number,
        _indent(element),
    )


def _text(element: etree._Element, n: int) -> str:
    """What a level prints: as LibreOffice states it, or else as the standard does."""
    if (text := element.get(f"{LIBRE}num-list-format")) is not None:
        return text
    shown = min(whole(element.get(f"{TEXT}display-levels"), 1), n)
    places = ".".join(f"%{place}%" for place in range(n - shown + 1, n + 1))
    if not element.get(f"{STYLE}num-format"):
        places = ""
    return f"{element.get(f'{STYLE}num-prefix', '')}{places}{element.get(f'{STYLE}num-suffix', '')}"


def _indent(element: etree._Element) -> float | None:
    found = next(element.iter(f"{STYLE}list-level-label-alignment"), None)
    return None if found is None else points(found.get(f"{FO}margin-left"))


def _label(levels: tuple[Level, ...], counts: Counts, n: int) -> Label:
    level = levels[n]
    understood = True

    def of(match: re.Match[str]) -> str:
        nonlocal understood
        place = int(match[1]) - 1
        if place > n:
            return ""
        other = levels[place]
        understood &= other.format in _FORMATS
        return other.printed(counts.at[place] or 0) if other.format else ""

    text = _PLACE.sub(of, level.text) if level.format else level.text.replace(f"%{n + 1}%", "")
    return Label(_PLACE.sub(of, text).strip(), level.is_bullet, level.indent, understood)
