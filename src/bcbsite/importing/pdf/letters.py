"""What pdfplumber sees on the pages of a PDF: letters with place and font, rules, grids, links, pictures."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table as FoundTable

# A page with more strokes and boxes than this is a drawing: its rules say nothing about its text.
MOST_DRAWN = 5_000
# Nobody can read letters below this size, in points.
READABLE = 4.0
# White letters are looked up among at most so many coloured areas.
MOST_AREAS = 200

# ABCDEF+Arial-BoldMT, Century Schoolbook,Bold, Lato-Semibold, FrutigerLT-Black
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
# TimesNewRomanPS-ItalicMT, Helvetica-Oblique
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
# (cid:12), pdfminer's way to say that a font does not tell which letter a glyph is, and signs that cannot be.
_NO_LETTER = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f]+")
# Signs of the fonts Symbol and Wingdings, which have places of their own, as the signs that they show.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "◦", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}
_NOT_PRINTED = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed sign, or a ligature as its letters. Places are in points from the top left corner;
    `base` is the line on which it stands; `tag` as what the file marks it (`H1`, `P`, `Artifact`) or "".
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a page; a thin one is a rule. `link` is the address that it leads to or ""."""

    x0: float
    x1: float
    top: float
    bottom: float
    link: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The ruling of one table: where its columns and rows begin and the last ones end, and its cells as
    `(row, column, rows, columns)`.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `hidden` are words that nobody can see, `turned` the letters that do not stand upright in
    the order of the file, `unread` how many glyphs have no letter, `pictured` the share of the page that
    pictures cover.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[Area, ...]
    grids: tuple[Grid, ...]
    links: tuple[Area, ...]
    hidden: str = ""
    turned: str = ""
    unread: int = 0
    pictured: float = 0.0


# The text within a box of a page, (page, left, top, right, bottom), by another reading.
Within = Callable[[int, float, float, float, float], str]


def sheets(path: Path, within: Within) -> Iterator[Sheet]:
    """All pages of the file, one after the other; what a page took is given back before the next. Where a
    font does not tell which letter a glyph is, `within` is asked.
    """
    with pdfplumber.open(path) as file:
        for page in file.pages:
            yield _sheet(page, within)
            page.close()


def _sheet(page: Page, within: Within) -> Sheet:
    seen, hidden, turned = _sorted_out(page)
    letters = tuple(letter for char in seen if (letter := _letter(char, page.page_number, within)))
    drawn = len(page.rects) + len(page.lines) + len(page.curves)
    plain = drawn <= MOST_DRAWN
    return Sheet(
        page.page_number,
        float(page.width),
        float(page.height),
        letters,
        tuple(_rules(page)) if plain else (),
        tuple(_grids(page)) if plain and letters else (),
        tuple(_links(page)),
        _run_together(hidden),
        _run_together(turned),
        sum(letter.text == "\ufffd" for letter in letters),
        _pictured(page),
    )


_Char = Mapping[str, Any]


def _sorted_out(page: Page) -> tuple[list[_Char], list[_Char], list[_Char]]:
    """The letters that are seen, those that are not, and those that are turned."""
    areas = [_area(thing) for thing in _coloured(page)]
    seen: list[_Char] = []
    hidden: list[_Char] = []
    turned: list[_Char] = []
    for char in page.chars:
        if _is_hidden(char, page, areas):
            hidden.append(char)
        elif not char["upright"]:
            turned.append(char)
        else:
            seen.append(char)
    return seen, hidden, turned


def _is_hidden(char: _Char, page: Page, areas: list[Area]) -> bool:
    outside = char["x1"] < 0 or char["x0"] > page.width or char["bottom"] < 0 or char["top"] > page.height
    if outside or char["size"] < READABLE:
        return True
    return _is_white(char["non_stroking_color"]) and not _covered(char, areas)


def _covered(char: _Char, areas: list[Area]) -> bool:
    if len(areas) > MOST_AREAS:
        return True
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return any(area.x0 <= x <= area.x1 and area.top <= y <= area.bottom for area in areas)


def _is_white(colour: object) -> bool:
    """Whether a colour is white in the spaces grey, RGB (all 1) or CMYK (all 0)."""
    if isinstance(colour, int | float):
        return colour == 1
    if not isinstance(colour, tuple | list) or not colour:
        return False
    return all(part == (0 if len(colour) == 4 else 1) for part in colour)


def _coloured(page: Page) -> Iterator[_Char]:
    for thing in (*page.rects, *page.curves):
        if thing.get("fill") and not _is_white(thing.get("non_stroking_color")):
            yield thing
    yield from page.images


def _letter(char: _Char, page: int, within: Within) -> Letter | None:
    text = char["text"]
    if _NO_LETTER.fullmatch(text):
        text = within(page, char["x0"], char["top"], char["x1"], char["bottom"]) or "\ufffd"
    text = _printed(text)
    if not text:
        return None
    font = str(char["fontname"])
    x0, x1 = _sides(char)
    is_italic = bool(_ITALIC.search(font)) or char["matrix"][2] != 0
    is_bold = bool(_BOLD.search(font))
    tag = str(char.get("tag") or "")
    return Letter(text, x0, x1, _base(char), float(char["size"]), is_bold, is_italic, tag)


def _sides(char: _Char) -> tuple[float, float]:
    """Where a letter begins and ends. The box of one that is made to lean is too wide."""
    a, _, lean, _, x0, _ = char["matrix"]
    if lean and char.get("adv"):
        return float(x0), float(x0 + char["adv"] * a)
    return float(char["x0"]), float(char["x1"])


def _base(char: _Char) -> float:
    """The line on which a letter stands, from the top of the page."""
    base = float(char["bottom"]) + float(char["y0"]) - float(char["matrix"][5])
    return base if char["top"] <= base <= char["bottom"] + char["size"] else float(char["bottom"])


def _printed(text: str) -> str:
    """The text of a glyph: ligatures as their letters, all spaces as one, nothing that has no width."""
    text = "".join(
        unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else _SYMBOLS.get(sign, sign)
        for sign in text.translate(_NOT_PRINTED)
    )
    if text and text.isspace():
        return " "
    return "".join(
        sign for sign in text if sign == "\u00ad" or unicodedata.category(sign) not in {"Cc", "Cf"}
    )


def _run_together(chars: Iterable[_Char]) -> str:
    """The words of letters in the order of the file, apart where there is a gap between two letters."""
    parts: list[str] = []
    before: _Char | None = None
    for char in chars:
        if before and _gap(before, char) > char["size"] * 0.25:
            parts.append(" ")
        parts.append(_printed(char["text"]))
        before = char
    return " ".join("".join(parts).split())


def _gap(one: _Char, other: _Char) -> float:
    """How far the boxes of two letters are apart, across or down."""
    across = max(other["x0"] - one["x1"], one["x0"] - other["x1"])
    down = max(other["top"] - one["bottom"], one["top"] - other["bottom"])
    return float(max(across, down))


def _area(thing: _Char, link: str = "") -> Area:
    return Area(float(thing["x0"]), float(thing["x1"]), float(thing["top"]), float(thing["bottom"]), link)


def _rules(page: Page) -> Iterator[Area]:
    """Level strokes: what underlines words or strikes them out."""
    for thing in (*page.rects, *page.lines):
        area = _area(thing)
        if area.bottom - area.top <= 2 and area.x1 - area.x0 > 2:
            yield area


def _links(page: Page) -> Iterator[Area]:
    for thing in page.hyperlinks[:MOST_DRAWN]:
        address = str(thing.get("uri") or "")
        if address.startswith(("http://", "https://", "mailto:")):
            yield _area(thing, address)


def _pictured(page: Page) -> float:
    areas = [_area(thing) for thing in page.images]
    covered = sum(max(0.0, a.x1 - a.x0) * max(0.0, a.bottom - a.top) for a in areas)
    return min(1.0, covered / max(1.0, float(page.width) * float(page.height)))


def _grids(page: Page) -> Iterator[Grid]:
    """The tables that rules make. A box as large as the page is its ground, no table."""
    if not (page.rects or page.lines or page.curves):
        return
    whole = float(page.width) * float(page.height)

    def is_no_ground(thing: _Char) -> bool:
        if thing["object_type"] != "rect":
            return True
        return bool(thing["width"] * thing["height"] < whole * 0.8)

    for table in page.filter(is_no_ground).find_tables():
        grid = _grid(table)
        if len(grid.xs) > 2:
            yield grid


def _grid(table: FoundTable) -> Grid:
    xs = _merged(edge for cell in table.cells for edge in (cell[0], cell[2]))
    ys = _merged(edge for cell in table.cells for edge in (cell[1], cell[3]))
    cells = []
    for x0, top, x1, bottom in table.cells:
        row, column = _nearest(ys, top), _nearest(xs, x0)
        cells.append((row, column, max(1, _nearest(ys, bottom) - row), max(1, _nearest(xs, x1) - column)))
    return Grid(xs, ys, tuple(sorted(cells)))


def _merged(edges: Iterable[float]) -> tuple[float, ...]:
    """The places of edges, those within three points as one."""
    found = sorted({float(edge) for edge in edges})
    return tuple(found[:1] + [b for a, b in pairwise(found) if b - a > 3])


def _nearest(edges: tuple[float, ...], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))
