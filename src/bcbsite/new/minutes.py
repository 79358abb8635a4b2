"""Draft minutes made from an agenda: its items with their numbers, who presents, the papers, the actions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.archive import Archive
from bcbsite.diagnostics import has_errors
from bcbsite.model.agenda import Agenda
from bcbsite.model.blocks import Paragraph, Role
from bcbsite.model.body import Item
from bcbsite.model.document import Withheld
from bcbsite.model.paper import Paper
from bcbsite.model.reference import Listed, day_of
from bcbsite.new.agenda import time_and_place
from bcbsite.new.before import TO_WRITE, Before
from bcbsite.new.entry import as_markdown
from bcbsite.new.files import RefusedError, front_matter, quoted
from bcbsite.new.open_actions import entries_of, open_actions
from bcbsite.read.agenda import AGENDA, read_agenda
from bcbsite.read.document import read_parts
from bcbsite.read.names import is_post
from bcbsite.source import Source

# “Minutes of the last meeting”, “To approve the minutes”; not “Budget (10 minutes)”
_OF_MINUTES = re.compile(r"(?<!\d )\bminutes\b", re.IGNORECASE)
# “Action log”, “Review of actions”, “Outstanding actions”, “Matters arising”; not “Race action plan”
_OF_ACTIONS = re.compile(
    r"\bactions?\s+(?:log|points?|list|tracker|sheet|register|updates?|arising|review)\b"
    r"|\bactions\b(?!\s+plan)|\bmatters\s+arising\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s")


@dataclass(frozen=True, slots=True)
class MinutesDraft:
    """The file of new minutes."""

    text: str
    notes: tuple[str, ...]
    """What could not be carried over from the agenda or the last minutes, a sentence each."""


def draft_minutes(archive: Archive, before: Before, meeting: str, agenda: Source) -> MinutesDraft:
    """Draft minutes of *meeting*, by its id, from the file of its agenda.

    Raises `RefusedError` where the agenda has errors or no items.
    """
    read, problems = read_agenda(agenda, archive.board.item_notes)
    if read is None or has_errors(problems):
        raise RefusedError(f"{agenda.name} has mistakes; bcbsite check tells more.")
    if not any(read.body.items):
        raise RefusedError(f"{agenda.name} has no items to make minutes of.")
    papers = archive.meetings[meeting].papers if meeting in archive.meetings else ()
    draft = _Draft(archive, before, meeting, read, agenda, papers)
    return MinutesDraft(draft.front + draft.body, tuple(draft.notes))


@dataclass(frozen=True)
class _Draft:
    archive: Archive
    before: Before
    meeting: str
    agenda: Agenda
    source: Source
    papers: Sequence[Paper]

    @property
    def front(self) -> str:
        agenda, last = self.agenda, self.before.last
        meeting = self.archive.meetings.get(self.meeting)
        clock = agenda.time or (last.time if last else None)
        facts = time_and_place(clock, agenda.location, meeting.arrangements if meeting else None)
        members = "".join(f"\n  - {_person(one)}" for one in (last.members if last else ()))
        withheld = "".join(_withheld(entry) for entry in self._withheld_items)
        return front_matter(
            date=str(day_of(self.meeting)),
            **facts,
            status="draft",
            members=members or None,
            in_attendance=None,
            apologies=None,
            **self._stated_numbers,
            **({"withhold": withheld} if withheld else {}),
        )

    @property
    def body(self) -> str:
        items = list(self.agenda.body.items)
        after: list[Item | None] = [*items[1:], None]
        text = ""
        for item, next_ in zip(items, after, strict=True):
            has_parts = next_ is not None and next_.level > item.level
            text += f"\n{self._heading(item)}\n{''.join(self._below(item, has_parts))}"
        return text

    @property
    def notes(self) -> Iterator[str]:
        yield from self.before.notes
        titles = [item.title.text for item in self.agenda.body.items]
        expected = self.before.item_about_minutes
        if any(map(_is_about_minutes, self.agenda.body.items)) and expected not in titles:
            yield f"Compare the item about minutes with the records here, which would name it “{expected}”."
        if self._open_actions and self._item_of_actions is None:
            ids = ", ".join(history.action.id for history in self._open_actions)
            yield f"No item of the agenda is about actions, so these are not listed: {ids}."
        if names := ", ".join(person.name for person in self.before.absent):
            yield f"The members are those of the last minutes, without those who sent apologies: {names}."
        for paper in self._without_item:
            yield f"The paper “{paper.title}” names no item of the agenda, so it is not in the minutes."
        for entry in self.agenda.withhold:
            if entry not in self._withheld_items:
                yield f"The agenda withholds {entry.place}. Withhold what the minutes say of it as well."

    def _heading(self, item: Item) -> str:
        """As the agenda's file has it; of the row of a table, one is made."""
        line = self.source.text.split("\n")[item.line - 1].strip()
        if _HEADING.match(line):
            return line
        number = f"{item.label}." if item.label and item.label.isdecimal() else item.label
        words = as_markdown(item.title_and_note)
        return f"{'#' * (item.level + 1)} {f'{number} ' if number else ''}{words}"

    def _below(self, item: Item, has_parts: bool) -> Iterator[str]:
        """What is to be written under *item*; nothing where that belongs to the items that are its parts."""
        texts = list(self._texts(item, has_parts))
        stem = None if has_parts or item.label is None else item.label.removesuffix(".0")
        for number, text in enumerate(texts, 1):
            yield f"\n{f'{stem}.{number} ' if stem else ''}{text}\n"
        if item is self._item_of_actions:
            yield from entries_of(self._open_actions, self.archive, day_of(self.meeting))

    def _texts(self, item: Item, has_parts: bool) -> Iterator[str]:
        presenter = self._presenters.get(item.anchor)
        papers = self._papers_of.get(item.anchor, ())
        if _is_about_minutes(item):
            yield f"The minutes were {TO_WRITE} as a correct record."
        elif item is self._item_of_actions and self._open_actions:
            yield f"The Board reviewed the action log. {TO_WRITE}"
        elif papers:
            for paper in papers:
                who = _with_article(presenter or as_markdown(paper.sender or TO_WRITE))
                yield f"{who} presented “{as_markdown(paper.title)}”. {TO_WRITE}"
        elif presenter:
            yield f"{_with_article(presenter)} {TO_WRITE}"
        elif not has_parts:
            yield TO_WRITE

    @cached_property
    def _presenters(self) -> Mapping[str | None, str]:
        """Who reports under an item, by its anchor."""
        return {
            passage.item: as_markdown(" ".join(block.body.text.split()))
            for passage in self.agenda.body.passages
            for block in passage.blocks
            if isinstance(block, Paragraph) and block.role is Role.REPORT_FROM and block.body.text.strip()
        }

    @cached_property
    def _papers_of(self) -> Mapping[str, Sequence[Paper]]:
        """The papers of an item, by its anchor."""
        found: dict[str, list[Paper]] = {}
        for paper in self.papers:
            if paper.item and (part := self.agenda.body.find(paper.item)):
                found.setdefault(part.anchor, []).append(paper)
        return found

    @property
    def _without_item(self) -> Iterator[Paper]:
        for paper in self.papers:
            if not (paper.item and isinstance(self.agenda.body.find(paper.item), Item)):
                yield paper

    @cached_property
    def _open_actions(self) -> Sequence[ActionHistory]:
        return open_actions(self.archive, day_of(self.meeting))

    @cached_property
    def _item_of_actions(self) -> Item | None:
        """The first item that is about actions."""
        return next((item for item in self.agenda.body.items if _OF_ACTIONS.search(item.title.text)), None)

    @cached_property
    def _withheld_items(self) -> Sequence[Withheld]:
        """What the agenda withholds that is an item, so that the minutes have it too."""
        body = self.agenda.body
        return [entry for entry in self.agenda.withhold if isinstance(body.find(entry.place), Item)]

    @property
    def _stated_numbers(self) -> Mapping[str, str]:
        """What the front matter of the agenda says of numbers at the beginning of headings."""
        parts, _ = read_parts(self.source, AGENDA)
        headings = [line.lstrip("# ") for line in self.source.text.split("\n") if _HEADING.match(line)]
        found: dict[str, str] = {}
        for key in ("numbers", "not_numbers"):
            words = [
                w
                for w in (parts.values[key] or () if parts else ())
                if any(h.startswith(w) for h in headings)
            ]
            if words:
                found[key] = f"[{', '.join(map(quoted, words))}]"
        return found


def _is_about_minutes(item: Item) -> bool:
    title = item.title.text
    return bool(_OF_MINUTES.search(title)) and not re.search(r"matters\s+arising", title, re.IGNORECASE)


def _with_article(who: str) -> str:
    """`The Treasurer` for a post, `Jo Bennett` for anybody else."""
    return f"The {who}" if is_post(who) and not who.casefold().startswith("the ") else who


def _person(person: Listed) -> str:
    return quoted(f"{person.name}, {person.role}" if person.role else person.name)


def _withheld(entry: Withheld) -> str:
    return f"\n  - at: {quoted(entry.place)}\n    reason: {quoted(entry.reason)}"
