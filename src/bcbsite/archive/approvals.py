"""Approvals: the paragraph of a later meeting that approved minutes, or put their approval off."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.deciding.reader import Outcome
from bcbsite.model.blocks import all_prose
from bcbsite.model.body import Body, Item, Passage
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.meeting import Meeting
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reference import day_of

_APPROVING = {OutcomeKind.APPROVED, OutcomeKind.AGREED, OutcomeKind.ADOPTED, OutcomeKind.ACCEPTED}
# A deferral beats an approval: what the board agreed to may be to wait.
_DEFERRED = re.compile(
    r"\b(?:deferred|postponed|carried\s+(?:over|forward)|not\s+(?:been\s+)?(?:circulated|available|ready)"
    r"|will\s+(?:now\s+)?(?:go|come|be\s+(?:brought|presented|submitted|considered))|to\s+be\s+approved"
    r"|(?:should|would)\s+be\s+(?:brought|considered)|brought\s+back|next\s+meeting)\b"
)
_OF_MINUTES = re.compile(
    r"\b(?:minutes|they|those|them|these|this|approval|(?:true|correct|accurate)\s+record)\b", re.IGNORECASE
)
_THOSE_OF = re.compile(r"(?:and\s+)?those\s+of\b", re.IGNORECASE)
_NO_APPROVAL = re.compile(r"\bnot\s+(?:to\s+)?(?:be\s+)?approve|\bamendments?\s+to\b|\bto\s+consider\b")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Approval:
    """That a meeting approved the minutes of an earlier one, or put it off."""

    of: str
    """The id of the meeting whose minutes they are; it need not be held."""
    at: str
    """The id of the meeting that approved them."""
    address: str
    """The paragraph."""
    label: str | None
    anchor: str
    deferred: bool


class Approvals:
    """All approvals of an archive."""

    def __init__(self, approvals: Iterable[Approval]) -> None:
        """*approvals* in order of the meetings."""
        self._of: dict[str, list[Approval]] = {}
        self._at: dict[str, dict[str, list[Approval]]] = {}
        for approval in approvals:
            self._of.setdefault(approval.of, []).append(approval)
            self._at.setdefault(approval.at, {}).setdefault(approval.anchor, []).append(approval)

    def of(self, meeting: str) -> Sequence[Approval]:
        """What later meetings did with the minutes of *meeting*, oldest first."""
        return self._of.get(meeting, ())

    def at(self, meeting: str) -> Mapping[str, Sequence[Approval]]:
        """What *meeting* did with earlier minutes, by the paragraph's anchor."""
        return self._at.get(meeting, {})


def read_approvals(
    meetings: Iterable[Meeting], outcomes: Mapping[str, Sequence[Outcome]]
) -> tuple[Approval, ...]:
    """The approvals that the items about minutes state, in order of the meetings."""
    found: list[Approval] = []
    for meeting in meetings:
        body = meeting.minutes.body if meeting.minutes else Body()
        items = [item for item in body.items if "minutes" in item.title.text.casefold()]
        if items:
            under = _grouped((passage.item, passage) for passage in body.passages)
            stated = _grouped((outcome.passage.anchor, outcome) for outcome in outcomes[meeting.id])
            for item in items:
                found += _of_item(meeting, item, under.get(item.anchor, ()), stated)
    return tuple(found)


T = TypeVar("T")


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> Mapping[str | None, Sequence[T]]:
    found: dict[str | None, list[T]] = {}
    for key, each in pairs:
        found.setdefault(key, []).append(each)
    return found


def _of_item(
    meeting: Meeting,
    item: Item,
    passages: Iterable[Passage],
    outcomes: Mapping[str | None, Sequence[Outcome]],
) -> Iterator[Approval]:
    """What *passages*, those of *item*, do with the minutes that they name, or else with those of the title.

    *outcomes* are what the minutes state, by the anchors of the passages.
    """
    titled = list(_earlier((item.title,), meeting))
    told: dict[str, tuple[Passage, bool]] = {}
    unnamed: dict[str, tuple[Passage, bool]] = {}
    for passage in passages:
        _read_passage(passage, meeting, outcomes.get(passage.anchor, ()), told, unnamed)
    for of in titled:
        if of not in told and unnamed:
            told[of] = next(iter(unnamed.values()))
    for of, (passage, deferred) in told.items():
        yield _approval(of, meeting, passage, deferred)


def _read_passage(
    passage: Passage,
    meeting: Meeting,
    outcomes: Sequence[Outcome],
    told: dict[str, tuple[Passage, bool]],
    unnamed: dict[str, tuple[Passage, bool]],
) -> None:
    """Add what the sentences of *passage* do: to minutes that one of them names, or to such as none does."""
    about: list[str] = []
    stated = _Stated(outcomes)
    for sentence in _sentences(passage):
        named = list(_earlier((sentence,), meeting))
        if named and _OF_MINUTES.search(sentence.text):
            about = named
        deferred = _defers(sentence.text, stated)
        if deferred is None or (not named and _THOSE_OF.match(sentence.text)):
            continue
        into, which = (told, about) if about else (unnamed, [""])
        for of in which:
            if deferred or of not in into:
                into[of] = (passage, deferred)


def _sentences(passage: Passage) -> Iterator[Prose]:
    for prose in all_prose(passage.blocks):
        ends = [match.end() for match in _SENTENCE_END.finditer(prose.text)]
        for start, end in pairwise((0, *ends, len(prose.text))):
            yield prose.slice(start, end)


class _Stated:
    """The outcomes of a passage, for its sentences: each may be a part of one, or the other way round."""

    MANY = 50
    """From so many different ones on, a sentence has only those that are the whole of it, or each would be
    compared with each."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._kinds: dict[str, set[OutcomeKind]] = {}
        for outcome in outcomes:
            self._kinds.setdefault(outcome.text, set()).add(outcome.kind)

    def of(self, words: str) -> set[OutcomeKind]:
        """What a sentence with *words* states."""
        if len(self._kinds) >= self.MANY:
            return self._kinds.get(words, set())
        return {
            kind for text, kinds in self._kinds.items() if words in text or text in words for kind in kinds
        }


def _defers(sentence: str, outcomes: "_Stated") -> bool | None:
    """Whether *sentence* puts an approval off; nothing where it neither approves nor puts off."""
    if not _OF_MINUTES.search(sentence):
        return None
    if _DEFERRED.search(sentence):
        return True
    words = sentence.strip()
    kinds = outcomes.of(words)
    if OutcomeKind.DEFERRED in kinds:
        return True
    return False if kinds & _APPROVING and not _NO_APPROVAL.search(sentence) else None


def _earlier(texts: Iterable[Prose], meeting: Meeting) -> Iterator[str]:
    """The meetings before *meeting* that *texts* name, each once."""
    keys = (
        Key.parse(mark.target)
        for prose in texts
        for mark in prose.marks
        if mark.kind in (MarkKind.MENTION, MarkKind.LINK)
    )
    named = (key.id for key in keys if key and key.kind is RecordKind.MEETING)
    return (id_ for id_ in dict.fromkeys(named) if day_of(id_) < meeting.day)


def _approval(of: str, meeting: Meeting, passage: Passage, deferred: bool) -> Approval:
    address = f"{minutes_address(meeting.id)}#{passage.anchor}"
    return Approval(of, meeting.id, address, passage.label, passage.anchor, deferred)
