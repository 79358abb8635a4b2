"""What each meeting was about, in one line: its topics and items that had papers, decisions or actions."""

from collections.abc import Iterable, Mapping

from bcbsite.archive.archive import Archive
from bcbsite.archive.papers import papers_of_items
from bcbsite.model.body import Item
from bcbsite.model.meeting import Meeting
from bcbsite.pages.descriptions import counted
from bcbsite.pages.words import beginning

_NAMED = 3
_LONGEST = 50
"""How many subjects a line names, and how many letters of each."""


def subjects_of_meetings(archive: Archive) -> Mapping[str, str]:
    """A line for each meeting by its id, `Budget, Estates and 2 more; 3 decisions, 4 actions`.

    A subject is the topic that an item's title names, or else the title. Only items count that have a paper,
    a decision that is not routine, or an action; where there are none, the line has the counts alone.
    """
    topics: dict[tuple[str, str], str] = {}
    for record in archive.topics:
        for entry in record.items:
            if entry.in_title:
                topics.setdefault((entry.meeting.id, entry.item.anchor), record.topic.title)
    decided: dict[str, list[str | None]] = {}
    for decision in archive.register:
        if decision.meeting and not decision.is_noting and not archive.is_routine(decision):
            anchors = decided.setdefault(decision.meeting.id, [])
            anchors.append(decision.item.anchor if decision.item else None)
    raised: dict[str, list[str | None]] = {}
    for history in archive.actions:
        part = history.raised_at.part if history.raised_at else None
        anchors = raised.setdefault(history.action.raised.meeting, [])
        anchors.append(part.anchor if isinstance(part, Item) else part.item if part else None)
    return {
        id_: _line(meeting, decided.get(id_, []), raised.get(id_, []), topics)
        for id_, meeting in archive.meetings.items()
    }


def _line(
    meeting: Meeting,
    decided: list[str | None],
    raised: list[str | None],
    topics: Mapping[tuple[str, str], str],
) -> str:
    document = meeting.minutes or meeting.agenda
    names: list[str] = []
    if document:
        having = {*decided, *raised, *papers_of_items(meeting, document.body)}
        items = (item for item in document.body.items if item.anchor in having)
        titles = (topics.get((meeting.id, item.anchor)) or item.title.text for item in items)
        names = [beginning(title, _LONGEST) for title in dict.fromkeys(titles)]
    return "; ".join(filter(None, (_listed(names), counted(("decision", decided), ("action", raised)))))


def _listed(names: Iterable[str]) -> str:
    kept = list(names)
    more = f" and {len(kept) - _NAMED} more" if len(kept) > _NAMED else ""
    return ", ".join(kept[:_NAMED]) + more
