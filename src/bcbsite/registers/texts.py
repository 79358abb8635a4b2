"""The items and the paragraphs of the documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.links import leads_elsewhere
from bcbsite.model.blocks import all_prose
from bcbsite.model.body import Item, Passage
from bcbsite.model.document import Status
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.registers.meetings import documents_of
from bcbsite.registers.table import Column, Kind, Register, an_id, draft

_LINKS = (MarkKind.LINK, MarkKind.MENTION)


@dataclass(frozen=True, slots=True)
class _Item:
    document: str
    """The address of the document it is in."""
    day: date
    item: Item
    outcomes: tuple[str, ...]
    topics: tuple[str, ...]
    """The addresses of its topics."""
    draft: bool

    @property
    def address(self) -> str:
        return f"{self.document}#{self.item.anchor}"


def _items(archive: Archive) -> Iterator[_Item]:
    topics, outcomes = _topics(archive), _outcomes(archive)
    for meeting in archive.meetings.values():
        for address, _, document in documents_of(meeting):
            for item in document.body.items:
                yield _Item(
                    document=address,
                    day=meeting.day,
                    item=item,
                    outcomes=outcomes.get(f"{address}#{item.anchor}", ()),
                    topics=tuple(topics.get(f"{address}#{item.anchor}", ())),
                    draft=document.status is Status.DRAFT,
                )


def _outcomes(archive: Archive) -> dict[str, tuple[str, ...]]:
    """What was done with the items of minutes, each kind once, by the item's address."""
    found: dict[str, tuple[str, ...]] = {}
    for decision in archive.register:
        if decision.meeting and decision.item:
            address = f"{minutes_address(decision.meeting.id)}#{decision.item.anchor}"
            found[address] = tuple(dict.fromkeys((*found.get(address, ()), decision.kind)))
    return found


def _topics(archive: Archive) -> dict[str, list[str]]:
    """The addresses of the topics of each item, by the item's address."""
    found: dict[str, list[str]] = {}
    for record in archive.topics:
        for item in record.items:
            found.setdefault(item.address, []).append(record.address)
    return found


ITEMS: Register[_Item] = Register(
    "items",
    "Items",
    "The agenda items of agendas and minutes, and the sections of papers, in their order.",
    _items,
    (
        an_id("the item’s place in its document", lambda row: row.address),
        Column(
            "document",
            Kind.ADDRESS,
            "the document it is in",
            lambda row: row.document,
            required=True,
            of="documents",
        ),
        Column("date", Kind.DATE, "the day of the meeting", lambda row: row.day, required=True),
        Column("label", Kind.TEXT, "its number, as printed", lambda row: row.item.label),
        Column("title", Kind.TEXT, "its title, without number and note", lambda row: row.item.title.text),
        Column(
            "note",
            Kind.TEXT,
            "what stands in brackets after it, such as “verbal update”",
            lambda row: row.item.note,
        ),
        Column(
            "level",
            Kind.NUMBER,
            "1 for an item, 2 for a sub-item, and so on",
            lambda row: row.item.level,
            required=True,
        ),
        Column(
            "parent",
            Kind.ADDRESS,
            "the item that it is part of",
            lambda row: f"{row.document}#{row.item.parent}" if row.item.parent else None,
            of="items",
        ),
        Column(
            "outcomes",
            Kind.TEXT,
            "in minutes: what the Board did, such as “approved”",
            lambda row: row.outcomes,
            several=True,
        ),
        Column(
            "topics",
            Kind.ADDRESS,
            "the topics whose words it uses",
            lambda row: row.topics,
            several=True,
            of="topics",
        ),
        draft(lambda row: row.draft),
    ),
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    document: str
    """The address of the document it is in."""
    day: date
    passage: Passage
    links: tuple[str, ...]
    draft: bool


def _paragraphs(archive: Archive) -> Iterator[_Paragraph]:
    for meeting in archive.meetings.values():
        for address, _, document in documents_of(meeting):
            is_draft = document.status is Status.DRAFT
            for passage in document.body.passages:
                links = tuple(links_in(archive, all_prose(passage.blocks), address))
                yield _Paragraph(address, meeting.day, passage, links, is_draft)


def links_in(archive: Archive, texts: Iterable[Prose], address: str) -> Iterator[str]:
    """Where the links of *texts*, which stand on the page at *address*, lead: each once."""
    targets = (mark.target for prose in texts for mark in prose.marks if mark.kind in _LINKS)
    for target in dict.fromkeys(targets):
        if target.startswith("#"):
            yield f"{address}{target}"
        elif leads_elsewhere(target):
            yield target
        elif found := archive.links.find(target):
            yield found


PARAGRAPHS: Register[_Paragraph] = Register(
    "paragraphs",
    "Paragraphs",
    "Every paragraph of the documents, in their order, with the words as printed.",
    _paragraphs,
    (
        an_id("the paragraph’s place in its document", lambda row: f"{row.document}#{row.passage.anchor}"),
        Column(
            "document",
            Kind.ADDRESS,
            "the document it is in",
            lambda row: row.document,
            required=True,
            of="documents",
        ),
        Column(
            "item",
            Kind.ADDRESS,
            "the item it is under",
            lambda row: f"{row.document}#{row.passage.item}" if row.passage.item else None,
            of="items",
        ),
        Column("date", Kind.DATE, "the day of the meeting", lambda row: row.day, required=True),
        Column("label", Kind.TEXT, "its number, as printed", lambda row: row.passage.label),
        Column(
            "follows",
            Kind.ADDRESS,
            "of one without a number: the numbered paragraph it belongs to",
            lambda row: f"{row.document}#{row.passage.follows}" if row.passage.follows else None,
            of="paragraphs",
        ),
        Column(
            "role",
            Kind.TEXT,
            "what its first word makes of it: `action`, `resolved` …",
            lambda row: row.passage.role,
        ),
        Column("text", Kind.TEXT, "its words, without number and first word", lambda row: row.passage.text),
        Column(
            "links",
            Kind.ADDRESS,
            "where its links and mentions lead, also on the web",
            lambda row: row.links,
            several=True,
        ),
        draft(lambda row: row.draft),
    ),
)
