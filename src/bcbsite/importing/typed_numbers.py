"""Numbers that a person typed at the beginnings of paragraphs, taken off as their labels.

A number counts as one by what parts it from the words and by the other numbers of the document: a tab
or several spaces after it, a bracket or dot that closes it, or its place in a series. What could as well
be a date, a time or an amount stays with the words.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from bcbsite.importing.document import Block, Cell, Paragraph, Run, Table, paragraphs_of

# A label and what parts it from the words: “2.3<tab>”, “(ii) ”, “16.05.1 ”, “39/20 ”.
_START = re.compile(
    r"(?P<label>[(\[]?[0-9A-Za-z]{1,6}(?:[./-][0-9A-Za-z]{1,4}){0,6}[.):\]]{0,2})(?P<gap>\s+)(?=\S)"
)
_LONGEST = 48
_NEAR = (-3, -2, -1, 1, 2, 3)
"""How far off the next number of a series may be: one that is missing in the text is no end of it."""

# “(a)”, “(ii)”, “(12)”, “a)”, “ii)”, “12)”
_IN_BRACKETS = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxl]{1,7}|[IVXL]{1,7}|[a-z]{2}|\d{1,3}\.\d{1,3})\)[.:]?")
# “1.”, “12.”, “579.”, “2.3.”; and of letters only small ones: “A. Shah” is a name.
_CLOSED = re.compile(r"\d{1,3}[.:]|\d{1,3}(?:\.\d{1,3}){1,5}[.:]|[a-z][.]|[ivxl]{2,7}[.]")
# After a tab or several spaces: “2”, “2.3”, “A”, “A.”, “IV.”, “39/20”, “C048/23”
_BEFORE_TAB = re.compile(
    r"\d{1,4}(?:\.\d{1,3}){0,5}[a-z]?|[A-Z]\.?|[IVXL]{1,7}\.?|(?:[A-Z]{1,4}\.?)?\d{1,4}(?:[./-][0-9A-Z]{1,4}){0,4}[.:]?"
)
# “2.3”, “16.05.1”
_DOTTED = re.compile(r"(?P<outer>\d{1,3}(?:\.\d{1,3}){0,4})\.(?P<last>\d{1,3})")
# “9.30”, “10.00”; “10.03.22”
_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_DATE = re.compile(r"(?P<outer>(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2]))\.(?:\d\d){1,2}")
_AFTER_TIME = re.compile(r"(?:[ap]\.?m\b|hours\b|hrs\b|noon\b|[-–—])", re.IGNORECASE)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\b", re.IGNORECASE)


def take_typed_numbers(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The *blocks* with the typed numbers of their paragraphs as labels."""
    blocks = tuple(blocks)
    known = _Series(paragraph for paragraph in paragraphs_of(blocks))
    return tuple(_taken(block, known) for block in blocks)


def _start(paragraph: Paragraph) -> re.Match[str] | None:
    if paragraph.label or paragraph.bullet:
        return None
    return _START.match(paragraph.text[:_LONGEST].removeprefix("\u200b"))


class _Series:
    """The dotted numbers that paragraphs of a document begin with, by what they have before the last dot."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._lasts: dict[str, set[int]] = {}
        self._labels: set[str] = set()
        for paragraph in paragraphs:
            match = _start(paragraph)
            label = paragraph.label or (match["label"] if match else "")
            self._labels.add(label.strip("(). "))
            if dotted := _DOTTED.fullmatch(label.rstrip(".:")):
                self._lasts.setdefault(dotted["outer"], set()).add(int(dotted["last"]))

    def has(self, label: str) -> bool:
        """Whether a dotted number is the first below its item, or near another of the series."""
        dotted = _DOTTED.fullmatch(label)
        if not dotted:
            return False
        last, others = int(dotted["last"]), self._lasts.get(dotted["outer"], set())
        if any(last + step in others for step in _NEAR):
            return True
        return last == 1 and ("." in dotted["outer"] or dotted["outer"] in self._labels)


def is_number(match: re.Match[str], rest: str, known: _Series) -> bool:
    """Whether what *match* found before *rest* is the number of a paragraph."""
    label, is_apart = match["label"], "\t" in match["gap"] or len(match["gap"]) > 1
    plain = label.rstrip(".:")
    if (_TIME.fullmatch(plain) and _AFTER_TIME.match(rest)) or _MONTH.match(rest):
        return False
    if _TIME.fullmatch(plain) or _DATE.fullmatch(plain):
        return known.has(plain)
    if _IN_BRACKETS.fullmatch(label) or _CLOSED.fullmatch(label):
        return True
    if is_apart:
        return _BEFORE_TAB.fullmatch(label) is not None
    return known.has(label) and not rest[:1].islower()


def _taken(block: Block, known: _Series) -> Block:
    if isinstance(block, Table):
        rows = tuple(tuple(_of_cell(cell, known) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    match = _start(block)
    if not match or not is_number(match, block.text[match.end() : match.end() + _LONGEST], known):
        return block
    return replace(block, label=match["label"], runs=_less(block.runs, match.end()))


def _of_cell(cell: Cell, known: _Series) -> Cell:
    return replace(cell, blocks=tuple(_taken(block, known) for block in cell.blocks))


def _less(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """The *runs* without their first *length* characters."""
    kept: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:] or run.footnote:
            kept.append(replace(run, text=run.text[cut:]))
    return tuple(kept)
