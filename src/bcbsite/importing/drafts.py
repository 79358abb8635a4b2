"""A document, or a part of a pack, becomes the text of a record: front matter and Markdown, as a draft."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePosixPath

from bcbsite.archive.markings import is_harmless
from bcbsite.importing.document import Block, Omission, Paragraph, words_of
from bcbsite.importing.furniture_markings import strongest
from bcbsite.importing.guess import Guess
from bcbsite.importing.head import Head, Taken, read_head
from bcbsite.importing.headings import first_item, with_headings, with_plain_headings
from bcbsite.importing.layout import unrolled
from bcbsite.importing.markdown import Footnotes, MarkdownWriter
from bcbsite.importing.people import apologies_in, as_entry
from bcbsite.importing.when import day_in, time_in, wrong_weekday
from bcbsite.model.board import Board
from bcbsite.new.files import quoted
from bcbsite.read.attendance_labels import Group
from bcbsite.read.labels import slugify
from bcbsite.read.names import Named, Unnamed, is_name, is_post, person
from bcbsite.text.file_names import short_name


class Kind(StrEnum):
    """What a document can be imported as."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    PAPER = "paper"
    LOG = "log"
    NOTICE = "notice"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Part:
    """A document, or a piece of a pack: what becomes one record."""

    kind: Kind
    blocks: tuple[Block, ...]
    footnotes: Footnotes = field(default_factory=dict)
    source: str = ""
    """What it came from, as `pack.pdf, pages 3 to 7`."""
    sha256: str = ""
    pages: int | None = None
    """How many pages the file has, where all of it is this record."""
    marking: str = ""
    """A marking that stands in the headers or footers of the file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is ready to be written."""

    kind: Kind
    place: PurePosixPath
    """Its file, below the folder of the records."""
    text: str
    taken: tuple[Taken, ...]
    repeated: tuple[str, ...]
    """Words that the importer wrote again, such as the heading of a column before each of its cells."""
    omissions: tuple[Omission, ...]
    said: tuple[str, ...]
    """What was guessed, or needs a look: a sentence each."""
    written: tuple[Block, ...] = ()
    """The blocks that its text was made of."""


def with_unbalanced(draft: Draft, differences: Sequence[str]) -> Draft:
    """*draft* with the key `unbalanced`, which keeps it from publication until somebody takes it out."""
    if draft.kind is Kind.LOG or not differences:
        return draft
    told = [*differences[:_MOST_DIFFERENCES]]
    if len(differences) > len(told):
        told.append(f"and {len(differences) - len(told)} more")
    key = "".join(["unbalanced:\n", *(f"  - {quoted(' '.join(one.split()))}\n" for one in told)])
    end = draft.text.index("\n---\n", 4) + 1
    return replace(draft, text=f"{draft.text[:end]}{key}{draft.text[end:]}")


class NoDateError(Exception):
    """It is not known to which meeting a part belongs."""


_LONGEST_NAME = 60
_MOST_DIFFERENCES = 20
_PLAIN = re.compile(r"[A-Za-z][\w ,.&’'/()–-]*")
_REFERENCE = re.compile(
    r"(?:decision|notice|reference|ref)\b[^:\n]{0,40}:\s*(?P<id>[A-Z]{2,8}[-/ ]?\d[\w/-]*)",
    re.IGNORECASE,
)
_LONGEST_HEAD = 40
_EXTRAORDINARY = re.compile(r"\bextra-?ordinary meeting\b|\bextraordinary\b.{0,40}\bminutes\b", re.IGNORECASE)
_NEAR = 8
"""How many paragraphs at the beginning can say what sort of meeting it was."""


def draft_of(part: Part, guess: Guess, board: Board, folder: PurePosixPath | None = None) -> Draft:
    """The record of *part*, of which *guess* has the day; in *folder*, or where such a record belongs.

    Raises `NoDateError` where the meeting is not known.
    """
    unrolling = unrolled(part.blocks, part.kind is Kind.AGENDA)
    blocks = with_headings(unrolling.blocks, part.kind is Kind.AGENDA)
    start = _start_of_body(blocks)
    names = (board.name, *board.aliases)
    head = read_head(blocks[:start], names, part.kind is Kind.PAPER)
    if marking := strongest((head.values.get("classification", ""), part.marking)):
        head.values["classification"] = marking
    body = with_plain_headings(blocks[start:])
    body, signed = _less_signature(body) if part.kind is Kind.MINUTES else (body, None)
    repeated = [*unrolling.repeated, *_with_apologies(head, body)] if part.kind is Kind.MINUTES else []
    writer = MarkdownWriter(part.footnotes)
    written = [*_less_headings(head.rest), *body]
    for block in written:
        writer.add(_with_colon(block) if part.kind is Kind.AGENDA else block)
    record = _Record(part, head, guess, board, signed, [])
    front = record.front_matter()
    place = (folder or record.folder()) / record.name()
    said = (*record.said, *(doubt.sentence for doubt in writer.doubts))
    return Draft(
        part.kind,
        place,
        f"{front}\n{writer.text()}",
        tuple(record.taken),
        tuple(repeated or unrolling.repeated),
        tuple(unrolling.omissions),
        said,
        tuple(written),
    )


def _with_apologies(head: Head, body: Sequence[Block]) -> Iterator[str]:
    """Put into *head* those whose apologies a paragraph of *body* has; their words, which are there twice."""
    if Group.APOLOGIES in head.people:
        return
    found = [apologies_in(block.text) for block in body if isinstance(block, Paragraph)]
    if len(people := [each for each in found if each]) == 1:
        head.people[Group.APOLOGIES] = list(people[0])
        yield from (as_entry(one) for one in people[0])


def _start_of_body(blocks: Sequence[Block]) -> int:
    """Where the text begins, below the head."""
    if (first := first_item(blocks)) is not None:
        return first
    for at, block in enumerate(with_plain_headings(blocks[:_LONGEST_HEAD])):
        if isinstance(block, Paragraph):
            is_text = block.bullet or len(block.text) > 160
            if is_text or (
                block.heading and at and not re.search(r"minutes|agenda|board", block.text, re.IGNORECASE)
            ):
                return at
    return min(len(blocks), _LONGEST_HEAD)


_REPORT_FROM = re.compile(r"Report from (?=[A-Z])")


def _with_colon(block: Block) -> Block:
    """`Report from Treasurer` with the colon by which the site knows who reports."""
    if not isinstance(block, Paragraph) or block.label or not _REPORT_FROM.match(block.text):
        return block
    first, *rest = block.runs
    return replace(block, runs=(replace(first, text=_REPORT_FROM.sub("Report from: ", first.text)), *rest))


def _less_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """*blocks* of a head, of which none begins an item."""
    for block in blocks:
        yield replace(block, heading=0) if isinstance(block, Paragraph) else block


def _less_signature(body: list[Block]) -> tuple[list[Block], Named | None]:
    """*body* without the name, and perhaps the post, that end it; and whose they are."""
    lines = [
        block.text.strip() if isinstance(block, Paragraph) and not block.label else "" for block in body[-2:]
    ]
    if len(lines) == 2 and is_name(lines[0]) and is_post(lines[1]):
        return body[:-2], Named(lines[0], lines[1])
    if lines and is_name(lines[-1]):
        return body[:-1], Named(lines[-1])
    return body, None


@dataclass
class _Record:
    """Writes the front matter of one record."""

    part: Part
    head: Head
    guess: Guess
    board: Board
    signed: Named | None
    said: list[str]

    @property
    def taken(self) -> list[Taken]:
        """What became front matter in other words."""
        return self.head.taken

    def front_matter(self) -> str:
        """The front matter, between its two lines."""
        keys = {
            Kind.MINUTES: self._of_minutes,
            Kind.AGENDA: self._of_agenda,
            Kind.PAPER: self._of_paper,
            Kind.NOTICE: self._of_notice,
            Kind.RESPONSE: self._of_response,
        }[self.part.kind]
        lines = [
            f"{key}: {value}" if value[:1] != "\n" else f"{key}:{value}" for key, value in keys() if value
        ]
        return "\n".join(["---", *lines, *self._marking(), "---", ""])

    def folder(self) -> PurePosixPath:
        """Where such a record belongs."""
        if self.part.kind is Kind.NOTICE:
            return PurePosixPath("decisions")
        if self.part.kind is Kind.RESPONSE:
            return PurePosixPath("section-55")
        if self.guess.day is None:
            raise NoDateError
        below = PurePosixPath("meetings", str(self.guess.day))
        return below / "papers" if self.part.kind is Kind.PAPER else below

    def name(self) -> str:
        """The name of its file."""
        if self.part.kind in (Kind.MINUTES, Kind.AGENDA):
            return f"{self.part.kind}.md"
        number, dot, rest = self.head.values.get("item", "").partition(".")
        before = f"{number.zfill(2)}{dot}{rest} " if number else ""
        words = self.reference if self.part.kind is Kind.NOTICE else f"{before}{self.title}"
        return f"{short_name(slugify(words), _LONGEST_NAME) or self.part.kind}.md"

    @property
    def title(self) -> str:
        """What a paper, a notice or a report is called."""
        first = next(
            (words_of(b) for b in self.part.blocks if isinstance(b, Paragraph) and b.text.strip()), ""
        )
        return self.head.values.get("title") or self.head.title or first[:120] or self.part.source

    @property
    def reference(self) -> str:
        """The reference of a notice; one that is made of its day where none is printed."""
        text = "\n".join(words_of(block) for block in self.part.blocks[:30])
        found = _REFERENCE.search(text)
        return (
            re.sub(r"[^A-Za-z0-9.-]+", "-", found["id"]) if found else f"notice-{self.guess.day or 'undated'}"
        )

    # -------------------------------------------------------------------------------------- keys

    def _of_meeting(self) -> Iterator[tuple[str, str]]:
        if self.guess.day is None:
            raise NoDateError
        values = self.head.values
        yield "date", str(self.guess.day)
        if "date" in values and (printed := day_in(values["date"])) and printed != self.guess.day:
            self.said.append(f"! The document prints the day {printed}, and {self.guess.day} is used.")
        if weekday := wrong_weekday(values.get("date", "")):
            self.said.append(
                f"! The document prints “{weekday}”, and {self.guess.day} is a {self.guess.day:%A}."
            )
        moment = time_in(values.get("time", ""))
        yield "time", f"{moment:%H:%M}" if moment else ""
        yield "location", _scalar(values.get("location", ""))
        yield "status", "draft"

    def _of_minutes(self) -> Iterator[tuple[str, str]]:
        yield from self._of_meeting()
        if any(_EXTRAORDINARY.search(words_of(block)) for block in self.part.blocks[:_NEAR]):
            yield "kind", "extraordinary"
        for group in Group:
            people = self.head.people.get(group, [])
            yield group.value, "".join(f"\n  - {_entry(one)}" for one in people)
        yield "signed_by", _entry(self.signed) if self.signed else ""
        if self.signed:
            self.said.append(
                f"“{self.signed.name}”, below the last line, is taken for who signed: see whether they did."
            )
        if re.search(r"\bapproved\b", self.head.title, re.IGNORECASE):
            cure = "write “status: approved” when you have compared the record"
            self.said.append(f"The title says “{self.head.title}”: {cure}.")
        yield "source", self._source()

    def _of_agenda(self) -> Iterator[tuple[str, str]]:
        yield from self._of_meeting()

    def _of_paper(self) -> Iterator[tuple[str, str]]:
        values = self.head.values
        yield "item", quoted(values["item"]) if "item" in values else ""
        yield "title", _scalar(self.title)
        for key in ("to", "from", "date"):
            yield key, _scalar(values.get(key, ""))
        yield "status", "draft"
        if "item" not in values:
            cure = "write “item”, so that the agenda links to it"
            self.said.append(f"The paper “{self.title[:80]}” prints no number of an item: {cure}.")

    def _of_notice(self) -> Iterator[tuple[str, str]]:
        yield "reference", _scalar(self.reference)
        yield "title", _scalar(self.title)
        yield "date", str(self.guess.day or "")
        yield "status", "draft"

    def _of_response(self) -> Iterator[tuple[str, str]]:
        yield "report", _scalar(self.title)
        yield "published", str(self.guess.day or "")
        yield "status", "draft"

    def _source(self) -> str:
        title = quoted(self.part.source)
        pages = f", pages: {self.part.pages}" if self.part.pages else ""
        return f"{{title: {title}, sha256: {self.part.sha256}{pages}}}" if self.part.sha256 else title

    def _marking(self) -> Iterator[str]:
        """The line `classification`."""
        if marking := self.head.values.get("classification", ""):
            yield f"classification: {_scalar(marking)}"
            if not is_harmless(marking):
                self.said.append(f"The document is marked “{marking}”: it must not be published as it is.")


def _scalar(words: str) -> str:
    """*words* as a value of YAML."""
    is_plain = (
        _PLAIN.fullmatch(words)
        and not words.endswith(" ")
        and words.casefold() not in ("yes", "no", "null", "n/a")
    )
    return words if is_plain or not words else quoted(words)


def _entry(one: Named | Unnamed) -> str:
    """One entry of a list of people."""
    if isinstance(one, Unnamed):
        return _scalar(one.words)
    initials = f" ({one.initials})" if one.initials else ""
    short = f"{one.name}{initials}, {one.role}" if one.role else f"{one.name}{initials}"
    if not one.note and person(short) == one:
        return _scalar(short)
    pairs = (("name", one.name), ("role", one.role), ("note", one.note), ("initials", one.initials))
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in pairs if value) + "}"
