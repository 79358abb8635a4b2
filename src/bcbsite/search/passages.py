"""The archive as passages, in the order of its records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcbsite.archive.addresses import (
    agenda_address,
    decision_address,
    inspection_address,
    minutes_address,
    paper_address,
    person_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.archive.topics import Terms
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Body, Item
from bcbsite.model.body import Passage as Part
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper, Publish
from bcbsite.pages.actions import NOT_STATED, action_line, action_title
from bcbsite.pages.meetings import meeting_lines, meeting_title
from bcbsite.pages.words import day_in_words
from bcbsite.search.grouping import together
from bcbsite.search.passage import Passage


def passages_of(archive: Archive) -> Iterator[Passage]:
    """Every passage of *archive*, which is what the public sees; words that a record repeats come once."""
    reader = _Reader(archive)
    yield from reader.meetings()
    for meeting in archive.meetings.values():
        yield from reader.documents(meeting)
    yield from reader.actions()
    yield from reader.inspections()
    yield from reader.notices()
    yield from reader.others()


@dataclass(frozen=True, slots=True)
class _Of:
    """The document that a body is of."""

    address: str
    kind: str
    title: str
    meeting: Meeting
    status: str = ""


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._titles = {topic.id: topic.title for topic in archive.board.topics}
        self._terms = Terms(archive.board.topics)

    def _topics(self, words: str, terms: Terms | None = None) -> tuple[str, ...]:
        return tuple(sorted(self._titles[topic] for topic in (terms or self._terms).topics_of(words)))

    def meetings(self) -> Iterator[Passage]:
        for line in meeting_lines(self._archive):
            held = " ".join(item.title.text for item in _items(line.meeting)) if line.meeting else ""
            title = meeting_title(line)
            names = (line.day.isoformat(), line.id)
            yield Passage(line.address, "Meeting", title, "", "", held, line.day, names=names)

    def documents(self, meeting: Meeting) -> Iterator[Passage]:
        day = day_in_words(meeting.day)
        if minutes := meeting.minutes:
            status = "draft" if minutes.status is Status.DRAFT else ""
            title, address = f"Minutes of {day}", minutes_address(meeting.id)
            yield from self._body(minutes.body, _Of(address, "Minutes", title, meeting, status))
        if meeting.agenda:
            title, address = f"Agenda of {day}", agenda_address(meeting.id)
            yield from self._body(meeting.agenda.body, _Of(address, "Agenda", title, meeting))
        for paper in meeting.papers:
            address = paper_address(meeting.id, paper.slug)
            yield Passage(address, "Paper", paper.title, "", "", _about(paper), meeting.day)
            yield from self._body(paper.body, _Of(address, "Paper", paper.title, meeting))

    def _body(self, body: Body, of: "_Of") -> Iterator[Passage]:
        seen: set[str] = set()
        found = list(_said(body))
        terms = self._terms.those_in(
            "\n".join(f"{item.title.text if item else ''}\n{words}" for _, item, words in found)
        )
        for first, item, words in found:
            if words in seen or not words.strip():
                continue
            seen.add(words)
            label, heading = first.label or "", item.title.text if item else ""
            yield Passage(
                address=f"{of.address}#{first.anchor}",
                kind=of.kind,
                title=of.title,
                heading=heading,
                label=label,
                text=words,
                day=of.meeting.day,
                status=of.status,
                topics=self._topics(f"{heading}\n{words}", terms),
                names=(f"¶{label}", f"{label}@{of.meeting.id[:7]}", f"{label}@{of.meeting.id}")
                if label
                else (),
            )

    def actions(self) -> Iterator[Passage]:
        for history in self._archive.actions:
            line, action = action_line(history), history.action
            said = [plain_text(action.action), *(plain_text(e.event.update) for e in history.events)]
            words = "\n".join(said)
            yield Passage(
                address=history.address,
                kind="Action",
                title=action_title(line),
                heading="",
                label=action.number or "",
                text=words,
                day=history.raised_on,
                status=history.status or NOT_STATED,
                owners=tuple(owner.name for owner in action.owners),
                topics=self._topics(f"{line.title}\n{words}"),
                names=(action.number, action.id) if action.number else (action.id,),
            )

    def inspections(self) -> Iterator[Passage]:
        for report in self._archive.inspections:
            address, day = inspection_address(report.slug), report.published
            general = "\n".join(plain_text(section.blocks) for section in report.sections)
            yield Passage(
                address, "Inspection", report.report, "", "", general, day, topics=self._topics(report.report)
            )
            for finding in report.findings:
                words = plain_text((*finding.text, *finding.chief_constable, *finding.commissioner))
                yield Passage(
                    address=f"{address}#{finding.anchor}",
                    kind="Inspection",
                    title=report.report,
                    heading=f"{finding.kind} {finding.number} {finding.addressed_to or ''}".strip(),
                    label="",
                    text=words,
                    day=day,
                    topics=self._topics(words),
                )

    def notices(self) -> Iterator[Passage]:
        for notice in self._archive.decisions:
            words = f"{plain_text(notice.blocks)}\n{notice.amount or ''}"
            yield Passage(
                address=decision_address(notice.reference),
                kind="Decision",
                title=f"{notice.reference}: {notice.title}",
                heading="",
                label="",
                text=words,
                day=notice.date,
                topics=self._topics(f"{notice.title}\n{words}"),
                names=(notice.reference.casefold(),),
            )

    def others(self) -> Iterator[Passage]:
        for record in self._archive.people:
            name = record.person.name
            yield Passage(person_address(record.person.id), "Person", name, "", "", name, None)
        for page in self._archive.pages:
            yield Passage(page.address, "Page", page.title, "", "", plain_text(page.blocks), None)


def _said(body: Body) -> Iterator[tuple[Item | Part, Item | None, str]]:
    """What is found together: its first part, its item, and the words."""
    items = {item.anchor: item for item in body.items}
    for first, parts in together(body):
        item = items.get(first.item or "") if isinstance(first, Part) else first
        # An item of an agenda is often nothing but its title.
        yield first, item, "\n".join(part.text for part in parts) or (item.title.text if item else "")


def _items(meeting: Meeting) -> Sequence[Item]:
    document = meeting.minutes or meeting.agenda
    return tuple(document.body.items) if document else ()


def _about(paper: Paper) -> str:
    if paper.publish is Publish.WITHHELD:
        return paper.reason or ""
    return " ".join(filter(None, (paper.title, paper.sender)))
