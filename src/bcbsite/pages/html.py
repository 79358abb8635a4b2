"""Blocks and prose as HTML: the one place, beside autoescaped templates, where HTML is made."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from bcbsite.archive.links import Links, leads_elsewhere
from bcbsite.model.blocks import (
    Block,
    Heading,
    ListBlock,
    ListEntry,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Table,
)
from bcbsite.model.prose import Mark, MarkKind, Prose

_TAGS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em", MarkKind.CODE: "code"}


class Html:
    """Makes the HTML of one page's texts; its links begin at that page."""

    def __init__(self, links: Links, base: str, page: str | None = None) -> None:
        """*base* leads from the page to the site's root; *page* is the file of an ordinary page."""
        self._links = links
        self._base = base
        self._page = page

    def prose(self, prose: Prose) -> Markup:
        """A text with its emphasis and links."""
        return Markup(self._prose(prose))  # noqa: S704 - escaped piece by piece

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Paragraphs, lists, tables …, one after another."""
        return Markup(self._blocks(blocks))  # noqa: S704 - escaped piece by piece

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f"<p>{self._paragraph(block)}</p>"
            case ListBlock():
                tag = "ol" if block.ordered else "ul"
                return f"<{tag}>\n{''.join(self._entry(entry) for entry in block.entries)}</{tag}>"
            case Table():
                return self._table(block)
            case Quote(blocks=inner):
                return f"<blockquote>\n{self._blocks(inner)}\n</blockquote>"
            case Heading(level=level, prose=prose, anchor=anchor):
                id_ = f' id="{anchor}"' if anchor else ""
                return f"<h{level}{id_}>{self._prose(prose)}</h{level}>"
            case Preformatted(text=text):
                return f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
            case Rule():
                return "<hr>"

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
        classes = [f' class="bcb-{side}"' if side else "" for side in table.align]
        head = "".join(
            f'<th scope="col"{class_}>{self._prose(cell)}</th>' if cell.text else f"<td{class_}></td>"
            for cell, class_ in zip(table.head, classes, strict=True)
        )
        rows = "".join(
            "<tr>" + "".join(f"<td{c}>{self._prose(cell)}</td>" for cell, c in zip(row, classes, strict=True)) + "</tr>\n"
            for row in table.rows
        )
        return (
            # It takes the focus, so that it can be scrolled from the keyboard.
            '<div class="bcb-table" role="group" aria-label="Table" tabindex="0"><table>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>"
        )

    def _prose(self, prose: Prose) -> str:
        if not prose.marks:
            return str(escape(prose.text))
        pieces: list[str] = []
        end = self._marked(prose, 0, 0, len(prose.text), pieces)
        assert end == len(prose.marks), "marks nest"
        return "".join(pieces)

    def _marked(self, prose: Prose, first: int, start: int, end: int, pieces: list[str]) -> int:
        """Write the text from *start* to *end* with its marks from the one numbered *first*; give the next."""
        text, marks = prose.text, prose.marks
        while first < len(marks) and marks[first].start < end:
            mark = marks[first]
            pieces.append(str(escape(text[start : mark.start])))
            opening, closing = self._tags(mark)
            pieces.append(opening)
            inner_end = mark.end
            first = self._marked(prose, first + 1, mark.start, inner_end, pieces)
            pieces.append(closing)
            start = inner_end
        pieces.append(str(escape(text[start:end])))
        return first

    def _tags(self, mark: Mark) -> tuple[str, str]:
        if mark.kind is MarkKind.BREAK:
            return "<br>", ""
        if mark.kind is MarkKind.LINK:
            return self._link(mark.target)
        if tag := _TAGS.get(mark.kind):
            return f"<{tag}>", f"</{tag}>"
        return "", ""

    def _link(self, target: str) -> tuple[str, str]:
        """A link; where what it names is not public, or not there, only its words are shown."""
        if leads_elsewhere(target):
            return f'<a href="{escape(target)}">', "</a>"
        address = self._links.find(target, self._page)
        return (f'<a href="{escape(self._base + address)}">', "</a>") if address is not None else ("", "")
