"""Blocks and prose as HTML: the one place, beside autoescaped templates, where HTML is made."""

from collections.abc import Callable, Container, Iterable
from html import escape

from markupsafe import Markup

from bcbsite.archive.links import Links, leads_elsewhere
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
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.read.labels import slugify

_TAGS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em", MarkKind.CODE: "code"}


def _note_anchor(label: str) -> str:
    return f"fn-{slugify(label) or 'note'}"


class Html:
    """Makes the HTML of one page's texts; its links begin at that page."""

    def __init__(self, links: Links, base: str, page: str | None = None, here: str = "") -> None:
        """*base* leads from the page to the site's root; *page* is the file of an ordinary page.

        *here* is the address of the page, where the texts are shown elsewhere.
        """
        self._links = links
        self._base = base
        self._page = page
        self._here = here
        self._notes: set[str] = set()

    def prose(self, prose: Prose) -> Markup:
        """A text with its emphasis and links."""
        return Markup(self._prose(prose))  # noqa: S704 - escaped piece by piece

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Paragraphs, lists, tables …, one after another."""
        return Markup(self._blocks(blocks))  # noqa: S704 - escaped piece by piece

    def body(self, body: Body, noted: Container[str] = (), note: Callable[[str], str] = str) -> Markup:
        """The items and passages of a document, each with its address.

        Under those whose anchors are in *noted* stands what *note* makes of the anchor.
        """
        pieces = []
        for part in body.parts:
            below = note(part.anchor) if part.anchor in noted else ""
            pieces.append(self._item(part, below) if isinstance(part, Item) else self._passage(part, below))
        return Markup("".join(pieces))  # noqa: S704 - escaped piece by piece

    def _item(self, item: Item, below: str) -> str:
        tag = f"h{min(item.level + 1, 6)}"
        label = f'<span class="bcb-label">{item.label}</span> ' if item.label else ""
        tagged = f' <span class="bcb-tag">{escape(item.note)}</span>' if item.note else ""
        name = escape(item.heading)
        return (
            f'<{tag} class="bcb-item" id="{item.anchor}">{label}{self._prose(item.title)}{tagged}'
            f' <a class="bcb-permalink" href="#{item.anchor}" aria-label="Address of this item: {name}">#</a>'
            f"</{tag}>\n{below}"
        )

    def _passage(self, passage: Passage, below: str) -> str:
        anchor, label = passage.anchor, passage.label
        role = f" bcb-passage-{passage.role.replace(' ', '-')}" if passage.role else ""
        number = (
            f'<a class="bcb-number" href="#{anchor}" aria-label="Paragraph {label}">{label}</a>'
            if label
            else ""
        )
        return (
            f'<div class="bcb-passage{role}" id="{anchor}">{number}'
            f'<div class="bcb-text">{self._blocks(passage.blocks)}{below}</div></div>\n'
        )

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                html = f"<p>{self._paragraph(block)}</p>"
            case ListBlock(entries=entries, ordered=ordered):
                tag = "ol" if ordered else "ul"
                html = f"<{tag}>\n{''.join(self._entry(entry) for entry in entries)}</{tag}>"
            case Table():
                html = self._table(block)
            case Quote(blocks=inner):
                html = f"<blockquote>\n{self._blocks(inner)}\n</blockquote>"
            case Heading(level=level, prose=prose, anchor=anchor):
                id_ = f' id="{anchor}"' if anchor else ""
                html = f"<h{level}{id_}>{self._prose(prose)}</h{level}>"
            case Preformatted(text=text):
                html = f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
            case Footnote(label=label, blocks=inner):
                html = (
                    f'<div class="bcb-footnote"{self._note_id(label)} role="note">'
                    f"<span>{escape(label)}</span> {self._blocks(inner)}</div>"
                )
            case Rule():
                html = "<hr>"
        return html

    def _note_id(self, label: str) -> str:
        """The id of a footnote; on a page where several texts have one of the label, the first has it."""
        anchor = _note_anchor(label)
        if anchor in self._notes:
            return ""
        self._notes.add(anchor)
        return f' id="{anchor}"'

    def _paragraph(self, paragraph: Paragraph) -> str:
        """The text; the word that makes a labelled paragraph stands out."""
        if not paragraph.lead:
            return self._prose(paragraph.prose)
        word = paragraph.prose.text[: paragraph.lead].strip()
        return f'<strong class="bcb-role">{escape(word)}</strong> {self._prose(paragraph.body)}'

    def _entry(self, entry: ListEntry) -> str:
        value = f' value="{int(entry.number[:-1])}"' if entry.number else ""
        match entry.blocks:
            case [Paragraph() as only]:
                inner = self._paragraph(only)
            case [Paragraph() as first, *rest] if not any(isinstance(block, Paragraph) for block in rest):
                inner = f"{self._paragraph(first)}\n{self._blocks(rest)}"
            case _:
                inner = self._blocks(entry.blocks)
        return f"<li{value}>{inner}</li>\n"

    def _table(self, table: Table) -> str:
        head = "".join(
            # A heading without words is none.
            self._cell('th scope="col"' if cell.text else "td", cell, side)
            for cell, side in zip(table.head, table.align, strict=True)
        )
        rows = "".join(
            f"<tr>{''.join(self._cell('td', *pair) for pair in zip(row, table.align, strict=True))}</tr>\n"
            for row in table.rows
        )
        return (
            # It takes the focus, so that it can be scrolled from the keyboard.
            '<div class="bcb-table" role="group" aria-label="Table" tabindex="0"><table class="bcb-grid">\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>"
        )

    def _cell(self, opening: str, cell: Prose, side: str) -> str:
        class_ = f' class="bcb-{side}"' if side else ""
        return f"<{opening}{class_}>{self._prose(cell)}</{opening[:2]}>"

    def _prose(self, prose: Prose) -> str:
        if not prose.marks:
            return escape(prose.text, quote=False)
        pieces: list[str] = []
        end = self._marked(prose, 0, 0, len(prose.text), pieces)
        assert end == len(prose.marks), "marks nest"
        return "".join(pieces)

    def _marked(self, prose: Prose, first: int, start: int, end: int, pieces: list[str]) -> int:
        """Write the text from *start* to *end*, with its marks from number *first* on; give the next."""
        text, marks = prose.text, prose.marks
        while first < len(marks) and marks[first].start < end:
            mark = marks[first]
            pieces.append(escape(text[start : mark.start], quote=False))
            opening, closing = self._tags(mark)
            pieces.append(opening)
            first = self._marked(prose, first + 1, mark.start, mark.end, pieces)
            pieces.append(closing)
            start = mark.end
        pieces.append(escape(text[start:end], quote=False))
        return first

    def _tags(self, mark: Mark) -> tuple[str, str]:
        if mark.kind is MarkKind.BREAK:
            return "<br>", ""
        if mark.kind in (MarkKind.LINK, MarkKind.MENTION):
            return self._link(mark.target)
        if mark.kind is MarkKind.FOOTNOTE:
            return f'<sup><a href="{self._here}#{_note_anchor(mark.target)}">', "</a></sup>"
        if tag := _TAGS.get(mark.kind):
            return f"<{tag}>", f"</{tag}>"
        return "", ""

    def _link(self, target: str) -> tuple[str, str]:
        """A link; where what it names is not public, or not there, only its words are shown."""
        if leads_elsewhere(target):
            before = self._here if target.startswith("#") else ""
            return f'<a href="{escape(before + target)}">', "</a>"
        address = self._links.find(target, self._page)
        return (f'<a href="{escape(self._base + address)}">', "</a>") if address is not None else ("", "")
