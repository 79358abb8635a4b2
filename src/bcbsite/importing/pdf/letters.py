"""What pdfplumber sees on the pages of a PDF: letters with place and font, and what is drawn about them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pdfplumber
from pdfplumber.page import Page

from bcbsite.importing.pdf.drawings import (
    Area,
    Grid,
    Thing,
    dots,
    grids,
    is_drawing,
    links,
    pictured,
    rules,
)

# Nobody can read letters below this size, in points.
READABLE = 4.0
# How far the line of a letter may rise of its length and still be level.
_LEVEL = 0.05
# A place by two readings may be rounded to two neighbours.
_NEAR = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))

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
    `turned` the letters that do not stand upright in the order of the file, `watermark` those that slant,
    `unread` how many glyphs have no letter, `pictured` the share of the page that pictures cover.
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
    watermark: str = ""
    unread: int = 0
    pictured: float = 0.0


class Layer(Protocol):
    """Another reading of the file, which is asked for what this one does not know."""

    def within(self, page: int, left: float, top: float, right: float, bottom: float) -> str:
        """The text within a box of a page."""

    def unseen(self, page: int) -> frozenset[tuple[float, float]]:
        """Where the letters begin that nobody sees, from the bottom left corner of the page."""


def sheets(path: Path | BytesIO, layer: Layer) -> Iterator[Sheet]:
    """All pages of the file, one after the other; what a page took is given back before the next. The
    *layer* is asked where a font does not tell which letter a glyph is, and what is seen at all.
    """
    with pdfplumber.open(path) as file:
        for page in file.pages:
            yield _sheet(page, layer)
            page.close()


def _sheet(page: Page, layer: Layer) -> Sheet:
    seen, hidden, turned, slanting = _sorted_out(page, layer.unseen(page.page_number))
    letters = tuple(letter for char in seen if (letter := _letter(char, page.page_number, layer.within)))
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
        _run_together(slanting),
        sum(letter.text == "\ufffd" for letter in letters),
        pictured(page),
    )


def _sorted_out(page: Page, unseen: Iterable[tuple[float, float]]) -> tuple[list[Thing], ...]:
    """The letters that are seen, those that are not, those that are turned, and those that slant over the
    page as a watermark does.
    """
    unseen_ones = _whole_words(page.chars, {(round(x), round(y)) for x, y in unseen})
    seen: list[Thing] = []
    hidden: list[Thing] = []
    turned: list[Thing] = []
    slanting: list[Thing] = []
    for char in page.chars:
        a, b = char["matrix"][:2]
        if id(char) in unseen_ones or _is_hidden(char, page):
            hidden.append(char)
        elif abs(b) > _LEVEL * abs(a):
            (slanting if abs(a) > _LEVEL * abs(b) else turned).append(char)
        else:
            (seen if char["upright"] else turned).append(char)
    return seen, hidden, turned, slanting


def _whole_words(chars: Sequence[Thing], places: set[tuple[int, int]]) -> set[int]:
    """The letters at *places*, and those of the same words: a word that is half covered is not read."""
    found: set[int] = set()
    word: list[Thing] = []
    for char in chars if places else ():
        if word and (char["text"].isspace() or _gap(word[-1], char) > char["size"] * 0.25):
            found |= _unseen_word(word, places)
            word = []
        word.append(char)
    return found | _unseen_word(word, places)


def _unseen_word(word: list[Thing], places: set[tuple[int, int]]) -> set[int]:
    for char in word:
        x, y = (round(side) for side in char["matrix"][4:])
        if any((x + dx, y + dy) in places for dx, dy in _NEAR):
            return {id(each) for each in word}
    return set()


def _is_hidden(char: Thing, page: Page) -> bool:
    outside = char["x1"] < 0 or char["x0"] > page.width or char["bottom"] < 0 or char["top"] > page.height
    a, b = char["matrix"][:2]
    is_turned = abs(b) > _LEVEL * abs(a)  # then its size is not that of the letter
    return bool(outside or (char["size"] < READABLE and not is_turned))


def _letter(char: Thing, page: int, within: Callable[..., str]) -> Letter | None:
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
