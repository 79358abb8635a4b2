"""The number, letter or bullet with which a line begins."""

import re
from calendar import month_abbr, month_name
from dataclasses import dataclass

BULLETS = frozenset("•●○◦■□▪▫◆◇‣⁃∙·➢➤✓✔❖►▶*§")
# A dash or the letter o is a bullet only where a gap follows it.
_DASHES = frozenset({"-", "–", "—", "o"})

# Labels that are plain wherever a paragraph begins: 1. 1) 12: (1) (a) (iv) a) iv. 16.05.1 2.3.1. 1.2(a)
_PLAIN = re.compile(
    r"\d{1,3}[.):]|\((?:\d{1,3}|[a-z]|[ivxl]{1,6}|[A-Z])\)|(?:[a-z]|[ivxl]{1,6})[.)]|[A-Z]\)"
    r"|\d{1,4}(?:\.\d{1,4}){2,4}[.)]?|\d{1,3}(?:\.\d{1,3})*\((?:[a-z]|[ivxl]{1,6})\)"
)
# Labels where a capital or a gap follows, else amounts or references: 2.3 2.3. 39/20 21/2024 2024/017 A1 A.2
_LIKELY = re.compile(
    r"\d{1,3}\.\d{1,3}[.)]?|\d{1,3}/(?:\d\d|20\d\d)|20\d\d/\d{1,3}|[A-Z]{1,2}\.?\d{1,3}(?:\.\d{1,3})*[.)]?"
)
# A year and the next, which is no label: 2018/19, 2018/2019
_YEARS = re.compile(r"20(\d\d)/(?:20)?(\d\d)")
# Labels only where a gap follows, else words of the sentence: 7 A. IV.
_GAPPED = re.compile(r"\d{1,3}|[A-Z]\.|[IVXL]{1,6}[.)]?")
# A label without a space before its text: 1.Apologies, (a)The
_STUCK = re.compile(r"(\d{1,3}[.)]|\([a-z]\)|[a-z]\)|\d{1,3}(?:\.\d{1,3})+\.?)(?=[A-Z][a-z])")
_MONTHS = frozenset(name.casefold() for name in (*month_name[1:], *month_abbr[1:]))


@dataclass(frozen=True, slots=True)
class Label:
    """With what a line begins. `sure` where it is one wherever it stands on the line's beginning, as a
    bullet or a number with a gap behind it is.
    """

    text: str
    x0: float
    x1: float
    bullet: bool
    sure: bool


def is_bullet(word: str, gap: float, size: float) -> bool:
    """Whether a first word is a bullet. `gap` is the room behind it and `size` its height, in points."""
    return word in BULLETS or (word in _DASHES and gap > size * 0.5)


def is_label(word: str, following: str, gap: float, size: float) -> bool:
    """Whether a first word can be a label, by the word that follows it and the room between them."""
    if _PLAIN.fullmatch(word):
        return True
    years = _YEARS.fullmatch(word)
    if years and int(years[2]) == int(years[1]) + 1:
        return False
    wide = gap > size * 0.8
    if _LIKELY.fullmatch(word):
        return wide or following[:1].isupper()
    return wide and bool(_GAPPED.fullmatch(word))


def is_heading_number(word: str, following: str) -> bool:
    """Whether the first word of a heading is its number and not a day or an amount: 7 Finance."""
    is_month = following.rstrip(",").casefold() in _MONTHS
    return word.isdigit() and len(word) < 3 and following[:1].isupper() and not is_month


def stuck_label(word: str) -> str:
    """The label that stands at the beginning of a word without a space, or ""."""
    found = _STUCK.match(word)
    return found[1] if found else ""


def is_number(text: str) -> bool:
    """Whether a cell of its own holds nothing but a label: `1`, `2.3`, `(a)`, `39/20`."""
    return any(form.fullmatch(text) for form in (_PLAIN, _LIKELY, _GAPPED))
