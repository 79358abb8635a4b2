"""The items of a document in which no heading has a number: lines `1. Apologies`, `5 CEMETERY`, `2 – LEASES`.

One such line can be anything; several whose numbers rise are the items, and so is one above its paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcbsite.model.blocks import ListBlock, ListEntry, Paragraph
from bcbsite.model.body import Item, Part, Passage
from bcbsite.read.numbers.forms import Form, Number, candidates
from bcbsite.read.numbers.implied import is_title
from bcbsite.read.numbers.none import is_day_or_share, is_quantity

_STEP = 2
"""How far one number may be from the one before."""
# “PRESENT: Cllrs Ash and Fenn”, “MATTERS ARISING – none”: capitals with words after them
_CAPITALS = re.compile(r"[A-Z][A-Z’'&/,-]{2,}(?:\s[A-Z’'&/,-]{2,})*(?=\s*(?:[:.–-]|$|\s[A-Z]?[a-z]))")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A line that is an item of the document and is not marked as a heading."""

    line: int
    passage: Passage
    title: str
    """Number and title as the heading would have them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a whole number."""

    number: int
    found: Unmarked
    has_below: bool
    """Whether the next numbered paragraph is its first one, as 2.1 is below 2."""


def unmarked_items(parts: Sequence[Part]) -> tuple[Unmarked, ...]:
    """The lines of *parts* that are items, if no heading has a number."""
    if any(isinstance(part, Item) and part.label for part in parts):
        return ()
    lines = list(_lines(parts))
    followed = [False, *(0 < b.number - a.number <= _STEP for a, b in pairwise(lines)), False]
    series = zip(lines, followed, followed[1:], strict=False)
    return tuple(line.found for line, after, before in series if line.has_below or after or before)


def _lines(parts: Sequence[Part]) -> Iterator[_Line]:
    below = ""  # the number of the next numbered paragraph, from the end on
    found: list[_Line] = []
    for part in reversed(parts):
        if isinstance(part, Passage):
            lines = [(number, unmarked) for number, unmarked in _of_passage(part) if number]
            found += [_Line(n, unmarked, below in (f"{n}.1", f"{n}.01")) for n, unmarked in reversed(lines)]
            below = part.label or below
    yield from reversed(found)


def _of_passage(passage: Passage) -> Iterator[tuple[int, Unmarked]]:
    match passage.blocks:
        case (
            ListBlock(
                ordered=True, entries=(ListEntry(blocks=(Paragraph(prose=prose), *_), number=printed),)
            ),
        ) if printed and _may_be_title(prose.text):
            yield int(printed[:-1]), _unmarked(passage, passage.line, printed, prose.text)
        case (Paragraph(prose=prose, role=None),) if passage.label is None:
            for at, line in enumerate(prose.text.split("\n")):
                number = next((n for n in candidates(line, of_heading=True) if n.form is Form.WHOLE), None)
                if number and _may_be_item(number, line, is_first=at == 0):
                    yield (
                        int(number.printed),
                        _unmarked(passage, passage.line + at, f"{number.printed}.", line[number.end :]),
                    )
        case (Paragraph(prose=prose, role=None),) if (passage.label or "").endswith(".0"):
            if is_title(prose.text):
                label = str(passage.label)
                yield (
                    int(label.split(".", maxsplit=1)[0]),
                    _unmarked(passage, passage.line, label, prose.text),
                )


def _may_be_item(number: Number, line: str, *, is_first: bool) -> bool:
    """Whether *line* can be an item; one within a paragraph is in capitals or has a mark after it."""
    words = line[number.end :]
    if not number.printed.isdigit() or is_day_or_share(number) or is_quantity(number):
        return False
    return bool(_CAPITALS.match(words)) or (is_title(words) and (is_first or number.closed))


def _may_be_title(text: str) -> bool:
    first = text.split("\n", maxsplit=1)[0]
    return is_title(first) or bool(_CAPITALS.match(first))


def _unmarked(passage: Passage, line: int, number: str, title: str) -> Unmarked:
    first = title.split("\n", maxsplit=1)[0].strip()
    return Unmarked(line, passage, f"{number} {first}")
