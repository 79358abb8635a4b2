"""Running text as HTML: emphasis, links and footnotes, escaped piece by piece."""

from html import escape

from bcbsite.archive.links import Links, leads_elsewhere
from bcbsite.model.prose import Mark, MarkKind, Prose
from bcbsite.read.labels import slugify

_TAGS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em", MarkKind.CODE: "code"}


def note_anchor(label: str) -> str:
    """The id of a footnote, by what the text refers to it by."""
    return f"fn-{slugify(label) or 'note'}"


class ProseHtml:
    """Makes the HTML of running text; its links begin at one page."""

    def __init__(self, links: Links, base: str, page: str | None, here: str) -> None:
        """*base*, *page* and *here* are those of `Html`."""
        self._links = links
        self._base = base
        self._page = page
        self._here = here

    def __call__(self, prose: Prose) -> str:
        """The text with its emphasis and links."""
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
            return f'<sup><a href="{self._here}#{note_anchor(mark.target)}">', "</a></sup>"
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
