"""Blocks become Markdown again: what a file has beside what is public cannot get into it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcbsite.archive.links import Links, leads_elsewhere
from bcbsite.exports.numbering import numbering_of
from bcbsite.model.blocks import (
    Block,
    Footnote,
    Heading,
    ListBlock,
    ListEntry,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Table,
)
from bcbsite.model.body import Body, Item, Passage
from bcbsite.model.prose import MarkKind, Prose

_SPECIAL = re.compile(r"[\\`*\[\]|~]|(?<!\w)_|_(?!\w)|<(?=[\w/!?])|&(?=#|\w+;)")
# What would begin another block at the start of a line.
_LINE_START = re.compile(r"^(?:(\d+)(?=[.)](?:\s|$))|(?=[#>+\-=:]))", re.MULTILINE)
_MARKERS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*"}


class Markdown:
    """Writes Markdown; links to what is not public become words."""

    def __init__(self, links: Links) -> None:
        """*links* finds what is public."""
        self._links = links

    def body(self, body: Body) -> str:
        """The items and passages of a document."""
        listed, closed = set(_entries(body)), numbering_of(body).closed
        pieces, before = list[str](), False
        for part in body.parts:
            is_list = (
                isinstance(part, Passage) and len(part.blocks) == 1 and isinstance(part.blocks[0], ListBlock)
            )
            other = is_list and before
            if isinstance(part, Item):
                pieces.append(self._item(part, "." if part.anchor in closed else ""))
            elif part.anchor in listed:
                pieces.append(_indented(self._passage(part), "+ ", "  "))
            else:
                pieces.append(self._passage(part, "*" if other else "-"))
            before = is_list and not other
        return "\n\n".join(pieces)

    def blocks(self, blocks: Iterable[Block], bullet: str = "-") -> str:
        """Blocks, with an empty line between them; *bullet* is that of the first list."""
        pieces, before = list[str](), False
        for block in blocks:
            # Two lists in a row would be one if their bullets did not differ.
            other = isinstance(block, ListBlock) and before
            pieces.append(self._block(block, "*" if other else bullet))
            before = isinstance(block, ListBlock) and not other
        return "\n\n".join(pieces)

    def _item(self, item: Item, close: str) -> str:
        marks = "#" * min(item.level + 1, 6)
        title = _in_one_line(self.prose(item.title))
        words = (
            f"{item.label}{close}" if item.label else None,
            title,
            f"({item.note})" if item.note else None,
        )
        return f"{marks} {' '.join(filter(None, words))}"

    def _passage(self, passage: Passage, bullet: str = "-") -> str:
        if not passage.label:
            return self.blocks(passage.blocks, bullet)
        first, *rest = passage.blocks or (None,)
        if isinstance(first, Paragraph):
            return self.blocks([Paragraph(_after(passage.label, first.prose), first.line), *rest])
        return "\n\n".join(filter(None, (passage.label, self.blocks(passage.blocks))))

    def _block(self, block: Block, bullet: str = "-") -> str:
        match block:
            case Paragraph(prose=prose):
                written = self.prose(prose)
            case Heading(level=level, prose=prose):
                written = f"{'#' * level} {_in_one_line(self.prose(prose))}"
            case ListBlock(entries=entries):
                written = "\n".join(self._entry(entry, bullet) for entry in entries)
            case Table():
                written = "\n".join(self._table(block))
            case Quote(blocks=inner):
                written = _indented(self.blocks(inner), "> ", "> ")
            case Footnote(label=label, blocks=inner):
                written = _indented(self.blocks(inner), f"[^{label}]: ", "    ")
            case Preformatted(text=text):
                fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
                written = f"{fence}\n{text}\n{fence}"
            case Rule():
                written = "* * *"
        return written

    def _entry(self, entry: ListEntry, bullet: str) -> str:
        marker = f"{entry.number or bullet} "
        return _indented(self.blocks(entry.blocks), marker, " " * len(marker))

    def _table(self, table: Table) -> Iterator[str]:
        rules = {"left": ":---", "right": "---:", "center": ":---:"}
        yield _row(map(self.prose, table.head))
        yield _row(rules.get(side, "---") for side in table.align)
        for row in table.rows:
            yield _row(map(self.prose, row))

    def prose(self, prose: Prose) -> str:
        """Running text with its marks."""
        pieces: list[str] = []
        self._marked(prose, 0, 0, len(prose.text), pieces)
        return _LINE_START.sub(lambda match: f"{match[1] or ''}\\", "".join(pieces))

    def _marked(self, prose: Prose, first: int, start: int, end: int, pieces: list[str]) -> int:
        """Write the text from *start* to *end*, with its marks from number *first* on; give the next."""
        text, marks = prose.text, prose.marks
        while first < len(marks) and marks[first].start < end:
            mark = marks[first]
            pieces.append(_escaped(text[start : mark.start]))
            inner: list[str] = []
            first = self._marked(prose, first + 1, mark.start, mark.end, inner)
            pieces.append(self._with(mark.kind, mark.target, text[mark.start : mark.end], "".join(inner)))
            start = mark.end
        pieces.append(_escaped(text[start:end]))
        return first

    def _with(self, kind: MarkKind, target: str, text: str, inner: str) -> str:
        if kind is MarkKind.LINK:
            named = target if leads_elsewhere(target) else self._links.public_name(target)
            return f"[{inner}](<{named}>)" if named else inner
        if kind is MarkKind.CODE:
            fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
            return f"{fence}{text}{fence}" if "`" not in text else f"{fence} {text} {fence}"
        if kind is MarkKind.BREAK:
            return "\\\n"
        if kind is MarkKind.FOOTNOTE:
            return f"[^{target}]"
        marker = _MARKERS.get(kind, "")
        return f"{marker}{inner}{marker}"


def _entries(body: Body) -> Iterator[str]:
    """The anchors of the passages that are entries of a list: only there can one have several blocks.

    Such a list begins with a numbered paragraph.
    """
    group: list[str] = []
    for passage in body.passages:
        if passage.label:
            group = []
        group.append(passage.anchor)
        if len(passage.blocks) > 1:
            yield from group
            group = []


def _after(label: str, prose: Prose) -> Prose:
    """*prose* with its printed number before it."""
    shift = len(label) + 1
    moved = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in prose.marks)
    return Prose(f"{label} {prose.text}", tuple(moved))


def _in_one_line(text: str) -> str:
    """The words of a heading, which after its marks has one line."""
    return text.replace("\\\n", " ").replace("\n", " ")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _indented(text: str, first: str, rest: str) -> str:
    """*text* with *first* before its first line and *rest* before the others, but for empty ones."""
    lines = text.split("\n")
    return "\n".join(
        [first + lines[0], *((rest + line).rstrip() if not line else rest + line for line in lines[1:])]
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
