"""For which item of a meeting's agenda or minutes each of its papers was."""

import re
from collections.abc import Mapping

from bcbsite.model.body import Body, Item
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper
from bcbsite.text.fold import folded

_STEM = re.compile(r"\b\w{4}")  # of “budgets” “budg”, which “budget” has too


def papers_of_items(meeting: Meeting, body: Body) -> Mapping[str, tuple[Paper, ...]]:
    """The papers of each item of *body*, the meeting's agenda or minutes, by the item's anchor.

    A paper gives the number of its item on the agenda, and minutes can count otherwise. So an item of minutes
    is taken to be the one only if its title has a word of the paper's or of the agenda item's.
    """
    found: dict[str, tuple[Paper, ...]] = {}
    for paper in meeting.papers:
        item = body.find(paper.item) if paper.item else None
        if isinstance(item, Item) and _is_for(paper, item, meeting):
            found[item.anchor] = (*found.get(item.anchor, ()), paper)
    return found


def _is_for(paper: Paper, item: Item, meeting: Meeting) -> bool:
    listed = meeting.agenda.body.find(paper.item) if meeting.agenda and paper.item else None
    listed_title = listed.title.text if isinstance(listed, Item) else ""
    return share_a_word(item.title.text, f"{paper.title} {listed_title}")


def share_a_word(title: str, other: str) -> bool:
    """Whether two titles can name one thing: they share a longer word, or one of them has none."""
    stems, others = _stems(title), _stems(other)
    return not (stems and others) or not stems.isdisjoint(others)


def _stems(title: str) -> frozenset[str]:
    return frozenset(_STEM.findall(folded(title).casefold()))
