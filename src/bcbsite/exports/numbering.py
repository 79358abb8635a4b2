"""How the numbers of a document are written so that the same ones are read again."""

from collections.abc import Collection
from dataclasses import dataclass

from bcbsite.model.blocks import Block, Heading, Paragraph
from bcbsite.model.body import Body, Item, Part
from bcbsite.model.prose import Prose
from bcbsite.read.numbers.scheme import Scheme, Stated, scheme_of


@dataclass(frozen=True, slots=True)
class Numbering:
    """What has to be written beside the numbers themselves."""

    closed: frozenset[str]
    """The anchors of the items whose numbers need a dot after them."""
    numbers: tuple[str, ...]
    """For the key `numbers`: those that are read only where they are stated."""
    not_numbers: tuple[str, ...]
    """For the key `not_numbers`: the beginnings that would be read as numbers."""


def numbering_of(body: Body) -> Numbering:
    """How the numbers of *body* are to be written."""
    bare = _read_again(body, ())
    closed = frozenset(
        part.anchor
        for line, part in enumerate(body.parts)
        if isinstance(part, Item) and part.label and not _is_read(bare, line, part)
    )
    found = _read_again(body, closed) if closed else bare
    wrong = [(line, part) for line, part in enumerate(body.parts) if not _is_read(found, line, part)]
    return Numbering(
        closed,
        tuple(dict.fromkeys(part.label for _, part in wrong if part.label)),
        tuple(dict.fromkeys(_beginning(part) for _, part in wrong if not part.label)),
    )


def _is_read(scheme: Scheme, line: int, part: Part) -> bool:
    return scheme.numbers.get(line, (None, 0))[0] == part.label


def _read_again(body: Body, closed: Collection[str]) -> Scheme:
    """The numbers that are read where *body* is written; the line of a part is its place among them."""
    return scheme_of(
        (_written(part, line, part.anchor in closed) for line, part in enumerate(body.parts)), Stated()
    )


def _written(part: Part, line: int, closed: bool) -> Block:
    if isinstance(part, Item):
        return Heading(part.level + 1, Prose(_words(part, "." if closed else "")), line)
    return Paragraph(Prose(_words(part, "")), line)


def _words(part: Part, close: str) -> str:
    """The first words of *part*, with its number."""
    if isinstance(part, Item):
        words = part.title.text
    else:
        first = part.blocks[0] if part.blocks else None
        words = first.prose.text if isinstance(first, Paragraph) else ""
    return f"{part.label}{close} {words}".rstrip() if part.label else words


def _beginning(part: Part) -> str:
    return " ".join(_words(part, "").split()[:2])
