"""Where a paragraph begins: sentences that were cut in two, and paragraphs and items that went into a list.

A page break, or the end of a line, cuts a sentence where text is copied from a printed page. Spaces before a
line make it a part of the entry, or of the footnote, above it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bcbsite.model.blocks import Block, Footnote, Heading, ListBlock, Paragraph, every_block
from bcbsite.model.body import Item, Part, Passage
from bcbsite.model.reading import Sought, Unread, bounded
from bcbsite.read.labels import follows, take_label
from bcbsite.text.fold import folded

_CLOSING = " \n\"')]*_"
_GOES_ON = re.compile(r"(?!(?:[a-z]|[ivx]{1,5})[.)]|www\.|[a-z]+://|[a-z ]{1,30}:)[a-z]")
_LEADS_ON = re.compile(r"(?:[.?!:;]|…|;\s*(?:and|or))$")
_AROUND = 60
"""How many characters of each of two paragraphs are shown, to say how they are joined."""
_LINE = 30
"""What is shorter may be a title, or an entry of a list."""
_SHORT = 50
"""A line that is shorter than this was not broken for want of room."""


def unclear_beginnings(parts: Sequence[Part], lines: Sequence[str], first_line: int) -> tuple[Unread, ...]:
    """Where in *parts* it is not clear where a paragraph begins.

    They were read from *lines*, of which the first is line *first_line* of the file.
    """
    found = [*_cut(parts), *_within_lists(parts), *_below_entries(parts, lines, first_line)]
    found.sort(key=lambda unread: unread.line)
    return bounded(found, "Places where a paragraph may begin or go on")


def located(found: Iterable[Unread], parts: Sequence[Part]) -> Iterator[Unread]:
    """*found*, each with the one of *parts* that it stands in."""
    starts = [part.line for part in parts]
    for unread in found:
        at = bisect_right(starts, unread.line) - 1
        yield replace(unread, anchor=parts[at].anchor if at >= 0 else None)


# ------------------------------------------------------------------------------------------ cut in two


def _cut(parts: Iterable[Part]) -> Iterator[Unread]:
    """Paragraphs that go on with the one before: in small letters, after one that has no stop at its end."""
    before, in_enumeration = "", False
    for part in parts:
        first = part.blocks[0] if isinstance(part, Passage) and part.blocks else None
        words = first.prose.text if isinstance(first, Paragraph) and first.role is None else ""
        is_rest = isinstance(part, Passage) and not part.label and goes_on(words)
        in_enumeration = is_rest and (in_enumeration or _ends(before).endswith(":"))
        if is_rest and is_unfinished(before) and not in_enumeration:
            message = f"“{_beginning(words)}” seems to go on with the sentence of the paragraph before it."
            yield Unread(Sought.PARAGRAPH, message, part.line, part.anchor, _joined(before, words))
        before = _last_words(part)


def goes_on(words: str) -> bool:
    """Whether *words* begin with a small letter, and are no label, address or (a) of a list."""
    return words[:1].islower() and bool(_GOES_ON.match(folded(words[:80])))


def is_unfinished(words: str) -> bool:
    """Whether *words* are a line at least, with no stop at its end; or end within a word."""
    end = _ends(words)
    return end.endswith("-") or (len(words) >= _LINE and not _LEADS_ON.search(end))


def _ends(words: str) -> str:
    return folded(words[-80:]).rstrip(_CLOSING)


def _last_words(part: Part) -> str:
    last = part.blocks[-1] if isinstance(part, Passage) and part.blocks else None
    return last.prose.text if isinstance(last, Paragraph) else ""


def _joined(before: str, words: str) -> str:
    above, below = " ".join(before[-200:].split()), " ".join(words[:200].split())
    above = above if len(above) <= _AROUND else "… " + above[-_AROUND:].partition(" ")[2]
    below = below if len(below) <= _AROUND else below[:_AROUND].rpartition(" ")[0] + " …"
    if folded(above).endswith("-"):
        return f"Write “{above}{below}” in one paragraph, without the hyphen if the word has none."
    return f"Write “{above} {below}” in one paragraph."


def _beginning(words: str) -> str:
    line = words.split("\n", 1)[0]
    return line if len(line) <= _AROUND else line[:_AROUND].rpartition(" ")[0] + " …"


# ------------------------------------------------------------------------------------------ within lists


def _within_lists(parts: Iterable[Part]) -> Iterator[Unread]:
    """Items, and paragraphs with the next number, that lie in an entry of a list or in a footnote."""
    before: str | None = None
    for part in parts:
        if isinstance(part, Item):
            before = part.label
            continue
        before = part.label or before
        for block in _inside(part.blocks):
            if isinstance(block, Heading):
                message = (
                    f"“{block.prose.text}” is no item: the spaces before it make it part of what is above."
                )
                yield _indented(message, block, part)
            elif isinstance(block, Paragraph) and before:
                label, _ = take_label(block.prose)
                if label and follows(label, before):
                    before = label
                    message = f"“{label}” is no number: the spaces before it make it part of what is above."
                    yield _indented(message, block, part)


def _inside(blocks: Sequence[Block]) -> Iterator[Block]:
    """What lies within lists and footnotes, and below the first block of a numbered entry."""
    for at, block in enumerate(blocks):
        if at and isinstance(block, Paragraph | Heading):
            yield block
        elif isinstance(block, ListBlock):
            for entry in block.entries:
                yield from every_block(entry.blocks)
        elif isinstance(block, Footnote):
            yield from every_block(block.blocks)


def _indented(message: str, block: Paragraph | Heading, part: Part) -> Unread:
    cure = "Take away the spaces before it, and leave an empty line above it."
    return Unread(Sought.PARAGRAPH, message, block.line, part.anchor, cure)


# ------------------------------------------------------------------------------------------ below entries


def _below_entries(parts: Iterable[Part], lines: Sequence[str], first_line: int) -> Iterator[Unread]:
    """Lines that stand below an entry of a list, and not within it, and begin a sentence of their own."""
    for part in parts:
        for paragraph in _of_entries(part):
            count = paragraph.prose.text.count("\n")
            for number in range(paragraph.line + 1, paragraph.line + count + 1):
                above, line = lines[number - first_line - 1], lines[number - first_line]
                if line[:1].isupper() and (len(above) < _SHORT or _ends(above)[-1:] in (".", ";", ":")):
                    message = f"“{_beginning(line)}” is read as words of the entry of the list above it."
                    cure = (
                        "Leave an empty line before it; or put two spaces there, if it is part of the entry."
                    )
                    yield Unread(Sought.PARAGRAPH, message, number, part.anchor, cure)
                    break


def _of_entries(part: Part) -> Iterator[Paragraph]:
    """The paragraphs of more than one line in the entries of the lists of *part*."""
    if isinstance(part, Passage):
        for block in _inside(part.blocks):
            if isinstance(block, Paragraph) and "\n" in block.prose.text:
                yield block
