"""What the rest of the archive has to do with each document: looked up once for all of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import agenda_address, minutes_address, paper_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.mentions.marking import Mention
from bcbsite.pages.neighbours import Neighbour, Neighbours, in_a_row
from bcbsite.pages.words import day_in_words


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Actions, mentions, neighbours and decisions of all documents."""

    actions: Mapping[str, Mapping[str, tuple[ActionHistory, ...]]]
    """The actions that a passage of minutes raises, by the meeting's id and the passage's anchor."""
    named: Mapping[str, Mapping[str, tuple[Mention, ...]]]
    """The places that name a part of minutes, by the meeting's id and the part's anchor."""
    around: Mapping[str, Neighbours]
    """The document before and the one after, by address: minutes among minutes, papers in a meeting."""
    outcomes: Mapping[str, Mapping[str, tuple[Decision, ...]]]
    """What was done with an item of minutes, by the meeting's id and the item's anchor."""
    decisions: Counter[str]
    """How many decisions minutes record, but for notings, by the meeting's id."""


def look_elsewhere(archive: Archive) -> Elsewhere:
    """All that the documents of *archive* show of one another."""
    decisions = Counter(d.meeting.id for d in archive.register if d.meeting and not d.is_noting)
    return Elsewhere(
        actions_by_line(archive),
        _named_by_meeting(archive),
        _neighbours(archive),
        outcomes_by_item(archive),
        decisions,
    )


def outcomes_by_item(archive: Archive) -> dict[str, dict[str, tuple[Decision, ...]]]:
    """What was done with the items of minutes, by the meeting's id and the item's anchor."""
    found: dict[str, dict[str, list[Decision]]] = {}
    for decision in archive.register:
        if decision.meeting and decision.item:
            found.setdefault(decision.meeting.id, {}).setdefault(decision.item.anchor, []).append(decision)
    return {id_: {anchor: tuple(made) for anchor, made in items.items()} for id_, items in found.items()}


def actions_by_line(archive: Archive) -> dict[str, dict[str, tuple[ActionHistory, ...]]]:
    """The actions that passages of minutes raise, by the meeting's id and the passage's anchor."""
    histories = {history.action.id: history for history in archive.actions}
    found: dict[str, dict[str, tuple[ActionHistory, ...]]] = {}
    for (meeting, anchor, _), action in sorted(archive.raised.by_line.items(), key=lambda line: line[0]):
        here = found.setdefault(meeting, {})
        here[anchor] = (*here.get(anchor, ()), histories[action.id])
    return found


def _named_by_meeting(archive: Archive) -> dict[str, dict[str, tuple[Mention, ...]]]:
    """The places that name a part of a meeting's minutes, by the meeting's id and the part's anchor."""
    named: dict[str, dict[str, list[Mention]]] = {}
    for target, mentions in archive.mentions.of_place.items():
        meeting = archive.meetings.get(target.id)
        minutes = meeting.minutes if meeting else None
        part = minutes.body.find(target.place) if minutes and target.place else None
        if part:
            named.setdefault(target.id, {}).setdefault(part.anchor, []).extend(mentions)
    return {id_: {anchor: tuple(found) for anchor, found in here.items()} for id_, here in named.items()}


def _neighbours(archive: Archive) -> dict[str, Neighbours]:
    """The neighbours of each document, by its address: minutes among minutes, papers within a meeting."""
    meetings = archive.meetings.values()
    minutes = [Neighbour(day_in_words(m.day), minutes_address(m.id)) for m in meetings if m.minutes]
    agendas = [Neighbour(day_in_words(m.day), agenda_address(m.id)) for m in meetings if m.agenda]
    found = {**in_a_row(minutes), **in_a_row(agendas)}
    for meeting in meetings:
        papers = [Neighbour(paper.title, paper_address(meeting.id, paper.slug)) for paper in meeting.papers]
        found |= in_a_row(papers)
    return found
