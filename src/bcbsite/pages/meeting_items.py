"""The items of a meeting across its agenda, papers and minutes, with what became of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import agenda_address, minutes_address
from bcbsite.archive.decisions import Decision
from bcbsite.archive.papers import papers_of_items, share_a_word
from bcbsite.model.body import Body, Item
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper
from bcbsite.pages.actions import ActionLine, action_line

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a meeting, with its sub-items."""

    heading: str
    """Its number and title in the minutes, or on the agenda where no minutes are held."""
    address: str
    """Its place there."""
    agenda: str | None
    """In minutes: the item of the agenda with its number and with a word of its title, where there is one."""
    papers: tuple[Paper, ...]
    outcomes: tuple[Decision, ...]
    actions: tuple[ActionLine, ...]
    """Those that it raised."""


def item_rows(
    meeting: Meeting,
    outcomes: Mapping[str, Sequence[Decision]],
    raised: Mapping[str, Sequence[ActionHistory]],
) -> tuple[ItemRow, ...]:
    """The items of the minutes of *meeting*, or of its agenda where no minutes are held.

    *outcomes* are by the anchor of their item, *raised* by that of the passage.
    """
    document = meeting.minutes or meeting.agenda
    if not document:
        return ()
    address = (minutes_address if meeting.minutes else agenda_address)(meeting.id)
    papers = papers_of_items(meeting, document.body)
    return tuple(
        ItemRow(
            item.heading,
            f"{address}#{item.anchor}",
            _on_agenda(item, meeting) if meeting.minutes else None,
            _all_of(papers, anchors),
            _all_of(outcomes, anchors),
            tuple(map(action_line, _all_of(raised, anchors))),
        )
        for item, anchors in _items(document.body)
    )


def _items(body: Body) -> Iterator[tuple[Item, list[str]]]:
    """The items of the first level, each with the anchors of all that belongs to it."""
    found: list[tuple[Item, list[str]]] = []
    for part in body.parts:
        if isinstance(part, Item) and part.level == 1:
            found.append((part, []))
        if found:
            found[-1][1].append(part.anchor)
    yield from found


def _all_of(by_anchor: Mapping[str, Sequence[T]], anchors: Sequence[str]) -> tuple[T, ...]:
    return tuple(each for anchor in anchors for each in by_anchor.get(anchor, ()))


def _on_agenda(item: Item, meeting: Meeting) -> str | None:
    listed = meeting.agenda.body.find(item.label) if meeting.agenda and item.label else None
    if isinstance(listed, Item) and share_a_word(item.title.text, listed.title.text):
        return f"{agenda_address(meeting.id)}#{listed.anchor}"
    return None
