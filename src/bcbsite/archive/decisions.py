"""The register of decisions: resolutions, what front matter states, notices, and what the text says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bcbsite.archive.addresses import decision_address, minutes_address
from bcbsite.archive.deciding.motions import Motion
from bcbsite.archive.deciding.reader import Origin, Outcome
from bcbsite.archive.mentions.marking import Mentions
from bcbsite.archive.places import Places
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Item, Part, Passage, same_label
from bcbsite.model.decision import DecisionNotice
from bcbsite.model.meeting import Meeting
from bcbsite.model.minutes import Decided, Minutes
from bcbsite.model.outcome import OutcomeKind
from bcbsite.model.paper import Paper
from bcbsite.model.reference import day_of

_AMOUNT = re.compile(r"£\d[\d,.]*\d?(?:\s?(?:k|m|bn|million|billion|thousand))?\b")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, as the record has it."""

    kind: OutcomeKind
    """Of a notice, `decided`."""
    text: str
    """The words as printed; of a notice, its title."""
    origin: Origin
    address: str
    """The paragraph, or the notice."""
    day: date | None
    """Of the meeting, or of the notice."""
    by: str | None = None
    when: str | None = None
    """As printed, where it was not at the meeting: a decision can be older."""
    meeting: Meeting | None = None
    label: str | None = None
    """The paragraph's number, or that of the one before it."""
    follows: str | None = None
    """The address of the numbered paragraph that it belongs to."""
    item: Item | None = None
    papers: tuple[Paper, ...] = ()
    """Those of the item."""
    notice: DecisionNotice | None = None
    taken_at: str | None = None
    """Of a notice: the address of the meeting, or of the place in its record, that it was taken at."""
    amounts: tuple[str, ...] = ()
    """As printed; never converted, never summed."""
    motion: Motion | None = None
    """Who moved and seconded it, and how the votes fell, where the minutes say so."""

    @property
    def anchor(self) -> str:
        """Its place on the page of its address."""
        return self.address.partition("#")[2]

    @property
    def is_numbered(self) -> bool:
        """Whether the very place has the number, and not the paragraph before it."""
        return self.label is not None and self.address == self.follows

    @property
    def is_noting(self) -> bool:
        """Whether something was only noted."""
        return self.kind == OutcomeKind.NOTED


def register(
    meetings: Iterable[Meeting],
    outcomes: Mapping[str, Sequence[Outcome]],
    notices: Iterable[DecisionNotice],
    places: Places,
    mentions: Mentions,
) -> tuple[Decision, ...]:
    """All decisions, newest first; those without a day last."""
    found = [
        decision
        for meeting in meetings
        if meeting.minutes
        for decision in _of_meeting(meeting, meeting.minutes, outcomes[meeting.id])
    ]
    for notice in notices:
        found = _with_notice(found, notice, places, mentions)
    return tuple(sorted(found, key=lambda decision: decision.day or date.min, reverse=True))


def _of_meeting(meeting: Meeting, minutes: Minutes, outcomes: Iterable[Outcome]) -> Iterator[Decision]:
    """The decisions in the order of the paragraphs; what front matter states is not read again."""
    parts = {part.anchor: part for part in minutes.body.parts}
    stated = {part.anchor: d for d in minutes.decisions if (part := minutes.body.find(d.place))}
    by_passage: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_passage.setdefault(outcome.passage.anchor, []).append(outcome)
    for part in minutes.body.parts:
        if decided := stated.get(part.anchor):
            yield _stated(meeting, part, decided, parts)
        else:
            for outcome in by_passage.get(part.anchor, ()):
                yield _from_outcome(meeting, outcome, parts)


def _from_outcome(meeting: Meeting, outcome: Outcome, parts: Mapping[str, Part]) -> Decision:
    passage = outcome.passage
    text = f"{outcome.before} {outcome.text}".strip()
    return Decision(
        kind=outcome.kind,
        text=text,
        origin=outcome.origin,
        by=outcome.by,
        motion=outcome.motion,
        amounts=amounts_in(text),
        **_place(meeting, passage, parts),
    )


def _stated(meeting: Meeting, part: Part, decided: Decided, parts: Mapping[str, Part]) -> Decision:
    text = part.text if isinstance(part, Passage) else part.title.text
    return Decision(
        kind=decided.kind,
        text=text,
        origin=Origin.STATED,
        by=decided.by,
        when=decided.when,
        amounts=amounts_in(text),
        **_place(meeting, part, parts),
    )


def _place(meeting: Meeting, part: Part, parts: Mapping[str, Part]) -> dict[str, Any]:
    """What a decision says of its place; a paragraph without a number has that of the one before it."""
    item = part if isinstance(part, Item) else parts.get(part.item or "")
    before = part if isinstance(part, Item) else parts.get(part.follows or "", part)
    return {
        "address": f"{minutes_address(meeting.id)}#{part.anchor}",
        "day": meeting.day,
        "meeting": meeting,
        "label": part.label or before.label,
        "follows": f"{minutes_address(meeting.id)}#{before.anchor}",
        "item": item,
        "papers": tuple(_papers_of(meeting, item, parts)),
    }


def _papers_of(meeting: Meeting, item: Part | None, parts: Mapping[str, Part]) -> Iterator[Paper]:
    """The papers of *item*, or of the item that it is part of."""
    while isinstance(item, Item):
        label = item.label
        found = [p for p in meeting.papers if p.item and label and same_label(p.item, label)]
        if found:
            yield from found
            return
        item = parts.get(item.parent or "")


def _with_notice(
    found: list[Decision], notice: DecisionNotice, places: Places, mentions: Mentions
) -> list[Decision]:
    """*found* with *notice*: as one with what was decided at the paragraph that it names, else by itself.

    A paragraph that only names the notice leads to it.
    """
    place = places.find(notice.meeting) if notice.meeting else None
    at = place.address if place and place.part else None
    taken = [bool(at) and not d.is_noting and at in (d.address, d.follows) for d in found]
    naming = {mention.source.address for mention in mentions.of.get(notice.key, ())}
    named = [not d.is_noting and d.address in naming for d in found]
    theirs = taken if any(taken) else named if sum(named) == 1 else [False] * len(found)
    joined = [replace(d, notice=notice) if its else d for d, its in zip(found, theirs, strict=True)]
    return joined if any(taken) else [*joined, _of_notice(notice, place.address if place else None)]


def _of_notice(notice: DecisionNotice, taken_at: str | None) -> Decision:
    text = plain_text(notice.blocks)
    return Decision(
        kind=OutcomeKind.DECIDED,
        text=notice.title,
        origin=Origin.NOTICE,
        address=decision_address(notice.reference),
        day=notice.date or (day_of(notice.meeting.meeting) if notice.meeting else None),
        by=notice.decided_by,
        notice=notice,
        taken_at=taken_at,
        amounts=(notice.amount,) if notice.amount else amounts_in(text),
    )


def amounts_in(text: str) -> tuple[str, ...]:
    """The amounts that *text* prints, each once."""
    return tuple(dict.fromkeys(match[0] for match in _AMOUNT.finditer(text)))
