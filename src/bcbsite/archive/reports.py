"""What the minutes of a meeting report of actions: updates, words of how they stand, and rows of tables."""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from bcbsite.archive.action_tables import with_keys_as_head
from bcbsite.archive.named_actions import ActionFinder, Named
from bcbsite.archive.standing import is_standing, seems_standing
from bcbsite.model.actions import Action
from bcbsite.model.blocks import Block, ListBlock, ListEntry, Paragraph, Quote, Role, Table, plain_text
from bcbsite.model.body import Item, Passage
from bcbsite.model.meeting import Meeting
from bcbsite.model.prose import Prose
from bcbsite.read.labels import with_role
from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Report:
    """Words that report of an action, or only name it."""

    action: Action | None
    """None where it is not clear which."""
    blocks: tuple[Paragraph, ...]
    """What is reported; nothing where it is only named in its own words."""
    passage: Passage
    label: str | None
    """The printed number of the passage, or of the one before it."""
    line: int
    standing: str = ""
    """What a column for that says of how the action stands."""
    is_named: bool = False
    """Whether the words name an action, but what they say of it is not read."""
    may_be: tuple[Action, ...] = ()
    """Where it is not clear which, those that it can be; empty where it can be any."""


@dataclass(frozen=True, slots=True)
class _Under:
    """The action that words stand under."""

    action: Action
    is_entry: bool
    """Whether they stand under an entry or a heading of the action, up to the next; else only right below."""


_Reports = Generator[Report, None, _Under | None]


def reports_in(meeting: Meeting, finder: ActionFinder) -> Iterator[Report]:
    """All that the minutes of *meeting* report of the actions that *finder* knows."""
    reader = _Reader(meeting, finder)
    for part in meeting.minutes.body.parts if meeting.minutes else ():
        if isinstance(part, Item):
            reader.begin_item(part)
        else:
            yield from reader.read(part)


@dataclass
class _Reader:
    meeting: Meeting
    finder: ActionFinder
    _of_item: _Under | None = None
    """The action that the heading names."""
    _under: _Under | None = None
    _label: str | None = None
    _awaits_words: bool = False
    """Whether the label of an update stood alone, so that the next paragraph has its words."""
    _is_under_standing: bool = False
    """Whether the heading says how all below it stand."""
    _passage: Passage = field(init=False)

    def begin_item(self, item: Item) -> None:
        """A heading ends what stood under another, and may name an action itself."""
        named = self._in(item.title)
        self._is_under_standing = bool(_CLOSED.fullmatch(folded(item.title.text).strip()))
        only = named.actions[0] if named and len(named.actions) == 1 else None
        self._of_item = _Under(only, is_entry=True) if only else None
        self._under, self._label, self._awaits_words = self._of_item, None, False

    def read(self, passage: Passage) -> Iterator[Report]:
        """What a passage reports."""
        self._passage = passage
        if passage.label:
            self._label, self._under, self._awaits_words = passage.label, self._of_item, False
        self._under = yield from self._blocks(passage.blocks, self._under)

    def _blocks(self, blocks: Sequence[Block], under: _Under | None) -> _Reports:
        """What *blocks* report, which stand under an action; and what the next ones stand under."""
        rest = list(blocks)
        if len(rest) > 1 and _is_plain(rest[0]):
            under = self._of_item  # its own first paragraph says what an entry of several is about
        while rest:
            block, *rest = rest
            match block:
                case Paragraph(role=Role.UPDATE):
                    more = list(takewhile(self._goes_on, rest))
                    rest = rest[len(more) :]
                    yield from self._update((Paragraph(block.body, block.line), *_paragraphs(more)), under)
                case Paragraph():
                    under = yield from self._paragraph(block, under)
                case ListBlock(entries=entries):
                    under = yield from self._entries(entries, under)
                case Quote(blocks=inner):
                    under = yield from self._blocks(inner, under)
                case Table():
                    yield from self._table(block)
        return under

    def _entries(self, entries: Sequence[ListEntry], under: _Under | None) -> _Reports:
        after: list[_Under] = []
        for entry in entries:
            within = yield from self._blocks(entry.blocks, under)
            if within and within is not under:
                after.append(within)
        if not after:
            return under
        return after[0] if len(after) == 1 else None

    def _goes_on(self, block: Block) -> bool:
        """Whether a block is more of the update before it."""
        return _is_plain(block) and not any(
            named.is_about for p in _paragraphs([block]) if (named := self._in(p.prose))
        )

    def _update(self, blocks: tuple[Paragraph, ...], under: _Under | None) -> Iterator[Report]:
        said = plain_text(blocks).strip()
        if not any(map(str.isalnum, said)):  # “…” is still to be written
            self._awaits_words = not said
            return
        own = {a.id: a for block in blocks if (named := self._in(block.prose)) for a in named.actions}
        if len(own) > 1:
            if under and under.action.id in own:
                yield self._report(under.action, blocks)
            else:
                yield replace(self._of_some(blocks[0], tuple(own.values())), blocks=blocks, is_named=False)
        else:
            yield self._report(next(iter(own.values()), under.action if under else None), blocks)

    def _paragraph(self, block: Paragraph, under: _Under | None) -> _Reports:
        """What a paragraph without the label reports, and what the next one stands under."""
        if self._awaits_words and block.role is None:
            self._awaits_words = False
            yield from self._update((block,), under)
            return under
        self._awaits_words = False
        named = self._in(block.prose)
        if named is None:
            return (yield from self._unnamed(block, under))
        earlier = any(action.raised.meeting != self.meeting.id for action in named.actions)
        said = self._said(block, named) if len(named.actions) == 1 else ()
        if earlier and not said and self._seems_standing(block, named):
            yield self._of_some(block, named.actions)
        if len(named.actions) > 1:
            return None
        [action] = named.actions
        if earlier and (said or named.in_its_words):
            yield self._report(action, said, block.line)
        return _Under(action, is_entry=named.is_about)

    def _unnamed(self, block: Paragraph, under: _Under | None) -> _Reports:
        text = block.prose.text
        stands = self._is_under_standing or seems_standing(text)
        listed = (*self._listed(text), *self._spoken_of(text)) if stands else ()
        if block.role is Role.ACTION or self.finder.begins_an_entry(text):
            if listed:
                yield self._of_some(block, listed)
            return None
        if _RUN_ON.search(text):
            yield self._report(None, (block,))
        elif listed or (stands and _ALL_ACTIONS.search(folded(text))):
            yield self._of_some(block, listed)
        elif under and (is_standing(text) or _OF_AN_ENTRY.match(folded(text))):
            yield self._report(under.action, (block,))
        return under if under and under.is_entry else None

    def _seems_standing(self, block: Paragraph, named: Named) -> bool:
        """Whether a paragraph seems to say how the actions stand that it names."""
        text = block.prose.text
        rest = text[named.rest :] if named.in_its_words else text
        return block.role is None and (self._is_under_standing or seems_standing(rest))

    def _listed(self, text: str) -> tuple[Action, ...]:
        """The actions whose numbers *text* has that speaks of such: “These actions were closed: 6.0.”"""
        seen = folded(text)
        if not _OF_ACTIONS.search(seen):
            return ()
        numbers = (found[0] for found in _NUMBERS.finditer(seen))
        found = (action for number in numbers for action in self.finder.of_number(number, self.meeting.day))
        return tuple(action for action in found if action.raised.meeting != self.meeting.id)

    def _spoken_of(self, text: str) -> tuple[Action, ...]:
        """The actions that earlier meetings raised of which *text* has the task."""
        found = self.finder.spoken_of(text, self.meeting.day)
        return tuple(action for action in found if action.raised.meeting != self.meeting.id)

    def _of_some(self, block: Paragraph, actions: Sequence[Action]) -> Report:
        """That *block* seems to say how some of *actions* stand, and is not read as an update of one."""
        may_be = () if _OF_OTHERS.search(block.prose.text) else tuple(actions)
        return replace(self._report(None, (block,)), is_named=True, may_be=may_be)

    @staticmethod
    def _said(block: Paragraph, named: Named) -> tuple[Paragraph, ...]:
        """What comes after the name of the action, where it reports of it."""
        rest = Paragraph(block.prose.cut(named.rest), block.line)
        if not (named.is_about and any(map(str.isalnum, rest.prose.text))):
            return ()
        labelled = with_role(_without_space(rest), {"Update": Role.UPDATE})
        if labelled.role is Role.UPDATE:
            return (Paragraph(labelled.body, block.line),)
        return (_without_space(rest),) if named.in_its_words or is_standing(rest.prose.text) else ()

    def _table(self, table: Table) -> Iterator[Report]:
        """What the rows of a table with a column for updates, or for how things stand, report."""
        table = with_keys_as_head(table)
        columns = {name: _column(table, form) for name, form in _COLUMNS.items()}
        update, standing = columns["update"], columns["standing"]
        if (update is None and standing is None) or (columns["action"] is None and columns["number"] is None):
            yield from self._unread_rows(table)
            return
        for line, row in table.numbered_rows:
            said = _cell(row, update)
            stands = _cell(row, standing).text.strip()
            action = self._of_row(_cell(row, columns["action"]), _cell(row, columns["number"]))
            if any(map(str.isalnum, said.text)) or (action and is_standing(stands)):
                yield self._report(action, (Paragraph(said, line),), standing=stands)
            elif action and any(map(str.isalnum, stands)):
                yield self._report(
                    action, (Paragraph(_cell(row, standing), line),)
                )  # “Complete bar one copy”

    def _unread_rows(self, table: Table) -> Iterator[Report]:
        """Rows that name an action, or whose head does, and seem to say how it stands."""
        of_all = any(map(self._named, table.head))
        for line, row in table.numbered_rows:
            stands = any(seems_standing(cell.text) for cell in (*table.head, *row))
            if (of_all or any(map(self._named, row))) and stands:
                words = Prose(" ".join(cell.text for cell in row))
                cells = (*table.head, *row)
                yield self._of_some(Paragraph(words, line), [a for cell in cells for a in self._named(cell)])

    def _named(self, cell: Prose) -> tuple[Action, ...]:
        named = self._in(cell)
        return named.actions if named else self._of_number(cell) or self._spoken_of(cell.text)

    def _of_number(self, cell: Prose) -> tuple[Action, ...]:
        return self.finder.of_number(cell.text.strip(), self.meeting.day)

    def _of_row(self, words: Prose, number: Prose) -> Action | None:
        named = self._in(words)
        found = named.actions if named else self._of_number(number) or self._of_number(words)
        return found[0] if len(found) == 1 else None

    def _in(self, prose: Prose) -> Named | None:
        return self.finder.in_text(prose, self.meeting.day)

    def _report(
        self, action: Action | None, blocks: tuple[Paragraph, ...], line: int = 0, standing: str = ""
    ) -> Report:
        line = line or blocks[0].line
        return Report(action, blocks, self._passage, self._label, line, standing)


_RUN_ON = re.compile(r"\n\W{0,3}(?:Updates?|UPDATES?)\W{0,3}:")
# What else an entry of a log may say under its action: “Progress: …”, “Status (March): …”
_OF_AN_ENTRY = re.compile(
    r"(?:progress|position|status|outcome|response|comments?)(?:\s*\([^()\n]{1,40}\))?\s*:", re.IGNORECASE
)
# “Closed”, “Actions closed”, “Completed actions”
_CLOSED = re.compile(r"(?:actions?\s+)?(?:closed|completed?|discharged)(?:\s+actions?)?", re.IGNORECASE)
# “The following actions were closed: 6.0.”, “Closed: 6.0 and 7.0.”
# “A7.0 closed.”, “Log item 7.0: complete.”, “7.0 – complete”
_OF_ACTIONS = re.compile(
    r"\bactions?\b|^\W*(?:closed|completed?|discharged)\s*:|\b(?:AP|A)\s?\d|\blog\s+items?\b"
    r"|^\W*\d{1,4}(?:[./]\d{1,4})?\s*[-:.]",
    re.IGNORECASE,
)
# “All actions from the last meeting were complete.”
_ALL_ACTIONS = re.compile(r"\b(?:all|every|each)\b[^.]{0,40}\bactions?\b", re.IGNORECASE)
# “Actions 6.0 and 7.0 and all others were closed.”
_OF_OTHERS = re.compile(r"\b(?:all|any|every|each|others?|remaining|rest)\b", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\d./£])\d{1,4}(?:[./]\d{1,4})?\b")
_COLUMNS = {
    "update": re.compile(r"(?:latest\s+|progress\s+)?updates?|progress|position|outcome", re.IGNORECASE),
    "standing": re.compile(r"(?:current\s+)?status", re.IGNORECASE),
    "action": re.compile(r"actions?(?:\s+(?:points?|required|agreed))?|description", re.IGNORECASE),
    "number": re.compile(r"(?:action\s+)?(?:no|number|ref(?:erence)?|id|#)\.?", re.IGNORECASE),
}


def _column(table: Table, form: re.Pattern[str]) -> int | None:
    """Which column of *table* has a head of *form*, if only one has."""
    found = [n for n, head in enumerate(table.head) if form.fullmatch(folded(head.text).strip())]
    return found[0] if len(found) == 1 else None


def _cell(row: Sequence[Prose], column: int | None) -> Prose:
    return row[column] if column is not None and column < len(row) else Prose("")


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is None


def _paragraphs(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    return tuple(block for block in blocks if isinstance(block, Paragraph))


def _without_space(block: Paragraph) -> Paragraph:
    text = block.prose.text
    return Paragraph(block.prose.cut(len(text) - len(text.lstrip(" \t\n\u00a0.;:-–—"))), block.line)
