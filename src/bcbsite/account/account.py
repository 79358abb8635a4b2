"""The account of one record: what was read in it, what was dismissed, and what was not understood."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.account.finds import Entry
from bcbsite.account.record import NOUNS, Record
from bcbsite.account.sorts import SORTS, Sort
from bcbsite.checks.account import CODES, is_settled, unread_in
from bcbsite.codes import RULES
from bcbsite.diagnostics import Diagnostic
from bcbsite.model.document import Document
from bcbsite.model.minutes import Minutes
from bcbsite.model.reading import Dismissed, Sought, Unread


@dataclass(frozen=True, slots=True)
class NotRead:
    """Words that look like something, and were not read as it."""

    line: int
    code: str
    message: str
    help: str
    anchor: str | None
    is_settled: bool
    """Whether front matter waives it, or states what it is."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What there is of one sort."""

    sort: Sort
    is_sought: bool
    """Whether it is looked for in this kind of record."""
    entries: tuple[Entry, ...]
    """What was read, by lines."""
    sentences: int
    """How many sentences that may be one were read as it; 0 where they are not counted."""
    dismissed: tuple[Dismissed, ...]
    """What has a word of it, and is none by a rule."""
    not_read: tuple[NotRead, ...]

    @property
    def noun(self) -> str:
        """Its noun and of which kinds they are: `people: members 5, apologies 1`, `updates`."""
        number = len(self.entries)
        noun = self.sort.one if number == 1 else self.sort.noun
        kinds = Counter(entry.of for entry in self.entries if entry.of)
        match list(kinds):
            case []:
                return noun
            case [of]:
                return f"{noun}: {of}" if number == 1 else f"{noun}: all {of}"
            case _:
                return f"{noun}: " + ", ".join(f"{of} {count:,}" for of, count in kinds.items())

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Each reason for which something was dismissed, and how often."""
        return list(Counter(str(one.why) for one in self.dismissed).items())

    @property
    def looked_at(self) -> int:
        """How many sentences may be one: those that were read, dismissed, and not understood."""
        return self.sentences + len(self.dismissed) + len(self.not_read)


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a record."""

    path: str
    noun: str
    """What kind of record it is."""
    sums: tuple[Sum, ...]
    """In the order of the table of sorts."""
    mistakes: tuple[Diagnostic, ...]
    """All else that is wrong with the file."""

    @property
    def unread(self) -> list[NotRead]:
        """What looks like something, and was not understood, by lines."""
        return sorted((n for s in self.sums for n in s.not_read if not n.is_settled), key=_place)

    @property
    def settled(self) -> list[NotRead]:
        """The same of what front matter waives or states."""
        return sorted((n for s in self.sums for n in s.not_read if n.is_settled), key=_place)

    @property
    def summary(self) -> str:
        """The numbers in a line: `What was read: 3 items, 2 decisions. 1 thing was not understood.`"""
        found = ", ".join(s.sort.count(len(s.entries)) for s in self.sums if s.entries) or "nothing"
        number = len(self.unread)
        was = "1 thing was not understood." if number == 1 else f"{number:,} things were not understood."
        return f"What was read: {found}.{' ' + was if number else ''}"

    @property
    def balances(self) -> bool:
        """Whether nothing is left that looks like something and was not understood."""
        return not self.unread


def _place(one: NotRead) -> tuple[int, str, str]:
    return one.line, one.code, one.message


def account_of(record: Record) -> Account:
    """The account of *record*."""
    diagnostics = record.by_file.diagnostics.get(record.path, [])
    unread = _unread(record)
    told = {CODES[one.sought] for one in unread} | {code for sort in SORTS for code in sort.codes}
    sums = tuple(_sum(sort, record, unread, diagnostics) for sort in SORTS)
    others = tuple(found for found in diagnostics if found.code not in told)
    return Account(record.path, NOUNS[type(record.kind)], sums, others)


def _sum(sort: Sort, record: Record, unread: tuple[Unread, ...], diagnostics: list[Diagnostic]) -> Sum:
    is_sought = isinstance(record.kind, sort.kinds)
    found = sort.find(record) if is_sought else ()
    own = [_not_read(one, record) for one in unread if one.sought in sort.sought]
    own += [
        NotRead(one.span.line, one.code, one.message, one.help, None, False)
        for one in diagnostics
        if one.code in sort.codes
    ]
    return Sum(
        sort=sort,
        is_sought=is_sought or bool(own),
        entries=tuple(sorted(found, key=lambda entry: entry.line)),
        sentences=_sentences(sort, record),
        dismissed=_dismissed(sort, record),
        not_read=tuple(sorted(own, key=_place)),
    )


def _unread(record: Record) -> tuple[Unread, ...]:
    if record.meeting is None or not isinstance(record.kind, Document):
        return ()
    return unread_in(record.kind, record.meeting, record.archive)


def _not_read(unread: Unread, record: Record) -> NotRead:
    assert isinstance(record.kind, Document)
    code = CODES[unread.sought]
    cure = unread.cure or RULES[code].cure
    return NotRead(unread.line, code, unread.message, cure, unread.anchor, is_settled(unread, record.kind))


def _sentences(sort: Sort, record: Record) -> int:
    if record.meeting and isinstance(record.kind, Minutes) and Sought.DECISION in sort.sought:
        return record.archive.readings[record.meeting.id].sentences
    return 0


def _dismissed(sort: Sort, record: Record) -> tuple[Dismissed, ...]:
    """What has a word of *sort*, and is none by a rule."""
    if record.meeting and isinstance(record.kind, Minutes) and Sought.DECISION in sort.sought:
        return record.archive.readings[record.meeting.id].dismissed
    if record.meeting and isinstance(record.kind, Minutes) and Sought.ACTION in sort.sought:
        return record.archive.raised.in_prose[record.meeting.id]
    if Sought.MENTION in sort.sought:
        return tuple(dict.fromkeys(_unlinked(record)))
    return ()


def _unlinked(record: Record) -> Iterator[Dismissed]:
    """Words that look like a mention, and are no link; some have two forms of one."""
    for unlinked in record.by_file.unlinked.get(record.path, ()):
        source = unlinked.source
        yield Dismissed(Sought.MENTION, unlinked.why, unlinked.printed, source.at.line, source.passage)
