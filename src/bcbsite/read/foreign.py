"""Marks that mean nothing in a record: HTML, what other kinds of Markdown have, and code.

They are shown as they were typed, and what they were to say is not understood; so each block of them is told
of, with what to write. Code is told of where it has what would be read elsewhere; figures may stay.
"""

import re
from collections.abc import Iterator, Sequence

from bcbsite.model.blocks import Block, Preformatted, every_block
from bcbsite.model.reading import Sought, Unread, bounded

_TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del"
    "|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i"
    "|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|object|ol|option|p|pre|q|s|script"
    "|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea"
    "|tfoot|th|thead|title|tr|tt|u|ul|var|video|audio|[ovw]:[a-z]+"
)
_TAG = re.compile(rf"(?<!\\)</?(?P<name>{_TAGS})(?:\s[^<>]*)?(?:/?>|$)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"(?<!\\)\{:?\s*(?:[#.][\w-]|[\w-]+=\")[^{}]{0,200}\}")
_FENCED = re.compile(r"[\s>]*:{3,}(?:\s|\{|$)")
_GRID = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*|\s*-{3,}(?: +-{3,})+\s*")
_RAISED = re.compile(r"(?<=\w)\^(\w{1,10})\^|(?<=\w)~(\w{1,10})~(?!~)")
_STRUCK = re.compile(r"(?<![\\~])~~(?=[^\s~])")
# A heading, a number before words, a label, a verb of deciding, or a sentence.
_WORDS = re.compile(
    r"^[ \t]*(?:#{1,6} |\d{1,3}\.(?:\d+(?:\.\d+)*\.?)?[ \t]+[A-Z]"
    r"|(?:Action|Update|Resolved|Resolution|Decision|Agreed)\b)"
    r"|\b(?:approved|agreed|resolved|noted|adopted|accepted|deferred|rejected)\b|\w (?:\w+,? ){5,50}\w+\.$",
    re.MULTILINE,
)
_CODE = re.compile(r"`[^`]+`")
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}]{0,200}\}")
_BOLD, _ITALIC = re.compile(r"</?(?:b|strong)>", re.IGNORECASE), re.compile(r"</?(?:i|em)>", re.IGNORECASE)
_GAP = re.compile(r"</?(?:br|p|div|td|th|tr|li)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SIGNS = ("<", "{", ":::", "+-", "+=", "--", "^", "~", "==")

_UNDERLINE = re.compile(r"\s*(?:-{2,}|={2,})\s*")
_NO_TITLE = re.compile(r"(?:[-+*>|#]|.{121}).*|.*[.?!:;,|]")


def foreign_marks(
    text: str, blocks: Sequence[Block], first_line: int = 1, may_have_code: bool = False
) -> tuple[Unread, ...]:
    """What of *text*, which begins at *first_line* of its file and was read as *blocks*, is such a mark."""
    code = [block for block in every_block(blocks) if isinstance(block, Preformatted)]
    found = [] if may_have_code else [_of_code(block) for block in code if _WORDS.search(block.text)]
    if any(sign in text for sign in _SIGNS):
        within = {line for block in code for line in range(block.line, block.line + _height(block))}
        lines = ["" if n in within else line for n, line in enumerate(text.split("\n"), first_line)]
        found += [*_of_lines(lines, first_line), *_of_underlines(lines, first_line)]
    found.sort(key=lambda unread: unread.line)
    return bounded(found, "Such marks")


def without_marks(line: str) -> str:
    """*line* as it could be written in a record, less the marks in it that mean nothing there."""
    if _FENCED.match(line) or _GRID.fullmatch(line):
        return ""
    line = _SPAN.sub(r"\1", _SPAN.sub(r"\1", line))
    line = _ATTRIBUTES.sub("", _RAISED.sub(r"\1\2", line))
    line = _ITALIC.sub("*", _BOLD.sub("**", line))
    return re.sub(r"(?<=\S) {2,}", " ", _TAG.sub("", _GAP.sub(" ", line))).strip()


def _height(block: Preformatted) -> int:
    return block.text.count("\n") + 3


def _of_code(block: Preformatted) -> Unread:
    message = "These lines are shown as code, and nothing in them is read."
    cure = "Take out the line of marks above and the one below them."
    return Unread(Sought.MARKUP, message, block.line, None, cure)


def _of_lines(lines: Sequence[str], first_line: int) -> Iterator[Unread]:
    """Of each block of lines the first that has a mark; a table is one block to its end."""
    told = in_table = False
    for number, line in enumerate(lines, first_line):
        if not line.strip():
            told = told and in_table
        elif mark := _mark_in(line):
            in_table = (in_table or "<table" in line.lower()) and "</table" not in line.lower()
            if not told:
                yield Unread(Sought.MARKUP, _message(mark), number, None, _cure(line))
            told = True


def _mark_in(line: str) -> str:
    """The first mark in *line* that means nothing in a record; empty where there is none."""
    if not any(sign in line for sign in _SIGNS):
        return ""
    if _FENCED.match(line) or _GRID.fullmatch(line):
        return line.strip()
    words = _CODE.sub("", line) if "`" in line else line
    patterns = (_TAG, _ATTRIBUTES, _RAISED, _STRUCK)
    found = [match for pattern in patterns if (match := pattern.search(words))]
    return min(found, key=lambda match: match.start())[0] if found else ""


def _message(mark: str) -> str:
    shown = mark if len(mark) <= 60 else f"{mark[:60]}…"
    what = "is HTML, and" if mark.startswith("<") else "means nothing here, and"
    return f"“{shown}” {what} is shown as it was typed."


def _cure(line: str) -> str:
    if _GRID.fullmatch(line) or re.search(r"</?(?:table|thead|tbody|tr|td|th)\b", line, re.IGNORECASE):
        return (
            "Write a table as in “| Item | Cost |”, with “|---|---|” below its heading; and numbered "
            "paragraphs, actions and decisions outside of it."
        )
    written = without_marks(line)
    if "~~" in written:
        return "Take out words that were struck out, or say of them that they were."
    return f"Write “{written}”." if written else "Take this line out."


def _of_underlines(lines: Sequence[str], first_line: int) -> Iterator[Unread]:
    """Lines below what looks like a title: elsewhere they would make a heading of it."""
    for at, line in enumerate(lines[1:], 1):
        if not _UNDERLINE.fullmatch(line):
            continue
        title, above = lines[at - 1].strip(), lines[at - 2] if at > 1 else ""
        if title and not above.strip() and not _NO_TITLE.fullmatch(title):
            message = f"“{title}” is made no heading by the line below it."
            cure = f"If it is one, write “## {title}”; if not, put an empty line between the two."
            yield Unread(Sought.MARKUP, message, first_line + at - 1, None, cure)
