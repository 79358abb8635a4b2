"""The rule about words that look like `Decision:` or `Update:` and are not read as it."""

import re
from collections.abc import Iterator

from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import Diagnostic, Span
from bcbsite.model.blocks import Block, ListBlock, Paragraph
from bcbsite.model.body import Item, Part
from bcbsite.model.content import Content
from bcbsite.model.prose import Prose
from bcbsite.read.labels import MINUTES_ROLES, with_role

_LABELS = {
    "decision": ("a decision", "Decision:"),
    "decisions": ("a decision", "Decision:"),
    "resolution": ("a decision", "Resolved:"),
    "resolutions": ("a decision", "Resolved:"),
    "resolved": ("a decision", "Resolved:"),
    "agreed": ("a decision", "Agreed:"),
    "update": ("an update", "Update:"),
}
"""What each word looks like, and what is read as that."""
_NEAR = re.compile(
    rf"(?P<word>{'|'.join(_LABELS)})(?: points?)?(?: no\.?)?(?: \d+(?:\.\d*)?)?"
    r"(?: \([^()]*\))?\s*(?P<end>:|[–—]|-(?=\s))",
    re.IGNORECASE,
)


def labels_are_read(content: Content, _: Archive) -> Iterator[Diagnostic]:
    """BCB316: in minutes, what looks like a decision or an update is read as one."""
    for meeting in content.meetings:
        minutes = meeting.minutes
        if minutes is None or minutes.waives("unread-label", None):
            continue
        for part in minutes.body.parts:
            for line, text in _beginnings(part):
                if (found := _NEAR.match(text)) and not minutes.waives("unread-label", part):
                    yield _not_read(Span(minutes.at.path, line), found, part)


def _beginnings(part: Part) -> Iterator[tuple[int, str]]:
    """Each line that a label could begin, and has not made anything of; and a heading."""
    if isinstance(part, Item):
        if part.label is None:
            yield part.line, part.title.text
        return
    for block in part.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[tuple[int, str]]:
    if isinstance(block, Paragraph):
        first, *lines = block.prose.text.split("\n")
        if block.role is None:
            yield block.line, first
        for number, line in enumerate(lines, block.line + 1):
            # A small letter goes on with a sentence, and a label that could be read has run on.
            if line[:1].isupper() and not with_role(Paragraph(Prose(line), number), MINUTES_ROLES).role:
                yield number, line
    elif isinstance(block, ListBlock):
        for entry in block.entries:
            for inner in entry.blocks:
                yield from _of_block(inner)


def _not_read(at: Span, found: re.Match[str], part: Part) -> Diagnostic:
    what, label = _LABELS[found["word"].lower()]
    message = f"“{found[0].strip()}” looks like {what}, but is not read as one."
    own = "a paragraph of its own"
    hint = f"Begin {own} with “{label}”, outside of lists and without a number before it."
    if isinstance(part, Item):
        hint = f"Take away the # before it, and begin {own} with “{label}”."
    return Diagnostic("BCB316", at, message, hint)
