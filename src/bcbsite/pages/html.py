"""Blocks and prose as HTML: the one place, beside autoescaped templates, where HTML is made."""

from collections import Counter
from collections.abc import Callable, Container, Iterable
from html import escape

from markupsafe import Markup

from bcbsite.archive.links import Links
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
from bcbsite.model.body import Body, Item, Part, Passage
from bcbsite.model.prose import Prose
from bcbsite.pages.alternates import TABLES
from bcbsite.pages.html_prose import ProseHtml, note_anchor
from bcbsite.pages.words import bounded_name


class Html:
    """Makes the HTML of one page's texts; its links begin at that page."""

    def __init__(self, links: Links, base: str, page: str | None = None, here: str = "") -> None:
        """*base* leads from the page to the site's root; *page* is the file of an ordinary page.

        *here* is the address of the page, where the texts are shown elsewhere, and so without links to files
        beside it.
        """
        self._prose = ProseHtml(links, base, page, here)
        self._numbers: Counter[str] | None = None if here else Counter()
        self._place = self._label = ""
        self.tables: list[tuple[str, Table]] = []
        """The tables so far, each with the name of the file in which it lies beside the page."""
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
            self._place, self._label = part.anchor, part.label or ""
            pieces.append(self._item(part, below) if isinstance(part, Item) else self._passage(part, below))
        self._place = self._label = ""
        return Markup("".join(pieces))  # noqa: S704 - escaped piece by piece

    @staticmethod
    def heading(tag: str, anchor: str, heading: str, name: str) -> Markup:
        """A heading (*tag* is `h2` …) with the HTML *heading*, and the link to it, which says where it leads.

        The link stands beside the heading: within it, it would be part of the name that screen readers say.
        """
        name = escape(name)
        link = (
            f'<a class="bcb-permalink" href="#{anchor}" data-place="{name}" aria-label="Link to {name}">#</a>'
        )
        shown = f'<{tag} class="bcb-item" id="{anchor}">{heading}</{tag}>'
        return Markup(f'<div class="bcb-heading">{shown}{link}</div>')  # noqa: S704 - escaped by now

    def _item(self, item: Item, below: str) -> str:
        tag = f"h{min(item.level + 1, 6)}"
        label = f'<span class="bcb-label">{escape(item.label)}</span> ' if item.label else ""
        tagged = f' <span class="bcb-tag">{escape(item.note)}</span>' if item.note else ""
        heading = f"{_former(item)}{label}{self._prose(item.title)}{tagged}"
        name = f"item {item.label}" if item.label else item.heading
        under = f'<div class="bcb-under">{below}</div>\n' if below.strip() else ""
        return f"{self.heading(tag, item.anchor, heading, name)}\n{under}"

    def _passage(self, passage: Passage, below: str) -> str:
        anchor, label = passage.anchor, escape(passage.label or "")
        role = f" bcb-passage-{passage.role.replace(' ', '-')}" if passage.role else ""
        number = (
            f'<a class="bcb-number" href="#{anchor}" aria-label="Paragraph {label}">{label}</a>'
            if label
            else ""
        )
        return (
            f'<div class="bcb-passage{role}" id="{anchor}">{_former(passage)}{number}'
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
        anchor = note_anchor(label)
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
            f'<div class="bcb-table" role="group" aria-label="{self._name_of_table()}" tabindex="0">'
            '<table class="bcb-grid">\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>{self._file_of(table)}"
        )

    def _name_of_table(self) -> str:
        """`Table 2 at 5.1`: the second in the paragraph of that number."""
        number = self._numbers[self._place] + 1 if self._numbers else 1
        at = f" at {escape(self._label)}" if self._label else ""
        return f"Table{f' {number}' if number > 1 else ''}{at}"

    def _file_of(self, table: Table) -> str:
        """The link to *table* as a file. Its name comes from the paragraph, so that it stays."""
        if self._numbers is None:
            return ""
        place = self._place or "table"
        self._numbers[place] += 1
        number = self._numbers[place]
        file = bounded_name(place)
        name = f"{TABLES}/{file}.csv" if number == 1 else f"{TABLES}/{file}_{number}.csv"
        self.tables.append((name, table))
        return f'\n<p class="bcb-csv"><a href="{name}">This table as a spreadsheet (CSV)</a></p>'

    def _cell(self, opening: str, cell: Prose, side: str) -> str:
        class_ = f' class="bcb-{side}"' if side else ""
        return f"<{opening}{class_}>{self._prose(cell)}</{opening[:2]}>"


def _former(part: Part) -> str:
    """The place that an address leads to which *part* had formerly."""
    return f'<span id="{part.formerly}"></span>' if part.formerly else ""
