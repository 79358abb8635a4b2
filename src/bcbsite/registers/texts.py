"""The items and the paragraphs of the documents."""

from collections.abc import Iterable, Iterator

from bcbsite.archive.archive import Archive
from bcbsite.archive.links import leads_elsewhere
from bcbsite.model.blocks import all_prose
from bcbsite.model.document import Status
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.registers.meetings import documents_of
from bcbsite.registers.table import Column, Kind, Register, Row, an_id

_LINKS = (MarkKind.LINK, MarkKind.MENTION)


def _items(archive: Archive) -> Iterator[Row]:
    topics = _topics(archive)
    for meeting in archive.meetings.values():
        outcomes: dict[str, list[str]] = {}
        for outcome in archive.outcomes.get(meeting.id, ()):
            if outcome.passage.item:
                outcomes.setdefault(outcome.passage.item, []).append(outcome.kind)
        for address, kind, document in documents_of(meeting):
            draft = document.status is Status.DRAFT
            for item in document.body.items:
                id_ = f"{address}#{item.anchor}"
                yield (
                    id_,
                    address,
                    meeting.day,
                    item.label,
                    item.title.text,
                    item.note,
                    item.level,
                    f"{address}#{item.parent}" if item.parent else None,
                    tuple(dict.fromkeys(outcomes.get(item.anchor, ()))) if kind == "minutes" else (),
                    tuple(topics.get(id_, ())),
                    draft,
                )


def _topics(archive: Archive) -> dict[str, list[str]]:
    """The addresses of the topics of each item, by the item's address."""
    found: dict[str, list[str]] = {}
    for record in archive.topics:
        for item in record.items:
            found.setdefault(item.address, []).append(record.address)
    return found


DRAFT = Column("draft", Kind.YES_NO, "whether it comes from minutes that are a draft", required=True)

ITEMS = Register(
    "items",
    "Items",
    "The agenda items of agendas and minutes, and the sections of papers, in their order.",
    (
        an_id("the item’s place in its document"),
        Column("document", Kind.ADDRESS, "the document it is in", required=True, of="documents"),
        Column("date", Kind.DATE, "the day of the meeting", required=True),
        Column("label", Kind.TEXT, "its number, as printed"),
        Column("title", Kind.TEXT, "its title, without number and note"),
        Column("note", Kind.TEXT, "what stands in brackets after it, such as “verbal update”"),
        Column("level", Kind.NUMBER, "1 for an item, 2 for a sub-item, and so on", required=True),
        Column("parent", Kind.ADDRESS, "the item that it is part of", of="items"),
        Column("outcomes", Kind.TEXT, "in minutes: what the Board did, such as “approved”", several=True),
        Column("topics", Kind.ADDRESS, "the topics whose words it uses", several=True, of="topics"),
        DRAFT,
    ),
    _items,
)


def _paragraphs(archive: Archive) -> Iterator[Row]:
    for meeting in archive.meetings.values():
        for address, _, document in documents_of(meeting):
            draft = document.status is Status.DRAFT
            for passage in document.body.passages:
                yield (
                    f"{address}#{passage.anchor}",
                    address,
                    f"{address}#{passage.item}" if passage.item else None,
                    meeting.day,
                    passage.label,
                    f"{address}#{passage.follows}" if passage.follows else None,
                    passage.role,
                    passage.text,
                    tuple(links_in(archive, all_prose(passage.blocks), address)),
                    draft,
                )


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


PARAGRAPHS = Register(
    "paragraphs",
    "Paragraphs",
    "Every paragraph of the documents, in their order, with the words as printed.",
    (
        an_id("the paragraph’s place in its document"),
        Column("document", Kind.ADDRESS, "the document it is in", required=True, of="documents"),
        Column("item", Kind.ADDRESS, "the item it is under", of="items"),
        Column("date", Kind.DATE, "the day of the meeting", required=True),
        Column("label", Kind.TEXT, "its number, as printed"),
        Column(
            "follows",
            Kind.ADDRESS,
            "of one without a number: the numbered paragraph it belongs to",
            of="paragraphs",
        ),
        Column("role", Kind.TEXT, "what its first word makes of it: `action`, `resolved` …"),
        Column("text", Kind.TEXT, "its words, without number and first word"),
        Column("links", Kind.ADDRESS, "where its links and mentions lead, also on the web", several=True),
        DRAFT,
    ),
    _paragraphs,
)
