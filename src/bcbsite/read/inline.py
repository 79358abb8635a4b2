"""The inside of a paragraph: its plain text, and the marks on it."""

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from bcbsite.model.prose import Mark, MarkKind, Prose

_MARKS = {
    "strong_open": MarkKind.STRONG,
    "em_open": MarkKind.EMPHASIS,
    "link_open": MarkKind.LINK,
}
_LEAF_MARKS = {
    "code_inline": MarkKind.CODE,
    "image": MarkKind.IMAGE,
    "hardbreak": MarkKind.BREAK,
    "footnote_ref": MarkKind.FOOTNOTE,
}
_DEEPEST = 20
"""So many marks may lie in one another. What is within more has these alone: no reader sees more of them."""
_PIECES = {"softbreak": "\n", "hardbreak": "\n"}


def read_inline(tokens: Sequence[Token]) -> Prose:
    """The text of a paragraph's tokens, and the marks on it."""
    if len(tokens) == 1 and tokens[0].type == "text":
        return Prose(tokens[0].content)
    inline = _Inline()
    for token in tokens:
        inline.take(token)
    return Prose("".join(inline.text), tuple(inline.marks))


def with_places(prose: Prose, lines: Sequence[str], first_line: int) -> Prose:
    """*prose* with the place of each link that *lines*, from *first_line* of its file on, have as it is."""
    source, end, marks = "\n".join(lines), 0, []
    for mark in prose.marks:
        start = _address_in(source, mark.target, end) if mark.kind is MarkKind.LINK else -1
        if start < 0:
            marks.append(mark)
            continue
        end = start + len(mark.target)
        place = first_line + source.count("\n", 0, start), start - source.rfind("\n", 0, start)
        marks.append(replace(mark, at=place))
    return Prose(prose.text, tuple(marks))


def _address_in(source: str, target: str, start: int) -> int:
    """Where, from *start* on, a link has *target* as its address and nothing more; -1 where none has."""
    while (start := source.find(f"]({target}", start)) >= 0:
        start += len("](")
        if source[start + len(target) : start + len(target) + 1] in (")", " ", "\n"):
            break
    return start


class _Inline:
    """Goes through the tokens of one paragraph."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.marks: list[Mark] = []
        self._length = 0
        self._open: list[tuple[int, Token, int]] = []
        """Where each mark that is open began, its token, and its place among the marks."""

    def take(self, token: Token) -> None:
        if token.nesting > 0:
            # The outer mark comes before the inner ones, so its place is kept.
            self._open.append((self._length, token, len(self.marks)))
        elif token.nesting < 0:
            start, opening, place = self._open.pop()
            if len(self._open) < _DEEPEST:
                self._mark(start, _MARKS[opening.type], str(opening.attrs.get("href", "")), place)
        else:
            start = self._length
            piece = _PIECES.get(token.type, token.content)
            if token.type == "footnote_ref":
                piece = f"[{token.meta['label']}]"
            self.text.append(piece)
            self._length += len(piece)
            if kind := _LEAF_MARKS.get(token.type):
                target = token.attrs.get("src", "") or token.meta.get("label", "")
                self._mark(start, kind, str(target), len(self.marks))

    def _mark(self, start: int, kind: MarkKind, target: str, place: int) -> None:
        if self._length > start:  # a link around nothing is nothing
            self.marks.insert(place, Mark(start, self._length, kind, target))
