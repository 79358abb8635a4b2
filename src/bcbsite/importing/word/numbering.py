"""The numbers that Word counts: the definitions of lists, and the label of each numbered paragraph.

After ISO/IEC 29500-1, 17.9. A list (`w:num`) names a definition (`w:abstractNum`) and may override its
levels; lists of one definition share its counters. Where the standard leaves it open, Word's own way is
taken: a level that is passed over gets its first number all the same; the first use of a list spends what
it overrides of the levels above; a definition that takes its levels from a style of lists has counters
of its own; a text box counts by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bcbsite.importing.number_formats import formatted, is_known
from bcbsite.importing.word.styles import NO_INDENTS, NOT_NUMBERED, Indents, Numbering, Styles, indents_of
from bcbsite.importing.word.xml import VALUE, W, chosen, is_on, number, value, whole

LEVELS = 9

_PLACE = re.compile(r"%([1-9])")  # “%1.%2”
_PADDED = re.compile(r"(0*)1, 0*2, 0*3, \.\.\.")  # “001, 002, 003, ...”


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list, as it is defined."""

    text: str = ""
    """What is printed, with `%1` for the number of the first level and so on."""
    format: str = "decimal"
    width: int = 0
    """The fewest figures of a number, where the format pads with noughts."""
    start: int = 0
    restart: int | None = None
    """After which level (from 1) it begins again: any above it where None, never where 0."""
    is_legal: bool = False
    """Whether the numbers of all levels are in figures; noughts before them stay (`Section 1.01`)."""
    style: str = ""
    indents: Indents = NO_INDENTS

    def printed(self, count: int, in_figures: bool) -> str:
        """The number alone."""
        if in_figures and self.format not in ("none", "bullet", "decimalZero"):
            return str(count)
        return str(count).zfill(self.width) if self.width else formatted(count, self.format)


@dataclass(frozen=True, slots=True)
class _List:
    definition: int
    levels: tuple[Level, ...]
    starts: dict[int, int] = field(default_factory=dict)
    """At which number its levels begin where the list is used for the first time."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a numbered paragraph."""

    text: str
    is_bullet: bool
    indents: Indents
    is_understood: bool = True
    """Whether the format of the number is one that is printed as Word prints it."""
    after_gap: bool = False
    """Whether its level was passed over before, so that programs differ in how they count on."""


class Lists:
    """The lists that the part `word/numbering.xml` of a file defines."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read the part, whose *root* is None where the file has none."""
        self._styles = styles
        found = () if root is None else root.findall(f"{W}abstractNum")
        self._definitions = {whole(each.get(f"{W}abstractNumId")): each for each in found}
        found = () if root is None else root.findall(f"{W}num")
        self._numbers = {whole(each.get(f"{W}numId")): each for each in found}
        self._read: dict[int, _List | None] = {}

    def list(self, list_id: int) -> _List | None:
        """The list of that id, or None where the file does not define it."""
        if list_id not in self._read:
            self._read[list_id] = self._list(list_id)
        return self._read[list_id]

    def numbering(self, direct: Numbering, style_id: str) -> Numbering:
        """The list and level of a paragraph that states *direct* and has that style."""
        style = self._styles.paragraph(style_id)
        if (list_id := direct.list_id) is None:
            list_id = style.numbering.list_id
        if not list_id or (found := self.list(list_id)) is None:
            return NOT_NUMBERED
        if direct.level is not None:
            level = direct.level
        else:
            linked = [
                n for n, level in enumerate(found.levels) if level.style and level.style == style.numbered_by
            ]
            level = linked[0] if linked and direct.list_id is None else style.numbering.level or 0
        return Numbering(list_id, level) if 0 <= level < LEVELS else NOT_NUMBERED

    def _list(self, list_id: int) -> _List | None:
        element = self._numbers.get(list_id)
        definition = None if element is None else number(element, "abstractNumId")
        if element is None or definition is None or definition not in self._definitions:
            return None
        levels = dict(_levels(self._definitions[self._followed(definition)]))
        starts: dict[int, int] = {}
        for override in element.findall(f"{W}lvlOverride"):
            n = whole(override.get(f"{W}ilvl"))
            if n is None:
                continue
            for _, level in _levels(override):
                levels[n] = level
            if (start := number(override, "startOverride")) is not None:
                starts[n] = start
        return _List(definition, tuple(levels.get(n, Level()) for n in range(LEVELS)), starts)

    def _followed(self, definition: int) -> int:
        """The definition that one which only names a style of lists stands for."""
        for _ in range(LEVELS):
            style = value(self._definitions[definition], "numStyleLink")
            list_id = self._styles.list_of_style(style) if style else None
            linked = number(self._numbers.get(list_id), "abstractNumId") if list_id else None
            if linked is None or linked not in self._definitions or linked == definition:
                break
            definition = linked
        return definition


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent.findall(f"{W}lvl"):
        n = whole(element.get(f"{W}ilvl"))
        if n is not None and 0 <= n < LEVELS:
            yield n, _level(element)


def _level(element: etree._Element) -> Level:
    name, width = _format(element)
    return Level(
        text=value(element, "lvlText") or "",
        start=number(element, "start") or 0,
        restart=number(element, "lvlRestart"),
        is_legal=bool(is_on(element, "isLgl")),
        style=value(element, "pStyle") or "",
        indents=indents_of(element.find(f"{W}pPr")),
        format=name,
        width=width,
    )


def _format(element: etree._Element) -> tuple[str, int]:
    """The format of the numbers of a level, and how many figures they have at least."""
    found = element.find(f"{W}numFmt")
    for alternatives in element.iter("{*}AlternateContent"):
        choice = chosen(alternatives)
        found = choice.find(f"{W}numFmt") if choice is not None else found
    if found is None:
        return "decimal", 0
    name = found.get(VALUE, "decimal")
    if name == "custom" and (match := _PADDED.fullmatch(found.get(f"{W}format", ""))):
        return "decimal", len(match[1]) + 1
    return name, 0


class Counters:
    """The numbers of the paragraphs of one story, in their order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[int, list[int | None]] = {}
        self._used: set[tuple[int, int]] = set()
        self._passed_over: set[tuple[int, int]] = set()

    def next(self, numbering: Numbering) -> Label | None:
        """The label of the next paragraph, which is in that list and level; None where it is in none."""
        if numbering.list_id is None or numbering.level is None:
            return None
        found, n = self._lists.list(numbering.list_id), numbering.level
        if found is None:
            return None
        counts = self._counts.setdefault(found.definition, [None] * LEVELS)
        self._begin(numbering.list_id, found, counts, n)
        count, after_gap = counts[n], (found.definition, n) in self._passed_over
        counts[n] = found.levels[n].start if count is None else count + 1
        self._pass_over(found, counts, n)
        for below in range(n + 1, LEVELS):
            if _restarts(found.levels[below], below, n):
                counts[below] = None
        return _label(found, counts, n, after_gap and count is not None)

    def _pass_over(self, found: _List, counts: list[int | None], n: int) -> None:
        """Give the levels above *n* that have no number their first."""
        self._passed_over.discard((found.definition, n))
        for level in range(n):
            if counts[level] is None:
                counts[level] = found.levels[level].start
                self._passed_over.add((found.definition, level))

    def _begin(self, list_id: int, found: _List, counts: list[int | None], n: int) -> None:
        """Set the counter of a level at which a list begins by itself, at its first use."""
        if n in found.starts and (list_id, n) not in self._used:
            counts[n] = found.starts[n] - 1
        self._used.update((list_id, level) for level in range(n + 1))


def _restarts(level: Level, n: int, after: int) -> bool:
    """Whether the level *n* begins again once a paragraph of the level *after* has come."""
    return after < n if level.restart is None else after < min(level.restart, n)


def _label(found: _List, counts: list[int | None], n: int, after_gap: bool) -> Label:
    level = found.levels[n]
    understood = True

    def of(match: re.Match[str]) -> str:
        nonlocal understood
        place = int(match[1]) - 1
        if place > n:
            return ""
        other = found.levels[place]
        count = counts[place]
        understood &= is_known(other.format)
        return other.printed(other.start if count is None else count, level.is_legal)

    text = _PLACE.sub(of, level.text)
    is_bullet = level.format == "bullet"
    return Label(
        "" if is_bullet else text.strip(),
        is_bullet and bool(text.strip()),
        level.indents,
        understood,
        after_gap,
    )
