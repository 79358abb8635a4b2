"""The Markdown of records: CommonMark with tables and footnotes, less what would swallow words of minutes.

Nobody who copies minutes from a word processor means code by four spaces, or a heading by a line below. What
Markdown would take for a part of something else, because nothing ends it, is here what it looks like.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize
from mdit_py_plugins.footnote import footnote_plugin

from bcbsite.read.bounds import set_bounds

MAX_DEPTH = 15
"""How deep lists and quotations may nest in a record."""

_NUMBER = re.compile(r"[1-9]\d?[.)][ \t]+\S")
_STROKE = re.compile(r"(?<!\\)\|")
_BEFORE_EMPHASIS = " \n\u00a0([{\"'\u2018\u201c*-\u2010\u2013\u2014/"
_BEGINS_EMPHASIS = "([{\"'\u2018\u201c*`!\\&<£$€"


def parser() -> MarkdownIt:
    """A parser of blocks, and of the inside of a paragraph when it is asked for."""
    # What is nested deeper than this is dropped in silence, so it lies well beyond MAX_DEPTH.
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": 6 * MAX_DEPTH}).enable("table")
    made.use(footnote_plugin, inline=False, move_to_end=False)
    # “[Chair]: Welcome” would define where links lead, and not be shown; so it is a paragraph.
    made.disable(["html_block", "html_inline", "reference", "code", "lheading"])
    # The inside of a paragraph is parsed when it is come to, and then forgotten: all tokens take much memory.
    made.core.ruler.disable(["inline", "text_join"])
    made.block.ruler.before("paragraph", "end", _ends_before, {"alt": ["blockquote"]})
    made.block.ruler.at("paragraph", _paragraph)
    made.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    made.inline.ruler.at("emphasis", _emphasis)
    set_bounds(made)
    return made


def _ends_before(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """Whether a table ends before *line*, which has no stroke, or a quotation, which has no > there."""
    if state.parentType == "table":
        start = state.bMarks[line] + state.tShift[line]
        return silent and not _STROKE.search(state.src, start, state.eMarks[line])
    return silent and state.parentType == "blockquote"


def _paragraph(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
    """A paragraph goes on to an empty line, or to another block, however far that is indented."""
    around, state.parentType = state.parentType, "paragraph"
    others = state.md.block.ruler.getRules("paragraph")
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        if any(begins(state, line, state.lineMax, True) for begins in others):
            break
        line += 1
    state.line = line
    opening = state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    opening.map = inline.map = [start, line]
    inline.content = state.getLines(start, line, state.blkIndent, False).strip()
    state.push("paragraph_close", "p", -1)
    state.parentType = around
    return True


def _list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A list can begin however far in, and with any number within an entry or below a colon."""
    kept, state.listIndent = state.listIndent, -1  # against it the rule looks whether an entry is too far in
    found = bool(list_block(state, line, end, silent))
    state.listIndent = kept
    if found or not silent or state.sCount[line] < state.blkIndent:
        return found
    if not _NUMBER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]):
        return False
    above = state.src[state.bMarks[line - 1] : state.eMarks[line - 1]]
    return state.blkIndent > 0 or above.rstrip().endswith(":")


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Marks of emphasis; but lines to be filled in, as in “Moved by __, backed by __”, begin none."""
    start = state.pos
    if not tokenize(state, silent):
        return False
    if state.src[start] == "_" and not _begins_emphasis(state.src, start, state.pos):
        for mark in state.delimiters[start - state.pos :]:
            mark.open = False
    return True


def _begins_emphasis(text: str, start: int, end: int) -> bool:
    """Whether what is emphasised begins behind the line from *start* to *end*."""
    before, behind = text[start - 1 : start] or " ", text[end : end + 1]
    return before in _BEFORE_EMPHASIS and (behind.isalnum() or behind in _BEGINS_EMPHASIS)
