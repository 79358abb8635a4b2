"""What stands above the first item: title, day, time and place, who came, and for whom a paper is."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bcbsite.archive.markings import is_harmless, marking_in
from bcbsite.archive.walk import Shape
from bcbsite.importing.document import Block, Paragraph, Run, Table, paragraphs_of, words_of
from bcbsite.importing.headings import is_in_capitals
from bcbsite.importing.markdown import lines_of
from bcbsite.importing.people import as_entry, entry_in, people_in, seems_to_list
from bcbsite.importing.when import day_in, less_day_and_time, time_in
from bcbsite.importing.words import words_in
from bcbsite.read.attendance_labels import Group, label_of
from bcbsite.read.names import Named, Unnamed
from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Taken:
    """Words that became the value of a key of front matter, or its label."""

    words: str
    key: str


@dataclass
class Head:
    """What front matter can say of a document."""

    values: dict[str, str] = field(default_factory=dict)
    """The words of `date`, `time`, `location`, `to`, `from`, `item`, `title`, `classification`."""
    people: dict[Group, list[Named | Unnamed]] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    """What was not understood, and stays in the text."""
    title: str = ""
    """The words of the title, as printed."""


# “Date:”, “Date of meeting”, “Agenda Item: 5.0”
_KEYS = {
    "date": r"date(?: of (?:the )?meeting)?",
    "time": r"(?:start )?time",
    "location": r"location|venue|place|held at",
    "to": r"to",
    "from": r"from",
    "item": r"agenda item(?: (?:no|number)\.?)?",
    "title": r"subject|title|report title",
    "contact_officers": r"contact officers?(?:\(s\))?",
}
_MEETING_KEYS = ("date", "time", "location")
_LABELS = {
    key: re.compile(rf"({pattern})\s*(?::\s*|\t\s*|$)", re.IGNORECASE) for key, pattern in _KEYS.items()
}
_ITEM = re.compile(r"agenda(?: item)?\s*:?\s*(?P<number>\d{1,3}(?:\.\d{1,3})?)", re.IGNORECASE)
_SECOND = re.compile(r"(?<=\S)\s+(?=(?:Date|Time|Location|Venue)\s*:)")
_TITLE_WORDS = re.compile(
    r"(?:approved|draft|unconfirmed|confirmed|unapproved|signed|final|public|extraordinary|ordinary|special|annual"
    r"|minutes|agenda|notes?|record|of|the|a|an|meeting|held|on|at|for|board|and|business|hours|by)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:minutes|agenda|meeting|held|board|committee|council)\b", re.IGNORECASE)
_LONGEST_VALUE = 200
_LONGEST_MARKING = 60


def read_head(blocks: Sequence[Block], names: Sequence[str], is_paper: bool = False) -> Head:
    """What *blocks*, which stand above the first item, say; *names* are those of the board.

    What is no more than a title, a label or a value is taken; all else is left as `rest`.
    """
    reader = _Reader(names, is_paper)
    for block in blocks:
        if isinstance(block, Table) and not reader.is_open and not is_table_of_head(block):
            reader.head.rest.append(block)
            continue
        for line in _lines(block):
            reader.add(line)
    reader.end()
    return reader.head


def _lines(block: Block) -> Iterator[Paragraph]:
    """The lines of *block*; of a table its rows, the cells parted by tabs."""
    if isinstance(block, Paragraph):
        for line in _whole_lines(block):
            yield from (
                (replace(line, runs=(Run(piece),)) for piece in _pieces(line)) if _pieces(line) else [line]
            )
        return
    if (groups := _groups_above(block)) is not None:
        yield from groups
        return
    for row in block.rows:
        depth = max((len(cell.blocks) for cell in row), default=0)
        for n in range(depth):
            words = [words_of(cell.blocks[n]) if n < len(cell.blocks) else "" for cell in row]
            if any(words):
                yield Paragraph((Run("\t".join(words).rstrip("\t")),), origin=block.origin)


def _groups_above(table: Table) -> list[Paragraph] | None:
    """The lines of a table with a list of people in each column, below its label; None for other tables."""
    head, *rows = table.rows or ((),)
    labels = [cell.text.strip() for cell in head]
    if len(labels) < 2 or not all(label and label_of(folded(label)) for label in labels):
        return None
    found: list[Paragraph] = []
    for n, label in enumerate(labels):
        found.append(Paragraph((Run(label),), origin=table.origin))
        cells = [row[n] for row in rows if n < len(row)]
        found += [one for cell in cells for one in paragraphs_of(cell.blocks) if one.text.strip()]
    return found


def _whole_lines(block: Paragraph) -> list[Paragraph]:
    """The lines of a paragraph; one that ends with a comma goes on with the next."""
    found: list[Paragraph] = []
    for line in lines_of(block):
        if found and found[-1].text.rstrip().endswith(","):
            found[-1] = replace(found[-1], runs=(*found[-1].runs, Run(" "), *line.runs))
        else:
            found.append(line)
    return found


def _pieces(line: Paragraph) -> list[str]:
    """The parts of a line with several labels: `Date: …  Time: …`."""
    pieces = _SECOND.split(line.text)
    return pieces if len(pieces) > 1 else []


class _Reader:
    """Goes through the lines of a head."""

    def __init__(self, names: Sequence[str], is_paper: bool) -> None:
        self.head = Head()
        self._names = {word for name in names for word in _words(name)}
        self._is_paper = is_paper
        self._keys = tuple(_LABELS) if is_paper else _MEETING_KEYS
        self._open: list[str] = []
        """Keys whose labels stand alone, and whose values come next."""
        self._group: Group | None = None
        self._heading = ""
        """What the list is called that is open, such as `Members present`."""
        self._of_group: list[Paragraph] = []

    def add(self, line: Paragraph) -> None:
        """Take the next line."""
        text = line.text.strip()
        if not text:
            return
        if line.label:
            self._close_group()
            self.head.rest.append(line)
            return
        if not (self._labelled(text, line) or self._people(text, line)):
            if self._group:
                self._of_group.append(line)
            elif not (self._value(text) or self._marking(text) or self._titled(text)):
                self.head.rest.append(line)

    @property
    def is_open(self) -> bool:
        """Whether a list of people goes on."""
        return self._group is not None

    def end(self) -> None:
        """Take what is open."""
        self._close_group()

    def _labelled(self, text: str, line: Paragraph) -> bool:
        for key in self._keys:
            match = _LABELS[key].match(text)
            if not match:
                continue
            value = text[match.end() :].strip()
            if key in self.head.values or (not value and line.label):
                return False
            if value and not self._fits(key, value):
                return False
            self._close_group()
            if value:
                self._put(key, value, text, match[0])
            else:
                self._open.append(key)
                self.head.taken.append(Taken(text, key))
            return True
        if self._is_paper and "item" not in self.head.values and (match := _ITEM.fullmatch(text)):
            self._put("item", match["number"], text, text.removesuffix(match["number"]))
            return True
        return False

    def _fits(self, key: str, value: str) -> bool:
        if key == "date":
            return self._is_paper or day_in(value) is not None
        return len(value) <= _LONGEST_VALUE and (key != "time" or time_in(value) is not None)

    def _put(self, key: str, value: str, line: str, label: str) -> None:
        self.head.values[key] = " ".join(value.split())
        is_changed = key == "time" or (key == "date" and not self._is_paper)
        if is_changed and _says_more(value):
            self.head.rest.append(Paragraph((Run(line),)))
        else:
            self.head.taken.append(Taken(line if is_changed else label, key))

    def _value(self, text: str) -> bool:
        """Take *text* as the value of the first label that waits for one."""
        if not self._open or not self._fits(self._open[0], text):
            return False
        self._put(self._open.pop(0), text, text, "")
        return True

    # -------------------------------------------------------------------------------------- people

    def _people(self, text: str, line: Paragraph) -> bool:
        if self._is_paper:
            return False
        first, tab, rest = text.partition("\t")
        label = label_of(folded(first))
        if not label and not tab:
            first, rest = _label_before_name(text)
            label = label_of(folded(first)) if first else None
        if not label:
            return False
        self._close_group()
        self._group, self._heading = label[:2]
        after = f"{first[label[2] :]}\t{rest}".strip("\t ") if tab or rest else text[label[2] :]
        self._of_group = [replace(line, runs=(Run(text[: len(text) - len(after)]),))]
        if after.strip():
            self._of_group.append(replace(line, runs=(Run(after.strip()),)))
        return True

    def _close_group(self) -> None:
        """Take the list of people that is open, if all of it is understood; else leave it in the text."""
        group, lines, self._group = self._group, self._of_group, None
        self._of_group = []
        if group is None:
            return
        label, *entries = lines
        found: list[Named | Unnamed] = []
        left: list[str] = []
        for at, entry in enumerate(entries):
            people = people_in(entry.text)
            if people is None:
                if not at or any(seems_to_list(line.text) for line in entries[at:]):
                    self.head.rest += _put_together(label, entries)
                    return
                self._take_people(group, [label.text, *left], found)
                for line in entries[at:]:
                    if not (self._marking(line.text) or self._titled(line.text)):
                        self.head.rest.append(line)
                return
            found += people
            left.append(_left_of(entry.text, people))
        if not found:  # as in “Apologies: None”
            self.head.rest += _put_together(label, entries)
        else:
            self._take_people(group, [label.text, *left], found)

    def _take_people(self, group: Group, words: Sequence[str], found: Sequence[Named | Unnamed]) -> None:
        """Take *found*, whose label and further *words* are no entry; those present need not be members."""
        label, *left = words
        if group is Group.MEMBERS and "member" not in self._heading.casefold():
            self.head.rest.append(Paragraph((Run(f"{label.strip().rstrip(':')}:"),)))
            self.head.rest += [Paragraph((Run(as_entry(one)),), bullet=True) for one in found]
        else:
            self.head.people[group] = [*self.head.people.get(group, ()), *found]
            left = [label, *left]
        self.head.taken += [Taken(each, group.value) for each in left if each]

    # -------------------------------------------------------------------------------------- other lines

    def _marking(self, text: str) -> bool:
        if not is_marking(text):
            return False
        if "classification" in self.head.values:
            return False
        self.head.values["classification"] = text
        self.head.taken.append(Taken(text, "classification"))
        return True

    def _titled(self, text: str) -> bool:
        """Take a line with nothing but what the document is called, and its day."""
        if self._is_paper:
            return self._title_of_paper(text)
        day = day_in(text)
        words = [w for w in _words(text) if not _TITLE_WORDS.fullmatch(w) and not w.isdigit()]
        words = [w for w in words if w not in self._names and not _is_of_day(w)]
        if (day and _TITLE.search(text)) or not words:
            if day:
                self.head.values.setdefault("date", text)
            if time_in(text):
                self.head.values.setdefault("time", text)
        if _says_more(text, self._names):
            return False
        if words and not (is_in_capitals(text) and not day and not self.head.title):
            return False
        self.head.title = f"{self.head.title} {text}".strip()
        self.head.taken.append(Taken(text, "title"))
        return True

    def _title_of_paper(self, text: str) -> bool:
        if "title" in self.head.values or self._open or not {"to", "from"} & self.head.values.keys():
            return False
        if len(text) > _LONGEST_VALUE * 2:
            return False
        self.head.values["title"] = " ".join(text.split())
        return True


_WITH_DAY_AND_TIME = re.compile(r"at|on|the|held|of|from|date|time|day|this|hours|hrs|bst|gmt", re.IGNORECASE)


def _says_more(text: str, names: Collection[str] = ()) -> bool:
    """Whether *text* has a figure, a day of the week or a month that no key of front matter keeps; or, where
    no *names* are given, any word beside its day and its time.
    """
    left = _words(less_day_and_time(text))
    if names:
        return any(any(map(str.isdigit, word)) or _is_of_day(word) for word in left if word not in names)
    return any(not _WITH_DAY_AND_TIME.fullmatch(word) for word in left)


def _words(text: str) -> list[str]:
    """The words of *text* in small letters, without the hyphens within them and the endings of days."""
    found = re.findall(r"\w+", folded(text).casefold().replace("-", ""))
    return [re.sub(r"(?<=\d)(?:st|nd|rd|th|am|pm)$", "", word) for word in found]


def _left_of(line: str, people: Sequence[Named | Unnamed]) -> str:
    """The words of *line* that no entry of *people* has, such as `Councillors` and `and`."""
    texts = [words for one in people for words in _words_of_entry(one)]
    left = Counter(words_in([line])) - Counter(words_in(texts))
    return " ".join(left.elements())


def _words_of_entry(one: Named | Unnamed) -> Iterator[str]:
    if isinstance(one, Unnamed):
        yield one.words
    else:
        yield from filter(None, (one.name, one.role, one.note, one.initials))


_NAMED = re.compile(r"(Present|Members(?: present)?|In attendance|Apologies)\s+(?=[A-Z])", re.IGNORECASE)


def _label_before_name(text: str) -> tuple[str, str]:
    """`Present Alex Morgan, Commissioner`: the label, and who follows it."""
    match = _NAMED.match(text)
    if match and entry_in(text[match.end() :]):
        return match[1], text[match.end() :]
    return "", ""


def _put_together(label: Paragraph, entries: Sequence[Paragraph]) -> list[Block]:
    """A list of people that was not understood, as it was printed."""
    first, *rest = entries or [replace(label, runs=())]
    head = replace(label, runs=(Run(f"{label.text.rstrip()} {first.text}".replace("\t", " ").strip()),))
    return [head, *rest]


_OF_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|st|nd|rd|th|am|pm|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)


def _is_of_day(word: str) -> bool:
    return bool(_OF_DAY.fullmatch(word))


def is_marking(text: str) -> bool:
    """Whether *text* is a marking and nothing else, one that bars nothing among them."""
    return 0 < len(text) < _LONGEST_MARKING and (
        is_harmless(text) or marking_in(text, Shape.TEXT) is not None
    )


def is_table_of_head(table: Table) -> bool:
    """Whether a table has labels such as `Date:` or `Present` in its first column."""
    if _groups_above(table) is not None:
        return True
    firsts = [words_of(block) for row in table.rows for block in (row[0].blocks if row else ())]
    return any(
        label_of(folded(first)) or any(pattern.match(first) for pattern in _LABELS.values())
        for first in firsts
    )
