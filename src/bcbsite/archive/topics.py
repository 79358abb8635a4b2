"""Topics: the items, decisions and actions that use a topic's terms, through the years."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bcbsite.archive.actions import ActionHistory
from bcbsite.archive.addresses import agenda_address, minutes_address, topic_address
from bcbsite.archive.decisions import Decision
from bcbsite.kept import Lazy, kept
from bcbsite.model.blocks import plain_text
from bcbsite.model.board import Topic
from bcbsite.model.body import Body, Item
from bcbsite.model.meeting import Meeting


@dataclass(frozen=True, slots=True)
class TopicItem:
    """An item that has a topic."""

    meeting: Meeting
    item: Item
    address: str
    in_title: bool
    """Whether its title has the topic, and not only its text."""
    decisions: tuple[Decision, ...]
    """What was decided under it."""
    actions: tuple[ActionHistory, ...]
    """What was raised under it."""


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic with all that has it."""

    topic: Topic
    address: str
    items: tuple[TopicItem, ...]
    """Newest first, those of a meeting in their order."""
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
    decided: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        if decision.meeting and decision.item:
            decided.setdefault((decision.meeting.id, decision.item.anchor), []).append(decision)
    actions = sorted(actions, key=lambda history: history.raised_on, reverse=True)
    raised: dict[tuple[str, str], list[ActionHistory]] = {}
    for history in actions:
        if anchor := _item_of(history):
            raised.setdefault((history.action.raised.meeting, anchor), []).append(history)
    items: dict[str, list[TopicItem]] = {topic.id: [] for topic in topics}
    for meeting in sorted(meetings, key=lambda meeting: meeting.id, reverse=True):
        for item, address, having, titled in _items_having(meeting, terms):
            key = (meeting.id, item.anchor)
            under = tuple(decided.get(key, ())), tuple(raised.get(key, ()))
            for topic_id in having:
                items[topic_id].append(TopicItem(meeting, item, address, topic_id in titled, *under))
    used = _using(topics, actions, terms.value)
    return tuple(_record(topic, items[topic.id], actions, used[topic.id]) for topic in topics)


def _using(topics: Iterable[Topic], actions: Iterable[ActionHistory], terms: Terms) -> dict[str, set[str]]:
    """The ids of the actions that use a term of each topic, by the topic's id."""
    used: dict[str, set[str]] = {topic.id: set() for topic in topics}
    for history in actions:
        for topic_id in terms.topics_of(_words_of(history)):
            used[topic_id].add(history.action.id)
    return used


def _record(
    topic: Topic, items: Sequence[TopicItem], actions: Iterable[ActionHistory], used: set[str]
) -> TopicRecord:
    under = {history.action.id for entry in items if entry.in_title for history in entry.actions}
    ids = under | used
    having = tuple(history for history in actions if history.action.id in ids) if ids else ()
    return TopicRecord(topic, topic_address(topic.id), tuple(items), having)


def _words_of(history: ActionHistory) -> str:
    return f"{history.action.title or ''}\n{plain_text(history.action.action)}"


def _item_of(history: ActionHistory) -> str | None:
    """The anchor of the item that an action was raised under."""
    part = history.raised_at.part if history.raised_at else None
    return part.anchor if isinstance(part, Item) else part.item if part else None


@kept
def _items_having(
    meeting: Meeting, terms: Lazy[Terms]
) -> tuple[tuple[Item, str, frozenset[str], frozenset[str]], ...]:
    """The items of *meeting* that have topics: their addresses, the ids of these, and of those in titles."""
    found = (
        (item, address, frozenset(terms.value.topics_of(words)), item.title.text)
        for item, address, words in _items(meeting)
    )
    return tuple(
        (item, address, having, frozenset(terms.value.topics_of(title)))
        for item, address, having, title in found
        if having
    )


def _items(meeting: Meeting) -> Iterator[tuple[Item, str, str]]:
    """The items of the minutes, else of the agenda, each with its address and its words."""
    if meeting.minutes:
        yield from _with_words(meeting.minutes.body, minutes_address(meeting.id))
    elif meeting.agenda:
        yield from _with_words(meeting.agenda.body, agenda_address(meeting.id))


def _with_words(body: Body, address: str) -> Iterator[tuple[Item, str, str]]:
    words: dict[str | None, list[str]] = {}
    for passage in body.passages:
        words.setdefault(passage.item, []).append(passage.text)
    for item in body.items:
        said = "\n".join((item.title.text, *words.get(item.anchor, ())))
        yield item, f"{address}#{item.anchor}", said
