"""The body of a document as passages."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcbsite.model.body import Body, Item
from bcbsite.model.body import Passage as Part
from bcbsite.model.meeting import Meeting
from bcbsite.search.grouping import together
from bcbsite.search.passage import Passage
from bcbsite.search.subjects import Subjects


@dataclass(frozen=True, slots=True)
class Of:
    """The document that a body is of."""

    address: str
    kind: str
    title: str
    meeting: Meeting
    status: str = ""


def passages_in(body: Body, of: Of, subjects: Subjects) -> Iterator[Passage]:
    """The passages of *body*; words that it repeats are found once, their numbers lead to each place."""
    found, seen = list(_said(body)), set[str]()
    topics = subjects.of_each(f"{item.title.text if item else ''}\n{words}" for _, item, words in found)
    for (first, item, words), about in zip(found, topics, strict=True):
        yield Passage(
            address=f"{of.address}#{first.anchor}",
            kind=of.kind,
            title=of.title,
            heading=item.title.text if item else "",
            label=first.label or "",
            text=words,
            day=of.meeting.day,
            statuses=(of.status,) if of.status else (),
            topics=about,
            names=tuple(_names(first, of)),
            only_named=not words.strip() or words in seen,
        )
        seen.add(words)


def _said(body: Body) -> Iterator[tuple[Item | Part, Item | None, str]]:
    """What is found together: its first part, its item, and the words; before it its item, without words."""
    items, under = {item.anchor: item for item in body.items}, ""
    for first, parts in together(body):
        item = items.get(first.item or "") if isinstance(first, Part) else first
        # An item of an agenda is often nothing but its title.
        title = item.title.text if item else ""
        words = "\n".join(part.text for part in parts) or title
        if item and item.label and item is not first and item.anchor != under:
            yield item, item, ""
        under = item.anchor if item else ""
        yield first, item, words


def _names(first: Item | Part, of: Of) -> Iterator[str]:
    """The exact references that lead to *first*; the sections of a paper are no items of the meeting."""
    if not first.label or (isinstance(first, Item) and of.kind == "Paper"):
        return
    yield from names_of(first.label, of.meeting)


def names_of(number: str, meeting: Meeting) -> Iterator[str]:
    """The exact references to what has *number* in a document of *meeting*; item 5.0 is item 5 too."""
    for label in dict.fromkeys((number, number.removesuffix(".0"))):
        yield f"¶{label}"
        yield f"{label}@{meeting.id[:7]}"
        yield f"{label}@{meeting.id}"


def names_of_paper(number: str, meeting: Meeting) -> Iterator[str]:
    """The exact references to the paper of the item with *number*, as names of the item and as a paper."""
    for name in names_of(number, meeting):
        yield name
        yield f"paper {name.removeprefix('¶')}"
