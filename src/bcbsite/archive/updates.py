"""Updates: what minutes report of actions under `Update:`, read as events of those actions.

An update is of the action that its own words or the words above it name: by a mention, or in the words of the
action log. Its status is taken from a sentence that says nothing else, such as “Complete.”.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bcbsite.diagnostics import Span
from bcbsite.model.actions import Action, ActionEvent, ActionLog, ActionStatus
from bcbsite.model.blocks import Block, ListBlock, Paragraph, Role, all_prose, plain_text
from bcbsite.model.body import Passage
from bcbsite.model.key import Key, RecordKind
from bcbsite.model.meeting import Meeting
from bcbsite.model.prose import MarkKind, Prose
from bcbsite.model.reading import Sought, Unread
from bcbsite.model.reference import Reference, day_of
from bcbsite.read.dates import parse_date
from bcbsite.text.fold import folded


@dataclass(frozen=True, slots=True)
class Reported:
    """An event of an action that minutes report."""

    event: ActionEvent
    label: str | None
    """The printed number of the paragraph, or of the one before it."""


@dataclass(frozen=True, slots=True)
class Updates:
    """All updates of an archive."""

    of: Mapping[str, Sequence[Reported]]
    """By the action's id, oldest first."""
    unread: Mapping[str, tuple[Unread, ...]]
    """Those whose action is not clear, by the meeting's id."""

    @property
    def unclear(self) -> tuple[str, ...]:
        """The ids of the meetings that have such, in order."""
        return tuple(sorted(self.unread))


@dataclass(frozen=True, slots=True)
class _Update:
    blocks: tuple[Paragraph, ...]
    """The paragraph with the label, and those after it."""
    above: tuple[Prose, ...]
    """The words that it stands under."""


def read_updates(meetings: Iterable[Meeting], log: ActionLog) -> Updates:
    """The updates in the minutes of *meetings*, in which mentions are marked; of the actions of *log*."""
    if not log.actions:
        return Updates({}, {})
    finder = _ActionFinder(log)
    found: dict[str, list[Reported]] = {}
    unread: dict[str, tuple[Unread, ...]] = {}
    for meeting in meetings:
        unclear: list[Unread] = []
        for passage, label, update in _updates_in(meeting):
            if action := finder.find(update, meeting):
                found.setdefault(action.id, []).append(Reported(_event(update, passage, meeting), label))
            else:
                unclear.append(_unclear(update, passage))
        if unclear:
            unread[meeting.id] = tuple(unclear)
    return Updates(found, unread)


def _updates_in(meeting: Meeting) -> Iterator[tuple[Passage, str | None, _Update]]:
    """Each update in the minutes of *meeting*, with its passage and the number that it stands under."""
    label: str | None = None
    before: Passage | None = None
    for passage in meeting.minutes.body.passages if meeting.minutes else ():
        label = passage.label or (label if before and before.item == passage.item else None)
        above = tuple(all_prose(before.blocks)) if before and before.item == passage.item else ()
        for update in _in_blocks(passage.blocks, above):
            yield passage, label, update
        # Several updates in a row are all of what stands above the first.
        before = before if passage.role is Role.UPDATE else passage


def _in_blocks(blocks: Sequence[Block], above: tuple[Prose, ...]) -> Iterator[_Update]:
    said: tuple[Prose, ...] = above
    for number, block in enumerate(blocks):
        match block:
            case Paragraph(role=Role.UPDATE):
                rest = [b for b in blocks[number + 1 :] if isinstance(b, Paragraph) and b.role is None]
                update = _Update((Paragraph(block.body, block.line), *rest), said)
                if any(map(str.isalnum, plain_text(update.blocks))):  # “…” is still to be written
                    yield update
            case ListBlock(entries=entries):
                for entry in entries:
                    yield from _in_blocks(entry.blocks, ())
            case Paragraph(prose=prose):
                said = (prose,) if said is above else (*said, prose)


def _event(update: _Update, passage: Passage, meeting: Meeting) -> ActionEvent:
    assert meeting.minutes
    at = Span(meeting.minutes.at.path, update.blocks[0].line)
    return ActionEvent(
        on=None,
        meeting=Reference(meeting.id, passage.anchor, at),
        update=update.blocks,
        status=status_in(plain_text(update.blocks)),
        target=None,
        draft=False,
        publish_at=None,
        at=at,
    )


def _unclear(update: _Update, passage: Passage) -> Unread:
    words = " ".join(plain_text(update.blocks).split())
    message = f"It is not clear of which action “{words[:60]}” is an update."
    return Unread(Sought.UPDATE, message, update.blocks[0].line, passage.anchor)


class _ActionFinder:
    """Finds the action that an update is of."""

    def __init__(self, log: ActionLog) -> None:
        self._by_id = {action.id: action for action in log.actions}
        self._by_words: dict[str, list[Action]] = {}
        for action in log.actions:
            for words in {_words(plain_text(action.action)), _words(action.title or "")} - {""}:
                self._by_words.setdefault(words, []).append(action)

    def find(self, update: _Update, meeting: Meeting) -> Action | None:
        """The one action that *update* names, or the words above it; None where it is not clear which."""
        named = self._named(all_prose(update.blocks)) or self._named(update.above)
        if not named:
            named = [action for prose in update.above for action in self._in_words(prose.text)]
        known = {action.id: action for action in named if day_of(action.raised.meeting) <= meeting.day}
        return next(iter(known.values())) if len(known) == 1 else None

    def _named(self, texts: Iterable[Prose]) -> list[Action]:
        """The actions that mentions and links in *texts* name."""
        keys = (Key.parse(m.target) for t in texts for m in t.marks if m.kind in _NAMING)
        ids = (key.id for key in keys if key and key.kind is RecordKind.ACTION)
        return [self._by_id[id_] for id_ in ids if id_ in self._by_id]

    def _in_words(self, text: str) -> list[Action]:
        """The actions of the log whose words *text* repeats, behind “Action” and the day that raised it."""
        match = _REPEATED.fullmatch(" ".join(folded(text).split()))
        if match is None:
            return []
        found = self._by_words.get(_words(match["words"]), [])
        day = parse_date(match["day"]) if match["day"] else None
        return [action for action in found if day is None or day_of(action.raised.meeting) == day]


_NAMING = (MarkKind.MENTION, MarkKind.LINK)
# “Action, 10 February 2022 - Treasurer to …”, “Action: Treasurer to …”, “Treasurer to …”
_REPEATED = re.compile(
    r"(?:Action\b(?:\s+(?:no\.\s*)?[\d./]+)?[,:]?\s*(?P<day>\d{1,2}\s+\w+\s+\d{4})?\s*[-:]?\s+)?(?P<words>\S.*)"
)


def _words(text: str) -> str:
    """*text* for comparison."""
    return " ".join(folded(text).casefold().split()).rstrip(".")


_STATUSES = {
    ActionStatus.COMPLETE: r"completed?|closed|discharged|done",
    ActionStatus.SUPERSEDED: r"superseded",
    ActionStatus.WITHDRAWN: r"withdrawn|no\s+longer\s+(?:required|needed)",
    ActionStatus.ONGOING: r"ongoing|on-going|in\s+progress|carried\s+forward",
    ActionStatus.OPEN: r"(?:remains?\s+)?open",
}
# A sentence that says how an action stands and nothing else: “This action is now closed.”, “Discharged.”
_STANDING = re.compile(
    r"(?:(?:(?:this|the)\s+)?action\s+(?:(?:is|was|has\s+been|can\s+be|remains)\s+)?|status\s*:\s*|it\s+is\s+)?(?:now\s+)?(?:"
    + "|".join(f"(?P<{status.name}>{words})" for status, words in _STATUSES.items())
    + r")",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?;\n]+")


def status_in(text: str) -> ActionStatus | None:
    """The status that *text* states in a sentence of its own; None where it states none, or more than one."""
    matches = (_STANDING.fullmatch(sentence[0].strip()) for sentence in _SENTENCE.finditer(folded(text)))
    stated = {ActionStatus[match.lastgroup] for match in matches if match and match.lastgroup}
    return stated.pop() if len(stated) == 1 else None


def with_reported(
    logged: Sequence[ActionEvent], reported: Sequence[Reported]
) -> Iterator[tuple[ActionEvent, str | None]]:
    """The events of the log and those of minutes, each with its printed place; what both have is one event.

    The log's words, status and place come first; where it has none, the minutes' take their place.
    """
    of_meeting: dict[str, Reported] = {}
    for one in reported:
        if one.event.meeting:
            of_meeting.setdefault(one.event.meeting.meeting, one)
    for event in logged:
        id_ = event.meeting.meeting if event.meeting else None
        told = of_meeting.get(id_ or "")
        yield (event, event.meeting.place if event.meeting else None) if told is None else _one(event, told)
    known = {event.meeting.meeting for event in logged if event.meeting}
    for one in reported:
        if one.event.meeting and one.event.meeting.meeting not in known:
            yield one.event, one.label


def _one(event: ActionEvent, told: Reported) -> tuple[ActionEvent, str | None]:
    """An event of the log, with what only the minutes have."""
    assert event.meeting
    place = event.meeting.place
    merged = replace(
        event,
        meeting=event.meeting if place else told.event.meeting,
        update=event.update or told.event.update,
        status=event.status or (None if event.update else told.event.status),
    )
    return merged, place or told.label
