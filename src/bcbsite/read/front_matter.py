"""What looks like front matter and is none: it would be published as text, and what it holds back with it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bcbsite.model.blocks import Block, Heading, Paragraph, Preformatted, Rule, Table, every_block
from bcbsite.read.holding_keys import DRAFT, HOLDS_BACK, PUBLISH_AT, WITHHELD, WITHHOLD, typed

FENCE = "---"

_LEADING = re.compile(rf"[\W_]*(?:{PUBLISH_AT}|{WITHHELD}|{WITHHOLD}|{DRAFT})", re.IGNORECASE)
_KEY = re.compile(
    r"(?:title|status|date|time|location|item|to|from|reference|report|classification|reason|waive|withhold|members|publish"
    r"|decided_by|publish_at)\s*:(?:\s|$)"
)
_FIRST_KEY = re.compile(
    r"[\W_]*(?:title|status|publish[\W_]*at|publish|waive|withhold|reason|classification|draft)[\"']?\s*[:=]",
    re.IGNORECASE,
)
_OF_THE_RECORD = re.compile("(?:title|status|publish|publish_at|waive|withhold|reason|classification)\\s*:")
"""A key that a text would not have, as it could have `date:` and `location:` of an event."""
_LIKE_A_FENCE = re.compile(r"[-+*_=~ ]+|(?:---|\+\+\+|\*\*\*|===|___|;;;).*|\{.*")
_SIGNS = " -*+_#>\"'`|.:=~"
_HINTS = ("publish", "status", "withh", "embargo", "draft", "reason", FENCE, "***", "___", "===")


def has_front_matter(text: str) -> bool:
    """Whether the first line of *text* that is not empty is three dashes."""
    return next((line.rstrip() for line in text.split("\n") if line.strip()), "") == FENCE


def false_beginning(text: str) -> tuple[int, str] | None:
    """The line and a message, where *text* begins with what is meant as front matter, and is read as text."""
    for number, line in enumerate(text.split("\n"), 1):
        seen = typed(line).strip()
        if _LIKE_A_FENCE.fullmatch(seen):
            return number, f"This line looks like the beginning of front matter, but it is not just {FENCE}."
        if _FIRST_KEY.match(seen) or _LEADING.match(seen):
            return number, f"This looks like a key of front matter, but no line {FENCE} is above it."
        if line.strip():
            return None
    return None


def false_front_matter(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Lines of *text*, which was read as *blocks*, that look like keys of front matter."""
    lower = typed(text).lower()
    if not any(hint in lower for hint in _HINTS):
        return
    before: Block | None = None
    is_at_top = True  # until there is more than a title
    for block, behind in pairwise([*every_block(blocks), None]):
        if block is None:
            return
        is_apart = before is None or isinstance(before, Rule) or _is_above_a_line(block, behind)
        lines = [(number, typed(line).strip()) for number, line in _lines_of(block, is_at_top)]
        is_keys = is_at_top and len(lines) > 1 and all(_KEY.match(seen) for _, seen in lines)
        for number, seen in lines:
            if HOLDS_BACK.match(seen.lstrip(_SIGNS)) or (
                ((is_apart or is_at_top) and (_LEADING.match(seen) or (is_apart and _KEY.match(seen))))
                or (is_keys and _OF_THE_RECORD.match(seen))
            ):
                yield (
                    number,
                    f"“{seen[:80]}” looks like a key of front matter, but it would be published as text.",
                )
                break
        is_at_top = before is None and isinstance(block, Heading)
        before = block


def _is_above_a_line(block: Block, behind: Block | None) -> bool:
    """Whether there is a line across the page directly below *block*; or it is a heading."""
    if isinstance(block, Paragraph) and isinstance(behind, Rule):
        return behind.line == block.line + block.prose.text.count("\n") + 1
    return isinstance(block, Heading)


def _lines_of(block: Block, is_at_top: bool) -> Iterator[tuple[int, str]]:
    if isinstance(block, Paragraph | Heading):
        yield from enumerate(block.prose.text.split("\n"), block.line)
    elif isinstance(block, Preformatted) and is_at_top:
        yield from enumerate(block.text.split("\n"), block.line)
    elif isinstance(block, Table) and is_at_top:
        yield from _keys_of(block)


def _keys_of(table: Table) -> Iterator[tuple[int, str]]:
    """Its rows, the first cell the key and the second the value; and its columns, if all begin with keys."""
    if all(_FIRST_KEY.match(f"{head.text}:") or _KEY.match(f"{head.text.lower()}: ") for head in table.head):
        for line, row in table.numbered_rows:
            for key, value in zip(table.head, row, strict=False):
                yield line, f"{key.text}: {value.text}"
    for line, row in table.every_row:
        if len(row) > 1:
            yield line, f"{row[0].text}: {row[1].text}"
