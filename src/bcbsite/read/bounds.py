"""Bounds for the Markdown parser, which could look through a paragraph again from each of its characters."""

from types import ModuleType, SimpleNamespace
from typing import cast

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_ref

MAX_TOKENS = 500_000
"""How many beginnings and ends of blocks a text may have; an entry of a list has five."""
MAX_STROKES = 200_000
"""How many strokes a text may have, which part the cells of tables: a table is read at once, uncounted."""

_MAX_BRACKETS = 4
"""How many square brackets may be open within the words of a link."""
_MAX_MARK = 100
"""How many characters a footnote's mark may have."""


class TooManyBlocksError(Exception):
    """A text has more blocks than can be kept in memory."""

    def __init__(self, line: int) -> None:
        """*line*, counted from 0, is the one where the reader gave up."""
        super().__init__(line)
        self.line = line


def set_bounds(parser: MarkdownIt) -> None:
    """Put the bounds into *parser*, which reads tables and footnotes, too."""
    parser.block.ruler.before("table", "bound", _count_blocks)
    parser.inline.ruler.at("footnote_ref", _footnote_mark)
    kept = {name: getattr(helpers, name) for name in helpers.__all__}
    parser.helpers = cast("ModuleType", SimpleNamespace(**kept | {"parseLinkLabel": _end_of_label}))


def _count_blocks(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    if len(state.tokens) > MAX_TOKENS:
        raise TooManyBlocksError(line)
    return False


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    end = min(state.posMax, state.pos + _MAX_MARK)
    return state.src.find("]", state.pos, end) >= 0 and bool(footnote_ref(state, silent))


def _end_of_label(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803 - its name
    """Where the words of a link end that begin with the bracket at *start*; -1 where they do not.

    It is what the parser's own helper does, but for the bound: that one goes on to the end of the
    paragraph for each of any number of brackets.
    """
    if start > _last_link(state):
        return -1
    begun, end, open_ = state.pos, -1, 1
    state.pos = start + 1
    while state.pos < state.posMax and open_ <= _MAX_BRACKETS:
        at, sign = state.pos, state.src[state.pos]
        open_ -= sign == "]"
        if not open_:
            end = at
            break
        state.md.inline.skipToken(state)
        if sign == "[" and state.pos == at + 1:
            open_ += 1
        elif sign == "[" and disableNested:
            break
    state.pos = begun
    return end


def _last_link(state: StateInline) -> int:
    """Where the last link could have its address beside it; looked for once in a paragraph."""
    if -1 not in state.cache:  # the parser keeps there what it has skipped, by place
        state.cache[-1] = state.src.rfind("](")
    return state.cache[-1]
