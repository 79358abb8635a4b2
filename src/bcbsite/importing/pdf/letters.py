"""What pdfplumber sees on the pages of a PDF: letters with place and font, and what is drawn about them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from pdfplumber.page import Page

from bcbsite.importing.pdf.drawings import (
    Area,
    Grid,
    Thing,
    area,
    dots,
    grids,
    is_drawing,
    links,
    pictured,
    rules,
)

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
class Sheet:
    """One page. `dots` are small signs that are drawn, as bullets may be, `hidden` words that nobody can see,
    `turned` the letters that do not stand upright in the order of the file, `unread` how many glyphs have no
    letter, `pictured` the share of the page that pictures cover.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[Area, ...]
    grids: tuple[Grid, ...]
    links: tuple[Area, ...]
    dots: tuple[Area, ...] = ()
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
    plain = not is_drawing(page)
    return Sheet(
        page.page_number,
        float(page.width),
        float(page.height),
        letters,
        tuple(rules(page)) if plain else (),
        tuple(grids(page)) if plain and letters else (),
        tuple(links(page)),
        tuple(dots(page)) if plain else (),
        _run_together(hidden),
        _run_together(turned),
        sum(letter.text == "\ufffd" for letter in letters),
        pictured(page),
    )


def _sorted_out(page: Page) -> tuple[list[Thing], list[Thing], list[Thing]]:
    """The letters that are seen, those that are not, and those that are turned."""
    areas = [area(thing) for thing in _coloured(page)]
    seen: list[Thing] = []
    hidden: list[Thing] = []
    turned: list[Thing] = []
    for char in page.chars:
        if _is_hidden(char, page, areas):
            hidden.append(char)
        elif not char["upright"]:
            turned.append(char)
        else:
            seen.append(char)
    return seen, hidden, turned


def _is_hidden(char: Thing, page: Page, areas: list[Area]) -> bool:
    outside = char["x1"] < 0 or char["x0"] > page.width or char["bottom"] < 0 or char["top"] > page.height
    if outside or char["size"] < READABLE:
        return True
    return _is_white(char["non_stroking_color"]) and not _covered(char, areas)


def _covered(char: Thing, areas: list[Area]) -> bool:
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


def _coloured(page: Page) -> Iterator[Thing]:
    for thing in (*page.rects, *page.curves):
        if thing.get("fill") and not _is_white(thing.get("non_stroking_color")):
            yield thing
    yield from page.images


def _letter(char: Thing, page: int, within: Within) -> Letter | None:
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


def _sides(char: Thing) -> tuple[float, float]:
    """Where a letter begins and ends. The box of one that is made to lean is too wide."""
    a, _, lean, _, x0, _ = char["matrix"]
    if lean and char.get("adv"):
        return float(x0), float(x0 + char["adv"] * a)
    return float(char["x0"]), float(char["x1"])


def _base(char: Thing) -> float:
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


def _run_together(chars: Iterable[Thing]) -> str:
    """The words of letters in the order of the file, apart where there is a gap between two letters."""
    parts: list[str] = []
    before: Thing | None = None
    for char in chars:
        if before and _gap(before, char) > char["size"] * 0.25:
            parts.append(" ")
        parts.append(_printed(char["text"]))
        before = char
    return " ".join("".join(parts).split())


def _gap(one: Thing, other: Thing) -> float:
    """How far the boxes of two letters are apart, across or down."""
    across = max(other["x0"] - one["x1"], one["x0"] - other["x1"])
    down = max(other["top"] - one["bottom"], one["top"] - other["bottom"])
    return float(max(across, down))
