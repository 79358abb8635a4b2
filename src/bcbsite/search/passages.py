"""The archive as passages, in the order of its records."""

import re
from collections.abc import Iterator, Sequence

from bcbsite.archive.addresses import (
    PUBLICATION,
    agenda_address,
    decision_address,
    inspection_address,
    minutes_address,
    paper_address,
)
from bcbsite.archive.archive import Archive
from bcbsite.model.blocks import plain_text
from bcbsite.model.body import Item
from bcbsite.model.document import Status
from bcbsite.model.meeting import Meeting
from bcbsite.model.paper import Paper, Publish
from bcbsite.pages.actions import action_line, action_title
from bcbsite.pages.meetings import meeting_lines, meeting_title
from bcbsite.pages.publication import TITLE as PUBLICATION_TITLE
from bcbsite.pages.words import day_in_words
from bcbsite.search.bodies import Of, names_of_paper, passages_in
from bcbsite.search.lists import list_passages
from bcbsite.search.named import named_passages
from bcbsite.search.passage import Passage
from bcbsite.search.subjects import Subjects


def passages_of(archive: Archive) -> Iterator[Passage]:
    """Every passage of *archive*, which is what the public sees; words that a record repeats come once."""
    reader = _Reader(archive)
    yield from reader.meetings()
    for meeting in archive.meetings.values():
        yield from reader.documents(meeting)
    yield from reader.actions()
    yield from reader.inspections()
    yield from reader.notices()
    yield from reader.pages()
    yield from named_passages(archive)
    yield from list_passages(archive)


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._subjects = Subjects(archive.board.topics)

    def meetings(self) -> Iterator[Passage]:
        for line in meeting_lines(self._archive):
            held = "; ".join(item.title.text.rstrip(".") for item in _items(line.meeting))
            title = meeting_title(line)
            names = (line.day.isoformat(), line.day.strftime("%Y-%m"), line.id)
            yield Passage(line.address, "Meeting", title, "", "", held, line.day, names=names)

    def documents(self, meeting: Meeting) -> Iterator[Passage]:
        """Minutes come last: of the places that a number leads to, the last one is shown first."""
        day = day_in_words(meeting.day)
        for paper in meeting.papers:
            address = paper_address(meeting.id, paper.slug)
            names = tuple(names_of_paper(paper.item, meeting)) if paper.item else ()
            yield Passage(address, "Paper", paper.title, "", "", _about(paper), meeting.day, names=names)
            yield from passages_in(paper.body, Of(address, "Paper", paper.title, meeting), self._subjects)
        if meeting.agenda:
            of = Of(agenda_address(meeting.id), "Agenda", f"Agenda of {day}", meeting)
            yield from passages_in(meeting.agenda.body, of, self._subjects)
        if minutes := meeting.minutes:
            status = "draft" if minutes.status is Status.DRAFT else ""
            of = Of(minutes_address(meeting.id), "Minutes", f"Minutes of {day}", meeting, status)
            yield from passages_in(minutes.body, of, self._subjects)

    def actions(self) -> Iterator[Passage]:
        for history in self._archive.actions:
            line, action = action_line(history), history.action
            passed = ("target passed",) if history.days_past_target(self._archive.as_at) else ()
            said = [plain_text(action.action), *(plain_text(e.event.update) for e in history.events)]
            words = "\n".join(said)
            yield Passage(
                address=history.address,
                kind="Action",
                title=action_title(line),
                heading=" ".join(filter(None, (history.status, *passed))),
                label=action.number or "",
                text=words,
                day=history.raised_on,
                statuses=(history.standing, *passed),
                owners=tuple(owner.name for owner in action.owners),
                topics=self._subjects.of(f"{line.title}\n{words}"),
                names=(action.number, action.id) if action.number else (action.id,),
            )

    def inspections(self) -> Iterator[Passage]:
        for report in self._archive.inspections:
            address, day = inspection_address(report.slug), report.published
            general = "\n".join(plain_text(section.blocks) for section in report.sections)
            yield Passage(
                address,
                "Inspection",
                report.report,
                "",
                "",
                general,
                day,
                topics=self._subjects.of(report.report),
            )
            for finding in report.findings:
                words = plain_text((*finding.text, *finding.chief_constable, *finding.commissioner))
                yield Passage(
                    address=f"{address}#{finding.anchor}",
                    kind="Inspection",
                    title=report.report,
                    heading=f"{finding.name} {finding.addressed_to or ''}".strip(),
                    label="",
                    text=words,
                    day=day,
                    topics=self._subjects.of(words),
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
                topics=self._subjects.of(f"{notice.title}\n{words}"),
                names=tuple(dict.fromkeys((notice.reference.casefold(), _hyphened(notice.reference)))),
            )

    def pages(self) -> Iterator[Passage]:
        for page in self._archive.pages:
            yield Passage(page.address, "Page", page.title, "", "", plain_text(page.blocks), None)
        if listed := self._archive.publication:
            words = "\n".join(filter(None, (part for entry in listed for part in (entry.what, entry.note))))
            yield Passage(PUBLICATION, "Page", PUBLICATION_TITLE, "", "", words, None)


def _hyphened(reference: str) -> str:
    """A reference with hyphens between its parts, as queries have it: `CPCC 2022/003` is cpcc-2022-003."""
    return "-".join(re.findall(r"[a-z0-9]+", reference.casefold()))


def _items(meeting: Meeting | None) -> Sequence[Item]:
    document = (meeting.minutes or meeting.agenda) if meeting else None
    return tuple(document.body.items) if document else ()


def _about(paper: Paper) -> str:
    if paper.publish is Publish.WITHHELD:
        return paper.reason or ""
    return f"{paper.title}. From: {paper.sender}." if paper.sender else paper.title
