"""Who the text of minutes lists as present, in attendance, or with apologies.

The lists stand before the first item, or below an item that is called so. A list is read only if each of its
entries is understood; otherwise its line is told, and nobody of it is listed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bcbsite.model.blocks import ListBlock, Paragraph, Table, plain_text
from bcbsite.model.body import Item, Part, Passage
from bcbsite.model.reading import Sought, Unread
from bcbsite.read.attendance_labels import NEAR, Group, is_unclear, label_of
from bcbsite.read.names import Named, Nobody, is_name, is_post, person
from bcbsite.read.run_on_people import Entry, entries_of, entry_of
from bcbsite.text.fold import fold, folded


@dataclass(frozen=True, slots=True)
class Found:
    """A list, or a piece of one, in the text."""

    group: Group
    label: str
    """What it is called there, such as `Present`."""
    entries: tuple[Entry, ...]
    line: int
    anchor: str


# What a heading is called below which the lists stand
_HEADING = re.compile(r"\b(?:present|attendance|attendees|apologies|attending)\b", re.IGNORECASE)
_NONE_SAID = re.compile(r"(?:there were )?(?:none|no apologies)\b.{0,40}", re.IGNORECASE)
_NET = re.compile(r"present|attend|apolog|absent|substitut|members", re.IGNORECASE)
# What the first column of a list of people is called
_FIRST_COLUMN = re.compile(r"members?\b|names?\b", re.IGNORECASE)
_LONGEST = 4000
"""Letters of a list that is run on."""


def attendance_in(parts: Sequence[Part]) -> tuple[tuple[Found, ...], tuple[tuple[Group | None, Unread], ...]]:
    """The lists of people in *parts*, in order; and those not understood, each with its group where known."""
    reader = _Reader()
    below: str | None = None
    for n, part in enumerate(parts):
        if isinstance(part, Item):
            below = part.title.text if _HEADING.search(folded(part.title.text[:NEAR])) else None
            reader.begin(below)
            if below is None and (part.label or n):
                reader.ends = True
        elif below is not None or not reader.ends:
            reader.add(part)
    return tuple(reader.found), tuple(reader.unread)


@dataclass
class _Reader:
    """Goes through the passages above the first item, and those below items that are called as such lists."""

    found: list[Found] = field(default_factory=list)
    unread: list[tuple[Group | None, Unread]] = field(default_factory=list)
    ends: bool = False
    """Whether the place above the first item is left."""
    _group: Group | None = None
    """Of the list that is open: its label stands alone, and its entries follow."""
    _label: str = ""
    _is_heading: bool = False

    def begin(self, title: str | None) -> None:
        """Come to a heading, which may be the label of a list."""
        seen = folded(title or "")
        label = label_of(seen)
        self._is_heading = bool(label and label[2] == len(seen))
        self._group = label[0] if label and self._is_heading else None
        self._label = label[1] if label else ""

    def add(self, passage: Passage) -> None:
        """Take the next passage."""
        for block in passage.blocks:
            match block:
                case Paragraph(prose=prose, role=None):
                    self._paragraph(prose.text, passage, block.line)
                case ListBlock():
                    self._list(block, passage)
                case Table():
                    self._table(block, passage)

    def _paragraph(self, text: str, passage: Passage, line: int) -> None:
        if len(text) > _LONGEST:
            return
        for offset, piece in _lists_in(text):
            self._piece(piece, passage, line + offset)

    def _piece(self, text: str, passage: Passage, line: int) -> None:
        """Take a paragraph, or the lines of one that begin with a label."""
        looks = fold(text)
        seen = looks.text
        if _NET.search(seen[:NEAR]) and (label := label_of(seen)):
            group, words, end = label
            self._labelled(group, words, text[looks.origin(end, len(seen))[0] :].strip(), passage, line)
        elif _NET.search(seen[:NEAR]) and is_unclear(seen):
            self._group = None
            self._tell(seen, passage, line, None)
        elif self._group and not _NONE_SAID.fullmatch(seen.rstrip(".")):
            self._unlabelled(text, passage, line)
        elif passage.item is None and _seems_a_list(text):
            self._tell(text, passage, line, None)

    def _labelled(self, group: Group, words: str, rest: str, passage: Passage, line: int) -> None:
        self._group, self._label, self._is_heading = group, words, False
        if rest:
            self._take(rest, passage, line)
            self._group = None

    def _unlabelled(self, text: str, passage: Passage, line: int) -> None:
        """A paragraph after a label that stands alone: people, a line each, or the end of the list."""
        assert self._group
        if passage.label and self._is_heading:
            # A numbered paragraph is no list: it may say who is meant in any way.
            if entries_of(text) is not None:
                self._tell(text, passage, line, self._group)
            return
        if entries_of(text) is not None:
            self._take(text, passage, line)
        elif self._is_heading or text.endswith((".", ":")):
            self._group = None
        else:
            self._tell(text, passage, line, self._group)

    def _list(self, block: ListBlock, passage: Passage) -> None:
        if self._group is None:
            return
        found: list[Entry] = []
        for entry in block.entries:
            words = plain_text(entry.blocks).strip()
            understood = entry_of(words) if entry.blocks else Nobody()
            if understood is None:
                self._tell(words, passage, entry.line, self._group)
                break
            if not isinstance(understood, Nobody):
                found.append(understood)
        else:
            self.found.append(Found(self._group, self._label, tuple(found), block.line, passage.anchor))
        self._group = self._group if self._is_heading else None

    def _table(self, table: Table, passage: Passage) -> None:
        rows = [[cell.text.strip() for cell in row] for row in (table.head, *table.rows)]
        labels = [_whole_label(row[0]) for row in rows]
        if len(table.head) == 2 and all(labels):
            for label, (line, row) in zip(labels, table.every_row, strict=True):
                self._labelled(*(label or (Group.MEMBERS, "")), row[1].text.strip(), passage, line)
        elif columns := _columns(table):
            self._rows(table, columns, passage)
        elif self._group or _seems_to_list_people(rows[0]):
            self._tell(" | ".join(rows[0]), passage, table.line, self._group)
        self._group = None

    def _rows(self, table: Table, columns: "_Columns", passage: Passage) -> None:
        """The people of a table with a column of names; none of them where one is not understood."""
        found: list[Found] = []
        for line, row in table.numbered_rows:
            cells = [cell.text.strip() for cell in row]
            group, label = self._list_of(cells, columns)
            one = columns.person(cells)
            if group is None or not is_name(one.name):
                self._tell(" | ".join(cells), passage, line if group else table.line, group)
                return
            found.append(Found(group, label, (one,), line, passage.anchor))
        self.found += found

    def _list_of(self, cells: Sequence[str], columns: "_Columns") -> tuple[Group | None, str]:
        """The list that a row belongs to, by its own cell or the label above the table, and its heading."""
        if columns.status is None:
            return self._group, self._label
        return _whole_label(cells[columns.status]) or (None, "")

    def _take(self, words: str, passage: Passage, line: int) -> None:
        """Read the people in *words*, which belong to the list that is open."""
        assert self._group
        entries = entries_of(words)
        if entries is None:
            self._tell(words, passage, line, self._group)
        else:
            self.found.append(Found(self._group, self._label, entries, line, passage.anchor))

    def _tell(self, words: str, passage: Passage, line: int, group: Group | None) -> None:
        message = f"“{_short(words)}” seems to list people, and is not understood, so nobody of it is listed."
        key = group.value if group else "members"
        cure = f"Write in the front matter “{key}:”, and below it a line “- Name, role” for each person."
        if group is None:
            cure = (
                "Write in the front matter those who came under “members:” or “in_attendance:”, and those "
                "who sent apologies under “apologies:”, a line “- Name, role” each."
            )
        self.unread.append((group, Unread(Sought.PERSON, message, line, passage.anchor, cure)))


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    role: int | None
    initials: int | None
    status: int | None

    def person(self, cells: Sequence[str]) -> Named:
        """Who stands in a row with *cells*."""
        one = person(cells[self.name])
        role = cells[self.role] if self.role is not None else ""
        initials = cells[self.initials] if self.initials is not None else ""
        return Named(one.name, role or one.role, one.note, initials or one.initials)


_HEADS = {
    "name": re.compile(r"names?|members?(?: names?)?|attendees?", re.IGNORECASE),
    "role": re.compile(
        r"roles?|positions?|posts?|titles?|job titles?|organisations?|representing", re.IGNORECASE
    ),
    "initials": re.compile(r"initials?", re.IGNORECASE),
    "status": re.compile(r"attendance|status|present(?: ?/ ?apologies)?|attended", re.IGNORECASE),
}


def _columns(table: Table) -> _Columns | None:
    """Which column says what, where each is known and one has names."""
    known: dict[str, int] = {}
    for n, cell in enumerate(table.head):
        words = folded(cell.text).strip(" :")
        kind = next((kind for kind, pattern in _HEADS.items() if pattern.fullmatch(words)), None)
        if kind is None or kind in known:
            return None
        known[kind] = n
    if "name" not in known:
        return None
    return _Columns(known["name"], known.get("role"), known.get("initials"), known.get("status"))


def _whole_label(cell: str) -> tuple[Group, str] | None:
    """The list, and its heading, of which all of *cell* is the label."""
    seen = folded(cell)
    label = label_of(seen)
    return label[:2] if label and label[2] == len(seen) else None


def _lists_in(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a paragraph that begin with a label on a line of its own, with how far down each is."""
    start, piece = 0, list[str]()
    for n, line in enumerate(text.split("\n")):
        seen = folded(line)
        if piece and _NET.search(seen[:NEAR]) and (label_of(seen) or is_unclear(seen)):
            yield start, "\n".join(piece)
            start, piece = n, []
        piece.append(line)
    yield start, "\n".join(piece)


def _seems_a_list(text: str) -> bool:
    """Whether *text* has names after a colon: two at least, or one after a post."""
    before, colon, after = text[:_LONGEST].partition(":")
    people = entries_of(after) if colon and len(before) < NEAR else None
    named = sum(isinstance(one, Named) for one in people or ())
    return named > 1 or (named == 1 and is_post(before))


def _seems_to_list_people(head: Sequence[str]) -> bool:
    return any(map(_NET.search, head)) or bool(_FIRST_COLUMN.match(head[0]))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else f"{words[:80].rstrip()}…"
