"""Lists of actions: under a heading or a label such as “Actions”, also by person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bcbsite.archive.named_actions import ActionFinder
from bcbsite.archive.raising.owners import KnownOwners, as_printed
from bcbsite.archive.raising.raised import Raised, target_in, unread
from bcbsite.archive.standing import is_standing
from bcbsite.model.blocks import Block, ListBlock, ListEntry, Paragraph, Role
from bcbsite.model.body import Passage
from bcbsite.model.prose import Prose
from bcbsite.model.reading import Unread
from bcbsite.read.action_labels import action_label, acts, is_none
from bcbsite.text.fold import fold, folded

_OF = (
    r"(?:\s+(?:arising|agreed|required|raised|identified))?"
    r"(?:\s+(?:from|at|in|of)\s+(?:this|the|today's)\s+meeting)?"
)
# “Actions”, “Action points”, “Summary of actions”, “Actions arising from this meeting”
_HEADING = re.compile(
    rf"(?:(?:summary|list|table|schedule)\s+of\s+)?(?:new\s+|agreed\s+)?actions?(?:\s+(?:points?|items?|list|summary|table))?{_OF}[:.]?",
    re.IGNORECASE,
)
# “Actions for the Treasurer:”, “Treasurer's actions:”
_OF_OWNER = re.compile(
    r"(?:actions?(?:\s+(?:points?|items?))?\s*(?:for|by|-|:)\s*(?P<after>[^:]{2,60})|(?P<before>[^:]{2,60})'s?\s+actions?):?",
    re.IGNORECASE,
)
# “Treasurer: write …”, “JB – book …”
_BY_OWNER = re.compile(r"(?P<who>[^:\n]{2,80}?)\s*(?::|\s-(?=\s))\s+(?=\S)")
# “22/03 Treasurer to …”, “22/03: …”
_NUMBER = re.compile(r"(?P<number>\d{1,4}/\d{1,4})\s*[:.)-]?\s+")
# “The lamps will be mended”
_WILL_BE = re.compile(r"\b(?:will|should|must)\s+be\s+[a-z]")
# What tells of what is or was, and not of what is to be done.
_STATEMENT = re.compile(
    r"\b(?:was|were|had|has|have|is|are|noted|agreed|reported|said|discussed|reviewed|received|complete|completed|closed|went|"
    r"took|asked|thanked|confirmed|updated|explained|gave|told)\b",
    re.IGNORECASE,
)

_HAS_UPDATE = "has an update, so that it may be an earlier one"


@dataclass(frozen=True, slots=True)
class ActionList:
    """A heading or a label under which actions stand."""

    owners: tuple[str, ...] = ()
    """Whose they are, where it says so."""
    level: int = 0
    """The level of the heading; 0 for a label, which is of the next block alone."""


def list_under(title: str, owners: KnownOwners) -> ActionList | None:
    """The list of actions that a heading or a paragraph *title* begins; None where it begins none."""
    title = folded(title).strip(" *_")
    if len(title) > 100 or "ction" not in title.casefold():
        return None
    if _HEADING.fullmatch(title):
        return ActionList()
    match = _OF_OWNER.fullmatch(title)
    found = owners.of(match["after"] or match["before"]) if match else ()
    return ActionList(found) if found else None


@dataclass(frozen=True, slots=True)
class ListReader:
    """Reads the entries of a list of actions."""

    passage: Passage
    owners: KnownOwners

    def read(self, blocks: Sequence[Block], under: tuple[str, ...]) -> Iterator[Raised | Unread]:
        """The actions of *blocks*, whose owners *under* are where an entry names none."""
        for block in blocks:
            if isinstance(block, ListBlock):
                for entry in block.entries:
                    yield from self._entry(entry, under)
            elif isinstance(block, Paragraph):
                yield from self.entry(block.body, block.line, under)

    def _entry(self, entry: ListEntry, under: tuple[str, ...]) -> Iterator[Raised | Unread]:
        first = entry.blocks[0] if entry.blocks else None
        inner = [block for block in entry.blocks[1:] if isinstance(block, ListBlock)]
        updates = any(isinstance(b, Paragraph) and b.role is Role.UPDATE for b in entry.blocks[1:])
        if isinstance(first, Paragraph):
            if inner and (whose := self.owners.of(folded(first.prose.text))):
                under = as_printed(whose, first.prose.text)
            else:
                for one in self.entry(first.body, first.line, under):
                    yield replace(one, doubt=_HAS_UPDATE) if updates and isinstance(one, Raised) else one
        yield from self.read(inner, under)

    def entry(self, prose: Prose, line: int, under: tuple[str, ...] = ()) -> Iterator[Raised | Unread]:
        """The action that one entry or paragraph is, if it is one."""
        seen = fold(prose.text.strip())
        typed, text, start = prose.text.strip(), seen.text, 0
        number = None
        if label := action_label(text):
            number, start = label.number, label.end
            under = (label.owner,) if label.owner else under
        elif ActionFinder.begins_an_entry(text):
            return  # “Action no. 41.0, Agenda Item 11.0, 26 May 2020 – …” names an earlier one
        elif match := _NUMBER.match(text):
            number, start = match["number"], match.end()
        words = text[start:].strip()
        if is_none(words) or is_standing(words):
            return
        by = _BY_OWNER.match(text, start)
        whose = self.owners.of(by["who"]) if by else ()
        if by and whose:
            start = by.end()
        found = whose or self.owners.within(text[start:]) or under
        if whose or acts(words) or _WILL_BE.search(words) or (under and not _STATEMENT.search(words)):
            text_typed = typed[seen.origin(start, len(text))[0] :].strip()
            raised = Raised(
                self.passage, text_typed, line, number, as_printed(found, typed), target_in(words)
            )
            yield replace(raised, is_summary=True)
        elif not _STATEMENT.search(words):
            yield unread(typed, line, self.passage.anchor, "does not say what is to be done", words)
