"""What a feed tells of one record, and blocks to tell it with."""

from dataclasses import dataclass

from bcbsite.exports.dates import When
from bcbsite.model.blocks import Block, ListBlock, ListEntry, Paragraph
from bcbsite.model.key import meeting_key
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.model.reference import Reference, day_of
from bcbsite.pages.words import day_in_words


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed."""

    key: str
    """What its id is made of: the same in each build."""
    address: str
    """Where it leads, below the site."""
    title: str
    blocks: tuple[Block, ...]
    """The text."""
    when: When
    page: str
    """The page that links within the text begin at."""


def lines(*texts: str) -> ListBlock:
    """A list with an entry a text."""
    entries = tuple(ListEntry((Paragraph(Prose(text), 0),), None, 0) for text in texts)
    return ListBlock(entries, ordered=False, line=0)


def strong(text: str) -> Paragraph:
    """A paragraph that stands out."""
    return Paragraph(Prose(text, (Mark(0, len(text), MarkKind.STRONG),)), 0)


def fact(name: str, text: str | None, target: str = "") -> tuple[Paragraph, ...]:
    """`Owner: Chief Constable`, which leads to *target* if there is one; nothing where there is no text."""
    if not text:
        return ()
    start = len(name) + 2
    marks = (Mark(start, start + len(text), MarkKind.LINK, target),) if target else ()
    return (Paragraph(Prose(f"{name}: {text}", marks), 0),)


def drafted(title: str, draft: bool) -> str:
    """*title*, which says so where it is of a draft."""
    return f"Draft: {title}" if draft else title


def placed(name: str, reference: Reference, address: str = "") -> tuple[Paragraph, ...]:
    """That a place in a meeting's record raised or reported something, as a link.

    *address* is that of the very paragraph in its minutes, where it is known.
    """
    day = day_in_words(day_of(reference.meeting))
    words = f"meeting of {day}, {reference.place}" if reference.place else f"meeting of {day}"
    anchor = address.partition("#")[2]
    return fact(name, words, str(meeting_key(reference.meeting, anchor or reference.place)))
