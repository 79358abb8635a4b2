"""The entries of the records: documents, decisions, actions and inspections."""

from collections.abc import Iterable, Iterator

from bcbsite.archive.actions import ActionHistory, DatedEvent
from bcbsite.archive.addresses import meeting_address
from bcbsite.archive.archive import Archive
from bcbsite.archive.decisions import Decision
from bcbsite.archive.topics import TopicItem, TopicRecord
from bcbsite.exports.dates import Dates, When
from bcbsite.exports.feeds.entry import Entry, drafted, fact, lines, placed, strong
from bcbsite.model.blocks import Block, Paragraph, Quote
from bcbsite.model.body import Passage
from bcbsite.model.document import Status
from bcbsite.model.paper import Paper
from bcbsite.model.prose import Prose
from bcbsite.pages.actions import action_line, action_title
from bcbsite.pages.words import day_in_words
from bcbsite.registers.actions import event_address
from bcbsite.registers.meetings import documents_of, is_draft
from bcbsite.registers.table import numbered


class Entries:
    """Makes the entries of an archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._dates = Dates(archive)

    def documents(self) -> Iterator[Entry]:
        """An entry for each document of a meeting, with its items."""
        for meeting in self._archive.meetings.values():
            for address, kind, document in documents_of(meeting):
                day = day_in_words(meeting.day)
                title, blocks = f"{kind.capitalize()} of {day}", list[Block]()
                if isinstance(document, Paper):
                    title = f"{document.title} (paper of {day})"
                    blocks += [*fact("From", document.sender), *fact("Withheld", document.reason)]
                items = [item.heading for item in document.body.items]
                blocks += [lines(*items)] if items else []
                when = self._dates.of_document(meeting, document)
                draft = document.status is Status.DRAFT
                yield Entry(address, address, drafted(title, draft), tuple(blocks), when, address)

    def meetings(self) -> Iterator[Entry]:
        """An entry for each meeting that was cancelled or moved, or planned again."""
        for meeting in self._archive.meetings.values():
            arranged = meeting.arrangements
            if arranged and (meeting.is_off or arranged.changed):
                address = meeting_address(meeting.id)
                state = arranged.state if meeting.is_off and arranged.state else "planned again"
                title = f"Meeting of {day_in_words(meeting.day)}: {state}"
                blocks = (
                    *fact("Reason", arranged.reason),
                    *(placed("Moved to", arranged.moved_to) if arranged.moved_to else ()),
                )
                when = self._dates.of_arrangements(meeting, arranged)
                yield Entry(f"{address}#state", address, title, blocks, when, address)

    def decisions(self) -> Iterator[Entry]:
        """An entry for each decision that has a day, but for what was only noted."""
        keys = numbered(decision.address for decision in self._archive.register)
        for key, decision in zip(keys, self._archive.register, strict=True):
            if decision.day and not decision.is_noting:
                yield self._decision(key, decision)

    def _decision(self, key: str, decision: Decision) -> Entry:
        assert decision.day
        notice, meeting = decision.notice, decision.meeting
        if meeting and meeting.minutes:
            when = self._dates.of_document(meeting, meeting.minutes)
        else:
            published = (notice.publish_at if notice else None) or self._dates.at(decision.day)
            changed = [self._dates.at(erratum.date) for erratum in notice.errata] if notice else []
            when = When(published, max([published, *changed]))
        about = decision.item.title.text if decision.item else notice.title if notice else ""
        place = (
            f"{day_in_words(decision.day)}, {decision.label}"
            if decision.label
            else day_in_words(decision.day)
        )
        words: tuple[Block, ...] = (Paragraph(Prose(decision.text), 0),)
        if notice and not meeting:
            words = notice.blocks
        blocks: tuple[Block, ...] = (
            Quote(words, 0),
            *fact("By", ", ".join(filter(None, (decision.by, decision.when)))),
            *fact("In law", decision.capacity if decision.by else None),
            *fact("By what power", decision.power),
            *fact("Amounts as printed", ", ".join(decision.amounts)),
            *fact("Known from", decision.origin),
            *fact(
                "Notice",
                notice.reference if notice else None,
                str(notice.key) if notice else "",
            ),
        )
        title = f"{decision.kind.capitalize()}: {about or 'a decision'} ({place})"
        page = decision.address.partition("#")[0]
        return Entry(key, decision.address, drafted(title, is_draft(meeting)), blocks, when, page)

    def of_actions(self, histories: Iterable[ActionHistory]) -> Iterator[Entry]:
        """For each action an entry when it was raised, and one for each event."""
        for history in histories:
            yield self._raised(history)
            # By the day: the number of an event changes where an earlier one is published later.
            keys = numbered(f"{history.address}#{dated.day or 'no-day'}" for dated in history.events)
            for key, dated in zip(keys, history.events, strict=True):
                yield self._event(history, dated, key)

    def _raised(self, history: ActionHistory) -> Entry:
        action = history.action
        blocks = (
            *action.action,
            *fact("Owner", "; ".join(owner.name for owner in action.owners)),
            *fact("Target", action.target.printed if action.target else None),
            *placed("Raised at", action.raised),
        )
        draft = is_draft(self._archive.meetings.get(action.raised.meeting))
        title = drafted(action_title(action_line(history)), draft)
        when = self._dates.of_action(history)
        return Entry(history.address, history.address, title, blocks, when, history.address)

    def _event(self, history: ActionHistory, dated: DatedEvent, key: str) -> Entry:
        event = dated.event
        blocks = (
            *event.update,
            *fact("Status", event.status),
            *fact("New target", event.target.printed if event.target else None),
            *(placed("Reported at", event.meeting, dated.address or "") if event.meeting else ()),
        )
        day = day_in_words(dated.day) if dated.day else event.on.printed if event.on else "day not stated"
        draft = is_draft(self._archive.meetings.get(event.meeting.meeting)) if event.meeting else False
        title = drafted(f"{action_title(action_line(history))} ({event.status or 'update'}, {day})", draft)
        address, when = event_address(history, dated.anchor), self._dates.of_event(history, dated)
        return Entry(key, address, title, blocks, when, history.address)

    def of_topic(self, record: TopicRecord, at_most: int) -> Iterator[Entry]:
        """Entries for the newest items of a topic, and for its actions."""
        for item in record.items[:at_most]:
            yield self._item(item)
        yield from self.of_actions(record.actions[:at_most])

    def _item(self, entry: TopicItem) -> Entry:
        meeting = entry.meeting
        document = meeting.minutes or meeting.agenda
        assert document
        kind = "minutes" if meeting.minutes else "agenda"
        blocks = [
            block
            for passage in document.body.passages
            if passage.item == entry.item.anchor
            for block in _labelled(passage)
        ]
        title = f"{entry.item.heading} ({kind} of {day_in_words(meeting.day)})"
        when = self._dates.of_document(meeting, document)
        page = entry.address.partition("#")[0]
        draft = document.status is Status.DRAFT
        return Entry(entry.address, entry.address, drafted(title, draft), tuple(blocks), when, page)


def _labelled(passage: Passage) -> Iterator[Block]:
    if passage.label:
        yield strong(passage.label)
    yield from passage.blocks
