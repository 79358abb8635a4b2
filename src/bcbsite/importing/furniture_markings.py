"""Markings in what a record does not have of its file, such as headers, watermarks, descriptions of pictures.

Words that stand there are no sentences. So small letters mark as well as capitals do, and what only might be
a marking is taken for one: the record is held back until somebody has looked.
"""

import re
from collections.abc import Iterable, Iterator

from bcbsite.archive.disguise import undisguised
from bcbsite.archive.markings import is_harmless, marking_in, same_marking
from bcbsite.archive.walk import Shape
from bcbsite.importing.document import Block, ImportedDocument, LeftOut, Paragraph

_FURNITURE = (LeftOut.HEADER, LeftOut.FOOTER, LeftOut.WATERMARK, LeftOut.ALTERNATIVE)
_GAP = re.compile(r"[\t\n|]+| {2,}")
# “Page 1 of 3”, “p. 2”, “2/3”
_PAGE = re.compile(r"\W*\b(?:page|p\.)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\b\W*", re.IGNORECASE)
# “Protective marking: GREEN”, “Handling: not for release outside the board”, “TLP:AMBER”
_LABEL = re.compile(
    r"(?:.{0,30}\b)?(?:classification|marking|gsc|gpms|handling(?: instructions?)?|tlp)"
    r"\s?(?::|\s[-–—]\s)\s*(?P<value>.*)",
    re.IGNORECASE,
)
# “OFFICIAL – COMMERCIAL”; of “OFFICIAL Westshire board” the first word
_OFFICIAL = re.compile(
    r"\bOFFICIAL\b(?:[\W_]+(?!(?:DRAFT|COPY|FINAL|VERSION|MINUTES|AGENDA|PAPER|REPORT|BOARD)\b)[A-Z]{2,}\b)*"
)
# “Confidential Draft”, “for Board members only”
_WORD = re.compile(
    r"\b(?:(?:strictly |private and )?confidential(?:ity|ly)?|restricted|secret|sensitive|exempt"
    r"|private(?:ly)?|privileged|embargo(?:ed)?|classified|protect|internal|withheld"
    r"|(?:members|board|staff|recipients?|officers?|addressees?|eyes|use)\W{1,3}only)\b",
    re.IGNORECASE,
)
_LONGEST_MARGIN = 120


def marking_of(document: ImportedDocument) -> str:
    """The marking of *document* by what was left out of it, and by lines with the number of a page.

    Where any bars publication, all that do so, parted by semicolons; else the first that is harmless; ""
    where there is none.
    """
    left_out = (one.words for one in document.omissions if one.kind in _FURNITURE)
    return strongest(mark for words in (*left_out, *_margins(document.blocks)) for mark in markings_in(words))


def strongest(markings: Iterable[str]) -> str:
    """Those of *markings* that bar publication, each once; else the first; "" of none."""
    found = list(dict.fromkeys(filter(None, markings)))
    barring: list[str] = []
    for marking in found:
        if not is_harmless(marking) and not any(same_marking(marking, other) for other in barring):
            barring.append(marking)
    return "; ".join(barring) or next(iter(found), "")


def _margins(blocks: Iterable[Block]) -> Iterator[str]:
    """Lines that are furniture by the number of a page, though they stand on one page alone."""
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST_MARGIN and _PAGE.search(block.text):
            yield block.text


def markings_in(words: str) -> Iterator[str]:
    """Each marking in a piece of furniture, harmless ones too."""
    pieces = [" ".join(piece.split()) for piece in _GAP.split(_PAGE.sub("\t", words)) if piece.strip()]
    for piece in pieces:
        if found := _marking_in(piece):
            yield found
    if len(pieces) > 1 and (whole := marking_in(" ".join(pieces).upper(), Shape.ROW)):
        yield whole.words


def _marking_in(piece: str) -> str:
    if is_harmless(piece):
        return piece
    if (label := _LABEL.fullmatch(piece)) and label["value"]:
        return label["value"] if is_harmless(label["value"]) else piece
    seen = undisguised(piece)
    if found := marking_in(piece, Shape.TEXT):
        return found.words
    if found := marking_in(piece.upper(), Shape.TEXT):
        return _as_typed(found.words, piece)
    match = _WORD.search(seen) or _OFFICIAL.search(seen)
    return match[0] if match else ""


def _as_typed(capitals: str, piece: str) -> str:
    """The words of *piece* that *capitals* are, or these where other letters were typed."""
    at = piece.upper().find(capitals)
    return piece[at : at + len(capitals)] if at >= 0 else capitals
