"""A file with several documents, such as the pack for a meeting, is taken apart into them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcbsite.importing.document import Block, Table, paragraphs_of
from bcbsite.importing.head import is_marking
from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a pack."""

    kind: str
    blocks: tuple[Block, ...]
    pages: tuple[int, int] | None
    """Its first page and its last, where the file has pages."""


_TO = re.compile(r"to\s*(?::.{0,150}|\t.{0,150})?", re.IGNORECASE)
_FROM = re.compile(r"from\s*(?::.{0,150}|\t.{0,150})?", re.IGNORECASE)
# “Agenda”, “BOARD – AGENDA”, “Agenda for the meeting on 5 June 2021”, “Agenda of the Board”
_AGENDA = re.compile(
    r"(?:.{0,80}[-–: ])?agenda(?:\s*(?:[-–:,]|for|of|on)\s.{0,150}|\s+\d.{0,40})?", re.IGNORECASE
)
# “Draft minutes – meeting of 5 May 2021”, “BOARD MINUTES”, “Minutes of the Board held on 5 May 2021”
_MINUTES = re.compile(
    r"(?:[A-Z\d].{0,60}[-–: ])?(?:(?:approved|draft|unconfirmed|unapproved)\s+)?minutes"
    r"(?:\s*(?:[-–:,(]|of|for|from|held)\s?.{0,150}|\s+\d.{0,40})?",
    re.IGNORECASE,
)
_HAS_DAY = re.compile(r"\b(?:19|20)\d\d\b")
_LOG = re.compile(r".{0,80}\bACTION LOG\b.{0,80}")
_HEAD_OF_MINUTES = re.compile(r"(?:date|present|members|attendance|in attendance)\b", re.IGNORECASE)
_ABOVE_PAPER = re.compile(
    r"agenda item(?: no\.?)?\s*:?\s*\d{1,3}(?:\.\d{1,3})?|(?:report|paper) (?:no\.? )?\d{0,3}", re.IGNORECASE
)
_NEAR = 12
_MOST_ABOVE = 4


def pieces_of(blocks: Sequence[Block]) -> list[Piece]:
    """The documents among *blocks*, in order; one alone where there are no two."""
    starts = dict(_starts(blocks))
    if len(starts) < 2:
        return []
    first = min(starts)
    places = sorted(starts.items())
    places[0] = (0, starts[first])
    ends = [*places, (len(blocks), "")]
    return [
        Piece(kind, tuple(blocks[start:end]), _pages(blocks[start:end]))
        for (start, kind), (end, _) in pairwise(ends)
    ]


def _starts(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    texts = [_line(block) for block in blocks]
    has_agenda = False
    for at, text in enumerate(texts):
        behind = texts[at + 1 : at + _NEAR]
        if _TO.fullmatch(text) and any(_FROM.fullmatch(line) for line in behind[:4]):
            yield _above(texts, at), "paper"
        elif _AGENDA.fullmatch(text) and not has_agenda:
            has_agenda = True
            yield at, "agenda"
        elif _LOG.fullmatch(text):
            yield at, "log"
        elif _MINUTES.fullmatch(text) and (
            _HAS_DAY.search(text) or any(_HEAD_OF_MINUTES.match(line) for line in behind)
        ):
            yield at, "minutes"


def _line(block: Block) -> str:
    """The words of a short paragraph without a number, or of the first cells of a table."""
    if isinstance(block, Table):
        return folded("\t".join(cell.text for cell in block.rows[0])) if block.rows else ""
    return "" if block.label or len(block.text) > 200 else " ".join(folded(block.text).split(" ")).strip()


def _above(texts: Sequence[str], at: int) -> int:
    """Where a paper begins whose `To:` is at *at*: with a marking, or the number of its item, above that."""
    start, has_item = at, False
    while start and at - start < _MOST_ABOVE:
        line = texts[start - 1]
        is_item = bool(_ABOVE_PAPER.fullmatch(line))
        if not (is_item and not has_item) and not is_marking(line):
            break
        has_item = has_item or is_item
        start -= 1
    return start


def _pages(blocks: Sequence[Block]) -> tuple[int, int] | None:
    pages = [block.origin.page for block in blocks if block.origin.page]
    pages += [one.origin.page for one in paragraphs_of(tuple(blocks)) if one.origin.page]
    return (min(pages), max(pages)) if pages else None


def pages_in_words(pages: tuple[int, int] | None) -> str:
    """`, page 3` or `, pages 3 to 7`."""
    if pages is None:
        return ""
    first, last = pages
    return f", page {first}" if first == last else f", pages {first} to {last}"
