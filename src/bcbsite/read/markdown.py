"""Markdown becomes blocks: CommonMark with tables and footnotes, in which HTML is plain text.

Links have their address beside them: there are no definitions of addresses elsewhere.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it.token import Token
from markdown_it.utils import EnvType

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
    all_prose,
)
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.read.bounds import MAX_STROKES, TooManyBlocksError
from bcbsite.read.grammar import MAX_DEPTH, parser
from bcbsite.read.inline import read_inline, with_places
from bcbsite.read.paste import straight

MAX_PARAGRAPH = 50_000
"""How many characters a paragraph may have. To read emphasis takes time that grows with their square."""

_PARSER = parser()

# What an inline rule can begin with; most paragraphs of minutes have none of it.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&!]| \n|\n ")


def _inside(content: str, env: EnvType) -> list[Token]:
    """The tokens of a paragraph; of one with nothing but text, or that would take too long, its text."""
    tokens: list[Token] = []
    if _SPECIAL.search(content) and len(content) <= MAX_PARAGRAPH:
        _PARSER.inline.parse(content, _PARSER, env, tokens)
        return tokens
    return [Token("text", "", 0, content=content)]


def read_blocks(text: str, first_line: int = 1, as_in_file: bool = False) -> tuple[Block, ...]:
    """The blocks of *text*, whose first line is line *first_line* of its file.

    Where its lines stand *as_in_file*, and not indented in YAML, each link knows its place.
    """
    lines = text.split("\n") if as_in_file else []
    env: dict[str, Any] = {}
    return _Walker(_PARSER.parse(straight(text), env), env, first_line, lines).blocks_until(None)


def read_sound_blocks(
    text: str, first_line: int = 1, as_in_file: bool = False
) -> tuple[tuple[Block, ...], tuple[int, str] | None]:
    """The same; or no blocks, and a line and a message, where it cannot be read whole."""
    try:
        if text.count("|") > MAX_STROKES:
            raise TooManyBlocksError(text.count("\n", 0, text.index("|")))
        blocks = read_blocks(text, first_line, as_in_file)
    except TooManyBlocksError as error:
        return (), (
            error.line + first_line,
            "This text has more paragraphs, entries or cells than can be read.",
        )
    fault = _unreadable(blocks)
    return (() if fault else blocks), fault


def _unreadable(blocks: Sequence[Block], depth: int = 0) -> tuple[int, str] | None:
    """The line and a message, where *blocks* nest too deeply or have a paragraph that is too long."""
    for block in blocks:
        if depth > MAX_DEPTH:
            return block.line, "Lists or quotations are nested too deeply here."
        if _is_long(block):
            return block.line, f"This paragraph has more than {MAX_PARAGRAPH} characters."
        nested = [block.blocks] if isinstance(block, Quote | Footnote) else []
        if isinstance(block, ListBlock):
            nested = [entry.blocks for entry in block.entries]
        for inner in nested:
            if found := _unreadable(inner, depth + 1):
                return found
    return None


def _is_long(block: Block) -> bool:
    if isinstance(block, Paragraph | Heading):
        return len(block.prose.text) > MAX_PARAGRAPH
    return isinstance(block, Table) and any(len(prose.text) > MAX_PARAGRAPH for prose in all_prose([block]))


class _Walker:
    """Goes once through the tokens; each method consumes one block."""

    def __init__(self, tokens: list[Token], env: EnvType, first_line: int, lines: Sequence[str]) -> None:
        self._tokens = tokens
        self._env = env
        self._next = 0
        self._first_line = first_line
        self._lines = lines
        self._readers: dict[str, Callable[[Token], Block]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "blockquote_open": self._quote,
            "table_open": self._table,
            "footnote_reference_open": self._footnote,
            "fence": self._preformatted,
            "hr": lambda token: Rule(self._line(token)),
        }

    def blocks_until(self, close: str | None) -> tuple[Block, ...]:
        """The blocks up to the token of type *close*, which is consumed; up to the end for none."""
        found: list[Block] = []
        while self._next < len(self._tokens):
            token = self._take()
            if token.type == close:
                break
            found.append(self._readers[token.type](token))
        return tuple(found)

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _line(self, token: Token) -> int:
        return self._first_line + (token.map[0] if token.map else 0)

    def _inline(self) -> Prose:
        """The text of the inline token that comes next, and past its block's closing token."""
        token = self._take()
        prose = read_inline(_inside(token.content, self._env))
        self._take()
        if self._lines and token.map and any(mark.kind is MarkKind.LINK for mark in prose.marks):
            return with_places(prose, self._lines[slice(*token.map)], self._line(token))
        return prose

    def _paragraph(self, token: Token) -> Paragraph:
        return Paragraph(self._inline(), self._line(token))

    def _heading(self, token: Token) -> Heading:
        return Heading(int(token.tag[1]), self._inline(), self._line(token))

    def _quote(self, token: Token) -> Quote:
        return Quote(self.blocks_until("blockquote_close"), self._line(token))

    def _footnote(self, token: Token) -> Footnote:
        blocks = self.blocks_until("footnote_reference_close")
        return Footnote(str(token.meta["label"]), blocks, self._line(token))

    def _preformatted(self, token: Token) -> Preformatted:
        text = token.content.removesuffix("\n")
        lines = text.count("\n") + 1 if token.content else 0
        is_open = token.map is not None and token.map[1] - token.map[0] < lines + 2
        return Preformatted(text, self._line(token), is_open)

    def _list(self, opening: Token) -> ListBlock:
        ordered = opening.type == "ordered_list_open"
        entries = []
        while (token := self._take()).type == "list_item_open":
            number = f"{token.info}{token.markup}" if ordered else None
            entries.append(ListEntry(self.blocks_until("list_item_close"), number, self._line(token)))
        return ListBlock(tuple(entries), ordered, self._line(opening))

    def _table(self, opening: Token) -> Table:
        rows: list[tuple[Prose, ...]] = []
        cells: list[Prose] = []
        align: list[str] = []
        while (token := self._take()).type != "table_close":
            if token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    align.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
                cells.append(self._inline())
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(rows[0], tuple(rows[1:]), tuple(align), self._line(opening))
