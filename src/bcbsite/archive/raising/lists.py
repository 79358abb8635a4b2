"""Lists of actions: under a heading or a label such as “Actions”, also by person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bcbsite.archive.named_actions import ActionFinder
from bcbsite.archive.raising.owners import KnownOwners, as_printed
from bcbsite.archive.raising.raised import Raised, target_in, unread
from bcbsite.archive.raising.sentences import SentenceReader
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
    rf"(?:(?:summary|list|table|schedule)\s+of\s+)?(?:(?:new|agreed|key|main|further|board)\s+)?"
    rf"(?:(?:decisions|next\s+steps)\s*(?:and|&|/)\s*)?actions?(?:\s+(?:points?|items?|list|summary|table))?"
    rf"(?:\s*(?:and|&|/)\s*(?:decisions|next\s+steps|owners))?{_OF}[:.]?",
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
_LIMB = re.compile(r"\(?\w{1,6}\)\s*")
# What tells of what is or was, and not of what is to be done.
_STATEMENT = re.compile(
    r"\b(?:was|were|had|has|have|is|are|noted|agreed|reported|said|discussed|reviewed|received|complete|completed|closed|went|"
    r"took|asked|thanked|confirmed|updated|explained|gave|told|date\s+of\s+(?:the\s+)?next)\b",
    re.IGNORECASE,
)

# “Action:”, and not “Actions:” or “Action points:”
_ONE = re.compile(r"action(?!s|\s+(?:points|items|list|summary|table))", re.IGNORECASE)
# “The following actions were agreed:”, “Actions agreed were as follows:”
_LEADS_IN = re.compile(
    r"[^.:]{0,120}\bactions?(?:\s+(?:points?|items?))?\s[^.:]{1,60}:|[^.:]{1,120}\bactions:", re.IGNORECASE
)
_RAISED_HERE = re.compile(
    r"\b(?:agreed|arising|arose|raised|identified|assigned|recorded|with\s+(?:these|the\s+following))\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:last|previous|earlier|outstanding|review\w*|updates?|progress|taken|taking|completed?|plans?|strategy|log"
    r"|tracker|through|deliver\w*|no\s+(?:further\s+)?action|fraud|had)\b",
    re.IGNORECASE,
)
_MAY_BE_OTHERS = "is in a list of what may be another's"
_HAS_UPDATE = "has an update, so that it may be an earlier one"


LABEL = 99
"""The level of a list whose heading is a paragraph: every heading ends it."""


@dataclass(frozen=True, slots=True)
class ActionList:
    """A heading or a label under which actions stand."""

    owners: tuple[str, ...] = ()
    """Whose they are, where it says so."""
    level: int = LABEL
    """The level of the heading."""
    doubt: str = ""
    """Why what stands there may be no new actions."""
    is_single: bool = False
    """Whether the label is of one action, or of the list right below it: “Action:”."""


def list_under(title: str, owners: KnownOwners) -> ActionList | None:
    """The list of actions that a heading or a paragraph *title* begins; None where it begins none."""
    title = folded(title).strip()
    if len(title) > 200 or "action" not in title.casefold():
        return None
    is_single = bool(_ONE.match(title))
    if _HEADING.fullmatch(title):
        return ActionList(is_single=is_single)
    match = _OF_OWNER.fullmatch(title)
    if match and (found := owners.of(match["after"] or match["before"])):
        return ActionList(found, is_single=is_single)
    if _LEADS_IN.fullmatch(title) and not _OF_OTHERS.search(title):
        return ActionList(doubt="" if _RAISED_HERE.search(title) else _MAY_BE_OTHERS)
    return None


def may_list_others(title: str) -> bool:
    """Whether actions, perhaps of somebody else, stand under the heading *title*."""
    return bool(re.search(r"\b[Aa]ctions\b", title)) and not _OF_OTHERS.search(title)


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
            elif isinstance(block, Paragraph) and block.role in (None, Role.ACTION):
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
        text = folded(prose.text)
        if action_label(text.lstrip()) is None:
            read = list(SentenceReader(self.passage, prose, line, self.owners, False).read())
            if any(isinstance(one, Raised) for one in read):
                yield from read
                return
            if ActionFinder.begins_an_entry(text):
                return  # “Action no. 41.0, Agenda Item 11.0, 26 May 2020 – …” names an earlier one
        if found := self._listed(prose, line, under):
            yield found

    def _listed(self, prose: Prose, line: int, under: tuple[str, ...]) -> Raised | Unread | None:
        """An entry as an action; None where it speaks of what is or was."""
        seen = fold(prose.text)
        number, start, stated = self._number_of(seen.text)
        words = seen.text[start:].strip()
        if is_none(words) or is_standing(words):
            return None
        by = _BY_OWNER.match(seen.text, start)
        if whose := self.owners.of(by["who"]) if by else ():
            start = by.end() if by else start
        says_more = _STATEMENT.search(words)
        if whose or acts(words) or _WILL_BE.search(words) or ((under or stated) and not says_more):
            owners = whose or self.owners.within(seen.text[start:]) or stated or under
            typed = prose.text[seen.origin(start, len(seen.text))[0] :].strip()
            owners = as_printed(owners, prose.text)
            return Raised(self.passage, typed, line, number, owners, target_in(words), is_summary=True)
        if says_more:
            return None
        return unread(prose.text, line, self.passage.anchor, "does not say what is to be done", words)

    def _number_of(self, text: str) -> tuple[str | None, int, tuple[str, ...]]:
        """The number that an entry begins with, where its words begin, and the owners within its label."""
        start = len(text) - len(text.lstrip())
        if self.passage.limb and (limb := _LIMB.match(text, start)):
            start = limb.end()
        if label := action_label(text[start:]):
            return label.number, start + label.end, (label.owner,) if label.owner else ()
        number = _NUMBER.match(text, start)
        return (number["number"], number.end(), ()) if number else (None, start, ())
