"""The register of decisions: resolutions, what front matter states, notices, and what the text says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from bcbsite.archive.addresses import decision_address, minutes_address
from bcbsite.archive.deciding.capacity import Capacity, power_in
from bcbsite.archive.deciding.motions import Motion
from bcbsite.archive.deciding.offices import Offices
from bcbsite.archive.deciding.reader import Origin, Outcome
from bcbsite.archive.mentions.marking import Mentions
from bcbsite.archive.papers import papers_of_items
from bcbsite.archive.places import Places
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Body, Item, Part, Passage
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
    """Who decided, as printed."""
    capacity: Capacity = Capacity.UNSTATED
    """Whose decision it is in law."""
    power: str | None = None
    """By what power, as printed, where it says so."""
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


@dataclass(frozen=True, slots=True)
class Known:
    """What the register is made with, beside the records: it says whose and where a decision is."""

    places: Places
    mentions: Mentions
    offices: Offices


def register(
    meetings: Iterable[Meeting],
    outcomes: Mapping[str, Sequence[Outcome]],
    notices: Iterable[DecisionNotice],
    known: Known,
) -> tuple[Decision, ...]:
    """All decisions, newest first; those without a day last."""
    found = [
        decision
        for meeting in meetings
        if meeting.minutes
        for decision in _of_meeting(meeting, meeting.minutes, outcomes[meeting.id], known.offices)
    ]
    joined = _with_notices(found, notices, known)
    return tuple(sorted(joined, key=lambda decision: decision.day or date.min, reverse=True))


def _of_meeting(
    meeting: Meeting, minutes: Minutes, outcomes: Iterable[Outcome], offices: Offices
) -> Iterator[Decision]:
    """The decisions in the order of the paragraphs; what front matter states is not read again."""
    parts = _Parts(meeting, minutes.body)
    stated = {part.anchor: d for d in minutes.decisions if (part := minutes.body.find(d.place))}
    by_passage: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_passage.setdefault(outcome.passage.anchor, []).append(outcome)
    for part in minutes.body.parts:
        if decided := stated.get(part.anchor):
            yield _stated(part, decided, parts, offices)
        else:
            for outcome in by_passage.get(part.anchor, ()):
                yield _from_outcome(outcome, parts)


def _from_outcome(outcome: Outcome, parts: "_Parts") -> Decision:
    passage = outcome.passage
    text = f"{outcome.before} {outcome.text}".strip()
    return Decision(
        kind=outcome.kind,
        text=text,
        origin=outcome.origin,
        by=outcome.by,
        capacity=outcome.capacity,
        power=outcome.power,
        motion=outcome.motion,
        amounts=amounts_in(text),
        **parts.place(passage),
    )


def _stated(part: Part, decided: Decided, parts: "_Parts", offices: Offices) -> Decision:
    text = part.text if isinstance(part, Passage) else part.title.text
    return Decision(
        kind=decided.kind,
        text=text,
        origin=Origin.STATED,
        by=decided.by,
        capacity=offices.capacity(decided.by, text),
        power=power_in(text),
        when=decided.when,
        amounts=amounts_in(text),
        **parts.place(part),
    )


class _Parts:
    """The parts of a meeting's minutes, with what decisions say of their places."""

    def __init__(self, meeting: Meeting, body: Body) -> None:
        self._meeting = meeting
        self._parts = body.by_anchor
        self._papers_of = dict(papers_of_items(meeting, body))

    def place(self, part: Part) -> dict[str, Any]:
        """What a decision says of its place; a paragraph without a number has that of the one before it."""
        item = part if isinstance(part, Item) else self._parts.get(part.item or "")
        before = part if isinstance(part, Item) else self._parts.get(part.follows or "", part)
        address = minutes_address(self._meeting.id)
        return {
            "address": f"{address}#{part.anchor}",
            "day": self._meeting.day,
            "meeting": self._meeting,
            "label": part.label or before.label,
            "follows": f"{address}#{before.anchor}",
            "item": item,
            "papers": self._papers_under(item),
        }

    def _papers_under(self, item: Part | None) -> tuple[Paper, ...]:
        """The papers of *item*, or of the item that it is part of."""
        passed = []
        papers: tuple[Paper, ...] = ()
        while isinstance(item, Item) and not papers:
            if item.anchor in self._papers_of:
                papers = self._papers_of[item.anchor]
                break
            passed.append(item.anchor)
            item = self._parts.get(item.parent or "")
        self._papers_of |= dict.fromkeys(passed, papers)
        return papers


def _with_notices(
    found: list[Decision], notices: Iterable[DecisionNotice], known: Known
) -> Iterator[Decision]:
    """*found* with *notices*: each as one with what was decided at the paragraph that it names, or by itself.

    A paragraph that only names a notice leads to it. Of several notices of one decision, the last one counts.
    """
    found = list(found)
    at_place = {at for d in found if not d.is_noting for at in (d.address, d.follows) if at}
    by_address: dict[str, list[int]] = {}
    for n, decision in enumerate(found):
        by_address.setdefault(decision.address, []).append(n)
    taken: dict[str | None, tuple[int, DecisionNotice]] = {}
    named: dict[int, tuple[int, DecisionNotice]] = {}
    for order, notice in enumerate(notices):
        place = known.places.find(notice.meeting) if notice.meeting else None
        if place and place.part and place.address in at_place:
            taken[place.address] = (order, notice)
            continue
        naming = {mention.source.address for mention in known.mentions.of.get(notice.key, ())}
        theirs = [n for at in naming for n in by_address.get(at, ()) if not found[n].is_noting]
        if len(theirs) == 1:
            named[theirs[0]] = (order, notice)
        by_address.setdefault(decision_address(notice.reference), []).append(len(found))
        found.append(_of_notice(notice, place.address if place else None, known.offices))
    for n, decision in enumerate(found):
        of_this = [taken.get(decision.address), taken.get(decision.follows), named.get(n)]
        last = max(filter(None, of_this), key=itemgetter(0), default=None)
        yield _noticed(decision, last[1], known.offices) if last and not decision.is_noting else decision


def _noticed(decision: Decision, notice: DecisionNotice, offices: Offices) -> Decision:
    """*decision* with the notice of it, which counts before the minutes in who decided, and by what power."""
    if notice.decided_by is None:
        return replace(decision, notice=notice)
    power = _power_of(notice) or decision.power
    capacity = _capacity_of(notice, offices)
    return replace(decision, notice=notice, by=notice.decided_by, capacity=capacity, power=power)


def _power_of(notice: DecisionNotice) -> str | None:
    """By what power a notice says that it was decided."""
    delegated = f"delegated by {notice.delegated_by}" if notice.delegated_by else None
    return notice.power or delegated or power_in(plain_text(notice.blocks))


def _capacity_of(notice: DecisionNotice, offices: Offices) -> Capacity:
    """Whose decision a notice records; what was delegated is by delegation, whoever decided."""
    if notice.delegated_by and notice.decided_by:
        return Capacity.DELEGATED
    return offices.capacity(notice.decided_by, _power_of(notice) or "")


def _of_notice(notice: DecisionNotice, taken_at: str | None, offices: Offices) -> Decision:
    text = plain_text(notice.blocks)
    return Decision(
        kind=OutcomeKind.DECIDED,
        text=notice.title,
        origin=Origin.NOTICE,
        address=decision_address(notice.reference),
        day=notice.date or (day_of(notice.meeting.meeting) if notice.meeting else None),
        by=notice.decided_by,
        capacity=_capacity_of(notice, offices),
        power=_power_of(notice),
        notice=notice,
        taken_at=taken_at,
        amounts=(notice.amount,) if notice.amount else amounts_in(text),
    )


def amounts_in(text: str) -> tuple[str, ...]:
    """The amounts that *text* prints, each once."""
    return tuple(dict.fromkeys(match[0] for match in _AMOUNT.finditer(text)))
