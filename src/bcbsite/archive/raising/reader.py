"""All actions that minutes raise, in the order of their lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bcbsite.archive.raising.lists import LABEL, ActionList, ListReader, list_under, may_list_others
from bcbsite.archive.raising.near import looks_like_label
from bcbsite.archive.raising.owners import KnownOwners
from bcbsite.archive.raising.raised import Raised, unread
from bcbsite.archive.raising.repeats import Earlier, once_each
from bcbsite.archive.raising.sentences import Above, SentenceReader
from bcbsite.archive.raising.tables import TableReader
from bcbsite.kept import Lazy, kept
from bcbsite.model.blocks import Block, ListBlock, Paragraph, Role, Table
from bcbsite.model.body import Body, Item, Passage
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Unread
from bcbsite.text.fold import folded

# “Actions from the last meeting”, “Action log”, “Matters arising”: what was raised before.
_EARLIER = re.compile(
    r"\b(?:last|previous|earlier|outstanding|review|minutes|matters\s+arising|arising\s+from\s+(?:the\s+)?minutes|log"
    r"|tracker|updates?|progress)\b",
    re.IGNORECASE,
)

_ANOTHERS = "stands under a heading of actions that may be another's"
# “Clerk to send a map”: no sentence, but what a label above it can have.
_IS_TO = re.compile(r"[^.:;]{2,80}?\s+to\s+[a-z]")
_AMONG_EARLIER = "stands where earlier ones are reviewed"


@dataclass(frozen=True, slots=True)
class Raising:
    """What minutes raise."""

    actions: tuple[Raised, ...]
    unread: tuple[Unread, ...]
    """What looks like an action, and was not understood."""


@kept
def read_actions(minutes: Minutes, owners: Lazy[KnownOwners]) -> tuple[Raised | Unread, ...]:
    """All that *minutes* have of the form of an action; *owners* are those whom these minutes know."""
    return tuple(_Reader(minutes.body, owners.value).read())


def read_raising(read: Sequence[Raised | Unread], earlier: Earlier) -> Raising:
    """Of the actions that were *read* each once, less those that were raised *earlier*."""
    found = list(once_each(read, earlier))
    times: Counter[str] = Counter()
    actions = []
    for one in found:
        if isinstance(one, Raised):
            actions.append(replace(one, ordinal=times[one.passage.anchor]))
            times[one.passage.anchor] += 1
    return Raising(tuple(actions), tuple(one for one in found if isinstance(one, Unread)))


@dataclass(frozen=True, slots=True)
class _Open:
    """A label that stands alone."""

    passage: Passage
    label: Paragraph
    begun: ActionList
    is_first: bool


@dataclass
class _Reader:
    body: Body
    owners: KnownOwners
    _list: ActionList | None = None
    """The heading or label with actions that what follows stands under."""
    _whose: tuple[str, ...] = ()
    """Whose name stood alone above, within a list of actions by person."""
    _is_earlier: bool = False
    _above: Above | None = None
    _open: _Open | None = None
    """A label alone, such as “Action:”, whose words or list may be what comes next."""

    def read(self) -> Iterator[Raised | Unread]:
        """What every part raises."""
        for part in self.body.parts:
            if isinstance(part, Item):
                yield from self._close()
                yield from self._item(part)
                continue
            for number, block in enumerate(part.blocks):
                yield from self._block(part, block, is_first=not number)
        yield from self._close()

    def _item(self, item: Item) -> Iterator[Unread]:
        title = item.title.text
        self._above, self._whose = None, ()
        if self._list and item.level > self._list.level:
            self._whose = self.owners.of(folded(title))
            return
        self._is_earlier = bool(_EARLIER.search(title))
        if self._is_earlier and "action" in title.casefold():
            self._list = ActionList(level=item.level, doubt=_AMONG_EARLIER)
            return
        begun = list_under(title, self.owners)
        if begun is None and may_list_others(title):
            begun = ActionList(doubt=_ANOTHERS)
        self._list = replace(begun, level=item.level, is_single=False) if begun else None
        if begun is None and item.label is None and looks_like_label(folded(title), self.owners):
            yield unread(title, item.line, item.anchor, "is a heading")

    def _block(self, passage: Passage, block: Block, *, is_first: bool) -> Iterator[Raised | Unread]:
        if isinstance(block, Paragraph):
            yield from self._paragraph(passage, block, is_first=is_first)
        elif isinstance(block, ListBlock):
            yield from self._list_block(passage, block)
        elif isinstance(block, Table):
            is_list = bool(self._list or self._open)
            self._open = None
            yield from self._of_earlier(TableReader(passage, self.body, self.owners, is_list).read(block))
        else:
            yield from self._close()

    def _paragraph(self, passage: Passage, block: Paragraph, *, is_first: bool) -> Iterator[Raised | Unread]:
        is_plain = not (passage.label or passage.limb or block.role)
        waits = self._open if is_plain else None
        if waits and not waits.begun.owners and (found := list(self._with_words(waits, block))):
            self._open, self._list = None, self._list or ActionList(is_single=True)
            yield from found
            return
        yield from self._close()
        if block.role not in (None, Role.ACTION):
            self._above = None
            return
        begun = list_under(block.prose.text, self.owners)
        if begun and begun.is_single:
            self._open = _Open(passage, block, begun, is_first)
        elif begun:
            self._list, self._whose = self._list or begun, begun.owners
        elif self._list and (whose := self.owners.of(folded(block.prose.text))):
            self._whose = whose
        else:
            yield from self._sentences(passage, block, is_first=is_first)

    def _sentences(self, passage: Passage, block: Paragraph, *, is_first: bool) -> Iterator[Raised | Unread]:
        is_own = is_first and not passage.label and not passage.limb
        found = list(
            SentenceReader(passage, block.prose, block.line, self.owners, is_own, self._above).read()
        )
        if self._list and not found:
            found = list(self._listed(passage, block, self._list))
        yield from found
        if block.role is None and not any(isinstance(one, Raised) for one in found):
            self._above = Above(block.prose.text, block.line)
        elif found:
            self._above = None

    def _listed(self, passage: Passage, block: Paragraph, under: ActionList) -> Iterator[Raised | Unread]:
        """What a paragraph under a heading of actions is; below a label what is none ends the list."""
        if under.doubt:
            return
        found = list(ListReader(passage, self.owners).entry(block.prose, block.line, under.owners))
        if under.is_single and not _IS_TO.match(folded(block.prose.text)):
            found = []
        if under.level < LABEL:
            yield from found
            return
        yield from (one for one in found if isinstance(one, Raised))
        if not any(isinstance(one, Raised) for one in found):
            self._list = None

    def _with_words(self, opened: _Open, block: Paragraph) -> Iterator[Raised | Unread]:
        """The action whose label stood alone in the paragraph before *block*."""
        reader = ListReader(opened.passage, self.owners)
        for one in reader.entry(block.prose, opened.label.line, ("",)):
            if isinstance(one, Raised):
                yield replace(one, owners=tuple(filter(None, one.owners)), is_summary=False)
            else:
                yield one

    def _close(self) -> Iterator[Raised | Unread]:
        """What a label alone is that neither words nor a list followed.

        Without an owner it has no words at all, and its entry in the log is a draft.
        """
        opened, self._open = self._open, None
        if opened and opened.begun.owners:
            yield from self._sentences(opened.passage, opened.label, is_first=opened.is_first)
        elif opened and opened.label.role is Role.ACTION:
            yield Raised(opened.passage, "", opened.label.line)

    def _list_block(self, passage: Passage, block: ListBlock) -> Iterator[Raised | Unread]:
        under = self._open.begun if self._open else self._list
        if under and under.is_single and not self._open:
            under = self._list = None
        if under is None:
            yield from self._of_earlier(self._entries(passage, block))
            return
        found = list(ListReader(passage, self.owners).read([block], self._whose or under.owners))
        if found:
            self._open = None
        yield from self._close()
        for one in found:
            if isinstance(one, Raised):
                yield replace(one, doubt=one.doubt or under.doubt)
            elif not under.doubt:
                yield one

    def _of_earlier(self, found: Iterable[Raised | Unread]) -> Iterator[Raised | Unread]:
        """*found*, each doubtful where what is listed was raised before."""
        for one in found:
            if self._is_earlier and isinstance(one, Raised):
                yield replace(one, doubt=_AMONG_EARLIER, is_summary=True)
            else:
                yield one

    def _entries(self, passage: Passage, block: ListBlock) -> Iterator[Raised | Unread]:
        """What the entries of an ordinary list raise by a label or at their ends."""
        for entry in block.entries:
            for inner in entry.blocks:
                if isinstance(inner, Paragraph):
                    yield from SentenceReader(passage, inner.prose, inner.line, self.owners, False).read()
                elif isinstance(inner, ListBlock):
                    yield from self._entries(passage, inner)
