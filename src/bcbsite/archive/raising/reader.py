"""All actions that minutes raise, in the order of their lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bcbsite.archive.raising.lists import ActionList, ListReader, list_under
from bcbsite.archive.raising.near import looks_like_label
from bcbsite.archive.raising.owners import KnownOwners
from bcbsite.archive.raising.raised import Raised, unread
from bcbsite.archive.raising.repeats import Earlier, once_each
from bcbsite.archive.raising.sentences import Above, SentenceReader
from bcbsite.archive.raising.tables import TableReader
from bcbsite.model.blocks import Block, ListBlock, Paragraph, Role, Table
from bcbsite.model.body import Body, Item, Passage
from bcbsite.model.reading import Unread
from bcbsite.text.fold import folded

# “Actions from the last meeting”, “Action log”, “Matters arising”: what was raised before.
_EARLIER = re.compile(
    r"\b(?:last|previous|earlier|outstanding|review|matters\s+arising|arising\s+from\s+(?:the\s+)?minutes|log"
    r"|tracker|updates?|progress)\b",
    re.IGNORECASE,
)

_AMONG_EARLIER = "stands where earlier ones are reviewed"


@dataclass(frozen=True, slots=True)
class Raising:
    """What minutes raise."""

    actions: tuple[Raised, ...]
    unread: tuple[Unread, ...]
    """What looks like an action, and was not understood."""


def read_raising(body: Body, owners: KnownOwners, earlier: Earlier) -> Raising:
    """The actions that minutes with this *body* raise, each once, less those that were raised *earlier*."""
    found = list(once_each(list(_Reader(body, owners).read()), earlier))
    times: Counter[str] = Counter()
    actions = []
    for one in found:
        if isinstance(one, Raised):
            actions.append(replace(one, ordinal=times[one.passage.anchor]))
            times[one.passage.anchor] += 1
    return Raising(tuple(actions), tuple(one for one in found if isinstance(one, Unread)))


@dataclass
class _Reader:
    body: Body
    owners: KnownOwners
    _list: ActionList | None = None
    """The heading with actions that what follows stands under."""
    _label: ActionList | None = None
    """The label that the next block is the list of."""
    _whose: tuple[str, ...] = ()
    """Whose name stood alone above, within a list of actions by person."""
    _is_earlier: bool = False
    _is_first: bool = False
    """Whether the paragraph that is read is the first block of its passage."""
    _above: Above | None = None
    _open: tuple[Passage, Paragraph] | None = None
    """A label alone, such as “Action:”, whose words may be what comes next."""

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
        self._label, self._above, self._whose = None, None, ()
        if self._list and item.level > self._list.level:
            self._whose = self.owners.of(folded(title))
            return
        self._is_earlier = bool(_EARLIER.search(title))
        begun = None if self._is_earlier else list_under(title, self.owners)
        self._list = replace(begun, level=item.level) if begun else None
        if begun is None and item.label is None and looks_like_label(folded(title), self.owners):
            yield unread(title, item.line, item.anchor, "is a heading")

    def _block(self, passage: Passage, block: Block, *, is_first: bool) -> Iterator[Raised | Unread]:
        if isinstance(block, Paragraph):
            yield from self._paragraph(passage, block, is_first=is_first)
        elif isinstance(block, ListBlock):
            yield from self._list_block(passage, block)
        else:
            is_list = bool(self._list or self._label)
            if not isinstance(block, Table):
                yield from self._close()
            else:
                self._open = None
                reader = TableReader(passage, self.body, self.owners, is_list)
                yield from self._of_earlier(reader.read(block))
            self._label = None

    def _paragraph(self, passage: Passage, block: Paragraph, *, is_first: bool) -> Iterator[Raised | Unread]:
        is_plain = not (passage.label or passage.limb or block.role)
        if self._open and is_plain and not (self._label and self._label.owners):
            found = list(self._with_words(self._open, block))
            if found:
                self._open = self._label = None
                yield from found
                return
        yield from self._close()
        text = block.prose.text
        self._label = list_under(text, self.owners)
        if self._label:
            self._open = passage, block
            return
        if self._list and (whose := self.owners.of(folded(text))):
            self._whose = whose
            return
        self._is_first = is_first
        yield from self._sentences(passage, block)

    def _sentences(self, passage: Passage, block: Paragraph) -> Iterator[Raised | Unread]:
        is_own = self._is_first and not passage.label and not passage.limb
        found = list(
            SentenceReader(passage, block.prose, block.line, self.owners, is_own, self._above).read()
        )
        yield from found
        if self._list and not found:
            yield from ListReader(passage, self.owners).entry(block.prose, block.line, self._list.owners)
        if block.role is None and not any(isinstance(one, Raised) for one in found):
            self._above = Above(block.prose.text, block.line)
        elif found:
            self._above = None

    def _with_words(self, opened: tuple[Passage, Paragraph], block: Paragraph) -> Iterator[Raised | Unread]:
        """The action whose label stood alone in the paragraph before *block*."""
        passage, label = opened
        for one in ListReader(passage, self.owners).entry(block.prose, label.line, ("",)):
            if isinstance(one, Raised):
                owners = tuple(filter(None, one.owners))
                yield replace(one, owners=owners, is_summary=False)
            else:
                yield one

    def _close(self) -> Iterator[Raised | Unread]:
        """What a label alone is that neither words nor a list followed.

        Without an owner it has no words at all, and its entry in the log is a draft.
        """
        if self._open:
            passage, label = self._open
            is_owner = bool(self._label and self._label.owners)
            self._open, self._label = None, None
            if is_owner:
                yield from self._sentences(passage, label)
            elif label.role is Role.ACTION:
                yield Raised(passage, "", label.line)

    def _list_block(self, passage: Passage, block: ListBlock) -> Iterator[Raised | Unread]:
        under = self._label or self._list
        if under:
            found = list(ListReader(passage, self.owners).read([block], self._whose or under.owners))
            if found or not self._label:
                self._open = self._label = None
            yield from (*self._close(), *found)
        else:
            yield from self._close()
            yield from self._of_earlier(self._entries(passage, block))

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
