"""Approvals: the paragraph of a later meeting that approved minutes, or put their approval off."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcbsite.archive.addresses import minutes_address
from bcbsite.archive.outcomes import Outcome, OutcomeKind
from bcbsite.model.blocks import all_prose
from bcbsite.model.body import Item, Passage
from bcbsite.model.meeting import Meeting
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reference import day_of

_APPROVING = {OutcomeKind.APPROVED, OutcomeKind.AGREED, OutcomeKind.ADOPTED, OutcomeKind.ACCEPTED}
# A deferral beats an approval: what the board agreed to may be to wait.
_DEFERRED = re.compile(
    r"\b(?:deferred|postponed|carried\s+(?:over|forward)|not\s+(?:been\s+)?(?:circulated|available|ready)"
    r"|will\s+(?:now\s+)?(?:go|come|be\s+(?:brought|presented|submitted|considered))|to\s+be\s+approved)\b"
)


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
        for item in meeting.minutes.body.items if meeting.minutes else ():
            if "minutes" in item.title.text.casefold():
                found += _of_item(meeting, item, outcomes[meeting.id])
    return tuple(found)


def _of_item(meeting: Meeting, item: Item, outcomes: Sequence[Outcome]) -> list[Approval]:
    """What the paragraphs of *item* do; a paragraph that names no meeting does it to those of the title."""
    assert meeting.minutes
    told: list[Approval] = []
    silent: list[tuple[Passage, bool]] = []
    for passage in meeting.minutes.body.passages:
        if passage.item != item.anchor or (deferred := _defers(passage, outcomes)) is None:
            continue
        days = list(_earlier(all_prose(passage.blocks), meeting))
        told += [_approval(of, meeting, passage, deferred) for of in days]
        silent += [] if days else [(passage, deferred)]
    untold = [of for of in _earlier((item.title,), meeting) if of not in {a.of for a in told}]
    if silent:
        told += [_approval(of, meeting, *silent[0]) for of in untold]
    return told


def _defers(passage: Passage, outcomes: Iterable[Outcome]) -> bool | None:
    """Whether *passage* puts an approval off; nothing where it neither approves nor puts off."""
    kinds = {outcome.kind for outcome in outcomes if outcome.passage.anchor == passage.anchor}
    if OutcomeKind.DEFERRED in kinds or _DEFERRED.search(passage.text):
        return True
    return False if kinds & _APPROVING else None


def _earlier(texts: Iterable[Prose], meeting: Meeting) -> Iterator[str]:
    """The meetings before *meeting* that *texts* name, each once."""
    named = (
        mark.target.removeprefix("meeting:").partition("#")[0]
        for prose in texts
        for mark in prose.marks
        if mark.kind in (MarkKind.MENTION, MarkKind.LINK) and mark.target.startswith("meeting:")
    )
    return (id_ for id_ in dict.fromkeys(named) if day_of(id_) < meeting.day)


def _approval(of: str, meeting: Meeting, passage: Passage, deferred: bool) -> Approval:
    address = f"{minutes_address(meeting.id)}#{passage.anchor}"
    return Approval(of, meeting.id, address, passage.label, passage.anchor, deferred)
