"""Topics: the items, papers, decisions and actions that use a topic's terms, through the years."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import agenda_address, minutes_address, paper_address, topic_address
from bcbsite.archive.decisions import Decision
from bcbsite.kept import Lazy, kept
from bcbsite.model.blocks import plain_text
from bcbsite.model.board import Topic
from bcbsite.model.body import Body, Item, Passage
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper


@dataclass(frozen=True, slots=True)
class TopicItem:
    """An item that has a topic."""

    meeting: Meeting
    item: Item
    address: str
    in_title: bool
    """Whether its title has the topic, and not only its text."""
    said: tuple[Passage, ...]
    """The paragraphs under it that use a term."""
    decisions: tuple[Decision, ...]
    """What was decided under it."""
    actions: tuple[ActionHistory, ...]
    """What was raised under it."""


@dataclass(frozen=True, slots=True)
class TopicPaper:
    """A paper that has a topic."""

    meeting: Meeting
    paper: Paper
    address: str
    said: tuple[Passage, ...]
    """Its paragraphs that use a term; none where only its title does."""


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic with all that has it."""

    topic: Topic
    address: str
    items: tuple[TopicItem, ...]
    """Newest first, those of a meeting in their order."""
    papers: tuple[TopicPaper, ...]
    """In the same order."""
    actions: tuple[ActionHistory, ...]
    """Those that use a term themselves, or were raised under an item whose title does; newest first."""


class Terms:
    """Finds which topics a text has: those of whose terms one stands in it as whole words."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """*topics* with their terms; capital letters make no difference."""
        self._terms: dict[str, list[tuple[str, str]]] = {}
        for topic in topics:
            for term in topic.terms:
                folded = term.casefold()
                self._terms.setdefault(_first_word(folded), []).append((topic.id, folded))

    def topics_of(self, text: str) -> set[str]:
        """The ids of the topics of *text*."""
        folded = text.casefold()
        return {
            topic
            for first in self._terms.keys() & {"", *_WORD.findall(folded)}
            for topic, term in self._terms[first]
            if term in folded and _whole(term, folded)
        }

    def those_in(self, text: str) -> "Terms":
        """Those that stand in *text*, to look for in parts of it."""
        folded, fewer = text.casefold(), Terms(())
        for first in self._terms.keys() & {"", *_WORD.findall(folded)}:
            if kept := [each for each in self._terms[first] if each[1] in folded]:
                fewer._terms[first] = kept
        return fewer


_WORD = re.compile(r"\w+")


def _first_word(term: str) -> str:
    """The word that *term* begins with; nothing where it begins with another sign."""
    found = _WORD.match(term)
    return found[0] if found else ""


def _whole(term: str, text: str) -> bool:
    """Whether *term* stands in *text* as whole words. (A regular expression for it is slow.)"""
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        if not _in_word(text[at - 1 : at]) and not _in_word(text[end : end + 1]):
            return True
        at = text.find(term, at + 1)
    return False


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def topic_records(
    topics: Sequence[Topic],
    meetings: Iterable[Meeting],
    decisions: Iterable[Decision],
    actions: Iterable[ActionHistory],
) -> tuple[TopicRecord, ...]:
    """Each topic with its items, decisions and actions, in the board's order."""
    if not topics:
        return ()
    terms = Lazy(tuple(topics), lambda: Terms(topics))
    decided = _by_item(decisions)
    actions = sorted(actions, key=lambda history: history.raised_on, reverse=True)
    raised: dict[tuple[str, str], list[ActionHistory]] = {}
    for history in actions:
        if anchor := _item_of(history):
            raised.setdefault((history.action.raised.meeting, anchor), []).append(history)
    items: dict[str, list[TopicItem]] = {topic.id: [] for topic in topics}
    papers: dict[str, list[TopicPaper]] = {topic.id: [] for topic in topics}
    for meeting in sorted(meetings, key=lambda meeting: meeting.id, reverse=True):
        for item, address, titled, having in _items_having(meeting, terms):
            key = (meeting.id, item.anchor)
            under = tuple(decided.get(key, ())), tuple(raised.get(key, ()))
            for topic_id, said in having:
                items[topic_id].append(TopicItem(meeting, item, address, topic_id in titled, said, *under))
        for topic_id, paper in _papers(meeting, terms):
            papers[topic_id].append(paper)
    used = _using(topics, actions, terms.value)
    return tuple(
        _record(topic, items[topic.id], papers[topic.id], actions, used[topic.id]) for topic in topics
    )


def _by_item(decisions: Iterable[Decision]) -> dict[tuple[str, str], list[Decision]]:
    """*decisions* by the meeting's id and the item's anchor."""
    found: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        if decision.meeting and decision.item:
            found.setdefault((decision.meeting.id, decision.item.anchor), []).append(decision)
    return found


@kept
def _papers(meeting: Meeting, terms: Lazy[Terms]) -> tuple[tuple[str, TopicPaper], ...]:
    """The papers of *meeting* that have a topic, with the topic's id: one for each topic of a paper."""
    return tuple(
        (topic_id, TopicPaper(meeting, paper, paper_address(meeting.id, paper.slug), said))
        for paper in meeting.papers
        for topic_id, said in _said(terms.value, paper.title, list(paper.body.passages)).items()
    )


def _said(terms: Terms, title: str, passages: Sequence[Passage]) -> dict[str, tuple[Passage, ...]]:
    """The ids of the topics of what has *title* and *passages*, each with the passages that use a term."""
    here = terms.those_in("\n".join((title, *(passage.text for passage in passages))))
    found: dict[str, list[Passage]] = {topic: [] for topic in here.topics_of(title)}
    for passage in passages:
        for topic in here.topics_of(passage.text):
            found.setdefault(topic, []).append(passage)
    return {topic: tuple(said) for topic, said in found.items()}


def _using(topics: Iterable[Topic], actions: Iterable[ActionHistory], terms: Terms) -> dict[str, set[str]]:
    """The ids of the actions that use a term of each topic, by the topic's id."""
    used: dict[str, set[str]] = {topic.id: set() for topic in topics}
    for history in actions:
        for topic_id in terms.topics_of(_words_of(history)):
            used[topic_id].add(history.action.id)
    return used


def _record(
    topic: Topic,
    items: Sequence[TopicItem],
    papers: Sequence[TopicPaper],
    actions: Iterable[ActionHistory],
    used: set[str],
) -> TopicRecord:
    under = {history.action.id for entry in items if entry.in_title for history in entry.actions}
    ids = under | used
    having = tuple(history for history in actions if history.action.id in ids) if ids else ()
    return TopicRecord(topic, topic_address(topic.id), tuple(items), tuple(papers), having)


def _words_of(history: ActionHistory) -> str:
    return f"{history.action.title or ''}\n{plain_text(history.action.action)}"


def _item_of(history: ActionHistory) -> str | None:
    """The anchor of the item that an action was raised under."""
    part = history.raised_at.part if history.raised_at else None
    return part.anchor if isinstance(part, Item) else part.item if part else None


_Having = tuple[Item, str, frozenset[str], tuple[tuple[str, tuple[Passage, ...]], ...]]
"""An item with topics: its address, the topics of its title, and each topic with its passages."""


@kept
def _items_having(meeting: Meeting, terms: Lazy[Terms]) -> tuple[_Having, ...]:
    """The items of *meeting* that have topics."""
    found = (
        (item, address, _said(terms.value, item.title.text, passages))
        for item, address, passages in _items(meeting)
    )
    return tuple(
        (item, address, frozenset(terms.value.topics_of(item.title.text)), tuple(said.items()))
        for item, address, said in found
        if said
    )


def _items(meeting: Meeting) -> Iterator[tuple[Item, str, list[Passage]]]:
    """The items of the minutes, else of the agenda, each with its address and the passages under it."""
    if meeting.minutes:
        yield from _with_passages(meeting.minutes.body, minutes_address(meeting.id))
    elif meeting.agenda:
        yield from _with_passages(meeting.agenda.body, agenda_address(meeting.id))


def _with_passages(body: Body, address: str) -> Iterator[tuple[Item, str, list[Passage]]]:
    under: dict[str | None, list[Passage]] = {}
    for passage in body.passages:
        under.setdefault(passage.item, []).append(passage)
    for item in body.items:
        yield item, f"{address}#{item.anchor}", under.get(item.anchor, [])
