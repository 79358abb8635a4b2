"""Approvals: the paragraph of a later meeting that approved minutes, refused them, or put that off."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.approval_words import (
    ApprovalKind,
    ApprovingWords,
    Stated,
    approving_words,
    is_of_minutes,
)
from bcbsite.archive.deciding.reader import Outcome
from bcbsite.model.blocks import all_prose
from bcbsite.model.body import Body, Item, Passage
from bcbsite.model.document import Status
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Minutes
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reference import day_of

_THOSE_OF = re.compile(r"(?:and\s+)?those\s+of\b", re.IGNORECASE)
# “paragraph 5.3”, “minute 12”, “at 5.3”
_PLACE = re.compile(
    r"\b(?:paragraphs?|items?|minutes?|points?|para\.?|section|page\s+\d+,?)\s+(?P<named>\d+(?:[./]\d+)*)|(?<![£\d.,])(?P<bare>\d+(?:\.\d+)+)"
    r"(?![\d%]|\s?(?:m|bn|k|million|per\s+cent)\b)",
    re.IGNORECASE,
)
# “Chair”, “Commissioner (Chair)”, “in the chair”, and not “Vice-Chair” or “Chair of the Panel”
_IN_THE_CHAIR = re.compile(
    r"(?<![\w-])(?<!Vice\s)(?<!Deputy\s)(?:[Ii]n\s+the\s+)?[Cc]hair(?:man|woman|person)?\b(?!\s+of\b)"
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Approval:
    """What a meeting did with the minutes of an earlier one."""

    of: str
    """The id of the meeting whose minutes they are; it need not be held."""
    at: str
    """The id of the meeting that approved them."""
    address: str
    """The paragraph."""
    label: str | None
    anchor: str
    kind: ApprovalKind = ApprovalKind.PLAIN
    amendments: tuple[str, ...] = ()
    """What they were approved subject to, as printed."""
    amended: tuple[str, ...] = ()
    """The numbers of the paragraphs that the amendments name, where it is sure whose they are."""
    signer: str | None = None
    """Who signed them, as printed."""
    chair: str | None = None
    """Who is listed as the chair of the meeting that approved them."""
    in_draft: bool = False
    """Whether the minutes that say so are themselves a draft."""

    @property
    def deferred(self) -> bool:
        """Whether the approval was put off."""
        return self.kind is ApprovalKind.DEFERRED


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


@dataclass(frozen=True, slots=True)
class _Found:
    """What a passage does with minutes."""

    passage: Passage
    words: ApprovingWords
    before: str
    """The sentence before, where what they are subject to can stand."""


def _of_item(
    meeting: Meeting,
    item: Item,
    passages: Sequence[Passage],
    outcomes: Mapping[str | None, Sequence[Outcome]],
) -> Iterator[Approval]:
    """What *passages*, those of *item*, do with the minutes that they name, or else with those of the title.

    *outcomes* are what the minutes state, by the anchors of the passages.
    """
    titled = list(_earlier((item.title,), meeting))
    told: dict[str, _Found] = {}
    unnamed: dict[str, _Found] = {}
    for passage in passages:
        _read_passage(passage, meeting, outcomes.get(passage.anchor, ()), told, unnamed)
    for of in titled:
        if of not in told and unnamed:
            told[of] = next(iter(unnamed.values()))
    shared = Counter(found.passage.anchor for found in told.values())
    below = _grouped((p.below or p.follows, p) for p in passages if p.label is None)
    chair = _chair(meeting.minutes) if told and meeting.minutes else None
    for of, found in told.items():
        approval = _approval(of, meeting, found, below.get(found.passage.anchor, ()))
        if shared[found.passage.anchor] > 1:  # whose the places are is not sure
            approval = replace(approval, amended=())
        yield replace(approval, chair=chair)


def _read_passage(
    passage: Passage,
    meeting: Meeting,
    outcomes: Sequence[Outcome],
    told: dict[str, _Found],
    unnamed: dict[str, _Found],
) -> None:
    """Add what the sentences of *passage* do: to minutes that one of them names, or to such as none does."""
    about: list[str] = []
    stated = Stated(outcomes)
    before = ""
    for sentence in _sentences(passage):
        named = list(_earlier((sentence,), meeting))
        if named and is_of_minutes(sentence.text):
            about = named
        words = approving_words(sentence.text, stated)
        if words and (named or not _THOSE_OF.match(sentence.text)):
            into, which = (told, about) if about else (unnamed, [""])
            for of in which:
                if _counts_more(words, into.get(of)):
                    into[of] = _Found(passage, words, before)
        before = sentence.text.strip()


def _counts_more(words: ApprovingWords, found: _Found | None) -> bool:
    """Whether *words* count before what was *found*: the first does, but for a deferral and a refusal."""
    return found is None or not words.kind.is_approval


def _sentences(passage: Passage) -> Iterator[Prose]:
    for prose in all_prose(passage.blocks):
        ends = [match.end() for match in _SENTENCE_END.finditer(prose.text)]
        for start, end in pairwise((0, *ends, len(prose.text))):
            yield prose.slice(start, end)


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


def _approval(of: str, meeting: Meeting, found: _Found, below: Iterable[Passage]) -> Approval:
    """*below* are the parts without a number that belong to the paragraph."""
    passage, words = found.passage, found.words
    amendments = tuple(_amendments(found, below)) if words.kind is ApprovalKind.AMENDED else ()
    minutes = meeting.minutes
    return Approval(
        of=of,
        at=meeting.id,
        address=f"{minutes_address(meeting.id)}#{passage.anchor}",
        label=passage.label,
        anchor=passage.anchor,
        kind=words.kind,
        amendments=amendments,
        amended=tuple(_places(amendments)),
        signer=words.signer,
        in_draft=minutes is not None and minutes.status is Status.DRAFT,
    )


def _amendments(found: _Found, below: Iterable[Passage]) -> Iterator[str]:
    """What the approval is subject to: its own words, those of the list below, or the sentence before."""
    if found.words.condition:
        yield found.words.condition
        return
    entries = [entry for passage in below for entry in _entries(passage)]
    if entries or not found.before:
        yield from entries
    else:
        yield found.before


def _entries(passage: Passage) -> Iterator[str]:
    for prose in all_prose(passage.blocks):
        if words := " ".join(prose.text.split()):
            yield words


def _places(amendments: Iterable[str]) -> Iterator[str]:
    found = (match["named"] or match["bare"] for words in amendments for match in _PLACE.finditer(words))
    return iter(dict.fromkeys(found))


def _chair(minutes: Minutes) -> str | None:
    """Who is listed as the chair."""
    for person in (*minutes.members, *minutes.in_attendance):
        if any(words and _IN_THE_CHAIR.search(words) for words in (person.role, person.note)):
            return person.name
    return None
